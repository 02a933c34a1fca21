import { nextVoter, pendingElectors } from '../decisions/electors.ts';
import type { Vote } from '../decisions/types.ts';
import { personWithParty, plainName } from '../phrase.ts';
import type { Meeting } from '../types.ts';
import { alternativeDecided, alternativeName, alternativeNoun } from './alternatives.ts';
import { ITEM_MARKS } from './debate.ts';
import { adjournStep, lossSteps } from './interruptions.ts';
import { effect, scene, step, trail, words } from './step.ts';
import type { Moment, Scene, Step } from './types.ts';

/** While a vote is open, frozen or tied. No figure is said before it is closed. */
export function votingScene(moment: Moment, vote: Vote): Scene {
  switch (vote.state) {
    case 'frozen':
      return frozen(moment, vote);
    case 'tied':
      return tied(moment.meeting, vote);
    case 'open':
    case 'closed':
    case 'annulled':
      return open(moment, vote);
  }
}

function open(moment: Moment, vote: Vote): Scene {
  const { meeting } = moment;
  const pending = pendingElectors(meeting, vote);
  const close = step('closeVote', {}, { type: 'closeVote' }, { effect: effect('closeVote') });
  const next = vote.method === 'rollCall' ? nextVoter(meeting, vote) : undefined;
  const called = vote.called !== undefined && vote.cast[vote.called] === undefined ? vote.called : undefined;
  const call =
    next === undefined
      ? []
      : [step('callVoter', { name: personWithParty(meeting.plan, next) }, { type: 'callVoter', person: next })];
  return scene({
    words: openWords(meeting, vote, called, pending.length),
    wanted: [
      ...(called === undefined ? [] : spokenSteps(meeting, vote, called)),
      ...call,
      ...(pending.length === 0 ? [close] : []),
    ],
    also: [...lossSteps(moment), redo(), adjournStep(moment, 'connectionLost')],
    formal: pending.length === 0 ? [] : [close],
    trail: trail(ITEM_MARKS, 3),
  });
}

function openWords(meeting: Meeting, vote: Vote, called: Vote['called'], pending: number): Scene['words'] {
  if (called !== undefined) return [words('callVoter', { name: plainName(meeting.plan, called) })];
  if (pending === 0) return [words('everyoneVoted')];
  return vote.method === 'rollCall' ? [words('rollCallVote')] : [...proposition(meeting, vote), words('voting')];
}

function proposition(meeting: Meeting, vote: Vote): Scene['words'] {
  const question = meeting.decisions.questions[vote.question];
  if (question === undefined) return [];
  return [
    words('votingProposition', {
      yes: alternativeNoun(meeting, question, vote.yes),
      no: alternativeNoun(meeting, question, vote.no),
    }),
  ];
}

/** The answer is said aloud and entered by whoever keeps the list. Three alike, none before another in weight. */
function spokenSteps(meeting: Meeting, vote: Vote, person: NonNullable<Vote['called']>): readonly Step[] {
  const name = personWithParty(meeting.plan, person);
  return (['yes', 'no', 'abstain'] as const).map((choice) =>
    step(`spoken.${choice}`, { name }, { type: 'enterSpokenVote', vote: vote.id, person, choice }),
  );
}

function frozen(moment: Moment, vote: Vote): Scene {
  const { meeting } = moment;
  const names = (vote.frozenBy ?? []).map((person) => plainName(meeting.plan, person));
  return scene({
    words: [words('voteFrozen', { names, count: names.length })],
    wanted: [step('resumeVote', {}, { type: 'resumeVote' }), ...lossSteps(moment)],
    also: [redo()],
    formal: [step('closeVote', {}, { type: 'closeVote' })],
    trail: trail(ITEM_MARKS, 3),
  });
}

function redo(): Step {
  return step('redoVote', {}, { type: 'redoVote', reason: '–' }, { asks: ['reason'] });
}

/** KL 5:56: the chair's casting vote, between persons the lot. */
function tied(meeting: Meeting, vote: Vote): Scene {
  const question = meeting.decisions.questions[vote.question];
  if (question === undefined) return scene({});
  const even = Object.values(vote.cast).filter((cast) => cast.choice === 'yes').length;
  const elects = question.kind === 'election';
  const sides = [vote.yes, vote.no].map((id, index) => ({
    id,
    name: alternativeName(meeting, question, id),
    choice: index === 0 ? 'yes' : 'no',
  }));
  const casting = sides.map(({ id, name, choice }) =>
    step(`castingVote.${choice}`, { name }, { type: 'castingVote', alternative: id }),
  );
  const witness = meeting.agenda.leader;
  const lots =
    witness === undefined
      ? []
      : sides.map(({ id, name }) =>
          step(
            'recordLot',
            { name },
            { type: 'recordLot', alternative: id, witness, manner: '–' },
            { asks: ['person', 'manner'] },
          ),
        );
  return scene({
    words: [words(elects ? 'tiedLot' : 'tied', { even, first: alternativeDecided(meeting, question, vote.yes) })],
    wanted: elects ? lots : casting,
    formal: elects ? casting.slice(0, 1) : lots.slice(0, 1),
    also: [redo()],
    trail: trail(ITEM_MARKS, 3),
  });
}
