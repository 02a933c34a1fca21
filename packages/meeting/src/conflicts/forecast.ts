import type { ItemState } from '../agenda/types.ts';
import { presentServing } from '../attendance/quorum.ts';
import { type StandIn, standIns } from '../attendance/substitutes.ts';
import { isCouncil } from '../body.ts';
import type { ItemId, PersonId } from '../ids.ts';
import { requiredPresent } from '../law/nar-1-quorum.ts';
import type { Meeting } from '../types.ts';

export { leaderInConflict } from '../law/jav-2-board.ts';

export type ForecastConflict = {
  readonly item: ItemId;
  readonly number: number;
  /** Flagged before the meeting, declared, raised or established. */
  readonly persons: readonly PersonId[];
  readonly presentWithout: number;
  readonly required: number;
  /** Without a substitute the item cannot be handled: boards have no exception (JAV-04). */
  readonly breaksQuorum: boolean;
  /** Who could serve in whose seat for the item. */
  readonly substitutes: readonly StandIn[];
};

/** Items to come where expected conflicts take somebody out, and what that does to the quorum. */
export function conflictForecast(meeting: Meeting): readonly ForecastConflict[] {
  const required = requiredPresent(meeting.plan.body);
  const serving = presentServing(meeting);
  return meeting.agenda.order.flatMap((id) => {
    const item = meeting.agenda.items[id];
    if (!item || isOver(item)) return [];
    const persons = expectedIn(meeting, item);
    if (persons.length === 0) return [];
    const presentWithout = serving.filter(({ person }) => !persons.includes(person)).length;
    const breaksQuorum = presentWithout < required && !isCouncil(meeting.plan.body.kind);
    return [
      {
        item: id,
        number: item.number,
        persons,
        presentWithout,
        required,
        breaksQuorum,
        substitutes: standIns(meeting, id, persons),
      },
    ];
  });
}

const OVER: readonly ItemState['stage'][] = ['closed', 'tabled', 'withdrawn'];

/** Handled or taken off: nobody is in conflict in it any more. */
export function isOver({ stage }: Pick<ItemState, 'stage'>): boolean {
  return OVER.includes(stage);
}

function expectedIn(meeting: Meeting, item: ItemState): readonly PersonId[] {
  const told = meeting.conflicts.byItem[item.id] ?? [];
  const denied = new Set(told.filter((c) => c.state === 'withdrawn' || c.state === 'rejected').map((c) => c.person));
  return [...new Set([...(item.expectedConflicts ?? []), ...told.map((c) => c.person)])].filter(
    (person) => !denied.has(person),
  );
}
