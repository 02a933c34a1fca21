import type { Refusal } from '@klubba/meeting';
import { usePreferences, useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { Alert, RuleRef } from '../ui/index.ts';
import { refusalText } from './refusal-text.ts';

/** Not now: the sentence and the paragraph. `bare`: in a line of its own without a frame. */
export function RefusalWords({ refusal, bare = false }: { readonly refusal: Refusal; readonly bare?: boolean }) {
  const t = useText();
  const { language } = usePreferences();
  const kind = useMeeting((meeting) => meeting.plan.body.kind);
  const { reason, rule } = refusalText(language, refusal, kind);
  const words = (
    <>
      {reason} {rule !== undefined && <RuleRef>{rule}</RuleRef>}
    </>
  );
  return bare ? (
    <>
      <b>{t('common.notNow')}</b> {words}
    </>
  ) : (
    <Alert rank="warning" word={t('common.notNow')} compact>
      {words}
    </Alert>
  );
}
