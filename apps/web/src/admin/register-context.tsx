import type { RegisterSummary } from '@klubba/protocol';
import { type ReactNode, useContext, useMemo } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../app/text.tsx';
import { ButtonLink, ButtonRow, EmptyState, QuietFrame, TopBar } from '../ui/index.ts';
import { AdminFrame, Choices } from './admin-frame.tsx';
import { Answered } from './answered.tsx';
import { useServer } from './api.ts';
import { Here, type Known } from './register-known.ts';

/** What every page of the administration needs to know, asked once. Who may not be here learns it from this. */
export function RegisterProvider({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const [answer, again] = useServer<RegisterSummary>('/api/register');
  if (answer.is === 'anonymous') return <Unknown />;
  if (answer.is !== 'value') {
    return (
      <AdminFrame title={t('admin.title')}>
        <h1>{t('admin.title')}</h1>
        <Answered answer={answer} again={again}>
          {() => null}
        </Answered>
      </AdminFrame>
    );
  }
  return (
    <Provide summary={answer.value} again={again}>
      {children}
    </Provide>
  );
}

/** Logs in, or takes over an empty installation: the start of the server shows its code with this address. */
function Unknown() {
  const t = useText();
  const here = useLocation();
  return (
    <QuietFrame top={<TopBar body={t('common.product')} />} foot={<Choices />}>
      <EmptyState
        level={1}
        title={t('admin.unknown.title')}
        action={
          <ButtonRow>
            <ButtonLink kind="primary" size="l" href={`/?next=${encodeURIComponent(here.pathname + here.search)}`}>
              {t('admin.unknown.logIn')}
            </ButtonLink>
            <ButtonLink size="l" href="/admin/first">
              {t('admin.unknown.first')}
            </ButtonLink>
          </ButtonRow>
        }
      >
        {t('admin.unknown.text')}
      </EmptyState>
    </QuietFrame>
  );
}

function Provide(props: {
  readonly summary: RegisterSummary;
  readonly again: () => void;
  readonly children: ReactNode;
}) {
  const { summary, again, children } = props;
  const known = useMemo<Known>(() => {
    const parties = new Map(summary.parties.map((party) => [party.id, party]));
    return {
      summary,
      again,
      partyName: (party) => parties.get(party)?.name ?? party,
      partyShort: (party) => parties.get(party)?.short ?? party,
      partyOrder: (party) => (party === 'none' ? undefined : parties.get(party)?.order) ?? Number.MAX_SAFE_INTEGER,
    };
  }, [summary, again]);
  return <Here value={known}>{children}</Here>;
}

export function useRegister(): Known {
  const known = useContext(Here);
  if (known === undefined) throw new Error('A page of the administration must stand inside <RegisterProvider>.');
  return known;
}
