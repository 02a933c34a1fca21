import { useEffect, useState } from 'react';
import type { AssuranceAct } from '@klubba/protocol';
import { useText } from '../app/text.tsx';
import { Alert } from '../ui/alert.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { assuranceAt } from './api.ts';
import css from './login.module.css';

const ASK_EVERY_MS = 30_000;

/** Says before it is needed that this meeting demands a surer login, and leads there and back (IDA-03, IDA-10). */
export function StepUpNotice({ meeting }: { readonly meeting: string }) {
  const t = useText();
  const [short, setShort] = useState<readonly AssuranceAct[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const look = async () => {
      const told = await assuranceAt(meeting);
      if (isGone) return;
      if (told.is === 'value') setShort(told.value.short);
      timer = setTimeout(() => void look(), ASK_EVERY_MS);
    };
    void look();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [meeting]);
  if (short.length === 0) return null;
  const here = encodeURIComponent(location.pathname);
  return (
    <div role="status" className={css.notice}>
      <Alert
        rank="information"
        word={`${t('stepUp.word')}.`}
        compact
        actions={<ButtonLink href={`/?again&next=${here}`}>{t('stepUp.action')}</ButtonLink>}
      >
        {[...short.map((act) => t(`stepUp.${act}`)), t('stepUp.back')].join(' ')}
      </Alert>
    </div>
  );
}
