import { timeText } from '@klubba/i18n';
import { identityTalkOf, type ItemId } from '@klubba/meeting';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useCommand, useMeeting, useServerNow } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, ButtonRow, Countdown, MemberFrame, Panel } from '../ui/index.ts';
import { MeetingStage } from '../video/index.ts';
import { AskedWho } from '../waiting/asked-who.tsx';
import { Coming } from './between-side.tsx';
import { WhoIsIn } from './check-in.tsx';
import { ItemDocuments } from './item-documents.tsx';
import { inTheWayOf } from './lawful.ts';
import { LooseStage } from './loose-stage.tsx';
import { MemberBar } from './member-bar.tsx';
import { LiveHeading } from './live-heading.tsx';
import css from './member.module.css';
import type { ScreenProps } from './member-screen.tsx';
import { Notices } from './notices.tsx';
import { MemberTop } from './top.tsx';

/** Checked in, and the meeting has not begun; or `waits`: not let in yet. */
export function EarlyScreen({ me, open, waits }: ScreenProps & { readonly waits: boolean }) {
  const t = useText();
  const meeting = useMeeting();
  const [read, setRead] = useState<ItemId>();
  const item = read === undefined ? undefined : meeting.agenda.items[read];
  return (
    <MemberFrame
      top={<MemberTop />}
      stage={
        <LooseStage isPinnable={false}>
          <MeetingStage />
        </LooseStage>
      }
      side={
        <div className={css.side}>
          <Notices me={me} />
          {item === undefined ? (
            <Panel framed label={t(waits ? 'member.lobby.title' : 'member.early.title')}>
              <Waiting me={me} waits={waits} onRead={setRead} />
            </Panel>
          ) : (
            <Panel framed flush label={t('member.tab.documents')}>
              <ItemDocuments me={me} item={item} onClose={() => setRead(undefined)} />
            </Panel>
          )}
        </div>
      }
      bar={<MemberBar me={me} open={open} />}
    />
  );
}

function Waiting({
  me,
  waits,
  onRead,
}: {
  readonly me: ScreenProps['me'];
  readonly waits: boolean;
  readonly onRead: (item: ItemId) => void;
}) {
  const t = useText();
  const meeting = useMeeting();
  const now = useServerNow(60_000);
  const { startsAt } = meeting.plan;
  const remote = meeting.attendance.present[me]?.mode === 'remote';
  const isAsked = identityTalkOf(meeting, me) !== undefined;
  return (
    <div className={css.stack}>
      <header className={css.tight}>
        <LiveHeading className={css.title}>{t(waits ? 'member.lobby.title' : 'member.early.title')}</LiveHeading>
        <p>
          {waits
            ? t(isAsked ? 'member.lobby.asked' : 'member.lobby.text')
            : t(remote ? 'member.early.remote' : 'member.early.room', { time: timeText(startsAt) })}
        </p>
      </header>
      <AskedWho meeting={meeting} me={me} />
      <Countdown figure={timeText(startsAt)}>
        {now > startsAt ? t('member.early.late') : t('member.early.begins')}
      </Countdown>
      <WhoIsIn meeting={meeting} />
      {!waits && <ChangePlace me={me} />}
      <Coming onRead={onRead} />
    </div>
  );
}

/** To the hall, or home again: the change is one press, if it is lawful. */
function ChangePlace({ me }: { readonly me: ScreenProps['me'] }) {
  const t = useText();
  const meeting = useMeeting();
  const command = useCommand();
  const now = useServerNow(60_000);
  const mode = meeting.attendance.present[me]?.mode === 'remote' ? 'room' : 'remote';
  const change = { type: 'changeMode', person: me, mode } as const;
  return (
    <>
      <ButtonRow>
        {inTheWayOf(meeting, me, change, now) === undefined && (
          <Button size="s" onPress={() => void command.send(change)}>
            {t('member.early.change', { mode })}
          </Button>
        )}
        <Button size="s" onPress={() => void command.send({ type: 'checkOut', person: me, cause: 'left' })}>
          {t('member.early.out')}
        </Button>
      </ButtonRow>
      <RefusalLine refusal={command.refusal} />
    </>
  );
}
