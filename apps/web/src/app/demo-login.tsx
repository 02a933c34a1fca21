import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { logInByDemoLink } from './api.ts';
import css from './app.module.css';
import { demoToken } from './next-path.ts';
import { useText } from './text.tsx';

/** Demo mode: each invented person has a link, printed when the program starts. `only` when there is no other way in. */
export function DemoLogin({ only, onDone }: { readonly only: boolean; readonly onDone: () => void }) {
  const t = useText();
  const [link, setLink] = useState('');
  const [state, setState] = useState<'ready' | 'sending' | 'wrong'>('ready');
  const send = async () => {
    setState('sending');
    if (await logInByDemoLink(demoToken(link))) onDone();
    else setState('wrong');
  };
  return (
    <form
      className={css.demo}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (state !== 'sending') void send();
      }}
    >
      <TextField
        label={t('shell.in.demoLink.title')}
        hint={t('shell.in.demoLink.text')}
        value={link}
        onChange={setLink}
        {...(state === 'wrong' ? { error: t('shell.in.demoLink.wrong') } : {})}
      />
      <Button
        type="submit"
        kind={only ? 'primary' : 'secondary'}
        size="l"
        {...(state === 'sending' ? { busy: t('shell.in.demoLink.sending') } : {})}
      >
        {t('shell.in.demoLink.open')}
      </Button>
    </form>
  );
}
