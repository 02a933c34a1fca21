import { plain, timeText } from '@klubba/i18n';
import {
  currentQuestion,
  type Meeting,
  openVote,
  partiesBehind,
  personWithParty,
  proposalName,
  rollCallOrder,
  seatById,
} from '@klubba/meeting';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { queueEntries } from '../figures/queue-entries.ts';
import { Button, Panel, Queue, Row, Rows, SpeakerTimer, WhoVoted } from '../ui/index.ts';
import { AddSpeakerDialog } from './add-speaker-dialog.tsx';

/** Beside the script: what the moment is about. The roll, who has voted, or the speakers and proposals. */
export function ChairLists({ meeting, now }: { readonly meeting: Meeting; readonly now: number }) {
  if (meeting.attendance.rollCall.state === 'running') return <RollList meeting={meeting} />;
  if (openVote(meeting.decisions) !== undefined) return <VotedList meeting={meeting} />;
  return (
    <>
      {currentQuestion(meeting) === undefined && <Speakers meeting={meeting} now={now} />}
      <Proposals meeting={meeting} />
    </>
  );
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

function VotedList({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const vote = openVote(meeting.decisions);
  if (vote === undefined) return null;
  const voted = Object.keys(vote.cast).length;
  return (
    <Panel title={t('chair.voted')} note={t('chair.of', { present: voted, seats: vote.electors.length })}>
      <WhoVoted
        label={t('chair.voted')}
        people={vote.electors.map(({ person }) => ({
          id: person,
          name: personWithParty(meeting.plan, person),
          voted: vote.cast[person] !== undefined,
        }))}
        words={{ voted: t('wall.vote.voted'), waiting: t('wall.vote.waiting') }}
      />
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
  const question = currentQuestion(meeting);
  const found = question?.frames.at(-1)?.found;
  return (
    <Panel title={t('chair.proposals')} note={t('chair.proposals.count', { count: proposals.length })}>
      <Rows>
        {proposals.map((proposal) => {
          if (proposal === undefined) return null;
          const alternative = question?.alternatives.find((one) => one.proposal === proposal.id);
          const isFound = alternative !== undefined && alternative.id === found;
          const parties =
            question !== undefined && alternative !== undefined
              ? partiesBehind(meeting, question, alternative.id).join(', ')
              : undefined;
          const name = String(plain(language, proposalName(meeting, proposal.id)));
          return (
            <Row
              key={proposal.id}
              tight
              current={isFound}
              note={
                proposal.text === ''
                  ? t(`label.proposalKind.${proposal.kind}`)
                  : `${t(`label.proposalKind.${proposal.kind}`)}, ${timeText(proposal.at)}`
              }
              end={isFound ? t('chair.proposals.found') : parties}
            >
              {name.charAt(0).toLocaleUpperCase('sv') + name.slice(1)}
            </Row>
          );
        })}
      </Rows>
    </Panel>
  );
}
