import { describe, expect, it } from 'vitest';
import { missingContents, adjustmentGate } from '../law/pro-1-contents.ts';
import {
  adjustedAtLatest,
  adjustmentOverdue,
  announcedAtLatest,
  takenDownEarliest,
} from '../law/pro-2-adjustment-in-time.ts';
import {
  arrives,
  checkedIn,
  councilPlan,
  given,
  inSession,
  item,
  itemClosed,
  itemId,
  linkDown,
  linkUp,
  person,
  REMOTE_MEMBERS,
  type Scene,
  withItem,
} from '../testing/index.ts';
import { evening } from '../testing/evening.ts';
import { fold } from '../meeting.ts';
import { moves, inDebate, toDecision, finds, gavel } from '../testing/procedure.ts';
import { LOCK_SECONDS, NOTE_MAX_CHARACTERS } from './decide.ts';
import { minutesDocument } from './document.ts';
import type { MinutesDocument, Passage } from './shape.ts';

const secretary = person('Åsa Lindvall');
const nordin = person('Birgitta Nordin');
const plan = councilPlan({ remoteGranted: REMOTE_MEMBERS });

function minutesOf({ meeting, facts }: Scene): MinutesDocument {
  return minutesDocument(meeting, facts);
}

function passages(scene: Scene, number: number, group: Passage['group']): readonly Passage[] {
  const section = minutesOf(scene).sections.find((s) => s.number === number);
  return section?.passages.filter((p) => p.group === group) ?? [];
}

describe('the secretary writes beside the facts', () => {
  it('a note is written, changed and removed; the facts stay', () => {
    const scene = given(plan).after({ type: 'writeNote', note: 'n1', item: itemId(118), text: 'Ett ord.' }, secretary);
    const changed = scene.after({ type: 'writeNote', note: 'n1', item: itemId(118), text: 'Ett annat.' }, secretary);
    expect(changed.meeting.minutes.notes.map((note) => note.text)).toEqual(['Ett annat.']);
    expect(changed.after({ type: 'removeNote', note: 'n1' }, secretary).meeting.minutes.notes).toEqual([]);
  });

  it('MTG-MINUTES-TEXT a note has words, and not more than a person would read', () => {
    given(plan).when({ type: 'writeNote', note: 'n', item: null, text: '  ' }, secretary).refuses('MTG-MINUTES-TEXT');
    given(plan)
      .when({ type: 'wordPassage', passage: 'x', text: 'a'.repeat(NOTE_MAX_CHARACTERS + 1) }, secretary)
      .refuses('MTG-MINUTES-TEXT');
  });

  it('MTG-MINUTES-UNKNOWN a note belongs to an item of the meeting', () => {
    given(plan)
      .when({ type: 'writeNote', note: 'n', item: itemId(9), text: 'Ett ord.' }, secretary)
      .refuses('MTG-MINUTES-UNKNOWN');
    given(plan).when({ type: 'removeNote', note: 'n' }, secretary).refuses('MTG-MINUTES-UNKNOWN');
  });

  it('MTG-MINUTES-LOCK one computer writes at a time; one that has fallen silent is taken over', () => {
    const locked = given(plan).after({ type: 'lockMinutes', device: 'first' }, secretary);
    locked.when({ type: 'lockMinutes', device: 'second' }, secretary).refuses('MTG-MINUTES-LOCK');
    locked.when({ type: 'unlockMinutes', device: 'second' }, secretary).refuses('MTG-MINUTES-LOCK');
    locked
      .wait(LOCK_SECONDS * 1000)
      .when({ type: 'lockMinutes', device: 'second' }, secretary)
      .then({ type: 'MinutesLocked', device: 'second' });
    const note = { type: 'writeNote', note: 'n', item: null, text: 'Ett ord.' } as const;
    const words = { type: 'wordPassage', passage: 'p', text: 'Orden.' } as const;
    for (const writes of [note, words]) {
      locked.when({ ...writes, device: 'second' }, secretary).refuses('MTG-MINUTES-LOCK');
      locked.after({ ...writes, device: 'first' }, secretary);
    }
    locked
      .after(note, secretary)
      .when({ type: 'removeNote', note: 'n', device: 'second' }, secretary)
      .refuses('MTG-MINUTES-LOCK');
    locked.wait(LOCK_SECONDS * 1000).after({ ...note, device: 'second' }, secretary);
    expect(
      locked.after({ type: 'unlockMinutes', device: 'first' }, secretary).meeting.minutes.lockedBy,
    ).toBeUndefined();
  });

  it('an empty wording takes the generated one back into use', () => {
    const worded = given(plan).after({ type: 'wordPassage', passage: 'x', text: 'Ord.' }, secretary);
    expect(worded.meeting.minutes.wordings).toEqual({ x: 'Ord.' });
    expect(worded.after({ type: 'wordPassage', passage: 'x', text: '' }, secretary).meeting.minutes.wordings).toEqual(
      {},
    );
  });
});

describe('the draft fills itself', () => {
  it('who served, at a distance and for whom, and who was absent (KL 5:66)', () => {
    const rosen = person('Kent Rosén');
    const absent = checkedIn(plan, { absent: [rosen], remote: [nordin], substitutes: [person('Elin Backlund')] });
    const { attendance } = minutesOf(absent);
    expect(attendance.members).toHaveLength(40);
    expect(attendance.members.find((a) => a.person === nordin)?.stretches.map((s) => s.mode)).toEqual(['remote']);
    expect(attendance.absent.map((a) => a.name)).toEqual(['Kent Rosén (S)']);
    const seat = absent.meeting.plan.seats.find((s) => s.holder === rosen);
    const serving = minutesOf(
      absent.after({ type: 'callSubstitute', seat: seat?.id ?? ('' as never), substitute: person('Elin Backlund') }),
    );
    expect(serving.attendance.servingSubstitutes).toMatchObject([
      { name: 'Elin Backlund (S)', inPlaceOf: ['Kent Rosén (S)'] },
    ]);
  });

  it('an adjournment with its times and its cause, and the check after it', () => {
    const lost = linkDown(withItem(inSession(plan, { remote: [nordin] }), 118), nordin);
    const adjourned = linkUp(lost.after({ type: 'adjourn', cause: 'connectionLost', person: nordin }), nordin).after({
      type: 'recall',
    });
    const members = adjourned.meeting.plan.seats.flatMap((seat) => seat.holder ?? []);
    const resumed = members
      .reduce((s, member) => s.after({ type: 'confirmPresence', person: member }), adjourned)
      .after({ type: 'completeCheck' });
    const [told, check] = passages(resumed, 118, 'adjournment');
    expect(told?.phrase).toMatchObject({
      key: 'minutes.adjournedFor',
      values: { person: 'Birgitta Nordin (C)', form: 'connectionLost' },
    });
    expect(check?.phrase).toMatchObject({ key: 'minutes.checked', values: { present: 41 } });
    expect(minutesOf(resumed).links).toMatchObject([{ name: 'Birgitta Nordin (C)', cause: 'connectionLost' }]);
  });

  it('a decision by acclamation with the words decided, in the preparing body’s name', () => {
    const [moved] = moves(inDebate(plan, 118), person('Karin Ahlqvist'), 'amendment', { text: 'Ett annat förslag.' });
    const decided = gavel(finds(toDecision(moved), 'proposal'));
    const [decision] = passages(decided, 118, 'decision');
    expect(decision?.phrase.key).toBe('minutes.decision');
    expect(decision?.verbatim).toEqual([plan.items.find((i) => i.number === 118)?.tabled?.text]);
    expect(passages(decided, 118, 'proposals').map((p) => [p.phrase.key, p.verbatim])).toEqual([
      ['minutes.proposal.amendment', ['Ett annat förslag.']],
    ]);
    expect(passages(decided, 118, 'procedure').map((p) => p.phrase.key)).toEqual(['minutes.finding.several']);
  });

  it('conflict of interest by name, without its ground', () => {
    const scene = withItem(inSession(plan), 120).after(
      { type: 'declareConflict', item: itemId(120), person: person('Ruth Åkerlund'), ground: 'Äger marken.' },
      person('Ruth Åkerlund'),
    );
    const told = passages(scene, 120, 'conflict');
    expect(told.map((p) => p.phrase.values['persons'])).toEqual([['Ruth Åkerlund (KD)']]);
    expect(JSON.stringify(told)).not.toContain('Äger marken');
  });

  it('a proposal taken back is not told', () => {
    const [moved, id] = moves(inDebate(plan, 118), person('Karin Ahlqvist'), 'amendment', {
      text: 'Ett annat förslag.',
    });
    expect(
      passages(moved.after({ type: 'withdrawProposal', proposal: id }, person('Karin Ahlqvist')), 118, 'proposals'),
    ).toEqual([]);
  });

  it('the same facts give the same document', () => {
    const facts = evening(plan, 4, 900);
    const meeting = fold(facts);
    if (meeting.plan === undefined) throw new Error('Nothing was planned.');
    expect(minutesDocument(meeting, facts)).toEqual(minutesDocument(meeting, JSON.parse(JSON.stringify(facts))));
  });
});

describe('complete enough to adjust', () => {
  it('PRO-1 an open meeting, an item not handled and a decision that is missing stand in the way', () => {
    const open = inSession(councilPlan({ items: [item(1, 'Ett'), item(2, 'Två')] }));
    expect(missingContents(open.meeting)).toEqual([{ what: 'meetingNotClosed' }]);
    const closed = itemClosed(withItem(open, 1), 1).recorded({ type: 'MeetingClosed' });
    expect(missingContents(closed.meeting)).toEqual([
      { what: 'decision', item: itemId(1), number: 1 },
      { what: 'unhandledItem', item: itemId(2), number: 2 },
    ]);
    expect(adjustmentGate(closed.meeting)).toMatchObject({ rule: 'PRO-1', detail: { what: 'decision', number: 1 } });
  });

  it('PRO-1 nobody recorded as serving stands in the way', () => {
    expect(missingContents(given(plan).meeting).map((m) => m.what)).toContain('attendance');
  });

  it('PRO-1 a meeting that decided everything is complete', () => {
    const only = councilPlan({ items: [item(118, 'Mål och budget')] });
    const [moved] = moves(inDebate(only, 118), person('Karin Ahlqvist'), 'rejection');
    const done = gavel(finds(toDecision(moved), 'proposal'))
      .after({ type: 'closeItem' })
      .after({ type: 'closeMeeting' });
    expect(adjustmentGate(done.meeting)).toBeNull();
  });

  it('PRO-2 adjusted within fourteen days, made known within two, kept up three weeks', () => {
    expect(adjustedAtLatest('2025-11-13')).toBe('2025-11-27');
    expect(adjustmentOverdue('2025-11-13', '2025-11-27')).toBeNull();
    expect(adjustmentOverdue('2025-11-13', '2025-11-28')).toMatchObject({
      rule: 'PRO-2',
      detail: { date: '2025-11-27' },
    });
    expect(announcedAtLatest('2025-11-27')).toBe('2025-11-29');
    expect(takenDownEarliest('2025-11-29')).toBe('2025-12-21');
  });
});

it('someone who comes in the middle of an item is told with the time (KL 5:66)', () => {
  const late = arrives(withItem(inSession(plan, { absent: [nordin] }), 118), nordin);
  const [told] = passages(late, 118, 'presence');
  expect(told?.phrase).toEqual({
    key: 'minutes.seatTaken',
    values: { person: 'Birgitta Nordin (C)', at: { at: late.facts.at(-1)?.at } },
  });
});
