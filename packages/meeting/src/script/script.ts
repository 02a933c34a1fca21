import { currentItem, needsDecision } from '../agenda/current.ts';
import type { ItemState } from '../agenda/types.ts';
import { openVote } from '../decisions/frames.ts';
import { closedBallotNow } from '../elections/ballots.ts';
import type { Instant, PersonId } from '../ids.ts';
import { leaderOf, mtgChair, mtgSecretary, mtgSelf, mtgSystem } from '../law/mtg-authority.ts';
import { sessionState } from '../law/mtg-session.ts';
import { decide } from '../decide.ts';
import { passageKey } from '../minutes/passage-key.ts';
import type { Phrase } from '../phrase.ts';
import { proportionalNow } from '../proportional/standing.ts';
import { leaderInConflict, quorum } from '../selectors.ts';
import type { Context, Meeting } from '../types.ts';
import { adjournedScene, checkScene } from './adjourned.ts';
import { closedScene, plannedScene } from './around.ts';
import { hearingSteps } from './hearing.ts';
import { betweenScene } from './between.ts';
import { closedBallotScene } from './closed-ballot.ts';
import { conflictScene } from './conflict.ts';
import { decidingScene } from './deciding.ts';
import { debateScene, presentationScene } from './debate.ts';
import { decidedScene } from './decided.ts';
import { noQuorumScene } from './no-quorum.ts';
import { isProportionalUnderWay, proportionalScene, proportionalSteps } from './proportional.ts';
import { rollCallScene } from './roll-call.ts';
import type { Moment, Scene, Script, ScriptLine, Step } from './types.ts';
import { votingScene } from './voting.ts';
import { votingRegisterSteps, votingRegisterWords } from './voting-register.ts';

/** Refused for who one is, not for when it is: not worth a "not now". */
const AUTHORITY: readonly string[] = [mtgChair.id, mtgSecretary.id, mtgSelf.id, mtgSystem.id];

/**
 * The words to say and the lawful steps now, for the one who leads, or for the secretary beside. Nothing is offered that `decide`
 * would refuse this actor at this moment; formal steps to come are shown with the refusal itself.
 */
export function script(meeting: Meeting, actor: PersonId, at: Instant): Script {
  const { words, wanted, also, formal, trail } = sceneNow({ meeting, at });
  const context: Context = { at, actor, id: 'script' };
  const refusalOf = (step: Step) => {
    const decided = decide(meeting, step.command, context);
    return decided.ok ? null : decided.refusal;
  };
  const judged = [...wanted, ...also, ...formal].map((step) => ({ step, refusal: refusalOf(step) }));
  const lawful = judged.flatMap(({ step, refusal }) => (refusal === null ? [step] : []));
  const primary = wanted.find((step) => lawful.includes(step)) ?? null;
  const notNow = judged.flatMap(({ step, refusal }) =>
    refusal === null || also.includes(step) || AUTHORITY.includes(refusal.rule) ? [] : [{ step, refusal }],
  );
  const speaks = actor === leaderOf(meeting);
  return {
    words: speaks ? words.map((line) => spoken(meeting, line)) : [],
    primary,
    others: lawful.filter((step) => step !== primary),
    notNow,
    trail,
  };
}

function spoken(meeting: Meeting, line: Phrase): ScriptLine {
  const slot = passageKey(meeting.agenda.current ?? null, line.key);
  const own = meeting.minutes.scriptWords[slot];
  return own === undefined ? { ...line, slot } : { ...line, slot, words: own };
}

function sceneNow(moment: Moment): Scene {
  const { meeting } = moment;
  switch (sessionState(meeting)) {
    case 'notOpen':
      return plannedScene(moment);
    case 'closed':
      return closedScene();
    case 'adjourned':
      return adjournedScene(moment);
    case 'checking':
      return checkScene(moment);
    case 'open':
      return openScene(moment);
  }
}

function openScene(moment: Moment): Scene {
  const { meeting } = moment;
  const item = currentItem(meeting);
  if (meeting.attendance.rollCall.state === 'running') return rollCallScene(moment);
  const vote = openVote(meeting.decisions);
  if (vote !== undefined) return votingScene(moment, vote);
  if (item === undefined) return betweenScene(moment);
  if (leaderInConflict(meeting) !== undefined) return conflictScene(moment, item);
  if (callsRoll(meeting, item)) return rollCallScene(moment);
  const { quorate, exception } = quorum(meeting);
  if (!quorate && exception === undefined) return noQuorumScene(moment, item);
  const ballot = closedBallotNow(meeting);
  if (ballot?.item === item.id) return closedBallotScene(moment, item, ballot);
  const election = proportionalNow(meeting);
  if (isProportionalUnderWay(election)) return proportionalScene(moment, item, election);
  const inner = itemScene(moment, item);
  const register = votingRegisterSteps(meeting);
  // Nothing in the item is decided before the first one; a changed one can wait for the item's end.
  const [first, later] = meeting.company.votingRegister === undefined ? [register, []] : [[], register];
  return {
    ...inner,
    words: first.length > 0 ? votingRegisterWords(meeting) : inner.words,
    wanted: [...first, ...proportionalSteps(meeting, item), ...inner.wanted, ...hearingSteps(meeting)],
    also: [...inner.also, ...later],
  };
}

function itemScene(moment: Moment, item: ItemState): Scene {
  switch (item.stage) {
    case 'presentation':
      return presentationScene(moment, item);
    case 'debate':
      return debateScene(moment, item);
    case 'deciding':
      return decidingScene(moment, item);
    case 'decided':
    case 'waiting':
    case 'closed':
    case 'tabled':
    case 'withdrawn':
      return decidedScene(moment, item);
  }
}

/** The roll call's own item, until the number is declared; somebody may have moved something in it, which then is answered like anywhere. */
function callsRoll(meeting: Meeting, item: ItemState): boolean {
  if (item.kind !== 'rollCall' || item.stage !== 'presentation') return false;
  return meeting.attendance.rollCall.declaredQuorate === undefined || !needsDecision(meeting, item);
}
