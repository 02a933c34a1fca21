import 'klubba-texts/desk';
import type { PlannableBodies } from '@klubba/protocol';
import { useEffect, useMemo, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { Loading } from '../app/loading.tsx';
import { Unreachable } from '../app/unreachable.tsx';
import { usePageTitle } from '../app/page-title.ts';
import { useText } from '../app/text.tsx';
import { ButtonLink, EmptyState, PageFrame, Soft, TopBar } from '../ui/index.ts';
import { wishOf } from './draft.ts';
import { fetchBodies, planMeeting } from './plan-api.ts';
import { EMPTY_PLAN, firstDrafts, PlanForm } from './plan-form.tsx';

/** `/plan`: the secretary plans a meeting of a body of the register. Nothing is sent by it. */
export function NewMeeting() {
  const t = useText();
  usePageTitle(t('planning.new.title'));
  const [bodies, setBodies] = useState<PlannableBodies['bodies'] | 'anonymous' | 'unreachable'>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    void fetchBodies().then(setBodies);
  }, [round]);
  if (bodies === undefined) return <Loading />;
  if (bodies === 'anonymous') return <Navigate replace to="/?next=%2Fplan" />;
  if (bodies === 'unreachable') return <Unreachable again={() => setRound(round + 1)} />;
  return (
    <PageFrame
      top={
        <TopBar
          body={t('common.product')}
          actions={
            <ButtonLink size="s" kind="quiet" href="/">
              {t('shell.toStart')}
            </ButtonLink>
          }
        />
      }
    >
      {bodies.length === 0 ? (
        <EmptyState page level={1} title={t('planning.new.title')}>
          {t('planning.new.none')}
        </EmptyState>
      ) : (
        <NewPlan bodies={bodies} />
      )}
    </PageFrame>
  );
}

function NewPlan({ bodies }: { readonly bodies: PlannableBodies['bodies'] }) {
  const t = useText();
  const navigate = useNavigate();
  const items = useMemo(() => firstDrafts(t), [t]);
  return (
    <PlanForm
      title={t('planning.new.title')}
      bodies={bodies}
      fields={EMPTY_PLAN}
      items={items}
      people={[]}
      documents={() => <Soft>{t('planning.item.documents.later')}</Soft>}
      send={{
        label: t('planning.new.send'),
        effect: t('planning.new.send.effect'),
        failed: t('planning.new.not'),
      }}
      onSend={async (wish, drafts) => {
        const answer = await planMeeting({ ...wish, items: drafts.map((draft) => wishOf(draft, [])) });
        if ('rule' in answer) return answer.rule;
        void navigate(`/m/${answer.meeting}/notice/desk`);
        return undefined;
      }}
    />
  );
}
