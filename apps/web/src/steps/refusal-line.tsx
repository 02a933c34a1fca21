import type { Refusal } from '@klubba/meeting';
import { later } from '../app/later.tsx';

const RefusalWords = later('inside', async () => (await import('./refusal-words.tsx')).RefusalWords);

/** The answer to a press that the law did not allow, beside the button. Nothing has been changed. `bare`: within a bar. */
export function RefusalLine({
  refusal,
  bare = false,
}: {
  readonly refusal: Refusal | undefined;
  readonly bare?: boolean;
}) {
  return <div role="status">{refusal !== undefined && <RefusalWords refusal={refusal} bare={bare} />}</div>;
}
