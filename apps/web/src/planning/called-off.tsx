import { useText } from '../app/text.tsx';
import { Alert } from '../ui/index.ts';

/** Says that the meeting is not held, and why. */
export function CalledOff({ reason }: { readonly reason: string }) {
  const t = useText();
  return (
    <Alert rank="warning" word={t('notice.calledOff')}>
      {t('notice.calledOff.text', { reason })}
    </Alert>
  );
}
