import { EyeOff, Gavel, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { RefusalLine } from '../steps/index.ts';
import { Button, Ticks } from '../ui/index.ts';
import css from './chat.module.css';
import type { OpenChannel } from './open-channel.ts';

/** What must not be written, read once at each meeting before the box to write in (CHT-05). */
export function ChatNotice({ channel }: { readonly channel: OpenChannel }) {
  const t = useText();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<{ readonly rule?: string }>();
  const accept = async (): Promise<void> => {
    setBusy(true);
    const answer = await channel.accept();
    setBusy(false);
    if (answer.is !== 'done') setTrouble(answer.is === 'refused' ? { rule: answer.rule } : {});
  };
  return (
    <section aria-labelledby="chat-notice" className={css.foot}>
      <h3 id="chat-notice">{t('chat.notice.title')}</h3>
      <Ticks
        ticks={[
          { id: 'individual', icon: EyeOff, text: t('chat.notice.individual') },
          { id: 'elsewhere', icon: Gavel, text: t('chat.notice.elsewhere') },
          { id: 'moderated', icon: ShieldCheck, text: t('chat.notice.moderated') },
        ]}
      />
      <Button wide busy={isBusy ? t('chat.sending') : undefined} onPress={() => void accept()}>
        {t('chat.notice.accept')}
      </Button>
      <RefusalLine refusal={trouble?.rule === undefined ? undefined : { rule: trouble.rule }} bare />
      {trouble !== undefined && trouble.rule === undefined && <p role="alert">{t('chat.notice.unreachable')}</p>}
    </section>
  );
}
