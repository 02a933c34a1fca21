import { currentItem } from '../agenda/current.ts';
import { currentQuestion, openVote } from '../decisions/frames.ts';
import type { Instant, PersonId } from '../ids.ts';
import { mayRefuseProposals } from '../law/bes-7-refusing-a-proposal.ts';
import { requiredPresent } from '../law/nar-1-quorum.ts';
import { decide } from '../decide.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { lostServing, quorum } from '../selectors.ts';
import type { Meeting } from '../types.ts';
import { adjournStep, lossSteps } from './interruptions.ts';
import { step } from './step.ts';
import type { Moment, Step } from './types.ts';

export type WhatIfId = 'lostMember' | 'conflict' | 'intruder' | 'failedVote' | 'tie' | 'noQuorum' | 'newBusiness';

/** What a chair may fear, in a few words, with the steps that would be lawful at this moment. */
export type WhatIfCard = {
  readonly id: WhatIfId;
  readonly title: Phrase;
  readonly text: Phrase;
  readonly steps: readonly Step[];
  /** It is happening now. */
  readonly now: boolean;
};

/** Said by somebody, and the body has not decided. */
const UNSETTLED: readonly string[] = ['raised', 'contested'];

/** The cards for this body at this moment; only steps that `decide` would accept from this actor. */
export function whatIf(meeting: Meeting, actor: PersonId, at: Instant): readonly WhatIfCard[] {
  const moment: Moment = { meeting, at };
  const lawful = (steps: readonly Step[]) =>
    steps.filter((one) => decide(meeting, one.command, { at, actor, id: 'what-if' }).ok);
  return cardsFor(meeting).map(({ id, values, now }) => ({
    id,
    title: phrase(`script.whatIf.${id}.title`, {}),
    text: phrase(`script.whatIf.${id}.text`, values),
    steps: lawful(stepsFor(moment, id)),
    now,
  }));
}

type Card = Pick<WhatIfCard, 'id' | 'now'> & { readonly values: Phrase['values'] };

function cardsFor(meeting: Meeting): readonly Card[] {
  const { present, required, quorate } = quorum(meeting);
  const { kind } = meeting.plan.body;
  const vote = openVote(meeting.decisions);
  const election = currentQuestion(meeting)?.kind === 'election';
  const item = currentItem(meeting);
  const conflicts = item && meeting.conflicts.byItem[item.id];
  const cards: readonly Card[] = [
    { id: 'lostMember', values: { spare: Math.max(0, present - required) }, now: lostServing(meeting).length > 0 },
    { id: 'conflict', values: {}, now: conflicts?.some((c) => UNSETTLED.includes(c.state)) === true },
    { id: 'intruder', values: {}, now: false },
    { id: 'failedVote', values: {}, now: vote?.state === 'frozen' },
    { id: 'tie', values: { form: election ? 'lot' : 'chair' }, now: vote?.state === 'tied' },
    {
      id: 'noQuorum',
      values: { present, required: requiredPresent(meeting.plan.body) },
      now: meeting.agenda.phase === 'open' && !quorate,
    },
    { id: 'newBusiness', values: {}, now: false },
  ];
  return cards.filter(({ id }) => id !== 'newBusiness' || mayRefuseProposals(kind) === null);
}

function stepsFor(moment: Moment, id: WhatIfId): readonly Step[] {
  const { meeting } = moment;
  switch (id) {
    case 'lostMember':
      return lossSteps(moment);
    case 'conflict':
    case 'tie':
      return [];
    case 'intruder':
      return [adjournStep(moment, 'disorder')];
    case 'failedVote':
      return [
        step('resumeVote', {}, { type: 'resumeVote' }),
        step('redoVote', {}, { type: 'redoVote', reason: '–' }, { asks: ['reason'] }),
      ];
    case 'noQuorum':
      return [adjournStep(moment, 'notQuorate')];
    case 'newBusiness':
      return meeting.proposals.order
        .flatMap((id) => meeting.proposals.byId[id] ?? [])
        .map(({ id, text }) =>
          step('refuseProposal', { text }, { type: 'refuseProposal', proposal: id, ground: 'newBusiness' }),
        );
  }
}
