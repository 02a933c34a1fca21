import type { RegisterSummary } from '@klubba/protocol';
import { Plus, SquarePen } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, ButtonRow, EmptyState, Panel, Row, Rows, VisuallyHidden } from '../ui/index.ts';
import { AdminFrame, BackLink } from './admin-frame.tsx';
import css from './admin.module.css';
import { ConstituencyDialog } from './constituency-dialog.tsx';
import { type Done, DoneLine } from './done-line.tsx';
import { Pages } from './history.tsx';
import { PartyDialog } from './party-dialog.tsx';
import { useRegister } from './register-context.tsx';
import { Swatch } from './swatch.tsx';

type RegisterParty = RegisterSummary['parties'][number];
type Constituency = RegisterSummary['constituencies'][number];
type Asking = { readonly party: RegisterParty | undefined } | { readonly constituency: Constituency | undefined };

/** `/admin/parties`: what the parties are called and in which order they stand, and the constituencies of the councils. */
export function PartiesPage() {
  const t = useText();
  const { summary, again } = useRegister();
  const [asking, setAsking] = useState<Asking>();
  const [latest, setLatest] = useState<Done>();
  const [version, setVersion] = useState(0);
  const done = (what: Done) => {
    setAsking(undefined);
    setLatest(what);
    setVersion((before) => before + 1);
    again();
  };
  const close = () => setAsking(undefined);
  return (
    <AdminFrame title={t('admin.parties')}>
      <BackLink to="/admin/bodies">{t('admin.bodies.all')}</BackLink>
      <h1>{t('admin.parties')}</h1>
      <p className={css.lede}>{t('admin.parties.text')}</p>
      <DoneLine done={latest} onUndone={() => done({ words: t('admin.undone') })} />
      <Parties parties={summary.parties} onAsk={(party) => setAsking({ party })} />
      <Constituencies constituencies={summary.constituencies} onAsk={(constituency) => setAsking({ constituency })} />
      {(['PartyKept', 'ConstituencyKept'] as const).map((what) => (
        <Panel key={what} title={t(`admin.parties.history.${what}`)} note={t('admin.history.note')}>
          <Pages key={version} at={`/api/register/history?about=${what}`} empty={t('admin.parties.history.none')} />
        </Panel>
      ))}
      {asking !== undefined && 'party' in asking && <PartyDialog party={asking.party} onClose={close} onDone={done} />}
      {asking !== undefined && 'constituency' in asking && (
        <ConstituencyDialog constituency={asking.constituency} onClose={close} onDone={done} />
      )}
    </AdminFrame>
  );
}

function Parties(props: {
  readonly parties: readonly RegisterParty[];
  readonly onAsk: (party: RegisterParty | undefined) => void;
}) {
  const t = useText();
  return (
    <Panel title={t('admin.parties.list')} note={t('admin.parties.list.note')}>
      {props.parties.length === 0 && <EmptyState>{t('admin.parties.none')}</EmptyState>}
      <Rows ordered label={t('admin.parties.list')}>
        {props.parties.map((party) => (
          <Row
            key={party.id}
            start={<Swatch colour={party.colour} />}
            end={
              <Button size="s" icon={SquarePen} onPress={() => props.onAsk(party)}>
                {t('admin.change')} <VisuallyHidden>{party.name}</VisuallyHidden>
              </Button>
            }
          >
            {t('admin.parties.one', { name: party.name, short: party.short })}
          </Row>
        ))}
      </Rows>
      <ButtonRow>
        <Button icon={Plus} onPress={() => props.onAsk(undefined)}>
          {t('admin.parties.add')}
        </Button>
      </ButtonRow>
    </Panel>
  );
}

function Constituencies(props: {
  readonly constituencies: readonly Constituency[];
  readonly onAsk: (constituency: Constituency | undefined) => void;
}) {
  const t = useText();
  const inOrder = props.constituencies.toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
  return (
    <Panel title={t('admin.constituencies')} note={t('admin.constituencies.note')}>
      {inOrder.length === 0 && <EmptyState>{t('admin.constituencies.none')}</EmptyState>}
      <Rows label={t('admin.constituencies')}>
        {inOrder.map((one) => (
          <Row
            key={one.id}
            note={t('admin.constituencies.days', { from: one.from, to: one.to ?? 'none' })}
            end={
              <Button size="s" icon={SquarePen} onPress={() => props.onAsk(one)}>
                {t('admin.change')} <VisuallyHidden>{one.name}</VisuallyHidden>
              </Button>
            }
          >
            {one.name}
          </Row>
        ))}
      </Rows>
      <ButtonRow>
        <Button icon={Plus} onPress={() => props.onAsk(undefined)}>
          {t('admin.constituencies.add')}
        </Button>
      </ButtonRow>
    </Panel>
  );
}
