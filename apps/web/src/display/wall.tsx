import { dateText, durationText, timeText } from '@klubba/i18n';
import {
  type ClosedBallot,
  closedBallotOf,
  lastVote,
  type Meeting,
  openVote,
  type ProportionalElection,
  proportionalNow,
  quorum,
  shownMoment,
  type ShownMoment,
} from '@klubba/meeting';
import { WallBallot } from '../ballots/wall-ballot.tsx';
import { useBreakEnd } from '../break-rooms/break-end.tsx';
import { usePageTitle } from '../app/page-title.ts';
import { usePreferences, useText } from '../app/text.tsx';
import { useConnection, useMeeting, useServerNow } from '../live/index.ts';
import { WallProportional } from '../proportional/index.ts';
import { Countdown, WallFrame, WallQuiet } from '../ui/index.ts';
import { WallBefore } from './before.tsx';
import { WallCheck } from './check.tsx';
import { Debate } from './debate.tsx';
import { WallRollCall } from './roll-call.tsx';
import { WallChain, WallFinding, WallResult, WallVoting } from './voting.tsx';

/** What everybody in the hall sees: the same list, the same vote, at the same moment as every other screen. */
export function Wall() {
  const t = useText();
  const meeting = useMeeting();
  const now = useServerNow(1_000);
  const connection = useConnection();
  usePageTitle(`${t('wall.tab')}, ${meeting.plan.body.name}`);
  return (
    <WallFrame title={<Title meeting={meeting} />} state={<State meeting={meeting} />} clock={timeText(now)}>
      <Moment meeting={meeting} now={now} />
      {connection.is === 'lost' && <p role="status">{t('wall.lost')}</p>}
    </WallFrame>
  );
}

function Title({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const item = meeting.agenda.current === undefined ? undefined : meeting.agenda.items[meeting.agenda.current];
  if (item === undefined) return meeting.plan.body.name;
  return t('wall.title', { number: item.number, title: item.title });
}

function State({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const moment = shownMoment(meeting);
  const ballot = shownBallot(meeting);
  if (ballot !== undefined) return t('wall.ballot.state', { phase: ballot.state === 'counted' ? 'counted' : 'open' });
  const election = shownElection(meeting);
  if (election !== undefined)
    return t('wall.proportional.state', { done: election.count === undefined ? 'no' : 'yes' });
  if (moment === 'voting' || moment === 'result') return <VoteState meeting={meeting} over={moment === 'result'} />;
  if (moment === 'rollCall' && meeting.agenda.openedAt !== undefined)
    return t('wall.state.opened', { time: timeText(meeting.agenda.openedAt) });
  if (meeting.agenda.phase !== 'open') return null;
  const { present, seats, remote, quorate } = quorum(meeting);
  return t('wall.state.presence', { present, seats, remote, quorate: quorate ? 'yes' : 'no' });
}

/** Which vote of the chain it is, and whether it goes on. */
function VoteState({ meeting, over }: { readonly meeting: Meeting; readonly over: boolean }) {
  const t = useText();
  const vote = over ? lastVote(meeting) : openVote(meeting.decisions);
  const question = vote === undefined ? undefined : meeting.decisions.questions[vote.question];
  const chain = (question?.frames.length ?? 0) > 1;
  const kind = chain ? (vote?.level === 0 ? 'main' : 'counter') : 'only';
  return t(over ? 'wall.state.result' : 'wall.state.voting', { kind });
}

/** The open item's closed ballot, where nothing else interrupts. */
function shownBallot(meeting: Meeting): ClosedBallot | undefined {
  const { current } = meeting.agenda;
  const isFree = BALLOT_MOMENTS.includes(shownMoment(meeting));
  return current === undefined || !isFree ? undefined : closedBallotOf(meeting, current);
}

/** The open item's proportional election from the first slip on, where nothing else interrupts. */
function shownElection(meeting: Meeting): ProportionalElection | undefined {
  const election = proportionalNow(meeting);
  const isFree = BALLOT_MOMENTS.includes(shownMoment(meeting));
  return election?.state === 'requested' || !isFree ? undefined : election;
}

const BALLOT_MOMENTS: readonly ShownMoment[] = ['finding', 'chain', 'debate'];

function Moment({ meeting, now }: { readonly meeting: Meeting; readonly now: number }) {
  const t = useText();
  const off = meeting.notice.calledOff;
  if (off !== undefined) return <WallQuiet headline={t('waiting.calledOff')} why={off.reason} />;
  const ballot = shownBallot(meeting);
  if (ballot !== undefined) return <WallBallot meeting={meeting} ballot={ballot} />;
  const election = shownElection(meeting);
  if (election !== undefined) return <WallProportional meeting={meeting} election={election} />;
  switch (shownMoment(meeting)) {
    case 'before':
      return <WallBefore meeting={meeting} />;
    case 'closed':
      return <WallQuiet headline={t('wall.closed')} why={t('wall.closed.why')} />;
    case 'adjourned':
      return <WallAdjourned meeting={meeting} now={now} />;
    case 'check':
      return <WallCheck meeting={meeting} />;
    case 'doorsClosed':
      return <WallQuiet headline={t('wall.doors')} why={t('wall.doors.why')} />;
    case 'rollCall':
      return <WallRollCall meeting={meeting} />;
    case 'voting':
      return <WallVoting meeting={meeting} />;
    case 'result':
      return <WallResult meeting={meeting} />;
    case 'chain':
      return <WallChain meeting={meeting} />;
    case 'finding':
      return <WallFinding meeting={meeting} />;
    case 'debate':
      return <Debate meeting={meeting} now={now} />;
    case 'between':
      return <WallBetween meeting={meeting} />;
  }
}

function WallAdjourned({ meeting, now }: { readonly meeting: Meeting; readonly now: number }) {
  const t = useText();
  const current = meeting.adjournment.current;
  const end = useBreakEnd(true);
  const why =
    end === 'near' && current?.until !== undefined
      ? t('breaks.wall.near', { left: durationText(Math.ceil((current.until - now) / 1_000)) })
      : current?.reason || t(`label.adjournment.${current?.cause ?? 'other'}`);
  return (
    <WallQuiet
      headline={t('wall.adjourned')}
      why={why}
      aside={
        current?.until === undefined ? undefined : (
          <Countdown look="hall" figure={timeText(current.until)}>
            {t('wall.continues')}
          </Countdown>
        )
      }
    />
  );
}

function WallBetween({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { language } = usePreferences();
  const next = meeting.agenda.order.map((id) => meeting.agenda.items[id]).find((item) => item?.stage === 'waiting');
  return (
    <WallQuiet
      headline={next ? t('wall.next', { number: next.number, title: next.title }) : meeting.plan.body.name}
      why={dateText(language, meeting.plan.date)}
    />
  );
}
