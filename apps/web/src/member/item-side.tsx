import { durationText } from '@klubba/i18n';
import { type DocumentId, type ItemState, personWithParty, type PersonId, type Proposal } from '@klubba/meeting';
import { useState } from 'react';
import { later } from '../app/later.tsx';
import { usePreferences, useText } from '../app/text.tsx';
import { queueEntries } from '../figures/queue-entries.ts';
import { useCommand, useMeeting, useServerNow } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Alert, Button, EmptyState, NotNow, Panel, Queue, SpeakerTimer, Tabs } from '../ui/index.ts';
import { aheadOf, hasFloor, ownRequest } from './actions.ts';
import { unreadHandout } from './handouts.ts';
import { ItemDocuments } from './item-documents.tsx';
import css from './member.module.css';
import type { ScreenProps } from './member-screen.tsx';
import { ProposalText } from './proposal-text.tsx';
import { useLaw } from './use-law.ts';

const ProportionalPanel = later('inside', async () => (await import('../proportional/index.ts')).ProportionalPanel);

/** The open item: its documents, what has been moved, and who is to speak. */
export function ItemSide({
  me,
  item,
  hasMoved,
}: ScreenProps & { readonly item: ItemState /** Has just handed in a proposal. */; readonly hasMoved: boolean }) {
  const t = useText();
  const meeting = useMeeting();
  const now = useServerNow(60_000);
  const [tab, setTab] = useState(hasMoved ? 'proposals' : 'documents');
  const [reading, setReading] = useState<DocumentId>();
  const proposals = meeting.proposals.order.flatMap((id) => {
    const proposal = meeting.proposals.byId[id];
    return proposal?.item === item.id ? [proposal] : [];
  });
  return (
    <Panel framed flush label={t('member.tabs')}>
      <div className={css.framed}>
        <OwnTurn me={me} />
        {item.election?.proportional === true && <ProportionalPanel meeting={meeting} me={me} now={now} inset />}
        <NewDocument
          me={me}
          item={item}
          onRead={(document) => {
            setReading(document);
            setTab('documents');
          }}
        />
        <Tabs
          label={t('member.tabs')}
          selected={tab}
          onSelect={setTab}
          tabs={[
            {
              id: 'documents',
              label: t('member.tab.documents'),
              flush: true,
              content: <ItemDocuments me={me} item={item} selected={reading} onSelect={setReading} />,
            },
            {
              id: 'proposals',
              label: t('member.tab.proposals'),
              count: proposals.filter((one) => one.state === 'onTable').length,
              content: (
                <>
                  <p role="status">{hasMoved && <b>{t('member.write.sent')}</b>}</p>
                  <Proposals me={me} proposals={proposals} />
                </>
              ),
            },
            {
              id: 'queue',
              label: t('member.tab.queue'),
              count: meeting.floor.queue.length,
              content: <SpeakersList me={me} />,
            },
          ]}
        />
      </div>
    </Panel>
  );
}

/** The own speech with its time, or the own place in the list. Nothing when one has asked for nothing. */
function OwnTurn({ me }: { readonly me: PersonId }) {
  const t = useText();
  const meeting = useMeeting();
  const now = useServerNow(1_000);
  const { speaking, queue } = meeting.floor;
  const remote = meeting.attendance.present[me]?.mode === 'remote';
  if (speaking !== undefined && hasFloor(meeting, me)) {
    const next = queue[0];
    return (
      <section className={css.own} aria-label={t('member.floor.title')}>
        {speaking.limit === null ? (
          <p className={css.big}>{durationText((now - speaking.from) / 1_000)}</p>
        ) : (
          <SpeakerTimer
            look="big"
            elapsedMs={now - speaking.from}
            limitSeconds={speaking.limit}
            labels={{
              of: t('member.timer.left'),
              over: t('member.timer.over'),
              meter: t('member.timer.meter'),
            }}
          />
        )}
        <p>
          {next === undefined
            ? t('member.floor.nobody')
            : t('member.floor.next', { name: personWithParty(meeting.plan, next.person) })}
        </p>
      </section>
    );
  }
  const request = ownRequest(meeting, me, 'reply') ?? ownRequest(meeting, me);
  if (request === undefined) return null;
  return (
    <section className={css.own} aria-label={t('member.tab.queue')}>
      <p role="status">
        <b>{t('member.queue.place', { ahead: aheadOf(meeting, request) })}</b>
      </p>
      <p className={css.soft}>{t(remote ? 'member.queue.opens' : 'member.queue.hall')}</p>
    </section>
  );
}

/** A document handed out during the item is announced, and opened by the one who reads it: nothing changes by itself. */
function NewDocument({
  me,
  item,
  onRead,
}: {
  readonly me: PersonId;
  readonly item: ItemState;
  readonly onRead: (document: DocumentId) => void;
}) {
  const t = useText();
  const fresh = unreadHandout(item, me);
  return (
    <div aria-live="polite">
      {fresh !== undefined && (
        <div className={css.own}>
          <Alert
            rank="information"
            word={t('documents.new.word')}
            compact
            actions={
              <Button size="s" onPress={() => onRead(fresh.id)}>
                {t('documents.new.read')}
              </Button>
            }
          >
            {t('documents.new', { number: item.number, title: fresh.title })}
          </Alert>
        </div>
      )}
    </div>
  );
}

function SpeakersList({ me }: { readonly me: PersonId }) {
  const t = useText();
  const meeting = useMeeting();
  const { speaking, queue } = meeting.floor;
  const ownIds = new Set(queue.filter((one) => one.person === me).map((one) => one.id as string));
  const entries = queueEntries(meeting, t).map((entry) => (ownIds.has(entry.id) ? { ...entry, own: true } : entry));
  return (
    <div className={css.stack}>
      {speaking !== undefined && (
        <p>
          <span className={css.soft}>{t('member.queue.speaking')}</span>{' '}
          <b>{personWithParty(meeting.plan, speaking.person)}</b>
        </p>
      )}
      {entries.length === 0 ? (
        <EmptyState>
          {t('member.queue.none')} {t('member.queue.none.action')}
        </EmptyState>
      ) : (
        <Queue label={t('member.tab.queue')} entries={entries} />
      )}
      <PointOfOrder me={me} />
    </div>
  );
}

function PointOfOrder({ me }: { readonly me: PersonId }) {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const command = useCommand();
  const now = useServerNow(60_000);
  const own = ownRequest(meeting, me, 'pointOfOrder');
  const ask = { type: 'requestFloor', person: me, kind: 'pointOfOrder' } as const;
  const law = useLaw();
  const refusal = own === undefined ? law?.inTheWayOf(meeting, me, ask, now) : undefined;
  if (law !== undefined && refusal !== undefined)
    return (
      <NotNow
        stacked
        action={t('member.queue.order')}
        word={t('common.notNow')}
        {...law.refusalText(language, refusal, meeting.plan.body.kind)}
      />
    );
  return (
    <div className={css.tight}>
      <Button
        busy={command.sending ? t('member.sending') : undefined}
        onPress={() => void command.send(own === undefined ? ask : { type: 'withdrawRequest', request: own.id })}
      >
        {t(own === undefined ? 'member.queue.order' : 'member.queue.order.takeBack')}
      </Button>
      <p className={css.soft}>{t('member.queue.order.note')}</p>
      <RefusalLine refusal={command.refusal} />
    </div>
  );
}

function Proposals({ me, proposals }: { readonly me: PersonId; readonly proposals: readonly Proposal[] }) {
  const t = useText();
  if (proposals.length === 0)
    return (
      <EmptyState>
        {t('member.proposals.none')} {t('member.proposals.none.action')}
      </EmptyState>
    );
  return (
    <div className={css.cards}>
      {proposals.map((proposal) => (
        <ProposalText
          key={proposal.id}
          proposal={proposal}
          actions={proposal.mover === undefined ? undefined : <ProposalActions me={me} proposal={proposal} />}
        />
      ))}
    </div>
  );
}

/** Support by one click, or withdrawing one's own. What is not lawful now is left out: the proposal is there to be read. */
function ProposalActions({ me, proposal }: { readonly me: PersonId; readonly proposal: Proposal }) {
  const t = useText();
  const meeting = useMeeting();
  const command = useCommand();
  const now = useServerNow(60_000);
  const supports = proposal.supporters.includes(me);
  const wanted =
    proposal.mover === me
      ? ({ type: 'withdrawProposal', proposal: proposal.id } as const)
      : ({ type: supports ? 'withdrawSupport' : 'supportProposal', proposal: proposal.id, person: me } as const);
  const word = proposal.mover === me ? 'withdraw' : supports ? 'unsupport' : 'support';
  const names = proposal.supporters.map((one) => personWithParty(meeting.plan, one));
  const law = useLaw();
  const lawful = law !== undefined && law.inTheWayOf(meeting, me, wanted, now) === undefined;
  return (
    <div className={css.tight}>
      {names.length > 0 && <p className={css.soft}>{t('member.proposals.supporters', { names })}</p>}
      {lawful && proposal.state === 'onTable' && (
        <div>
          <Button
            size="s"
            busy={command.sending ? t('member.sending') : undefined}
            onPress={() => void command.send(wanted)}
          >
            {t(`member.proposals.${word}`)}
          </Button>
        </div>
      )}
      <RefusalLine refusal={command.refusal} />
    </div>
  );
}
