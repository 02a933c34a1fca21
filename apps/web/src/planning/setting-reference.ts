import type { Setting } from '@klubba/meeting';

/** Where a body's rule stands: its clause, or the decision that made it; '' for what the law itself gives. */
export function settingReference({ source }: Setting<unknown>): string {
  if (source.kind !== 'decision') return '';
  const { clause, decision } = source;
  return clause ?? `${decision.body} ${decision.date} § ${decision.section.replace(/^§ */, '')}`;
}
