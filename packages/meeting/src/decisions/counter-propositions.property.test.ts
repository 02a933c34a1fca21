import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from './types.ts';
import { given, type Scene } from '../testing/index.ts';
import { gavel, hallOf, inDebate, member, moves, question, vote } from '../testing/procedure.ts';
import { item } from '../testing/index.ts';
import { currentFrame, currentQuestion, openVote } from './frames.ts';
import { quorum } from '../selectors.ts';

const SEATS = 7;
const RUNS = 60;
const plan = hallOf({ S: SEATS }, { items: [item(1, 'Ärendet', 'matter')] });
const members = Array.from({ length: SEATS }, (_, index) => member('S', index + 1));

/** From two to six proposals on the table, order approved. */
const openings = [2, 3, 4, 5, 6].map((alternatives) => {
  let scene = inDebate(plan, 1);
  for (let n = 2; n <= alternatives; n++) [scene] = moves(scene, member('S', n), 'amendment', { text: `Förslag ${n}` });
  return scene.after({ type: 'closeDebate' }).after({ type: 'proposeOrder' }).after({ type: 'approveOrder' });
});

const CHOICES: readonly Choice[] = ['yes', 'no', 'abstain'];
/** Everything that people decide on the way: which alternative the chair hears, whether a vote is demanded, how each votes. */
const course = fc.record({
  alternatives: fc.integer({ min: 2, max: 6 }),
  heard: fc.array(fc.nat({ max: 5 }), { minLength: 6, maxLength: 6 }),
  demanded: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  ballots: fc.array(fc.array(fc.constantFrom(...CHOICES), { minLength: SEATS, maxLength: SEATS }), {
    minLength: 6,
    maxLength: 6,
  }),
});
type Course = typeof course extends fc.Arbitrary<infer Value> ? Value : never;

const MOST_STEPS = 40;

/** The chair follows the law's next step until the item is decided. */
function run({ alternatives, heard, demanded, ballots }: Course): Scene {
  let scene = openings[alternatives - 2] ?? given(plan);
  let levels = 0;
  let votes = 0;
  for (let step = 0; step < MOST_STEPS && currentQuestion(scene.meeting); step++) {
    const frame = currentFrame(question(scene));
    const cast = frame.vote ? vote(scene) : undefined;
    if (frame.put === undefined) scene = scene.after({ type: 'putQuestion' });
    else if (frame.found === undefined) {
      const index = (heard[levels] ?? 0) % frame.alternatives.length;
      scene = scene.after({
        type: 'stateFinding',
        alternative: frame.alternatives[index] ?? frame.found ?? frame.alternatives[0]!,
      });
      if (demanded[levels]) scene = scene.after({ type: 'demandVote', person: member('S', 2) });
      levels += 1;
    } else if (frame.opponent && !cast) {
      scene = scene.after({ type: 'openVote', method: 'buttons' });
      const open = vote(scene);
      const choices = ballots[votes] ?? [];
      votes += 1;
      scene = open.electors.reduce(
        (s, { person }) =>
          s.after({ type: 'castVote', vote: open.id, choice: choices[members.indexOf(person)] ?? 'abstain' }, person),
        scene,
      );
      scene = scene.after({ type: 'closeVote' });
      const tied = openVote(scene.meeting.decisions);
      if (tied) scene = scene.after({ type: 'castingVote', alternative: tied.no });
    } else scene = gavel(scene);
  }
  return scene;
}

describe('Algorithm B, whatever people do', () => {
  it('BES-1 ends with an outcome: the winner of the main vote, or what the chair found and nobody contested', () => {
    fc.assert(
      fc.property(course, (c) => {
        const scene = run(c);
        const [settled] = Object.values(scene.meeting.decisions.questions);
        expect(scene.meeting.agenda.items[plan.items[0]!.id]?.stage).toBe('decided');
        const mainVote = Object.values(scene.meeting.decisions.votes).find((v) => v.level === 0);
        expect(settled?.outcome).toBe(mainVote ? mainVote.result?.outcome : settled?.frames[0]?.found);
        expect(settled?.eliminated).not.toContain(settled?.outcome);
      }),
      { numRuns: RUNS },
    );
  });

  it('BES-4 votes are conserved: one ballot each, and the figures are a recount of them', () => {
    fc.assert(
      fc.property(course, (c) => {
        for (const { result, electors, yes, no } of Object.values(run(c).meeting.decisions.votes)) {
          const ballots = result?.ballots ?? [];
          expect(new Set(ballots.map((b) => b.person)).size).toBe(electors.length);
          const count = (choice: string) => ballots.filter((b) => b.choice === choice).length;
          expect([result?.yes, result?.no, result?.abstain, result?.absent]).toEqual([
            count('yes'),
            count('no'),
            count('abstain'),
            count('absent'),
          ]);
          expect(count('yes') + count('no') + count('abstain') + count('absent')).toBe(electors.length);
          if (count('yes') !== count('no')) expect(result?.outcome).toBe(count('yes') > count('no') ? yes : no);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('NAR-1 nothing is decided below the number, whoever leaves and whenever', () => {
    const leaving = fc.record({ course, gone: fc.integer({ min: 4, max: 6 }), after: fc.nat({ max: 12 }) });
    fc.assert(
      fc.property(leaving, ({ course: c, gone, after }) => {
        const facts = run(c).facts;
        const from = facts.findIndex((f) => f.event.type === 'OrderApproved') + 1;
        const cut = given(facts.slice(0, Math.min(from + after, facts.length)));
        const settledBefore = cut.facts.filter((f) => f.event.type === 'QuestionSettled').length;
        const small = members
          .slice(SEATS - gone)
          .reduce((s, person) => s.after({ type: 'checkOut', person, cause: 'left' }, person), cut);
        expect(quorum(small.meeting).quorate).toBe(false);
        for (const type of ['putQuestion', 'strikeGavel'] as const) expect(small.when({ type }).refusal).toBeDefined();
        expect(small.when({ type: 'openVote', method: 'buttons' }).refusal).toBeDefined();
        expect(small.facts.filter((f) => f.event.type === 'QuestionSettled')).toHaveLength(settledBefore);
      }),
      { numRuns: RUNS },
    );
  });
});
