import { listOf } from '@klubba/i18n';
import {
  decide,
  type Meeting,
  type MeetingCommand,
  type PersonId,
  personWithParty,
  type ProportionalElection,
  proportionalNow,
  proportionalRequest,
} from '@klubba/meeting';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, Pairs, Panel, Row, Rows } from '../ui/index.ts';
import { ComparisonTable } from './comparison-table.tsx';
import css from './proportional.module.css';
import { SlipCountForm } from './slip-count-form.tsx';

/** A proportional election of the open item, whichever stage it is in; nothing where it cannot be asked for. */
export function ProportionalPanel({
  meeting,
  me,
  now,
  inset = false,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly now: number;
  /** Inside a frame that draws to its edge. */
  readonly inset?: boolean;
}) {
  const t = useText();
  const { send, refusal } = useCommand();
  const item = meeting.agenda.current === undefined ? undefined : meeting.agenda.items[meeting.agenda.current];
  if (item?.election?.proportional !== true) return null;
  const election = proportionalNow(meeting);
  const lawful = (command: MeetingCommand) => decide(meeting, command, { at: now, actor: me, id: 'proportional' }).ok;
  const isAsked = election === undefined || election.state === 'requested';
  const panel = (
    <Panel title={t('proportional.title')}>
      {isAsked && <Asking meeting={meeting} me={me} election={election} lawful={lawful} send={send} />}
      {election?.state === 'voting' && <Slips meeting={meeting} election={election} lawful={lawful} send={send} />}
      {election?.state === 'counting' && <Counting election={election} me={me} meeting={meeting} />}
      {election?.count !== undefined && <ComparisonTable meeting={meeting} election={election} />}
      <RefusalLine refusal={refusal} />
    </Panel>
  );
  return inset ? <div className={css.inset}>{panel}</div> : panel;
}

type Acts = {
  readonly lawful: (command: MeetingCommand) => boolean;
  readonly send: (command: MeetingCommand) => unknown;
};

/** How many ask and how many must (LPV 2 §), and the own request. */
function Asking({
  meeting,
  me,
  election,
  lawful,
  send,
}: Acts & { readonly meeting: Meeting; readonly me: PersonId; readonly election: ProportionalElection | undefined }) {
  const t = useText();
  const { current } = meeting.agenda;
  if (current === undefined) return null;
  const { asking, present, quota, enough } = proportionalRequest(meeting, current);
  const asks = election?.requestedBy.includes(me) === true;
  const command = { type: asks ? 'withdrawProportional' : 'requestProportional', person: me } as const;
  return (
    <>
      <Pairs
        pairs={[
          { term: t('proportional.asking'), value: asking.length },
          { term: t('proportional.quota'), value: quota },
        ]}
      />
      <p role="status">{t(enough ? 'proportional.enough' : 'proportional.why', { present, quota })}</p>
      {lawful(command) && (
        <Button wide onPress={() => void send(command)}>
          {t(asks ? 'proportional.withdraw' : 'proportional.ask')}
        </Button>
      )}
    </>
  );
}

/** Who has yet to put a slip in the urn; the officer and the secretary tick each off as they are called. */
function Slips({
  meeting,
  election,
  lawful,
  send,
}: Acts & { readonly meeting: Meeting; readonly election: ProportionalElection }) {
  const t = useText();
  const left = election.electors.filter((person) => !election.voted.includes(person));
  return (
    <>
      <Pairs
        pairs={[
          {
            term: t('proportional.slips'),
            value: t('proportional.of', { voted: election.voted.length, electors: election.electors.length }),
          },
        ]}
      />
      {left.some((person) => lawful({ type: 'markSlip', person })) && (
        <Rows label={t('proportional.left')}>
          {left.map((person) => (
            <Row
              key={person}
              tight
              end={
                <Button size="s" onPress={() => void send({ type: 'markSlip', person })}>
                  {t('proportional.mark')}
                </Button>
              }
            >
              {personWithParty(meeting.plan, person)}
            </Row>
          ))}
        </Rows>
      )}
    </>
  );
}

function Counting({
  meeting,
  me,
  election,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly election: ProportionalElection;
}) {
  const t = useText();
  const { language } = usePreferences();
  const counters = [...(election.officer === undefined ? [] : [election.officer]), ...election.assistants];
  const done = election.counters.map((one) => one.counter);
  if (counters.includes(me) && !done.includes(me)) return <SlipCountForm meeting={meeting} election={election} />;
  return (
    <p role="status">
      {t('proportional.counting', {
        names: listOf(
          language,
          counters.map((person) => personWithParty(meeting.plan, person)),
        ),
        done: done.length,
      })}
    </p>
  );
}
