import { CHAT_TEXT_MAX, holdsPersonalNumber } from '@klubba/protocol';
import { SendHorizontal } from 'lucide-react';
import { type SyntheticEvent, useRef, useState } from 'react';
import { useText } from '../app/text.tsx';
import { Alert, Button, TextArea } from '../ui/index.ts';
import type { Channel } from './channel.ts';
import css from './chat.module.css';
import type { OpenChannel } from './open-channel.ts';

/** From here it is said how much room is left. */
const NEAR_LIMIT = 100;

/** The box to write in. What looks like a personal identity number is asked about before it leaves the device. */
export function Compose({
  channel,
  now,
  isGroup,
}: {
  readonly channel: OpenChannel;
  readonly now: Channel;
  readonly isGroup: boolean;
}) {
  const t = useText();
  const [isWarned, setWarned] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const { draft } = now;
  const left = CHAT_TEXT_MAX - [...draft.trim()].length;
  const send = (confirmed: boolean): void => {
    if (draft.trim() === '' || left < 0) return;
    if (!confirmed && holdsPersonalNumber(draft)) {
      setWarned(true);
      return;
    }
    setWarned(false);
    channel.write(confirmed);
    box.current?.focus();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    send(false);
  };
  return (
    <form className={css.foot} onSubmit={submit}>
      <TextArea
        ref={box}
        onEnter={() => send(false)}
        rows={2}
        label={t(isGroup ? 'chat.write.group' : 'chat.write')}
        mark={left >= 0 && left <= NEAR_LIMIT ? t('chat.left', { count: left }) : undefined}
        error={left < 0 ? t('chat.tooLong', { count: -left }) : undefined}
        value={draft}
        onChange={(text) => {
          setWarned(false);
          channel.draft(text);
        }}
      />
      {isWarned ? (
        <div role="alert">
          <Alert
            rank="warning"
            word={t('chat.number.word')}
            compact
            actions={
              <>
                <Button size="s" onPress={() => box.current?.focus()}>
                  {t('chat.change')}
                </Button>
                <Button size="s" onPress={() => send(true)}>
                  {t('chat.number.anyway')}
                </Button>
              </>
            }
          >
            {t('chat.number')}
          </Alert>
        </div>
      ) : (
        <Button type="submit" icon={SendHorizontal}>
          {t('chat.send')}
        </Button>
      )}
    </form>
  );
}
