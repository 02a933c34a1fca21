import type { ItemState } from '../agenda/types.ts';
import type { ItemId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { votingRegisterGate } from './abl-9-general-meeting.ts';
import { adjusterIsMissing } from './abl-7-board-minutes.ts';
import { kl, type Refusal, rule } from './rule.ts';

/** What the minutes must tell of each item, and who served (KL 5:66–68). */
export const pro1 = rule({ id: 'PRO-1', statutes: [kl(5, 66), kl(5, 67), kl(5, 68), kl(6, 35)], bodies: 'all' });

export type Missing =
  | 'meetingNotClosed'
  | 'attendance'
  | 'adjuster'
  | 'votingRegister'
  | 'openItem'
  | 'unsettledQuestion'
  | 'openVote'
  | 'decision'
  | 'elected'
  | 'unhandledItem';
export type MissingContent = { readonly what: Missing; readonly item?: ItemId; readonly number?: number };

/** Everything that the minutes would lack if they were adjusted now. Empty: complete. */
export function missingContents(meeting: Meeting): readonly MissingContent[] {
  const general: MissingContent[] = [];
  if (meeting.agenda.phase !== 'closed') general.push({ what: 'meetingNotClosed' });
  const held = meeting.agenda.openedAt !== undefined || Object.keys(meeting.company.perCapsulam).length === 0;
  if (held && !meeting.attendance.stretches.some((stretch) => stretch.capacity !== 'other'))
    general.push({ what: 'attendance' });
  if (adjusterIsMissing(meeting)) general.push({ what: 'adjuster' });
  if (meeting.agenda.openedAt !== undefined && votingRegisterGate(meeting)) general.push({ what: 'votingRegister' });
  const items = meeting.agenda.order.flatMap((id) => meeting.agenda.items[id] ?? []);
  return [
    ...general,
    ...items.flatMap((item) => lacking(meeting, item).map((what) => ({ what, item: item.id, number: item.number }))),
  ];
}

/** Refused until complete. */
export function adjustmentGate(meeting: Meeting): Refusal | null {
  const [first] = missingContents(meeting);
  if (first === undefined) return null;
  return { rule: pro1.id, detail: { what: first.what, number: first.number ?? 0 } };
}

function lacking(meeting: Meeting, item: ItemState): readonly Missing[] {
  switch (item.stage) {
    case 'waiting':
      return meeting.agenda.phase === 'closed' ? ['unhandledItem'] : [];
    case 'withdrawn':
    case 'tabled':
      return [];
    case 'presentation':
    case 'debate':
    case 'deciding':
    case 'decided':
      return ['openItem'];
    case 'closed':
      return lackingInClosed(meeting, item);
  }
}

function lackingInClosed(meeting: Meeting, item: ItemState): readonly Missing[] {
  if (item.outcome === 'carriedOver' || meeting.company.perCapsulam[item.id]?.decidedAt !== undefined) return [];
  const questions = Object.values(meeting.decisions.questions).filter(
    (q) => q.item === item.id && q.state !== 'dropped',
  );
  const missing: Missing[] = [];
  if (questions.some((q) => q.state !== 'settled')) missing.push('unsettledQuestion');
  const votes = Object.values(meeting.decisions.votes).filter((v) => questions.some((q) => q.id === v.question));
  if (votes.some((v) => v.state !== 'closed' && v.state !== 'annulled')) missing.push('openVote');
  const elects = item.kind === 'election' || item.kind === 'adjusters';
  if (item.outcome === 'decided' && !elects && questions.length === 0) missing.push('decision');
  if (item.outcome === 'decided' && elects && !meeting.elections.elected.some((e) => e.item === item.id))
    missing.push('elected');
  return missing;
}
