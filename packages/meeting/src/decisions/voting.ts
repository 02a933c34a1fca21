import { currentItem } from '../agenda/current.ts';
import type { PersonId, VoteId } from '../ids.ts';
import { notYet } from '../law/bes-1-one-step-at-a-time.ts';
import { mayVoteOpenly } from '../law/bes-3-open-by-name.ts';
import { bes8, mustTakePart } from '../law/bes-8-authority-over-a-person.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { mtgReason } from '../law/mtg-agenda.ts';
import { mtgElector, mtgVoteFrozen, mtgVoteMethod, mtgVoteOpen, mtgVoter } from '../law/mtg-decisions.ts';
import type { Refusal } from '../law/rule.ts';
import { ok, type Result, refused } from '../result.ts';
import { decisionGate, isPresent, presentServing, quorum, sessionGate } from '../selectors.ts';
import type { Context, Meeting } from '../types.ts';
import { electorsNow, mayBeCalled, stillServes } from './electors.ts';
import { currentFrame, currentLevel, currentQuestion, openVote, voteOf } from './frames.ts';
import { mayElectOpenly } from '../law/abl-9-general-meeting.ts';
import type { CastHow, Choice, DecisionsCommand, DecisionsEvent, Question, Vote } from './types.ts';

type Decided = Result<readonly DecisionsEvent[]>;
type Command<Type extends DecisionsCommand['type']> = Extract<DecisionsCommand, { type: Type }>;

/** Yes for what the chair found, no for its opponent; the voting list is everyone serving and present, the leader last. */
export function openVoting(meeting: Meeting, method: Vote['method'], { id }: Context): Decided {
  const question = currentQuestion(meeting);
  if (!question) return refused(decisionGate(meeting, 'vote') ?? notYet('question'));
  const frame = currentFrame(question);
  const setting = meeting.plan.body.settings.openVoteMethod.value;
  const refusal = inTheWay(
    decisionGate(meeting, 'vote'),
    openVote(meeting.decisions) && notYet('voteClosed'),
    frame.demandedBy === undefined && notYet('demand'),
    frame.opponent === undefined && notYet('opponent'),
    voteOf(meeting.decisions, frame) && notYet('gavel'),
    electsOpenly(meeting, question),
    setting !== 'either' && setting !== method && { rule: mtgVoteMethod.id, detail: { method: setting } },
  );
  if (refusal || !frame.found || !frame.opponent) return refused(refusal ?? notYet('demand'));
  const { present, required } = quorum(meeting);
  return ok([
    {
      type: 'VoteOpened',
      vote: id as VoteId,
      question: question.id,
      level: currentLevel(question),
      yes: frame.found,
      no: frame.opponent,
      method,
      electors: electorsNow(meeting),
      present,
      required,
    },
  ]);
}

/** A general meeting elects openly unless asked not to; all others vote on persons in secret. */
function electsOpenly(meeting: Meeting, question: Question): Refusal | null {
  const general = mayElectOpenly(meeting, question.item, question.kind);
  return general === 'open' ? null : (general ?? mayVoteOpenly(question.kind));
}

export function callVoter(meeting: Meeting, person: PersonId): Decided {
  const vote = openVote(meeting.decisions);
  if (!vote) return refused({ rule: mtgVoteOpen.id });
  const refusal = inTheWay(
    sessionGate(meeting),
    frozen(vote),
    !mayBeCalled(meeting, vote, person) && { rule: mtgVoter.id },
  );
  return refusal ? refused(refusal) : ok([{ type: 'VoterCalled', vote: vote.id, person }]);
}

/** With a button a vote may be changed until the vote is closed: the last one counts. The same vote again is the same vote. */
export function castVote(meeting: Meeting, { vote: id, choice }: Command<'castVote'>, { actor }: Context): Decided {
  if (actor === 'system') return refused({ rule: mtgElector.id });
  const vote = votingIn(meeting, id);
  const own = vote?.cast[actor];
  if (vote && own?.choice === choice) return ok([]);
  const refusal = inTheWay(
    mayAnswer(meeting, vote, actor, choice),
    own && vote?.method === 'rollCall' && { rule: mtgVoter.id },
  );
  return refusal ? refused(refusal) : ok([cast(id, actor, choice, 'button')]);
}

/** For one whose button fails, and in a roll call for everyone: said aloud, entered by another, and marked so (DEC-18). */
export function enterSpokenVote(
  meeting: Meeting,
  { vote: id, person, choice }: Command<'enterSpokenVote'>,
  { actor }: Context,
): Decided {
  const vote = votingIn(meeting, id);
  const before = vote?.cast[person];
  if (vote && before?.how === 'spoken' && before.choice === choice) return ok([]);
  const refusal = inTheWay(mayAnswer(meeting, vote, person, choice), before?.how === 'button' && { rule: mtgVoter.id });
  if (refusal) return refused(refusal);
  return ok([
    { ...cast(id, person, choice, 'spoken'), ...(actor !== 'system' && actor !== person ? { enteredBy: actor } : {}) },
  ]);
}

function cast(
  vote: VoteId,
  person: PersonId,
  choice: Choice,
  how: CastHow,
): Extract<DecisionsEvent, { type: 'VoteCast' }> {
  return { type: 'VoteCast', vote, person, choice, how };
}

function votingIn(meeting: Meeting, id: VoteId): Vote | undefined {
  return meeting.decisions.openVote === id ? meeting.decisions.votes[id] : undefined;
}

function mayAnswer(meeting: Meeting, vote: Vote | undefined, person: PersonId, choice: Choice): Refusal | null {
  if (!vote || vote.state === 'tied') return { rule: mtgVoteOpen.id };
  const entitled =
    vote.electors.some((e) => e.person === person) && presentServing(meeting).some((s) => s.person === person);
  return inTheWay(
    sessionGate(meeting),
    frozen(vote),
    !entitled && { rule: mtgElector.id },
    vote.method === 'rollCall' && vote.called !== person && { rule: mtgVoter.id },
    choice === 'abstain' && mustVote(meeting, person),
  );
}

/** 4:26: having voted once in the matter, one need not vote for more than that. */
function mustVote(meeting: Meeting, person: PersonId): Refusal | null {
  const item = currentItem(meeting);
  if (!item || !mustTakePart(meeting.plan, item)) return null;
  const votedBefore = Object.values(meeting.decisions.votes).some(
    (v) =>
      v.state === 'closed' &&
      meeting.decisions.questions[v.question]?.item === item.id &&
      v.result?.ballots.some((b) => b.person === person && (b.choice === 'yes' || b.choice === 'no')),
  );
  return votedBefore ? null : { rule: bes8.id };
}

function frozen(vote: Vote): Refusal | null {
  return vote.state === 'frozen' ? { rule: mtgVoteFrozen.id, detail: { lost: vote.frozenBy?.length ?? 0 } } : null;
}

/** On from where it stopped: those lost are back, or no longer serve. */
export function resumeVote(meeting: Meeting): Decided {
  const vote = openVote(meeting.decisions);
  if (!vote || vote.state !== 'frozen') return refused({ rule: mtgVoteOpen.id });
  const lost = (vote.frozenBy ?? []).filter((person) => stillServes(meeting, person) && !isPresent(meeting, person));
  const refusal = inTheWay(
    sessionGate(meeting),
    lost.length > 0 && { rule: mtgVoteFrozen.id, detail: { lost: lost.length } },
  );
  return refusal ? refused(refusal) : ok([{ type: 'VoteResumed', vote: vote.id }]);
}

/** The whole vote from the start. The one that is broken off stays in the record, with the reason. */
export function redoVote(meeting: Meeting, reason: string): Decided {
  const question = currentQuestion(meeting);
  const vote = question && voteOf(meeting.decisions, currentFrame(question));
  if (!vote) return refused({ rule: mtgVoteOpen.id });
  const refusal = inTheWay(sessionGate(meeting), reason.trim() === '' && { rule: mtgReason.id });
  return refusal ? refused(refusal) : ok([{ type: 'VoteAnnulled', vote: vote.id, reason: reason.trim() }]);
}
