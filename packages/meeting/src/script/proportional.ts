import type { ItemState } from '../agenda/types.ts';
import type { PersonId } from '../ids.ts';
import { personWithParty, phrase } from '../phrase.ts';
import type { Comparison } from '../proportional/count.ts';
import { proportionalNow, proportionalRequest, proportionalResult } from '../proportional/standing.ts';
import type { ProportionalElection } from '../proportional/types.ts';
import { presentServing } from '../selectors.ts';
import type { Meeting } from '../types.ts';
import { ITEM_MARKS } from './debate.ts';
import { adjournStep, lossSteps } from './interruptions.ts';
import { effect, scene, step, trail, words } from './step.ts';
import type { Moment, Scene, Step } from './types.ts';

/** Enough have asked for a proportional election: it comes before everything else in the item. */
export function proportionalSteps(meeting: Meeting, item: ItemState): readonly Step[] {
  const election = proportionalNow(meeting);
  const { asking, quota, enough } = proportionalRequest(meeting, item.id);
  if (election?.state !== 'requested' || !enough) return [];
  const said = effect('openProportional', { asking: asking.length, quota });
  return besideTheLeader(meeting).map((assistant) =>
    step(
      'openProportional',
      {},
      { type: 'openProportional', assistants: [assistant] },
      { asks: ['persons'], effect: said },
    ),
  );
}

/** One to name as an example where somebody beside the one who leads is needed: assistant, witness. */
function besideTheLeader(meeting: Meeting): readonly PersonId[] {
  return presentServing(meeting)
    .map(({ person }) => person)
    .filter((person) => person !== meeting.agenda.leader)
    .slice(0, 1);
}

/** Is the election of the item under way? */
export function isProportionalUnderWay(election: ProportionalElection | undefined): election is ProportionalElection {
  return election !== undefined && ['voting', 'counting', 'counted'].includes(election.state);
}

export function proportionalScene(moment: Moment, item: ItemState, election: ProportionalElection): Scene {
  const inner = phaseScene(moment.meeting, election);
  const annul = step('annulProportional', {}, { type: 'annulProportional', reason: '–' }, { asks: ['reason'] });
  return scene({
    ...inner,
    also: [...(inner.also ?? []), ...lossSteps(moment), annul, adjournStep(moment, 'rest')],
    trail: trail(ITEM_MARKS, election.state === 'counted' ? 4 : 3),
  });
}

function phaseScene(meeting: Meeting, election: ProportionalElection): Partial<Scene> {
  if (election.state === 'voting') return voting(election);
  const result = proportionalResult(election);
  if (result === undefined) return counting(meeting, election);
  if (result.state === 'lotNeeded') return lot(meeting, election, result.tied, result.comparisons);
  const names = result.elected.map(({ person }) => personWithParty(meeting.plan, person));
  return {
    words: [words('proportionalResult', { names, places: election.places })],
    wanted: [step('declareProportional', { names }, { type: 'declareProportional' })],
  };
}

function voting({ electors, voted }: ProportionalElection): Partial<Scene> {
  const values = { voted: voted.length, electors: electors.length };
  const close = step('closeSlips', values, { type: 'closeSlips' }, { effect: effect('closeSlips', values) });
  const everybody = voted.length === electors.length;
  return { words: [words('proportionalVoting', values)], ...(everybody ? { wanted: [close] } : { also: [close] }) };
}

function counting(meeting: Meeting, { counters, voted }: ProportionalElection): Partial<Scene> {
  const names = counters.map(({ counter }) => personWithParty(meeting.plan, counter));
  return { words: [words('proportionalCounting', { slips: voted.length, counters: names.length, names })] };
}

function lot(
  meeting: Meeting,
  election: ProportionalElection,
  tied: readonly number[],
  comparisons: readonly Comparison[],
): Partial<Scene> {
  const groups = tied.map((index) => groupName(meeting, election, index));
  const number = comparisonNumber(comparisons.find((c) => c.group === tied[0]));
  const draws = besideTheLeader(meeting).flatMap((witness) =>
    tied.map((group) =>
      step(
        'drawProportionalLot',
        { group: groupName(meeting, election, group) },
        { type: 'drawProportionalLot', group, witness, manner: '–' },
        { asks: ['person', 'manner'] },
      ),
    ),
  );
  return { words: [words('proportionalLot', { groups, number })], wanted: draws };
}

/** The label, and the next name on the list: groups may share a label. */
export function groupName(meeting: Meeting, election: ProportionalElection, index: number) {
  const group = election.count?.groups[index];
  const first = group?.names[0];
  const name = first === undefined ? '' : personWithParty(meeting.plan, first);
  return phrase('minutes.proportionalGroup', { label: group?.label ?? '', name });
}

const HUNDREDTHS = 100n;

/** To two decimals, as such tables are written. */
export function comparisonNumber(comparison: Comparison | undefined): number {
  if (!comparison) return 0;
  const { numerator, denominator } = comparison;
  return Number((numerator * HUNDREDTHS * 2n + denominator) / (denominator * 2n)) / Number(HUNDREDTHS);
}
