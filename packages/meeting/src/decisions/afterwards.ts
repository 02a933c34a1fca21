import { currentItem } from '../agenda/current.ts';
import type { ItemId, PersonId, ProposalId } from '../ids.ts';
import { bes8, mustTakePart } from '../law/bes-8-authority-over-a-person.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { mtgItemStage } from '../law/mtg-agenda.ts';
import { mtgElector, mtgStatement } from '../law/mtg-decisions.ts';
import { mayReserve } from '../law/res-1-reservation.ts';
import { ok, type Result, refused } from '../result.ts';
import { inConflict, isElected, presentServing, sessionGate } from '../selectors.ts';
import type { Meeting } from '../types.ts';
import type { DecisionsEvent } from './types.ts';

type Decided = Result<readonly DecisionsEvent[]>;

/** deltar inte i beslutet: said before it is taken. */
export function standAside(meeting: Meeting, person: PersonId): Decided {
  const item = currentItem(meeting);
  if (!item || item.stage === 'decided')
    return refused({ rule: mtgItemStage.id, detail: { stage: item?.stage ?? 'none' } });
  const serves = presentServing(meeting).some((s) => s.person === person);
  const refusal = inTheWay(
    sessionGate(meeting),
    !serves && { rule: mtgElector.id },
    mustTakePart(meeting.plan, item) && { rule: bes8.id },
  );
  if (refusal) return refused(refusal);
  const already = meeting.decisions.standsAside[item.id]?.includes(person);
  return ok(already ? [] : [{ type: 'StoodAside', item: item.id, person }]);
}

type Reservation = {
  readonly item: ItemId;
  readonly person: PersonId;
  readonly text: string;
  readonly inFavourOf?: ProposalId;
};

/** Its wording may be handed in later, as the body's order says; that it is made must be said now. */
export function reserve(meeting: Meeting, { item, person, text, inFavourOf }: Reservation): Decided {
  const refusal = mayReserve(meeting, item, person);
  if (refusal) return refused(refusal);
  const words = text.trim();
  const made = meeting.decisions.reservations.some((r) => r.item === item && r.person === person && r.text === words);
  return ok(
    made ? [] : [{ type: 'ReservationMade', item, person, text: words, ...(inFavourOf ? { inFavourOf } : {}) }],
  );
}

/** särskilt yttrande or protokollsanteckning: by one of the body's own, who was not kept out of the item. */
export function makeStatement(meeting: Meeting, { item, person, text }: Reservation): Decided {
  const state = meeting.agenda.items[item];
  const opened = state?.openedAt !== undefined && meeting.agenda.phase === 'open';
  const refusal = inTheWay(
    !opened && { rule: mtgItemStage.id, detail: { stage: state?.stage ?? 'unknown' } },
    (!isElected(meeting, person) || inConflict(meeting, item).has(person)) && { rule: mtgElector.id },
    text.trim() === '' && { rule: mtgStatement.id },
  );
  return refusal ? refused(refusal) : ok([{ type: 'StatementMade', item, person, text: text.trim() }]);
}
