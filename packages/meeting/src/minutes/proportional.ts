import type { ItemState } from '../agenda/types.ts';
import { personWithParty, phrase } from '../phrase.ts';
import { proportionalResult } from '../proportional/standing.ts';
import { comparisonNumber, groupName } from '../script/proportional.ts';
import type { Fact } from '../types.ts';
import { factsOfType, type Known, passage } from './known.ts';
import { passageKey } from './passage-key.ts';
import type { Passage } from './shape.ts';

/** The request and its quota, the slips by group, how each place was given, the lots. Nobody is named as a voter. */
export function proportionalPassages(known: Known, item: ItemState, facts: readonly Fact[]): readonly Passage[] {
  const annulled = factsOfType(facts, 'ProportionalAnnulled').map((fact) =>
    passage('procedure', passageKey(item.id, 'proportionalAnnulled', fact.seq), 'proportionalAnnulled', {}, [fact], {
      verbatim: [fact.event.reason],
    }),
  );
  // What was asked for, counted and drawn before an annulment is no part of the election that was held.
  const own = facts.slice(facts.findLastIndex(({ event }) => event.type === 'ProportionalAnnulled') + 1);
  return [...annulled, ...requested(known, item, own), ...counted(known, item, own)];
}

function requested({ meeting }: Known, item: ItemState, facts: readonly Fact[]): readonly Passage[] {
  const [opened] = factsOfType(facts, 'ProportionalOpened');
  if (!opened) return [];
  const { quota, present, officer, assistants } = opened.event;
  const standing = meeting.proportional.byItem[item.id]?.requestedBy;
  const requests = factsOfType(facts, 'ProportionalRequested').filter(({ event }) => standing?.includes(event.person));
  const names = (persons: typeof assistants) => persons.map((person) => personWithParty(meeting.plan, person));
  const values = {
    requesters: names(requests.map((r) => r.event.person)),
    present,
    quota,
    officer: personWithParty(meeting.plan, officer),
    assistants: names(assistants),
  };
  return [
    passage('procedure', passageKey(item.id, 'proportional'), 'proportional', values, [...requests, opened], {
      heading: phrase('minutes.heading.proportional'),
    }),
  ];
}

function counted({ meeting }: Known, item: ItemState, facts: readonly Fact[]): readonly Passage[] {
  const election = meeting.proportional.byItem[item.id];
  const result = election && proportionalResult(election);
  const about = factsOfType(facts, 'ProportionalCounted');
  if (about.length === 0 || !election?.count || !result) return [];
  const groups = election.count.groups.map(({ label, names, votes }) =>
    phrase('minutes.proportionalVotes', { label, votes, names: names.map((p) => personWithParty(meeting.plan, p)) }),
  );
  const invalid = Object.values(election.count.invalid).reduce((sum, n) => sum + n, 0);
  const lots = factsOfType(facts, 'ProportionalLotDrawn');
  let lotsTold = 0;
  const places = result.steps.map((step, index) => {
    const lot = step.tied ? lots[lotsTold++] : undefined;
    const values = {
      turn: index + 1,
      label: groupName(meeting, election, step.group),
      name: personWithParty(meeting.plan, step.person),
      number: comparisonNumber(step.comparisons.find((c) => c.group === step.group)),
    };
    const key = passageKey(item.id, 'proportionalPlace', index + 1);
    if (!lot)
      return passage(
        'procedure',
        key,
        step.sharedWith.length > 0 ? 'proportionalShared' : 'proportionalPlace',
        values,
        about,
      );
    const drawn = { ...values, witness: personWithParty(meeting.plan, lot.event.witness) };
    return passage('procedure', key, 'proportionalLot', drawn, [...about, lot], { verbatim: [lot.event.manner] });
  });
  return [
    passage(
      'procedure',
      passageKey(item.id, 'proportionalCount'),
      'proportionalCount',
      { slips: election.voted.length, groups, invalid },
      about,
    ),
    ...places,
  ];
}
