import { timeText } from '@klubba/i18n';
import { identityTalkOf, type Meeting, type PersonId } from '@klubba/meeting';
import { Clock, Eye, Hand, Info, LogIn, LogOut, UserCheck } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { logOut } from '../app/api.ts';
import { Loading } from '../app/loading.tsx';
import { usePageTitle } from '../app/page-title.ts';
import { useText } from '../app/text.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { LiveMeeting, useCommand, useConnection, useMe, useMeeting, useServerNow } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button } from '../ui/button.tsx';
import { QuietFrame } from '../ui/frames.tsx';
import { Ticks } from '../ui/rows.tsx';
import { StatusLine } from '../ui/status-line.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import { DeviceCheck, MeetingStage, MeetingVideo, OwnPicture, useVideo } from '../video/index.ts';
import { AskedWho } from '../waiting/asked-who.tsx';
import { WaitingForMeeting } from '../waiting/waiting-for-meeting.tsx';
import { Help } from './hearing-entry.tsx';
import { HearingQuiet } from './hearing-quiet.tsx';
import css from './login.module.css';

/** `/hearing`: the only page of one who is heard in a single item. Waiting, in, and out for good. */
export function HearingView() {
  const t = useText();
  const [me] = useAnswer('me');
  usePageTitle(t('hearing.tab'));
  if (me.is === 'asking') return <Loading />;
  if (me.is === 'anonymous') return <HearingQuiet what="ended" />;
  const meeting = me.is === 'value' ? me.value.onlyMeeting : undefined;
  if (meeting === undefined) return <Navigate replace to="/" />;
  return (
    <LiveMeeting
      meeting={meeting}
      waiting={(connection) =>
        connection.is === 'ended' ? <HearingQuiet what="ended" /> : <WaitingForMeeting connection={connection} />
      }
    >
      <MeetingVideo>
        <Moment />
      </MeetingVideo>
    </LiveMeeting>
  );
}

function Moment() {
  const meeting = useMeeting();
  const connection = useConnection();
  const me = useMe()?.person;
  const state = me === undefined ? 'ended' : meeting.secrecy.externals[me]?.state;
  if (me === undefined || state === 'ended' || connection.is === 'ended')
    return <HearingQuiet what="ended" about={aboutOf(meeting)} />;
  if (meeting.attendance.present[me] === undefined) return <Ready meeting={meeting} me={me} />;
  return state === 'admitted' ? <Heard meeting={meeting} me={me} /> : <Waiting meeting={meeting} me={me} />;
}

type MomentProps = { readonly meeting: Meeting; readonly me: PersonId };

function Ready({ meeting, me }: MomentProps) {
  const t = useText();
  const command = useCommand();
  const name = givenName(meeting, me);
  const arrive = () =>
    // How one was identified is written by the server, whatever is said here.
    void command.send({ type: 'checkIn', person: me, mode: 'remote', identified: 'oneTimeLink' });
  return (
    <Frame meeting={meeting}>
      <h1 className={css.title}>{t('hearing.ready.title', { name })}</h1>
      <p className={css.lede}>{t('hearing.ready.lede')}</p>
      <DeviceCheck meeting={meeting.plan.meeting} onResult={() => undefined} />
      <RefusalLine refusal={command.refusal} />
      <div className={css.buttons}>
        <Button
          kind="primary"
          size="l"
          icon={LogIn}
          busy={command.sending ? t('hearing.code.sending') : undefined}
          onPress={arrive}
        >
          {t('hearing.ready.enter')}
        </Button>
      </div>
    </Frame>
  );
}

function Waiting({ meeting, me }: MomentProps) {
  const t = useText();
  const time = timeText(meeting.plan.startsAt);
  const isAsked = identityTalkOf(meeting, me) !== undefined;
  const lede = meeting.agenda.phase === 'open' ? 'hearing.wait.lede' : 'hearing.wait.lede.early';
  return (
    <Frame meeting={meeting}>
      <h1 className={css.title}>{t('hearing.wait.title', { name: givenName(meeting, me) })}</h1>
      {!isAsked && <p className={css.lede}>{t(lede, { time })}</p>}
      <AskedWho meeting={meeting} me={me} />
      <Ticks
        ticks={[
          { id: 'check', icon: UserCheck, text: t('hearing.wait.check') },
          { id: 'stay', icon: Clock, text: t('hearing.wait.stay') },
        ]}
      />
    </Frame>
  );
}

function Heard({ meeting, me }: MomentProps) {
  const t = useText();
  const command = useCommand();
  const [isLeaving, setLeaving] = useState(false);
  // Of a closed item one is told no queue: that it was received is known here alone, until one is heard.
  const [hasAsked, setAsked] = useState(false);
  const isHeard = useVideo().view.microphone === 'on';
  useEffect(() => {
    if (isHeard) setAsked(false);
  }, [isHeard]);
  const ask = async () => {
    const outcome = await command.send({ type: 'requestFloor', person: me, kind: 'speech' });
    setAsked(outcome.kind !== 'refused');
  };
  const leave = async () => {
    await logOut();
    location.reload();
  };
  return (
    <Frame meeting={meeting}>
      <MeetingStage />
      <h1 className={css.lede}>
        <b>{t('hearing.in.title')}</b> {t('hearing.in.lede')}
      </h1>
      <Ticks
        ticks={[
          { id: 'seen', icon: Eye, text: t('hearing.in.seen') },
          { id: 'later', icon: Info, text: t('hearing.in.notLater') },
        ]}
      />
      <RefusalLine refusal={command.refusal} />
      <StatusLine>{hasAsked ? t('hearing.in.said') : ''}</StatusLine>
      {isLeaving && <p role="alert">{t('hearing.in.leave.sure')}</p>}
      <div className={css.buttons}>
        {!hasAsked && !isLeaving && (
          <Button size="l" icon={Hand} onPress={() => void ask()}>
            {t('hearing.in.say')}
          </Button>
        )}
        {isLeaving && <Button onPress={() => setLeaving(false)}>{t('hearing.in.stay')}</Button>}
        <Button icon={LogOut} onPress={() => (isLeaving ? void leave() : setLeaving(true))}>
          {t('hearing.in.leave')}
        </Button>
      </div>
      <OwnPicture />
    </Frame>
  );
}

function Frame({ meeting, children }: { readonly meeting: Meeting; readonly children: ReactNode }) {
  const now = useServerNow(1_000);
  const { help, body, municipality } = aboutOf(meeting);
  const aside = help === undefined ? {} : { aside: <Help help={help} /> };
  return (
    <QuietFrame top={<TopBar body={body} presence={municipality} clock={timeText(now)} />} {...aside}>
      <div className={css.stack}>{children}</div>
    </QuietFrame>
  );
}

function givenName({ plan }: Meeting, me: PersonId): string {
  return plan.people.find((person) => person.id === me)?.givenName ?? '';
}

/** Whom to ring is told to everybody who may be in the meeting; without a number nobody is named. */
function aboutOf({ plan }: Meeting) {
  const id = plan.duties.find((one) => one.duty === 'secretary')?.person;
  const secretary = plan.people.find((person) => person.id === id);
  const phone = plan.secretaryPhone ?? secretary?.phone;
  const name = secretary === undefined ? '' : `${secretary.givenName} ${secretary.familyName}`;
  return {
    body: plan.body.name,
    municipality: plan.municipality,
    ...(phone === undefined ? {} : { help: { name, phone } }),
  };
}
