import {
  type AlternativeId,
  type Choice,
  currentFrame,
  currentLevel,
  currentQuestion,
  evolve,
  type Item,
  openVote,
  type PersonId,
} from '@klubba/meeting';
import { CHAIR, inFullNumber, type Stage } from '../replay/hall.ts';
import { type Draw, type Opinion, opinion } from './draw.ts';

const SEATS = 5;
const ITEM = 'item-1' as Item['id'];
const MOST = 6;
const CHOICES: readonly Choice[] = ['yes', 'no', 'abstain'];

/** What people do at each level, counted from the main vote down: what the chair hears, whether a vote is demanded, how each votes. */
type Level = { readonly heard: number; readonly demanded: boolean; readonly ballots: readonly Choice[] };

/**
 * KL 5:53, 5:55–56 and the practice of counter-propositions, by recursion: the chair finds one; demanded, the rest are put in the same way
 * among themselves until one opponent is left; those two are voted on, more votes win, and when they are equal the chair's own vote.
 */
function winner(left: readonly AlternativeId[], levels: readonly Level[]): AlternativeId {
  const [level, ...deeper] = levels;
  const found = level && left[level.heard % left.length];
  if (!level || !found) throw new Error('nothing was heard');
  if (!level.demanded) return found;
  const rest = left.filter((a) => a !== found);
  const opponent = rest.length === 1 ? rest[0] : winner(rest, deeper);
  if (!opponent) throw new Error('nothing stands against it');
  let difference = 0;
  for (const ballot of level.ballots) difference += ballot === 'yes' ? 1 : ballot === 'no' ? -1 : 0;
  if (difference !== 0) return difference > 0 ? found : opponent;
  return level.ballots[0] === 'yes' ? found : opponent;
}

const ordered = new Map<number, Stage>();

function approved(alternatives: number): Stage {
  const known = ordered.get(alternatives);
  if (known) return known.copy();
  const stage = inFullNumber('council', SEATS, '2025-03-03', [{}]);
  const mover = 'seat-3' as PersonId;
  stage.do({ type: 'openItem', item: ITEM });
  stage.do({ type: 'beginDebate' });
  for (let n = 1; n <= alternatives; n += 1)
    stage.do({ type: 'moveProposal', person: mover, kind: 'amendment', text: `${n}` }, mover);
  stage.do({ type: 'closeDebate' });
  stage.do({ type: 'proposeOrder' });
  stage.do({ type: 'approveOrder' });
  ordered.set(alternatives, stage);
  return stage.copy();
}

/** Step by step through the heart, as its state says what comes next. */
function throughTheHeart(stage: Stage, levels: readonly Level[]): AlternativeId | undefined {
  const demanding = 'seat-3' as PersonId;
  const [id] = Object.keys(stage.meeting.decisions.questions);
  for (let question = currentQuestion(stage.meeting); question; question = currentQuestion(stage.meeting)) {
    const frame = currentFrame(question);
    const level = levels[currentLevel(question)];
    if (!level) throw new Error('deeper than there are alternatives');
    if (frame.put === undefined) stage.do({ type: 'putQuestion' });
    else if (frame.found === undefined) {
      const alternative = frame.alternatives[level.heard % frame.alternatives.length];
      if (alternative) stage.do({ type: 'stateFinding', alternative });
    } else if (level.demanded && frame.demandedBy === undefined)
      stage.do({ type: 'demandVote', person: demanding }, demanding);
    else if (frame.opponent && !frame.vote) balloted(stage, level);
    else stage.do({ type: 'strikeGavel' });
  }
  return Object.values(stage.meeting.decisions.questions).find((q) => q.id === id)?.outcome;
}

function balloted(stage: Stage, level: Level): void {
  stage.do({ type: 'openVote', method: 'buttons' });
  const vote = openVote(stage.meeting.decisions);
  if (!vote) throw new Error('no vote is open');
  const members = stage.meeting.plan.seats.map((s) => s.holder);
  for (const { person } of vote.electors) {
    const choice = level.ballots[members.indexOf(person)] ?? 'abstain';
    const next = evolve(stage.meeting, {
      seq: stage.meeting.seq + 1,
      at: stage.at,
      actor: person,
      event: { type: 'VoteCast', vote: vote.id, person, choice, how: 'button' },
    });
    if (next.plan !== undefined) stage.meeting = next;
  }
  stage.do({ type: 'closeVote' });
  const tied = openVote(stage.meeting.decisions);
  if (tied) stage.do({ type: 'castingVote', alternative: tied.no }, CHAIR);
}

export function counterPropositions(cases: number, seed: number): Opinion {
  return opinion('counter-propositions', cases, seed, (draw) => {
    const alternatives = 2 + draw(MOST - 1);
    const levels = Array.from({ length: MOST }, () => levelOf(draw));
    const stage = approved(alternatives);
    const question = currentQuestion(stage.meeting);
    const expected = winner(question?.alternatives.filter((a) => !a.implicit).map((a) => a.id) ?? [], levels);
    const outcome = throughTheHeart(stage, levels);
    return outcome === expected ? undefined : JSON.stringify({ alternatives, levels, outcome, expected });
  });
}

function levelOf(draw: Draw): Level {
  return {
    heard: draw(60),
    demanded: draw(4) > 0,
    ballots: Array.from({ length: SEATS }, () => CHOICES[draw(3)] ?? 'abstain'),
  };
}
