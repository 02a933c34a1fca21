import { timeText } from '@klubba/i18n';
import { type PersonId, personWithParty } from '@klubba/meeting';
import { CHAT_CAUSES, type ChatCause, type ChatMessage } from '@klubba/protocol';
import { CircleSlash, Trash2, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, ButtonRow, Icon, IconButton } from '../ui/index.ts';
import type { Outgoing } from './channel.ts';
import css from './chat.module.css';
import type { OpenChannel } from './open-channel.ts';

/** One message, or that there was one. `remove`: this person may take it away. */
export function Message({
  message,
  isOwn,
  remove,
}: {
  readonly message: ChatMessage;
  readonly isOwn: boolean;
  readonly remove: OpenChannel['remove'] | undefined;
}) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  const name = useName(message.writer);
  const time = timeText(message.at);
  return (
    <li className={css.message}>
      <p className={css.by}>
        <b>{isOwn ? t('chat.you') : name}</b> <time>{time}</time>
      </p>
      {message.text === undefined ? (
        <Removed message={message} isOwn={isOwn} />
      ) : (
        <p className={css.text}>{message.text}</p>
      )}
      {remove !== undefined && message.text !== undefined && !isAsking && (
        <div className={css.remove}>
          <IconButton
            kind="quiet"
            icon={Trash2}
            label={t('chat.remove.label', { name, time })}
            onPress={() => setAsking(true)}
          />
        </div>
      )}
      {remove !== undefined && message.text !== undefined && isAsking && (
        <Causes remove={(cause) => remove(message.id, cause)} onClose={() => setAsking(false)} />
      )}
    </li>
  );
}

function useName(person: PersonId): string {
  const meeting = useMeeting();
  return meeting.attendance.present[person]?.visitor ?? personWithParty(meeting.plan, person);
}

function Removed({ message: { removed }, isOwn }: { readonly message: ChatMessage; readonly isOwn: boolean }) {
  const t = useText();
  return (
    <p className={isOwn ? css.removedOwn : css.removed}>
      <Icon shape={CircleSlash} />
      <span>
        {t(isOwn ? 'chat.removed.own' : 'chat.removed', { by: removed?.by ?? 'chair' })}
        {removed?.cause !== undefined && <> {t('chat.removed.cause', { cause: t(`chat.cause.${removed.cause}`) })}</>}
      </span>
    </p>
  );
}

/** Why it goes: one press on the cause takes it away. */
function Causes({
  remove,
  onClose,
}: {
  readonly remove: (cause: ChatCause) => ReturnType<OpenChannel['remove']>;
  readonly onClose: () => void;
}) {
  const t = useText();
  const [busy, setBusy] = useState<ChatCause>();
  const [trouble, setTrouble] = useState<{ readonly rule?: string }>();
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.focus(), []);
  const press = async (cause: ChatCause): Promise<void> => {
    setBusy(cause);
    const answer = await remove(cause);
    setBusy(undefined);
    if (answer.is === 'done') onClose();
    else setTrouble(answer.is === 'refused' ? { rule: answer.rule } : {});
  };
  return (
    <div ref={first} role="group" tabIndex={-1} aria-label={t('chat.remove.why')} className={css.causes}>
      <p>{t('chat.remove.why')}</p>
      {CHAT_CAUSES.map((cause) => (
        <Button
          key={cause}
          size="s"
          wide
          align="start"
          busy={busy === cause ? t('chat.remove.busy') : undefined}
          onPress={() => void press(cause)}
        >
          {t(`chat.remove.${cause}`)}
        </Button>
      ))}
      <Button size="s" kind="quiet" onPress={onClose}>
        {t('chat.remove.not')}
      </Button>
      <RefusalLine refusal={trouble?.rule === undefined ? undefined : { rule: trouble.rule }} bare />
      {trouble !== undefined && trouble.rule === undefined && <p role="alert">{t('chat.remove.unreachable')}</p>}
    </div>
  );
}

/** One's own that does not stand there yet: on its way, lost, or refused; with what to do. */
export function OutgoingMessage({ message, channel }: { readonly message: Outgoing; readonly channel: OpenChannel }) {
  const t = useText();
  const { state } = message;
  return (
    <li className={css.message}>
      <p className={css.by}>
        <b>{t('chat.you')}</b>
        {state === 'sending' && <span>{t('chat.sending')}</span>}
      </p>
      <p className={css.text}>{message.text}</p>
      {state === 'unreachable' && (
        <div role="alert" className={css.trouble}>
          <p className={css.failed}>
            <Icon shape={TriangleAlert} /> {t('chat.failed')}
          </p>
          <ButtonRow>
            <Button size="s" onPress={() => channel.writeAgain(message)}>
              {t('chat.resend')}
            </Button>
            <Button size="s" kind="quiet" onPress={() => channel.withdraw(message.id)}>
              {t('chat.withdraw')}
            </Button>
          </ButtonRow>
        </div>
      )}
      {typeof state === 'object' && (
        <div className={css.trouble}>
          <RefusalLine refusal={{ rule: state.refused }} bare />
          <ButtonRow>
            <Button size="s" onPress={() => channel.change(message)}>
              {t('chat.change')}
            </Button>
            {state.refused === 'CHAT-PERSONAL-NUMBER' ? (
              <Button size="s" onPress={() => channel.writeAgain(message, true)}>
                {t('chat.number.anyway')}
              </Button>
            ) : (
              <Button size="s" kind="quiet" onPress={() => channel.writeAgain(message)}>
                {t('chat.resend')}
              </Button>
            )}
          </ButtonRow>
        </div>
      )}
    </li>
  );
}
