import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useText } from '../app/text.tsx';
import { useMe, useMeeting } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, cx, EmptyState, IconButton, Skeleton } from '../ui/index.ts';
import css from './chat.module.css';
import type { Channel } from './channel.ts';
import { ChatNotice } from './chat-notice.tsx';
import { Compose } from './compose.tsx';
import { Message, OutgoingMessage } from './message.tsx';
import type { OpenChannel } from './open-channel.ts';
import { useChannelNow } from './use-channel.ts';
import { mayModerate } from './who.ts';

export type ChatPanelProps = {
  readonly channel: OpenChannel;
  /** The own party's, in its room in a break: nobody else reads it, and nobody takes anything away. */
  readonly isGroup?: boolean;
  /** Absent: the panel is a part of its screen. */
  readonly onClose?: () => void;
  /** Whether the focus is to be taken now; asked once. */
  readonly takesFocus?: () => boolean;
};

/** A channel: what has been written, and the box to write in. Stands beside the meeting and never over it. */
export function ChatPanel({ channel, isGroup = false, onClose, takesFocus }: ChatPanelProps) {
  const t = useText();
  const now = useChannelNow(channel);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus?.() === true) heading.current?.focus();
  }, [takesFocus]);
  useEffect(() => channel.seen(), [channel, now.messages]);
  return (
    <section className={cx(css.panel, !now.accepted && css.unread)} aria-labelledby={isGroup ? 'group-chat' : 'chat'}>
      <header className={css.head}>
        <h2 ref={heading} id={isGroup ? 'group-chat' : 'chat'} tabIndex={-1} className={css.title}>
          {t(isGroup ? 'chat.title.group' : 'chat.title')}
        </h2>
        {onClose !== undefined && <IconButton kind="quiet" icon={X} label={t('chat.close')} onPress={onClose} />}
        <p className={css.about}>{t(isGroup ? 'chat.about.group' : 'chat.about')}</p>
      </header>
      <Inside channel={channel} now={now} isGroup={isGroup} />
    </section>
  );
}

function Inside({
  channel,
  now,
  isGroup,
}: {
  readonly channel: OpenChannel;
  readonly now: Channel;
  readonly isGroup: boolean;
}) {
  const t = useText();
  if (now.is === 'asking')
    return (
      <div className={css.state}>
        <Skeleton>{t('chat.asking')}</Skeleton>
      </div>
    );
  if (now.is === 'unreachable')
    return (
      <div className={css.state} role="alert">
        <p>{t('chat.unreachable')}</p>
        <Button onPress={channel.refresh}>{t('chat.again')}</Button>
      </div>
    );
  if (typeof now.is === 'object')
    return (
      <div className={css.state}>
        <b>{t('chat.closed')}</b>
        <RefusalLine refusal={{ rule: now.is.refused }} bare />
      </div>
    );
  return (
    <>
      <Messages channel={channel} now={now} isGroup={isGroup} />
      {now.accepted ? <Compose channel={channel} now={now} isGroup={isGroup} /> : <ChatNotice channel={channel} />}
    </>
  );
}

/** Newest last. What comes while it is open is read out; the list follows it, unless one has scrolled back to read. */
function Messages({
  channel,
  now,
  isGroup,
}: {
  readonly channel: OpenChannel;
  readonly now: Channel;
  readonly isGroup: boolean;
}) {
  const t = useText();
  const me = useMe()?.person;
  const meeting = useMeeting();
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    const element = box.current;
    if (element !== null && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [now.messages, now.outgoing]);
  const moderates = !isGroup && me !== undefined && mayModerate(meeting, me);
  return (
    <div
      ref={box}
      role="log"
      aria-label={t('chat.list')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and may hold nothing to press (WCAG 2.1.1)
      tabIndex={0}
      className={css.log}
      onScroll={({ currentTarget: at }) => {
        isAtEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < 40;
      }}
    >
      {now.messages.length === 0 && now.outgoing.length === 0 && <EmptyState level={3}>{t('chat.none')}</EmptyState>}
      <ul className={css.messages}>
        {now.messages.map((message) => (
          <Message
            key={message.id}
            message={message}
            isOwn={message.writer === me}
            remove={moderates ? channel.remove : undefined}
          />
        ))}
        {now.outgoing.map((message) => (
          <OutgoingMessage key={message.id} message={message} channel={channel} />
        ))}
      </ul>
    </div>
  );
}
