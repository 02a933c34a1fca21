import { needsDecision } from '../agenda/current.ts';
import type { ItemState } from '../agenda/types.ts';
import { undecided } from '../decisions/order.ts';
import type { PersonId } from '../ids.ts';
import { personWithParty } from '../phrase.ts';
import { presentServing } from '../selectors.ts';
import type { Meeting } from '../types.ts';
import { step, words } from './step.ts';
import type { Scene, Step } from './types.ts';

const ADJUSTERS = 2;

/** An item that asks for a decision, and nobody has moved anything: the chair asks for proposals before closing the debate. */
export function nothingMoved(meeting: Meeting, item: ItemState): boolean {
  return (
    needsDecision(meeting, item) &&
    undecided(meeting, item.id).length === 0 &&
    (meeting.decisions.decided[item.id] ?? []).length === 0
  );
}

export function askForProposals(item: ItemState): Scene['words'] {
  return elects(item) ? [words('whoIsNominated')] : [words('whatIsMoved')];
}

/** Entered by the one who leads for what is said in the hall. The persons and the words are an example to be replaced. */
export function entrySteps(meeting: Meeting, item: ItemState): readonly Step[] {
  const { leader } = meeting.agenda;
  if (leader === undefined) return [];
  if (!elects(item))
    return [
      step(
        'enterProposal',
        {},
        { type: 'moveProposal', person: leader, kind: 'approval', text: '–' },
        { asks: ['person', 'text'] },
      ),
    ];
  const candidates = suggested(meeting, leader, item.election?.places ?? ADJUSTERS);
  const names = candidates.map((person) => personWithParty(meeting.plan, person));
  return [
    step(
      'nominate',
      { names },
      { type: 'moveProposal', person: leader, kind: 'nomination', text: '', candidates },
      { asks: ['person', 'persons'] },
    ),
  ];
}

function elects(item: ItemState): boolean {
  return item.kind === 'adjusters' || item.kind === 'election';
}

/** Of those serving and present, never the one who leads: one of each other party first, then more of them, the own party last. */
function suggested(meeting: Meeting, leader: PersonId, places: number): readonly PersonId[] {
  const partyOf = new Map(meeting.plan.people.map((p) => [p.id, p.party]));
  const serving = presentServing(meeting)
    .map((s) => s.person)
    .filter((person) => person !== leader);
  const others = serving.filter((person) => partyOf.get(person) !== partyOf.get(leader));
  const parties = others.map((person) => partyOf.get(person));
  const one = others.filter((_, index) => parties.indexOf(parties[index]) === index);
  return [...new Set([...one, ...others, ...serving])].slice(0, places);
}
