import type { PersonId } from '../ids.ts';
import { evolve, unplanned } from '../meeting.ts';
import type { Fact, Meeting, Unplanned } from '../types.ts';
import type { Audience } from './audience.ts';
import { showFact, showFactTo } from './show.ts';

/** One audience's meeting, growing fact by fact beside the whole one. `seq` follows the journal, also past facts it was not shown. */
export type View = { readonly whole: Meeting | Unplanned; readonly shown: Meeting | Unplanned };

export const emptyView: View = { whole: unplanned, shown: unplanned };

/** Adds one fact of the journal to a view. */
export function see(view: View, fact: Fact, audience: Audience): View {
  return grown(view, fact, showFact(fact, audience, view.whole));
}

/** What an audience knows after these facts of the journal, from the first. Needed afresh when somebody's audience changes: what was
 * hidden from the old one is not in its fold. */
export function foldFor(facts: Iterable<Fact>, audience: Audience): Meeting | Unplanned {
  let view = emptyView;
  for (const fact of facts) view = see(view, fact, audience);
  return view.shown;
}

/** What one person knows after these facts: the audience's and the person's own. `personalise` gives the same without refolding. */
export function foldForPerson(facts: Iterable<Fact>, audience: Audience, person: PersonId): Meeting | Unplanned {
  let view = emptyView;
  for (const fact of facts) view = grown(view, fact, showFactTo(fact, audience, person, view.whole));
  return view.shown;
}

function grown(view: View, fact: Fact, shown: Fact | null): View {
  const after = shown === null ? view.shown : evolve(view.shown, shown);
  return { whole: evolve(view.whole, fact), shown: after.plan === undefined ? after : { ...after, seq: fact.seq } };
}
