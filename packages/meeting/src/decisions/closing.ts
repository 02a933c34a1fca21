import type { AlternativeId, PersonId } from '../ids.ts';
import { bes5, castingVoteStands } from '../law/bes-5-casting-vote.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { mtgVoteFrozen, mtgVoteOpen, mtgVotePending } from '../law/mtg-decisions.ts';
import type { Refusal } from '../law/rule.ts';
import { ok, type Result, refused } from '../result.ts';
import { sessionGate } from '../selectors.ts';
import type { Meeting } from '../types.ts';
import { ballotsOf, type CountRules, countVotes, fallbackOf, resultOf } from './count.ts';
import { pendingElectors } from './electors.ts';
import { openVote } from './frames.ts';
import type { DecisionsEvent, SettledBy, Threshold, Vote } from './types.ts';

type Decided = Result<readonly DecisionsEvent[]>;

/** The chair's vote between matters, the lot between persons. */
const decidedByTheOther: Refusal = { rule: bes5.id, detail: { own: 'none' } };

/** Everyone present has answered; then nobody may change (gavel). */
export function closeVote(meeting: Meeting): Decided {
  const vote = openVote(meeting.decisions);
  if (!vote || vote.state === 'tied') return refused({ rule: mtgVoteOpen.id });
  const pending = pendingElectors(meeting, vote).length;
  const refusal = inTheWay(
    sessionGate(meeting),
    vote.state === 'frozen' && { rule: mtgVoteFrozen.id, detail: { lost: vote.frozenBy?.length ?? 0 } },
    pending > 0 && { rule: mtgVotePending.id, detail: { pending } },
  );
  if (refusal) return refused(refusal);
  const ballots = ballotsOf(vote);
  const count = countVotes(vote, ballots, countRules(meeting, vote));
  if ('tied' in count) return ok([{ type: 'VoteTied', vote: vote.id, ballots, remedy: count.tied }]);
  return ok(closed(meeting, vote, count));
}

/** KL 5:56. The leader has not voted, or the body's order leaves the casting vote free. */
export function castingVote(meeting: Meeting, alternative: AlternativeId): Decided {
  const vote = openVote(meeting.decisions);
  const side = vote?.yes === alternative ? 'yes' : vote?.no === alternative ? 'no' : undefined;
  if (vote?.state !== 'tied' || !side) return refused({ rule: mtgVoteOpen.id });
  const rules = countRules(meeting, vote);
  const own = rules.leader ? vote.cast[rules.leader]?.choice : undefined;
  const refusal = inTheWay(sessionGate(meeting), castingVoteStands(rules.castingFollowsOwn, own, side));
  if (refusal) return refused(refusal);
  const count = countVotes(vote, ballotsOf(vote), rules, alternative);
  return 'tied' in count ? refused(decidedByTheOther) : ok(closed(meeting, vote, count));
}

/** Between persons the lot decides, drawn before a witness. */
export function recordLot(
  meeting: Meeting,
  lot: { readonly alternative: AlternativeId; readonly witness: PersonId; readonly manner: string },
): Decided {
  const vote = openVote(meeting.decisions);
  const { alternative, witness, manner } = lot;
  if (vote?.state !== 'tied' || (vote.yes !== alternative && vote.no !== alternative))
    return refused({ rule: mtgVoteOpen.id });
  const refusal = inTheWay(sessionGate(meeting), !countRules(meeting, vote).tiesByLot && decidedByTheOther);
  if (refusal) return refused(refusal);
  return ok([
    { type: 'LotDrawn', vote: vote.id, alternative, witness, manner },
    ...closed(meeting, vote, { outcome: alternative, settledBy: 'lot' }),
  ]);
}

/** Below the first level the winner is at once the counter-proposition above. */
function closed(
  meeting: Meeting,
  vote: Vote,
  count: { readonly outcome: AlternativeId; readonly settledBy: SettledBy },
): readonly DecisionsEvent[] {
  const result = resultOf(count, ballotsOf(vote), meeting.agenda.leader);
  const close: DecisionsEvent = { type: 'VoteClosed', vote: vote.id, result };
  if (vote.level === 0) return [close];
  return [
    close,
    {
      type: 'CounterPropositionChosen',
      question: vote.question,
      level: vote.level,
      alternative: count.outcome,
      by: count.settledBy,
    },
  ];
}

const SIMPLE: Threshold = { kind: 'simple' };

/** Only the main vote can need more than a simple majority: below it a counter-proposition is chosen, nothing is decided. */
function countRules(meeting: Meeting, vote: Vote): CountRules {
  const question = meeting.decisions.questions[vote.question];
  const main = vote.level === 0 ? question : undefined;
  const fallback = main && fallbackOf(main);
  return {
    threshold: main?.threshold ?? SIMPLE,
    seatsTotal: meeting.plan.body.seatsTotal,
    leader: meeting.agenda.leader,
    castingFollowsOwn: meeting.plan.body.settings.castingVoteFollowsOwn.value,
    tiesByLot: question?.kind === 'election',
    ...(fallback ? { fallback } : {}),
  };
}
