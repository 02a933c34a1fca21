import { describe, expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import type { MeetingPlan } from '../plan.ts';
import { given, item, itemId, type Scene } from '../testing/index.ts';
import { demands, finds, gavel, hallOf, inDebate, member, moves, question, toDecision } from '../testing/procedure.ts';

const adjusters = hallOf({ S: 9 }, { items: [item(1, 'Val av justerare', 'adjusters')] });
const nominate = (scene: Scene, by: PersonId, candidates: readonly PersonId[]) =>
  moves(scene, by, 'nomination', { candidates })[0];
const [a, b, c] = [member('S', 3), member('S', 4), member('S', 5)];

describe('Elections', () => {
  it('BES-1 nominations that fill the places are answered in one question, and the gavel elects', () => {
    const scene = toDecision(nominate(nominate(inDebate(adjusters, 1), a, [a]), b, [b]));
    expect(question(scene)).toMatchObject({
      kind: 'election',
      alternatives: [{ kind: 'adopt' }, { kind: 'decline', implicit: true }],
    });
    const done = finds(scene, 'adopt')
      .when({ type: 'strikeGavel' })
      .then(
        { type: 'QuestionSettled', by: 'acclamation' },
        { type: 'PersonsElected', persons: [a, b], by: 'acclamation' },
        { type: 'ItemDecided', outcome: 'decided' },
      );
    expect(done.meeting.elections.elected).toEqual([{ item: itemId(1), persons: [a, b], by: 'acclamation' }]);
  });

  it('an election committee’s nominees are on the table from the start', () => {
    const plan = hallOf(
      { S: 9 },
      {
        items: [
          item(1, 'Val', 'election', {
            election: { office: 'Ledamot', places: 2 },
            tabled: { by: 'Valberedningen', text: 'Två väljs.', candidates: [a, b] },
          }),
        ],
      },
    );
    const done = gavel(finds(toDecision(inDebate(plan, 1)), 'proposal'));
    expect(done.meeting.elections.elected[0]?.persons).toEqual([a, b]);
  });

  it('declined, nobody is elected', () => {
    const scene = toDecision(nominate(inDebate(adjusters, 1), a, [a, b]));
    expect(gavel(finds(scene, 'decline')).meeting.elections.elected).toEqual([]);
  });

  it('BES-3 a vote on persons is closed: no open vote, and the chair may have it tabled', () => {
    const scene = demands(
      finds(
        toDecision(nominate(nominate(nominate(inDebate(adjusters, 1), a, [a, b]), b, [c]), c, [member('S', 6)])),
        'proposal',
      ),
      b,
    );
    const pair = gavel(finds(scene, scene.meeting.proposals.order.at(-1) ?? 'proposal'));
    pair.when({ type: 'openVote', method: 'buttons' }).refuses('BES-3');
    const [moved] = moves(
      pair.after({ type: 'reopenDebate', reason: 'Sluten omröstning kan inte hållas i dag.' }),
      a,
      'tabling',
    );
    finds(toDecision(moved), 'table')
      .when({ type: 'strikeGavel' })
      .thenAmong({ type: 'ItemDecided', outcome: 'tabled' });
  });

  it('BES-5 the lot settles between persons, before a witness', () => {
    const plan: MeetingPlan = hallOf(
      { S: 8 },
      { items: [item(1, 'Val', 'election', { election: { office: 'Ordförande', places: 1 } })] },
    );
    const scene = demands(finds(toDecision(nominate(nominate(inDebate(plan, 1), a, [a]), b, [b])), 'proposal'), a);
    const q = question(scene);
    const [yes, no] = q.frames[0]?.alternatives ?? [];
    if (!yes || !no) throw new Error('No alternatives.');
    const electors = plan.seats.map((s) => ({ seat: s.id, person: s.holder ?? a }));
    const tied = scene.recorded(
      {
        type: 'VoteOpened',
        vote: 'vote-1' as never,
        question: q.id,
        level: 0,
        yes,
        no,
        method: 'rollCall',
        electors,
        present: 8,
        required: 5,
      },
      { type: 'VoteTied', vote: 'vote-1' as never, ballots: [], remedy: 'lot' },
    );
    tied.when({ type: 'castingVote', alternative: yes }).refuses('BES-5');
    const drawn = tied
      .when({ type: 'recordLot', alternative: no, witness: b, manner: 'Två lappar i en urna' })
      .then({ type: 'LotDrawn', witness: b }, { type: 'VoteClosed', result: { settledBy: 'lot', outcome: no } });
    drawn.when({ type: 'strikeGavel' }).thenAmong({ type: 'PersonsElected', persons: [b] });
    expect(given(drawn).meeting.decisions.openVote).toBeUndefined();
  });
});
