import type { AlternativeId, BodyKind, Choice, Item, PersonId, QuestionId } from '@klubba/meeting';
import { evolve } from '@klubba/meeting';
import { CHAIR, inFullNumber, presentToBe, type Stage } from '../replay/hall.ts';
import { type Draw, type Opinion, opinion } from './draw.ts';

type Case = {
  readonly kind: BodyKind;
  readonly seats: number;
  readonly present: number;
  readonly asks: 'tabling' | 'referralBack';
  readonly election: boolean;
  readonly earlier: 'none' | 'minority' | 'annulled';
  readonly toPreparingOrgan: boolean;
  /** The chair found that the matter is decided today, so yes is for that. */
  readonly foundToday: boolean;
};

/**
 * KL 5:50: “ska bordläggas eller återremitteras, om det begärs av minst en tredjedel av de närvarande ledamöterna. Enkel majoritet krävs
 * dock om ärendet tidigare bordlagts eller återremitterats på begäran av en minoritet”; elections by simple majority. 6:33: boards by simple
 * majority. 5:26: back means to who prepared it. A majority, or the chair when votes are equal, decides as in any other question.
 */
function carried(one: Case, ballots: readonly Choice[], chair: Choice): boolean {
  const wants: Choice = one.foundToday ? 'no' : 'yes';
  let asking = 0;
  let against = 0;
  for (const ballot of ballots) {
    if (ballot === wants) asking += 1;
    else if (ballot !== 'abstain') against += 1;
  }
  if (asking > against) return true;
  if (asking === against && asking > 0 && chair === wants) return true;
  const minority =
    (one.kind === 'council' || one.kind === 'federationCouncil') &&
    !one.election &&
    one.earlier !== 'minority' &&
    (one.asks === 'tabling' || one.toPreparingOrgan);
  return minority && asking > 0 && asking + asking + asking >= ballots.length;
}

const KINDS: readonly BodyKind[] = ['council', 'council', 'federationCouncil', 'board', 'executiveBoard'];
const ITEM = 'item-1' as Item['id'];
const TODAY = 'q1-1' as AlternativeId;
const BACK = 'q1-2' as AlternativeId;
const MOST_SEATS = 15;

function caseOf(draw: Draw): Case {
  const seats = 5 + draw(MOST_SEATS - 4);
  const least = Math.floor(seats / 2) + 1;
  return {
    kind: KINDS[draw(KINDS.length)] ?? 'council',
    seats,
    present: least + draw(seats - least + 1),
    asks: draw(4) === 0 ? 'tabling' : 'referralBack',
    election: draw(6) === 0,
    earlier: (['none', 'none', 'minority', 'annulled'] as const)[draw(4)] ?? 'none',
    toPreparingOrgan: draw(4) > 0,
    foundToday: draw(3) > 0,
  };
}

const opened = new Map<string, Stage>();

/** Up to the open vote by commands of the heart; cases that differ in the ballots alone go on from there. */
function voteOpened(one: Case): Stage {
  const key = JSON.stringify(one);
  const known = opened.get(key);
  if (known) return known.copy();
  const item: Partial<Item> = {
    kind: one.election ? 'election' : 'matter',
    preparedBy: ['kommunstyrelsen'],
    ...(one.election ? { election: { office: '', places: 1 } } : {}),
    ...(one.earlier === 'none'
      ? {}
      : { earlierMinorityReferral: { date: '', section: '', annulled: one.earlier === 'annulled' } }),
  };
  const stage = inFullNumber(one.kind, one.seats, '2025-03-03', [item]);
  const mover = 'seat-3' as PersonId;
  stage.do({ type: 'openItem', item: ITEM });
  stage.do({ type: 'beginDebate' });
  const addressee = one.toPreparingOrgan ? 'kommunstyrelsen' : 'ett bolag';
  stage.do(
    {
      type: 'moveProposal',
      person: mover,
      kind: one.asks,
      text: '',
      reason: 'skäl',
      ...(one.asks === 'referralBack' ? { addressee } : {}),
    },
    mover,
  );
  const proposal = stage.meeting.proposals.order.at(-1);
  if (!proposal) throw new Error('nothing was moved');
  stage.do({ type: 'closeDebate' });
  const wanted = { id: BACK, kind: one.asks === 'tabling' ? ('table' as const) : ('referBack' as const), proposal };
  const today = { id: TODAY, kind: 'decideToday' as const, implicit: true };
  stage.do({
    type: 'proposeOrder',
    questions: [
      { id: 'q1' as QuestionId, kind: one.asks, threshold: { kind: 'simple' }, alternatives: [today, wanted] },
    ],
  });
  stage.do({ type: 'approveOrder' });
  stage.do({ type: 'putQuestion' });
  stage.do({ type: 'stateFinding', alternative: one.foundToday ? TODAY : BACK });
  stage.do({ type: 'demandVote', person: mover }, mover);
  presentToBe(stage, one.present);
  stage.do({ type: 'openVote', method: 'buttons' });
  opened.set(key, stage);
  return stage.copy();
}

const CHOICES: readonly Choice[] = ['yes', 'no', 'abstain'];

export function remits(cases: number, seed: number): Opinion {
  return opinion('referral back and tabling', cases, seed, (draw) => {
    const one = caseOf(draw);
    const stage = voteOpened(one);
    const vote = stage.meeting.decisions.openVote;
    const open = vote && stage.meeting.decisions.votes[vote];
    if (!vote || !open) throw new Error('no vote is open');
    const ballots = open.electors.map(({ person }) => ({
      person,
      choice: person === CHAIR ? (CHOICES[draw(2)] ?? 'yes') : (CHOICES[draw(3)] ?? 'yes'),
    }));
    for (const { person, choice } of ballots) {
      const next = evolve(stage.meeting, {
        seq: stage.meeting.seq + 1,
        at: stage.at,
        actor: person,
        event: { type: 'VoteCast', vote, person, choice, how: 'button' },
      });
      if (next.plan !== undefined) stage.meeting = next;
    }
    stage.do({ type: 'closeVote' });
    stage.do({ type: 'strikeGavel' });
    const outcome = stage.meeting.decisions.questions['q1' as QuestionId]?.outcome;
    const chair = ballots.find((b) => b.person === CHAIR)?.choice ?? 'abstain';
    const expected = carried(
      one,
      ballots.map((b) => b.choice),
      chair,
    )
      ? BACK
      : TODAY;
    return outcome === expected ? undefined : JSON.stringify({ one, ballots: ballots.map((b) => b.choice), outcome });
  });
}
