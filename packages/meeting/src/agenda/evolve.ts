import type { ItemId, PersonId } from '../ids.ts';
import type { Item, MeetingPlan } from '../plan.ts';
import type { Fact, Meeting } from '../types.ts';
import type { AgendaState, FormalFault, ItemStage, ItemState } from './types.ts';

export function initialAgenda(plan: MeetingPlan): AgendaState {
  const ordered = plan.items.toSorted((a, b) => a.number - b.number);
  return {
    phase: 'planned',
    order: ordered.map((item) => item.id),
    items: Object.fromEntries(ordered.map((item) => [item.id, waiting(item)])),
    agendaApproved: false,
    faults: [],
    noticeChecked: false,
  };
}

function waiting(item: Item): ItemState {
  return { ...item, stage: 'waiting', receipts: {}, debated: false };
}

export function evolveAgenda(agenda: AgendaState, fact: Fact, meeting: Meeting): AgendaState {
  const { event, at } = fact;
  switch (event.type) {
    case 'CheckInOpened':
      return agenda.phase === 'planned' ? { ...agenda, phase: 'checkIn' } : agenda;
    case 'MeetingOpened':
      return { ...agenda, phase: 'open', openedAt: at, leader: event.leader };
    case 'ChairHandedOver':
      return handOver(agenda, event.to);
    case 'NoticeChecked':
      return { ...agenda, noticeChecked: true, faults: event.faults.map((fault) => proceeded(fault, event.reason)) };
    case 'AgendaReordered':
      return { ...agenda, order: event.order };
    case 'ItemAdded':
      return added(agenda, event.item, event.consent);
    case 'ItemWithdrawn':
      return leave(change(agenda, event.item, { stage: 'withdrawn', closedAt: at }), event.item);
    case 'ItemOpened':
      return open(agenda, event.item, {
        openedAt: at,
        ...(event.exception ? { quorumException: event.exception } : {}),
      });
    case 'ItemClosed':
      return close(agenda, event.item, event.outcome, at);
    case 'DocumentHandedOut':
      return update(agenda, event.item, (item) => ({
        ...item,
        // What is there before anybody has come goes out with the notice and is not handed out at the meeting.
        documents: [
          ...item.documents,
          agenda.phase === 'planned' ? event.document : { ...event.document, handedOutAt: at },
        ],
      }));
    case 'DocumentReceived':
      return update(agenda, event.item, (item) => ({
        ...item,
        receipts: {
          ...item.receipts,
          [event.document]: [...new Set([...(item.receipts[event.document] ?? []), event.person])],
        },
      }));
    case 'PerCapsulamDecided':
      return change(agenda, event.item, { stage: 'closed', outcome: 'decided', closedAt: at });
    case 'MeetingClosed':
      return { ...agenda, phase: 'closed', closedAt: at };
    default:
      return evolveStage(agenda, fact, meeting);
  }
}

/** The item's stage follows the debate and the gavel. */
function evolveStage(agenda: AgendaState, { event }: Fact, meeting: Meeting): AgendaState {
  switch (event.type) {
    case 'DebateBegun':
      return change(agenda, event.item, { stage: 'debate', debated: true });
    case 'DebateReopened':
      return change(agenda, event.item, { stage: 'debate' });
    case 'DebateClosed':
    case 'OrderProposed':
      return change(agenda, event.item, { stage: 'deciding' });
    case 'QuestionSettled': {
      const question = meeting.decisions.questions[event.question];
      const admitted =
        question?.kind === 'admission' &&
        question.alternatives.some((a) => a.id === event.outcome && a.kind === 'admit');
      return question && admitted ? change(agenda, question.item, { stage: 'presentation' }) : agenda;
    }
    case 'ItemDecided': {
      const decided = change(agenda, event.item, { stage: 'decided', outcome: event.outcome });
      const approved = agenda.items[event.item]?.kind === 'agenda' && event.outcome === 'decided';
      return approved ? { ...decided, agendaApproved: true } : decided;
    }
    default:
      return agenda;
  }
}

/** Also consent to an item of the notice that was made known too late: it keeps its place. */
function added(agenda: AgendaState, item: Item, consent: readonly PersonId[]): AgendaState {
  const order = agenda.order.includes(item.id) ? agenda.order : [...agenda.order, item.id];
  return { ...agenda, order, items: { ...agenda.items, [item.id]: { ...waiting(item), consent } } };
}

function proceeded(fault: FormalFault, reason: string | undefined): AgendaState['faults'][number] {
  return { fault, stand: 'proceed', reason: reason ?? '' };
}

function handOver(agenda: AgendaState, leader: NonNullable<AgendaState['leader']>): AgendaState {
  const led = { ...agenda, leader };
  return agenda.current ? change(led, agenda.current, { ledBy: leader }) : led;
}

function open(agenda: AgendaState, item: ItemId, patch: Partial<ItemState>): AgendaState {
  const ledBy = agenda.leader ? { ledBy: agenda.leader } : {};
  return { ...change(agenda, item, { ...patch, ...ledBy, stage: 'presentation' }), current: item };
}

function close(
  agenda: AgendaState,
  item: ItemId,
  outcome: 'decided' | 'tabled' | 'noted' | 'carriedOver',
  closedAt: number,
): AgendaState {
  const stage: ItemStage = outcome === 'tabled' ? 'tabled' : 'closed';
  const closed = update(agenda, item, (state) => ({
    ...state,
    stage,
    closedAt,
    outcome: outcome === 'decided' ? (state.outcome ?? outcome) : outcome,
  }));
  return leave(closed, item);
}

function leave(agenda: AgendaState, item: ItemId): AgendaState {
  if (agenda.current !== item) return agenda;
  const { current: _, ...rest } = agenda;
  return rest;
}

function change(agenda: AgendaState, item: ItemId, patch: Partial<ItemState>): AgendaState {
  return update(agenda, item, (state) => ({ ...state, ...patch }));
}

/** An item that this audience does not know of changes nothing. */
function update(agenda: AgendaState, item: ItemId, change: (state: ItemState) => ItemState): AgendaState {
  const state = agenda.items[item];
  return state ? { ...agenda, items: { ...agenda.items, [item]: change(state) } } : agenda;
}
