import { dateText, durationText, timeText } from '@klubba/i18n';
import { currentItem, lastVote, type Meeting, openVote, quorum, shownMoment } from '@klubba/meeting';
import { usePageTitle } from '../app/page-title.ts';
import { usePreferences, useText } from '../app/text.tsx';
import { useConnection, useMeeting, useServerNow } from '../live/index.ts';
import { Countdown, Queue, WallDebate, WallFrame, WallQuiet } from '../ui/index.ts';
import { PictureTile, SpeakerPicture, useCast } from '../video/index.ts';
import { WallBefore } from './before.tsx';
import { queueEntries } from '../figures/queue-entries.ts';
import { Moved } from './moved.tsx';
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

function Moment({ meeting, now }: { readonly meeting: Meeting; readonly now: number }) {
  const t = useText();
  switch (shownMoment(meeting)) {
    case 'before':
      return <WallBefore meeting={meeting} />;
    case 'closed':
      return <WallQuiet headline={t('wall.closed')} why={t('wall.closed.why')} />;
    case 'adjourned':
      return <WallAdjourned meeting={meeting} />;
    case 'check':
      return <WallQuiet headline={t('wall.check')} why={t('wall.check.why')} />;
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

function WallAdjourned({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const current = meeting.adjournment.current;
  const why = current?.reason || t(`label.adjournment.${current?.cause ?? 'other'}`);
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

function Debate({ meeting, now }: { readonly meeting: Meeting; readonly now: number }) {
  const t = useText();
  const entries = queueEntries(meeting, t);
  const cast = useCast();
  const item = currentItem(meeting);
  return (
    <WallDebate
      speaker={<SpeakerPicture look="hall" aside={<SpeechTime meeting={meeting} now={now} />} />}
      queueTitle={t('wall.queue')}
      queue={
        entries.length === 0 ? (
          <p>{t('wall.queue.empty')}</p>
        ) : (
          <Queue look="hall" label={t('wall.queue')} entries={entries} />
        )
      }
      proposals={item === undefined ? null : <Moved meeting={meeting} item={item} />}
      remoteLabel={t('video.others')}
      remote={cast.others.slice(0, 8).map((shown, index) => ({
        id: shown.person ?? String(index),
        tile: <PictureTile shown={shown} rank={FIRST_OTHER + index} look="hall" />,
      }))}
    />
  );
}

function SpeechTime({ meeting, now }: { readonly meeting: Meeting; readonly now: number }) {
  const t = useText();
  const speech = meeting.floor.speaking;
  if (speech === undefined) return null;
  const elapsed = Math.max(0, Math.floor((now - speech.from) / 1000));
  return speech.limit === null
    ? t('wall.time', { elapsed: durationText(elapsed) })
    : t('wall.timeOf', { elapsed: durationText(elapsed), limit: durationText(speech.limit) });
}

/** Speaker 0, room 1, then the others. */
const FIRST_OTHER = 2;

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
