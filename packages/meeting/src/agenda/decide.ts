import { barredInPlan } from '../elections/closed-ballot.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { outsiderGate } from '../law/mtg-externals.ts';
import { mayBeTakenUp } from '../law/kal-3-unannounced-item.ts';
import { mtgDocument, mtgItemStage, mtgOneItem, mtgReason, mtgReorder, mtgUndecided } from '../law/mtg-agenda.ts';
import type { ItemId } from '../ids.ts';
import type { ItemKind } from '../plan.ts';
import { ok, type Result, refused, unreachable } from '../result.ts';
import { decisionGate, leaderConflictGate, presentServing, quorum, quorumGate, sessionGate } from '../selectors.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { currentItem, isAnswered, needsDecision } from './current.ts';
import { noticeFaults } from './notice.ts';
import { closeMeeting, handOverChair, openMeeting } from './leading.ts';
import type { AgendaCommand, ItemState } from './types.ts';

type Decided = Result<readonly MeetingEvent[]>;
type Command<Type extends AgendaCommand['type']> = Extract<AgendaCommand, { type: Type }>;

export function decideAgenda(meeting: Meeting, command: AgendaCommand, context: Context): Decided {
  switch (command.type) {
    case 'openMeeting':
      return openMeeting(meeting, context);
    case 'checkNotice':
      return checkNotice(meeting, command);
    case 'openItem':
      return openItem(meeting, command.item);
    case 'beginDebate':
      return beginDebate(meeting);
    case 'closeItem':
      return closeItem(meeting);
    case 'reorderAgenda':
      return reorderAgenda(meeting, command.order);
    case 'addItem':
      return addItem(meeting, command);
    case 'withdrawItem':
      return withdrawItem(meeting, command);
    case 'handOutDocument':
      return handOutDocument(meeting, command);
    case 'confirmReceipt':
      return confirmReceipt(meeting, command, context);
    case 'handOverChair':
      return handOverChair(meeting, command);
    case 'closeMeeting':
      return closeMeeting(meeting);
    default:
      return unreachable(command);
  }
}

function checkNotice(meeting: Meeting, { stand, reason }: Command<'checkNotice'>): Decided {
  const faults = noticeFaults(meeting);
  const [first] = faults;
  const written = reason?.trim();
  if (!first) return ok([{ type: 'NoticeChecked', faults: [] }]);
  if (!stand) return refused(first);
  if (!written) return refused({ rule: mtgReason.id });
  return ok([{ type: 'NoticeChecked', faults, stand, reason: written }]);
}

const BEFORE_NOTICE_IS_CHECKED: readonly ItemKind[] = ['rollCall', 'adjusters', 'agenda'];

function openItem(meeting: Meeting, id: ItemId): Decided {
  const item = meeting.agenda.items[id];
  if (!item || item.stage !== 'waiting')
    return refused({ rule: mtgItemStage.id, detail: { stage: item?.stage ?? 'unknown' } });
  const open = currentItem(meeting);
  const refusal = inTheWay(
    sessionGate(meeting),
    open && { rule: mtgOneItem.id, detail: { number: open.number } },
    // The number comes first: without it none of the rest could be put right, either.
    decisionGate(meeting, 'openItem', id),
    uncheckedNotice(meeting, item),
    item.consent ? null : mayBeTakenUp(meeting.plan, item, [], personsPresent(meeting)),
  );
  if (refusal) return refused(refusal);
  const { present, required, exception } = quorum(meeting, id);
  return ok([{ type: 'ItemOpened', item: id, present, required, ...(exception ? { exception } : {}) }]);
}

function uncheckedNotice(meeting: Meeting, item: ItemState) {
  if (meeting.agenda.noticeChecked || BEFORE_NOTICE_IS_CHECKED.includes(item.kind)) return null;
  const [fault] = noticeFaults(meeting);
  return fault ?? null;
}

function beginDebate(meeting: Meeting): Decided {
  const item = currentItem(meeting);
  const refusal = inTheWay(sessionGate(meeting), leaderConflictGate(meeting), outsiderGate(meeting));
  if (refusal) return refused(refusal);
  return item?.stage === 'presentation'
    ? ok([{ type: 'DebateBegun', item: item.id }])
    : refused({ rule: mtgItemStage.id, detail: { stage: item?.stage ?? 'none' } });
}

function closeItem(meeting: Meeting): Decided {
  const item = currentItem(meeting);
  if (!item) return refused({ rule: mtgItemStage.id, detail: { stage: 'none' } });
  const answered = isAnswered(meeting, item);
  const missing = item.stage !== 'decided' && !answered && needsDecision(meeting, item);
  const refusal = inTheWay(sessionGate(meeting), missing && { rule: mtgUndecided.id, detail: { number: item.number } });
  if (refusal) return refused(refusal);
  if (item.stage === 'decided') {
    return ok([{ type: 'ItemClosed', item: item.id, outcome: item.outcome === 'tabled' ? 'tabled' : 'decided' }]);
  }
  if (!answered) return ok([{ type: 'ItemClosed', item: item.id, outcome: 'noted' }]);
  return ok([
    { type: 'ItemDecided', item: item.id, outcome: 'decided' },
    { type: 'ItemClosed', item: item.id, outcome: 'decided' },
  ]);
}

/** Waiting items change places among themselves. */
function reorderAgenda(meeting: Meeting, order: readonly ItemId[]): Decided {
  const { agenda } = meeting;
  const isWaiting = (id: ItemId) => agenda.items[id]?.stage === 'waiting';
  const same = order.length === agenda.order.length && agenda.order.every((id) => order.includes(id));
  const doneStays = agenda.order.every((id, index) => isWaiting(id) || order[index] === id);
  if (agenda.phase === 'closed' || !same || !doneStays) return refused({ rule: mtgReorder.id });
  return ok([{ type: 'AgendaReordered', order }]);
}

function addItem(meeting: Meeting, { item, consent }: Command<'addItem'>): Decided {
  const known = meeting.agenda.items[item.id];
  const taken = known && known.stage !== 'waiting';
  const given = presentServing(meeting)
    .map((s) => s.person)
    .filter((person) => consent.includes(person));
  const refusal = inTheWay(
    meeting.agenda.phase === 'open' ? sessionGate(meeting) : null,
    (meeting.agenda.phase === 'closed' || taken) && {
      rule: mtgItemStage.id,
      detail: { stage: known?.stage ?? 'closed' },
    },
    meeting.agenda.phase === 'open' && quorumGate(meeting, 'question'),
    mayBeTakenUp(meeting.plan, item, given, personsPresent(meeting)),
    barredInPlan({ ...meeting.plan, items: [item] }),
  );
  return refusal
    ? refused(refusal)
    : ok([{ type: 'ItemAdded', item: known ? { ...known, ...item } : item, consent: given }]);
}

function personsPresent(meeting: Meeting) {
  return presentServing(meeting).map((s) => s.person);
}

const WITHDRAWABLE: readonly ItemState['stage'][] = ['waiting', 'presentation', 'debate'];

function withdrawItem(meeting: Meeting, command: Command<'withdrawItem'>): Decided {
  const item = meeting.agenda.items[command.item];
  const reason = command.reason.trim();
  const decided = item && (meeting.decisions.decided[item.id]?.length ?? 0) > 0;
  if (!item || decided || !WITHDRAWABLE.includes(item.stage))
    return refused({ rule: mtgItemStage.id, detail: { stage: item?.stage ?? 'unknown' } });
  const refusal = inTheWay(
    meeting.agenda.phase === 'open' ? sessionGate(meeting) : null,
    reason === '' && { rule: mtgReason.id },
  );
  return refusal ? refused(refusal) : ok([{ type: 'ItemWithdrawn', item: item.id, reason }]);
}

function handOutDocument(meeting: Meeting, { item: id, document }: Command<'handOutDocument'>): Decided {
  const item = meeting.agenda.items[id];
  const stands = item && meeting.agenda.phase !== 'closed' && !item.documents.some((d) => d.id === document.id);
  return stands ? ok([{ type: 'DocumentHandedOut', item: id, document }]) : refused({ rule: mtgDocument.id });
}

function confirmReceipt(
  meeting: Meeting,
  { item: id, document }: Command<'confirmReceipt'>,
  { actor }: Context,
): Decided {
  const item = meeting.agenda.items[id];
  if (actor === 'system' || !item?.documents.some((d) => d.id === document)) return refused({ rule: mtgDocument.id });
  if (item.receipts[document]?.includes(actor)) return ok([]);
  return ok([{ type: 'DocumentReceived', item: id, document, person: actor }]);
}
