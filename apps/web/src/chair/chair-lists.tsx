import { plain, timeText } from '@klubba/i18n';
import {
  currentQuestion,
  type Meeting,
  type PersonId,
  personWithParty,
  type Proposal,
  proposalName,
  quorum,
  registerHasChanged,
  rollCallOrder,
  seatById,
  shownMoment,
} from '@klubba/meeting';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { capital } from '../figures/chain.ts';
import { queueEntries } from '../figures/queue-entries.ts';
import { ProportionalPanel } from '../proportional/index.ts';
import { Button, Panel, Queue, Row, Rows, SpeakerTimer } from '../ui/index.ts';
import { AddSpeakerDialog } from './add-speaker-dialog.tsx';
import { CheckPanel, ComingPanel, MinutesPanel, StandInsPanel } from './moment-panels.tsx';
import { PerCapsulamPanel } from './per-capsulam-panel.tsx';
import { QuestionPanels } from './question-panels.tsx';
import { VotingRegisterPanel } from '../voting-register/index.ts';
import { MissingVotes, PartyVotes } from './vote-panels.tsx';

/** Beside the script: what the moment is about. The roll, whose vote is missing, who must come back, or speakers and proposals. */
export function ChairLists({
  meeting,
  me,
  now,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly now: number;
}) {
  const moment = shownMoment(meeting);
  switch (moment) {
    case 'rollCall':
      return <RollList meeting={meeting} />;
    case 'adjourned':
    case 'check':
      return <CheckPanel meeting={meeting} me={me} now={now} />;
    case 'closed':
      return <MinutesPanel meeting={meeting} />;
    case 'voting':
    case 'result':
      return (
        <>
          <MissingVotes meeting={meeting} />
          <PartyVotes meeting={meeting} />
        </>
      );
    case 'finding':
      return <QuestionPanels meeting={meeting} />;
    case 'chain':
      // The figure below says it.
      return null;
    case 'before':
      return (
        <>
          <VotingRegisterPanel meeting={meeting} me={me} now={now} />
          <PerCapsulamPanel meeting={meeting} me={me} now={now} />
          <ComingPanel meeting={meeting} />
        </>
      );
    case 'between':
      return (
        <>
          {!quorum(meeting).quorate && <StandInsPanel meeting={meeting} me={me} now={now} />}
          <VotingRegisterPanel meeting={meeting} me={me} now={now} />
          <ComingPanel meeting={meeting} />
        </>
      );
    case 'doorsClosed':
    case 'debate':
      return (
        <>
          {!quorum(meeting).quorate && <StandInsPanel meeting={meeting} me={me} now={now} />}
          <ProportionalPanel meeting={meeting} me={me} now={now} />
          {awaitsRegister(meeting) && <VotingRegisterPanel meeting={meeting} me={me} now={now} />}
          {currentQuestion(meeting) === undefined ? (
            <Speakers meeting={meeting} now={now} />
          ) : (
            <QuestionPanels meeting={meeting} />
          )}
          {currentQuestion(meeting) === undefined && <Proposals meeting={meeting} />}
        </>
      );
  }
}

/** The general meeting has its voting register yet to approve: for the first time, or as it has changed. */
function awaitsRegister(meeting: Meeting): boolean {
  return meeting.company.votingRegister === undefined || registerHasChanged(meeting);
}

function RollList({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { rollCall, serving } = meeting.attendance;
  return (
    <Panel title={t('chair.roll')} note={t('chair.roll.last')}>
      <Rows ordered label={t('chair.roll')}>
        {rollCallOrder(meeting).map((id) => {
          const seat = seatById(meeting, id);
          const person = serving[id]?.person ?? seat?.holder;
          const answer = rollCall.answers[id];
          const called = rollCall.called === id && answer === undefined;
          const mode = person === undefined ? undefined : meeting.attendance.present[person]?.mode;
          const state = called
            ? t('chair.roll.called')
            : answer === undefined
              ? mode === undefined
                ? t('chair.away')
                : t(`label.mode.${mode}`)
              : t(`chair.roll.${answer}`);
          return (
            <Row
              key={id}
              tight
              start={seat?.number}
              current={called}
              end={state}
              rank={answer === 'noAnswer' ? 'warning' : undefined}
            >
              {person === undefined ? t('chair.vacant') : personWithParty(meeting.plan, person)}
            </Row>
          );
        })}
      </Rows>
    </Panel>
  );
}

function Speakers({ meeting, now }: { readonly meeting: Meeting; readonly now: number }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const item = meeting.agenda.current;
  if (item === undefined) return null;
  const { queue, speaking } = meeting.floor;
  const entries = queueEntries(meeting, t);
  return (
    <Panel
      title={t('wall.queue')}
      note={t('chair.queue.count', {
        replies: queue.filter((q) => q.kind === 'reply').length,
        speeches: queue.filter((q) => q.kind === 'speech').length,
      })}
    >
      {speaking !== undefined && speaking.limit !== null && (
        <SpeakerTimer
          name={personWithParty(meeting.plan, speaking.person)}
          note={t(`label.requestKind.${speaking.kind}`).toLocaleLowerCase('sv')}
          elapsedMs={now - speaking.from}
          limitSeconds={speaking.limit}
          labels={{ of: t('chair.timer.of'), over: t('chair.timer.over'), meter: t('chair.timer.meter') }}
        />
      )}
      {entries.length === 0 ? <p>{t('wall.queue.empty')}</p> : <Queue label={t('wall.queue')} entries={entries} />}
      <Button icon={UserPlus} wide onPress={() => setAdding(true)}>
        {t('chair.queue.add')}
      </Button>
      {adding && <AddSpeakerDialog meeting={meeting} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function Proposals({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { language } = usePreferences();
  const item = meeting.agenda.current;
  const proposals = meeting.proposals.order
    .map((id) => meeting.proposals.byId[id])
    .filter((p) => p !== undefined && p.item === item && p.state === 'onTable');
  if (proposals.length === 0) return null;
  return (
    <Panel title={t('chair.proposals')} note={t('chair.proposals.count', { count: proposals.length })}>
      <Rows>
        {proposals.map((proposal) => {
          if (proposal === undefined) return null;
          const name = String(plain(language, proposalName(meeting, proposal.id)));
          return (
            <Row
              key={proposal.id}
              tight
              note={
                proposal.mover === undefined
                  ? undefined
                  : `${t(`label.proposalKind.${proposal.kind}`)}, ${timeText(proposal.at)}`
              }
              end={partiesOf(meeting, proposal)}
            >
              {capital(name)}
            </Row>
          );
        })}
      </Rows>
    </Panel>
  );
}

/** "M, L, KD": the mover's party, and those of everyone who has joined in. */
function partiesOf({ plan }: Meeting, { mover, supporters }: Proposal): string | undefined {
  const persons = [mover, ...supporters];
  const ids = new Set(plan.people.filter((one) => persons.includes(one.id)).map((one) => one.party));
  const shorts = plan.parties.filter((party) => ids.has(party.id)).map((party) => party.short);
  return shorts.length === 0 ? undefined : shorts.join(', ');
}
