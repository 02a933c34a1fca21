import type { ReportedDecision } from '../plan.ts';
import { kl, rule } from './rule.ts';

/** What the board must decide itself: its aims, proposals to the council, authority of principle, handed-over proposals by residents, and what other law keeps from delegation. */
export const del2 = rule({
  id: 'DEL-2',
  statutes: [kl(6, 38)],
  bodies: ['executiveBoard', 'board', 'jointBoard', 'federationBoard'],
});

/** The urgent mandate of 6:39 is not delegation, and this list does not bind it. */
export function isForbiddenToDelegate(decision: ReportedDecision): boolean {
  return decision.kind === 'delegated' && decision.reservedToBoard !== undefined;
}
