import type { AlternativeId, Instant, ItemId, PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import type { DecisionsState, Frame, Question, Vote } from './types.ts';

/**
 * Kontrapropositionsvotering as a stack. Level 0 holds all alternatives. A demand at a level with more than two puts the rest, without
 * the one found there, on the level below; what is settled below becomes the opponent above. Settled levels stay, as the chain that led
 * to the main vote.
 */
export function currentLevel(question: Question): number {
  const settledAbove = question.frames.findIndex((frame) => frame.opponent !== undefined);
  if (settledAbove !== -1) return settledAbove;
  return Math.max(0, question.frames.length - 1);
}

export function currentFrame(question: Question): Frame {
  return question.frames[currentLevel(question)] ?? { alternatives: votable(question) };
}

/** What the first proposition stands between. The silent "no" is not put when two or more were moved: it only wins if none of them is carried. */
export function votable(question: Pick<Question, 'alternatives'>): readonly AlternativeId[] {
  const moved = question.alternatives.filter((a) => !a.implicit);
  const put = moved.length > 1 ? moved : question.alternatives;
  return put.map((a) => a.id);
}

/** The question under the gavel now. */
export function currentQuestion(meeting: Pick<Meeting, 'agenda' | 'decisions'>): Question | undefined {
  const { current } = meeting.agenda;
  return current ? questionsInOrder(meeting.decisions, current).find((q) => q.state === 'current') : undefined;
}

/** The questions of the item's order, as they stand. */
export function questionsInOrder(decisions: DecisionsState, item: ItemId): readonly Question[] {
  const ids = decisions.orders[item]?.questions ?? [];
  return ids.flatMap((id) => decisions.questions[id] ?? []);
}

/** What is still to be answered in an item, in its order: the question under the gavel and those that wait. */
export function openQuestions(decisions: DecisionsState, item: ItemId): readonly Question[] {
  return questionsInOrder(decisions, item).filter((q) => q.state === 'waiting' || q.state === 'current');
}

/** Has the chair put it? From then on it is part of what happened. */
export function isPut({ frames }: Pick<Question, 'frames'>): boolean {
  return frames.some((frame) => frame.put !== undefined);
}

/** Open, frozen or tied: nothing else is decided, and nobody speaks, until it is closed. */
export function openVote(decisions: DecisionsState): Vote | undefined {
  return decisions.openVote ? decisions.votes[decisions.openVote] : undefined;
}

export function voteOf(decisions: DecisionsState, frame: Frame): Vote | undefined {
  return frame.vote ? decisions.votes[frame.vote] : undefined;
}

export function putAt(question: Question, level: number, at: Instant): Question {
  return changeFrame(question, level, ({ alternatives }) => ({ alternatives, put: at }));
}

export function foundAt(question: Question, level: number, found: AlternativeId, at: Instant): Question {
  return changeFrame(question, level, (frame) => ({ ...frame, found, foundAt: at }));
}

/** Two left: the other one is the opponent. More: the rest is put one level down. */
export function demandedAt(question: Question, level: number, demandedBy: PersonId): Question {
  const frame = question.frames[level];
  if (!frame) return question;
  const rest = frame.alternatives.filter((a) => a !== frame.found);
  const [opponent] = rest;
  const demanded: Frame = rest.length === 1 && opponent ? { ...frame, demandedBy, opponent } : { ...frame, demandedBy };
  const frames = question.frames.slice(0, level);
  return {
    ...question,
    frames: rest.length > 1 ? [...frames, demanded, { alternatives: rest }] : [...frames, demanded],
  };
}

/** A level below is settled: its winner meets the one found above, the others fall. */
export function chosenAt(question: Question, level: number, winner: AlternativeId): Question {
  const fallen = question.frames.slice(level).flatMap((frame) => frame.alternatives.filter((a) => a !== winner));
  const chosen = changeFrame(question, level - 1, (frame) => ({ ...frame, opponent: winner }));
  return { ...chosen, eliminated: [...new Set([...question.eliminated, ...fallen])] };
}

export function changeFrame(question: Question, level: number, change: (frame: Frame) => Frame): Question {
  const frame = question.frames[level];
  return frame ? { ...question, frames: question.frames.with(level, change(frame)) } : question;
}
