import type { DecisionsEvent } from '../decisions/types.ts';
import type { ItemId, PersonId } from '../ids.ts';
import { companyFormGate } from '../law/mtg-company-form.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { mtgClosing, mtgLeaderConflict, mtgLeaderInRoom, mtgOpening, mtgPresidium } from '../law/mtg-agenda.ts';
import type { Refusal } from '../law/rule.ts';
import type { Duty } from '../plan.ts';
import { ok, type Result, refused } from '../result.ts';
import { inConflict, isCheckedIn, personName, quorum, servingSeatOf, sessionState } from '../selectors.ts';
import type { Context, Meeting } from '../types.ts';
import { currentItem } from './current.ts';
import type { AgendaEvent } from './types.ts';

type Decided = Result<readonly (AgendaEvent | DecisionsEvent)[]>;

/** In order of precedence. */
const PRESIDIUM = ['chair', 'viceChair', 'secondViceChair'] as const satisfies readonly Duty[];

export function openMeeting(meeting: Meeting, { actor }: Context): Decided {
  const { phase } = meeting.agenda;
  if (phase !== 'checkIn') return refused({ rule: mtgOpening.id, detail: { phase } });
  const leader = actor !== 'system' && mayPreside(meeting, actor) ? actor : presidiumPresent(meeting)[0];
  if (!leader) return refused({ rule: mtgOpening.id, detail: { phase: 'noLeader' } });
  const refusal = inTheWay(notTheFirst(meeting, leader), whereLeadersStand(meeting, leader), companyFormGate(meeting));
  return refusal ? refused(refusal) : ok([{ type: 'MeetingOpened', leader }]);
}

/** A vice chair in place takes over; queue, item and everything else stay as they are. */
export function handOverChair(
  meeting: Meeting,
  { to, reason }: { readonly to: PersonId; readonly reason?: string },
): Decided {
  const { leader: from } = meeting.agenda;
  if (!from || meeting.agenda.phase !== 'open')
    return refused({ rule: mtgOpening.id, detail: { phase: meeting.agenda.phase } });
  const eligible = mayPreside(meeting, to) && to !== from;
  const refusal = inTheWay(
    !eligible && { rule: mtgPresidium.id, detail: { name: personName(meeting, to) } },
    whereLeadersStand(meeting, to),
    inConflict(meeting, itemToLead(meeting)).has(to) && {
      rule: mtgLeaderConflict.id,
      detail: { name: personName(meeting, to) },
    },
  );
  return refusal ? refused(refusal) : ok([{ type: 'ChairHandedOver', from, to, ...(reason ? { reason } : {}) }]);
}

/** Without a quorum nothing can be decided, not even tabling: then the meeting is closed and what is left is carried over. */
export function closeMeeting(meeting: Meeting): Decided {
  const state = sessionState(meeting);
  const item = currentItem(meeting);
  if (state === 'notOpen' || state === 'closed')
    return refused({ rule: mtgOpening.id, detail: { phase: meeting.agenda.phase } });
  if (quorum(meeting).quorate) {
    if (state !== 'open') return refused({ rule: mtgClosing.id, detail: { left: state } });
    if (item) return refused({ rule: mtgClosing.id, detail: { left: 'item', number: item.number } });
    return ok([{ type: 'MeetingClosed' }]);
  }
  if (!item) return ok([{ type: 'MeetingClosed' }]);
  return ok([
    ...brokenOff(meeting),
    { type: 'ItemClosed', item: item.id, outcome: item.stage === 'decided' ? 'decided' : 'carriedOver' },
    { type: 'MeetingClosed' },
  ]);
}

/** A vote that cannot be finished decides nothing; it stays in the record. */
function brokenOff({ decisions }: Meeting): readonly DecisionsEvent[] {
  return decisions.openVote ? [{ type: 'VoteAnnulled', vote: decisions.openVote, reason: '' }] : [];
}

/** The presidium in its order; with none of it in place and free of conflict in the item, any serving member. */
function mayPreside(meeting: Meeting, person: PersonId): boolean {
  if (!isCheckedIn(meeting, person)) return false;
  if (presidiumRank(meeting, person) !== -1) return true;
  const conflicted = inConflict(meeting, itemToLead(meeting));
  const noneOfThem = presidiumPresent(meeting).every((one) => conflicted.has(one));
  return noneOfThem && servingSeatOf(meeting, person) !== undefined;
}

/** The one that is open, or will be. */
function itemToLead({ agenda }: Meeting): ItemId | undefined {
  return agenda.current ?? agenda.order.find((id) => agenda.items[id]?.stage === 'waiting');
}

function presidiumRank(meeting: Meeting, person: PersonId): number {
  return PRESIDIUM.findIndex((duty) => meeting.plan.duties.some((d) => d.person === person && d.duty === duty));
}

/** In its order. */
function presidiumPresent(meeting: Meeting): readonly PersonId[] {
  const holders = PRESIDIUM.flatMap((duty) => meeting.plan.duties.filter((d) => d.duty === duty).map((d) => d.person));
  return holders.filter((person) => isCheckedIn(meeting, person));
}

function notTheFirst(meeting: Meeting, leader: PersonId): Refusal | null {
  const [first] = presidiumPresent(meeting);
  return first && first !== leader ? { rule: mtgPresidium.id, detail: { name: personName(meeting, first) } } : null;
}

function whereLeadersStand(meeting: Meeting, leader: PersonId): Refusal | null {
  const roles: readonly string[] = meeting.plan.body.settings.mustBeInRoom.value;
  const bound = meeting.plan.duties.some((d) => d.person === leader && roles.includes(d.duty));
  const remote = meeting.attendance.present[leader]?.mode === 'remote';
  return bound && remote ? { rule: mtgLeaderInRoom.id, detail: { name: personName(meeting, leader) } } : null;
}
