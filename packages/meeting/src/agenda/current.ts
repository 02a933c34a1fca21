import { mustBePut } from '../decisions/order.ts';
import type { ItemKind } from '../plan.ts';
import type { Meeting } from '../types.ts';
import type { ItemState } from './types.ts';

/** The item under treatment, with its state. */
export function currentItem(meeting: Pick<Meeting, 'agenda'>): ItemState | undefined {
  return meeting.agenda.current ? meeting.agenda.items[meeting.agenda.current] : undefined;
}

/** Kinds that always end with the gavel. The others do when somebody has moved something, or an order was begun. */
const DECIDED_KINDS: readonly ItemKind[] = ['adjusters', 'agenda', 'matter', 'election', 'bill'];

export function needsDecision(meeting: Pick<Meeting, 'proposals' | 'decisions'>, item: ItemState): boolean {
  if (DECIDED_KINDS.includes(item.kind)) return true;
  const moved = Object.values(meeting.proposals.byId).some(
    (p) => p.item === item.id && p.mover !== undefined && p.state === 'onTable',
  );
  const begun = meeting.decisions.orders[item.id]?.questions.some((q) =>
    ['waiting', 'current'].includes(meeting.decisions.questions[q]?.state ?? ''),
  );
  return moved || begun === true;
}

/** The matter was settled in part, and what was left has since been withdrawn: nothing more awaits an answer. */
export function isAnswered(meeting: Pick<Meeting, 'proposals' | 'decisions'>, item: ItemState): boolean {
  const questions = Object.values(meeting.decisions.questions).filter((q) => q.item === item.id);
  const settled = questions.some((q) => q.state === 'settled' && ['main', 'clause', 'addition'].includes(q.kind));
  const open = questions.some((q) => q.state === 'waiting' || q.state === 'current');
  return settled && !open && mustBePut(meeting, item.id).length === 0;
}
