import type { ReportedDecision } from '../plan.ts';
import { kl, rule } from './rule.ts';

/** The chair decides alone only on the board's mandate and when the matter cannot wait; it is reported at the board's next meeting. */
export const del1 = rule({
  id: 'DEL-1',
  statutes: [kl(6, 39), kl(6, 40)],
  bodies: ['executiveBoard', 'board', 'jointBoard', 'federationBoard'],
});

export function isWithoutMandate(decision: ReportedDecision): boolean {
  return decision.kind === 'chair' && (decision.mandate === undefined || decision.urgent !== true);
}
