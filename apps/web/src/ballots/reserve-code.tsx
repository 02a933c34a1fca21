import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, TextField } from '../ui/index.ts';
import css from './ballots.module.css';
import type { Voter } from './use-voter.ts';

/** The tablet's secret, for its voter to write down: with it the vote can be cast on another tablet if this one breaks. */
export function ReserveCode({ secret }: { readonly secret: string }) {
  const t = useText();
  const [shown, setShown] = useState(false);
  if (!shown)
    return (
      <>
        <p>{t('ballot.code.why')}</p>
        <Button icon={KeyRound} onPress={() => setShown(true)}>
          {t('ballot.code.show')}
        </Button>
      </>
    );
  return (
    <>
      <p className={css.code}>{secret}</p>
      <p>{t('ballot.code.keep')}</p>
      <Button onPress={() => setShown(false)}>{t('ballot.code.hide')}</Button>
    </>
  );
}

/** For one whose own tablet is lost after the list was approved. */
export function ByReserveCode({ voter }: { readonly voter: Voter }) {
  const t = useText();
  const [code, setCode] = useState('');
  return (
    <>
      <p>{t('ballot.code.what')}</p>
      <TextField label={t('ballot.code')} value={code} onChange={setCode} maxLength={40} />
      <Button
        icon={KeyRound}
        busy={voter.busy ? t('ballot.code.busy') : undefined}
        onPress={() => void voter.restore(code.replaceAll(/\s/g, ''))}
      >
        {t('ballot.code.use')}
      </Button>
    </>
  );
}
