import type { Refusal } from '@klubba/meeting';
import { usePreferences, useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { Alert, RuleRef } from '../ui/index.ts';
import { refusalText } from './refusal-text.ts';

/** The answer to a press that the law did not allow, beside the button. Nothing has been changed. */
export function RefusalLine({ refusal }: { readonly refusal: Refusal | undefined }) {
  const t = useText();
  const { language } = usePreferences();
  const kind = useMeeting((meeting) => meeting.plan.body.kind);
  const { reason, rule } =
    refusal === undefined ? { reason: '', rule: undefined } : refusalText(language, refusal, kind);
  return (
    <div role="status">
      {refusal !== undefined && (
        <Alert rank="warning" word={t('common.notNow')} compact>
          {reason} {rule !== undefined && <RuleRef>{rule}</RuleRef>}
        </Alert>
      )}
    </div>
  );
}
