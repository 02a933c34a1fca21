import type { ItemId } from '../ids.ts';
import { missingContents } from '../law/pro-1-contents.ts';
import { personWithParty } from '../phrase.ts';
import type { Fact, Meeting } from '../types.ts';
import { annexes } from './annexes.ts';
import { attendanceList } from './attendance-list.ts';
import { factsByItem } from './facts-by-item.ts';
import { frontMatter } from './front-matter.ts';
import { frontPassages, itemPassages } from './passages.ts';
import type { MinutesDocument, MinutesSection } from './shape.ts';

/**
 * The record, drafted from the facts. `meeting` is the fold of `facts`. The same facts always give the same document; what the
 * secretary has written stands in it beside them.
 */
export function minutesDocument(meeting: Meeting, facts: readonly Fact[]): MinutesDocument {
  const byItem = factsByItem(meeting, facts);
  const votes = annexes(meeting);
  const known = { meeting, byItem, votes };
  return {
    front: frontMatter(meeting, facts),
    attendance: attendanceList(meeting),
    general: frontPassages(known, facts),
    sections: meeting.agenda.order.flatMap((id) => sectionOf(known, id)),
    votes,
    links: meeting.attendance.linkLog.map((loss) => ({ ...loss, name: personWithParty(meeting.plan, loss.person) })),
    missing: missingContents(meeting),
  };
}

function sectionOf(known: Parameters<typeof itemPassages>[0], id: ItemId): readonly MinutesSection[] {
  const item = known.meeting.agenda.items[id];
  if (item === undefined || item.stage === 'waiting') return [];
  const { number, title, kind, diaryNumber } = item;
  const section = { item: id, number, title, kind, passages: itemPassages(known, item) };
  return [diaryNumber === undefined ? section : { ...section, diaryNumber }];
}
