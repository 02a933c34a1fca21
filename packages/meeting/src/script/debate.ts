import { needsDecision } from '../agenda/current.ts';
import type { ItemState } from '../agenda/types.ts';
import { isCouncil } from '../body.ts';
import type { FloorRequest } from '../floor/types.ts';
import { partyNameOf, personWithParty, plainName } from '../phrase.ts';
import type { Meeting } from '../types.ts';
import { titled } from './between.ts';
import { adjournStep, lossSteps } from './interruptions.ts';
import { askForProposals, entrySteps, nothingMoved } from './nothing-moved.ts';
import { effect, scene, step, trail, words } from './step.ts';
import type { Moment, Scene, Step } from './types.ts';

export const ITEM_MARKS = ['presentation', 'debate', 'proposition', 'vote', 'gavel'];
const SECONDS_PER_MINUTE = 60;

export function presentationScene(moment: Moment, item: ItemState): Scene {
  const { meeting } = moment;
  const presenter = presenting(meeting, item);
  const begin = step('beginDebate', {}, { type: 'beginDebate' });
  const close = step('closeItem', {}, { type: 'closeItem' });
  const admission = step('proposeOrder', {}, { type: 'proposeOrder' });
  const tried = meeting.decisions.orders[item.id] !== undefined;
  const asked = (item.kind === 'interpellation' || item.kind === 'question') && !tried;
  const conclude = needsDecision(meeting, item) ? [] : [close];
  return scene({
    words: [words('item', titled(item)), ...presenter.words, ...doorsWords(meeting, item)],
    wanted: [...closing(meeting, item), ...presenter.steps, ...(asked ? [admission] : []), begin, ...conclude],
    also: [
      ...opening(meeting, item),
      ...floorSteps(meeting),
      ...endSpeech(meeting),
      ...lossSteps(moment),
      adjournStep(moment, 'rest'),
    ],
    formal: [step('closeDebate', {}, { type: 'closeDebate' })],
    trail: trail(ITEM_MARKS, 0),
  });
}

function presenting(
  meeting: Meeting,
  item: ItemState,
): { readonly words: Scene['words']; readonly steps: readonly Step[] } {
  const { presenter } = item;
  const heard =
    meeting.floor.speaking?.item === item.id ||
    meeting.floor.speeches.some((s) => s.item === item.id && s.person === presenter);
  if (presenter === undefined || heard) return { words: [], steps: [] };
  const name = plainName(meeting.plan, presenter);
  const give = step(
    'givePresenter',
    { name },
    { type: 'giveFloorTo', person: presenter, kind: 'speech' },
    { effect: effect('microphoneOpens', { name }) },
  );
  return { words: [words('presenter', { name })], steps: [give] };
}

/** The next on the list is thanked in; a reply goes first, a point of order before it. */
export function debateScene(moment: Moment, item: ItemState): Scene {
  const { meeting } = moment;
  const [next, ...rest] = floorSteps(meeting);
  const close = step('closeDebate', {}, { type: 'closeDebate' });
  const speaking = endSpeech(meeting);
  const conclude = needsDecision(meeting, item) ? [] : [step('closeItem', {}, { type: 'closeItem' })];
  const order = step('proposeOrder', {}, { type: 'proposeOrder' });
  const awaits = nothingMoved(meeting, item);
  return scene({
    words: [...debateWords(meeting), ...(awaits && !next ? askForProposals(item) : []), ...doorsWords(meeting, item)],
    wanted: [...(next ? [next] : speaking), ...conclude, ...(awaits ? entrySteps(meeting, item) : []), close],
    also: [
      ...rest.slice(0, 2),
      ...(next ? speaking : []),
      step(
        'closeDebateDespiteQueue',
        { waiting: meeting.floor.queue.length },
        { type: 'closeDebate', despiteQueue: true },
        { effect: effect('queueFalls') },
      ),
      ...doorsSteps(meeting, item),
      ...lossSteps(moment),
      adjournStep(moment, 'rest'),
    ].filter((s) => s.command.type !== 'closeDebate' || meeting.floor.queue.length > 0),
    formal: [order],
    trail: trail(ITEM_MARKS, 1),
  });
}

function debateWords(meeting: Meeting): Scene['words'] {
  const { speaking, queue } = meeting.floor;
  const [next] = queue;
  const thanks = speaking === undefined ? [] : [words('thanks', { name: plainName(meeting.plan, speaking.person) })];
  if (next === undefined) return [...thanks, words(speaking === undefined ? 'anyMore' : 'anyMoreAfter')];
  const name = plainName(meeting.plan, next.person);
  const party = partyNameOf(meeting.plan, next.person);
  return [
    ...thanks,
    words(`floor.${next.kind}`, {
      name,
      party,
      minutes: minutesFor(meeting, next),
      form: party === '' ? 'none' : 'party',
    }),
  ];
}

function minutesFor(meeting: Meeting, request: FloorRequest): number {
  const { speechSeconds, replySeconds } = meeting.plan.body.settings;
  const seconds = request.kind === 'speech' ? speechSeconds.value : replySeconds.value;
  return Math.round((seconds ?? 0) / SECONDS_PER_MINUTE);
}

function floorSteps(meeting: Meeting): readonly Step[] {
  const { queue, speaking } = meeting.floor;
  const closes = speaking === undefined ? '' : plainName(meeting.plan, speaking.person);
  return queue.map((request) => {
    const name = personWithParty(meeting.plan, request.person);
    const said = closes === '' ? effect('microphoneOpens', { name }) : effect('floorPasses', { from: closes, name });
    return step(`giveFloor.${request.kind}`, { name }, { type: 'giveFloor', request: request.id }, { effect: said });
  });
}

function endSpeech({ plan, floor: { speaking } }: Meeting): readonly Step[] {
  if (speaking === undefined) return [];
  const name = plainName(plan, speaking.person);
  return [step('endSpeech', { name }, { type: 'endSpeech' }, { effect: effect('microphoneCloses', { name }) })];
}

function doorsWords(meeting: Meeting, item: ItemState): Scene['words'] {
  const toBeClosed = item.doors !== 'open' && !meeting.secrecy.closedItems.includes(item.id);
  return toBeClosed && isCouncil(meeting.plan.body.kind) ? [words('closeDoors', { number: item.number })] : [];
}

/** Doors are closed first where the item is planned so; opened again when the chair says. */
export function doorsSteps(meeting: Meeting, item: ItemState): readonly Step[] {
  if (meeting.secrecy.closedFor === item.id)
    return [step('openDoors', {}, { type: 'openDoors' }, { effect: effect('openDoors') })];
  if (item.doors === 'open' || meeting.secrecy.closedItems.includes(item.id)) return [];
  return [step('closeDoors', {}, { type: 'closeDoors' }, { effect: effect('closeDoors') })];
}

function closing(meeting: Meeting, item: ItemState): readonly Step[] {
  return doorsSteps(meeting, item).filter((s) => s.command.type === 'closeDoors');
}

function opening(meeting: Meeting, item: ItemState): readonly Step[] {
  return doorsSteps(meeting, item).filter((s) => s.command.type === 'openDoors');
}
