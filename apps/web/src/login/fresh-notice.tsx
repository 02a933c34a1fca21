import { useText } from '../app/text.tsx';
import { Alert } from '../ui/alert.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { refusalSentence } from './hint-text.ts';

/** Why it was not done. What needs a fresh login leads to one, and back here. */
export function FreshNotice({ rule }: { readonly rule: string | undefined }) {
  const t = useText();
  if (rule === undefined) return null;
  const here = encodeURIComponent(location.pathname);
  const isStale = rule === 'IDA-FRESH';
  return (
    <div role="status">
      <Alert
        rank="information"
        word={`${t(isStale ? 'login.ends.again' : 'common.notNow')}.`}
        compact
        actions={isStale ? <ButtonLink href={`/?again&next=${here}`}>{t('login.ends.again')}</ButtonLink> : undefined}
      >
        {refusalSentence(t, rule)}
      </Alert>
    </div>
  );
}
