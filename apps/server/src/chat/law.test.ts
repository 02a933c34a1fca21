import type { Meeting, PersonId } from '@klubba/meeting';
import { boardPlan, councilPlan, inSession, itemId, person, type Scene, withItem } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { chatRefusal, groupChatRefusal, groupRoomOf, mayReadOf, moderatorAs } from './law.ts';

const council = inSession(councilPlan({ settings: { chat: true } }));
const board = inSession(boardPlan({ settings: { chat: true } }), { substitutes: [person('Emma Gradin')] });
const amina = person('Amina Warsame');
const karin = person('Karin Ahlqvist');
const birgitta = person('Birgitta Nordin');
const secretary = person('Mirja Aho');

const said = (scene: Scene, event: object): Scene => scene.recorded(event as never);
const inConflictOver = (scene: Scene, number: number, who: PersonId): Scene =>
  said(scene, { type: 'ConflictDeclared', item: itemId(number), person: who });
const adjourned = (scene: Scene, cause = 'groupMeeting'): Scene => said(scene, { type: 'MeetingAdjourned', cause });
const everybody = ({ plan }: Meeting): readonly PersonId[] => plan.people.map(({ id }) => id);

describe('the meeting’s chat', () => {
  it('CHAT-OFF: is off until the body has decided otherwise (CHT-05)', () => {
    const { meeting } = inSession(councilPlan());
    expect(everybody(meeting).map((one) => chatRefusal(meeting, one))).toEqual(
      everybody(meeting).map(() => 'CHAT-OFF'),
    );
  });

  it('is open to members, substitutes, officials and the desk who are in (CHT-01)', () => {
    const names = ['Birgitta Nordin', 'Emma Gradin', 'Mirja Aho', 'Inger Falkman', 'Jesper Holm', 'Helena Ståhl'];
    expect(names.filter((name) => chatRefusal(board.meeting, person(name)) !== undefined)).toEqual([]);
  });

  it('CHAT-NOT-YOURS: is closed to whoever has not come, waits outside, or was sent out', () => {
    expect(chatRefusal(board.meeting, person('Oskar Nyman'))).toBe('CHAT-NOT-YOURS');
    expect(chatRefusal(board.meeting, person('Elsa Enskild'))).toBe('CHAT-NOT-YOURS');
    expect(chatRefusal(board.meeting, 'p-of-another-board' as PersonId)).toBe('CHAT-NOT-YOURS');
    const gone = said(board, { type: 'CheckedOut', person: birgitta, cause: 'left' });
    expect(chatRefusal(gone.meeting, birgitta)).toBe('CHAT-NOT-YOURS');
    const doubted = said(board, { type: 'IdentityDoubted', person: birgitta, by: secretary });
    expect(chatRefusal(doubted.meeting, birgitta)).toBe('CHAT-NOT-YOURS');
  });

  it('CHAT-NOT-NOW: is over when the meeting is closed', () => {
    const closed = said(board, { type: 'MeetingClosed' });
    expect(chatRefusal(closed.meeting, birgitta)).toBe('CHAT-NOT-NOW');
  });

  it('CHAT-CLOSED-ITEM: is off for everybody in a closed item, and comes back after it (SEC-08)', () => {
    const closed = withItem(board, 89);
    const names = ['Birgitta Nordin', 'Mirja Aho', 'Helena Ståhl', 'Jesper Holm'];
    expect(new Set(names.map((name) => chatRefusal(closed.meeting, person(name))))).toEqual(
      new Set(['CHAT-CLOSED-ITEM']),
    );
    const decided = said(closed, { type: 'ItemClosed', item: itemId(89), outcome: 'decided' });
    expect(chatRefusal(decided.meeting, birgitta)).toBe('CHAT-CLOSED-ITEM');
    const after = said(decided, { type: 'DoorsOpened', item: itemId(89) });
    expect(chatRefusal(after.meeting, birgitta)).toBeUndefined();
  });

  it('CHAT-CLOSED-ITEM: also when the doors of an open item are closed on the way', () => {
    const item = withItem(board, 86);
    expect(chatRefusal(item.meeting, birgitta)).toBeUndefined();
    const closed = said(item, { type: 'DoorsClosed', item: itemId(86) });
    expect(chatRefusal(closed.meeting, birgitta)).toBe('CHAT-CLOSED-ITEM');
  });

  it.each([
    ['council', council, 118],
    ['board', board, 87],
  ] as const)(
    'CHAT-CONFLICT: is closed to one in conflict of interest while the item lasts: %s (JAV-02)',
    (_, scene, number) => {
      const open = withItem(inConflictOver(scene, number, birgitta), number);
      expect(chatRefusal(open.meeting, birgitta)).toBe('CHAT-CONFLICT');
      expect(chatRefusal(open.meeting, karin)).toBeUndefined();
      const after = said(open, { type: 'ItemClosed', item: itemId(number), outcome: 'decided' });
      expect(chatRefusal(after.meeting, birgitta)).toBeUndefined();
      // What was written meanwhile stays hidden from that person, and from nobody else.
      expect(mayReadOf(after.meeting, birgitta, itemId(number))).toBe(false);
      expect(mayReadOf(after.meeting, karin, itemId(number))).toBe(true);
      expect(mayReadOf(after.meeting, birgitta, null)).toBe(true);
    },
  );

  it('shows no message of an item that is not of the meeting', () => {
    expect(mayReadOf(board.meeting, karin, 'item-of-another-meeting')).toBe(false);
  });
});

describe('a party’s room in a group break (CHT-02)', () => {
  it('CHAT-NO-BREAK: is there in a break for group meetings alone', () => {
    expect(groupChatRefusal(council.meeting, karin)).toBe('CHAT-NO-BREAK');
    expect(groupChatRefusal(adjourned(council, 'rest').meeting, karin)).toBe('CHAT-NO-BREAK');
    const broken = adjourned(council);
    expect(groupChatRefusal(broken.meeting, karin)).toBeUndefined();
    expect(groupChatRefusal(said(broken, { type: 'MeetingRecalled' }).meeting, karin)).toBe('CHAT-NO-BREAK');
  });

  it('CHAT-NOT-GROUP: is nobody’s by duty: not the secretary’s, the technician’s or an official’s', () => {
    const { meeting } = adjourned(council);
    const names = ['Åsa Lindvall', 'Mirja Aho', 'Jesper Holm', 'Lars-Göran Åberg'];
    expect(new Set(names.map((name) => groupChatRefusal(meeting, person(name))))).toEqual(new Set(['CHAT-NOT-GROUP']));
  });

  it('is one for each party, and another in each break', () => {
    const { meeting } = adjourned(council);
    expect(groupRoomOf(meeting, amina)?.party).not.toBe(groupRoomOf(meeting, karin)?.party);
    for (const { id, party } of meeting.plan.people) expect(groupRoomOf(meeting, id)?.party ?? party).toBe(party);
    const again = said(said(adjourned(council), { type: 'MeetingRecalled' }), {
      type: 'MeetingAdjourned',
      cause: 'groupMeeting',
    });
    expect(groupRoomOf(again.meeting, karin)?.breakFrom).toBe(again.meeting.adjournment.current?.from);
  });

  it('CHAT-CLOSED-ITEM, CHAT-CONFLICT: is no way round what bars the meeting’s chat', () => {
    expect(groupChatRefusal(adjourned(withItem(board, 89)).meeting, birgitta)).toBe('CHAT-CLOSED-ITEM');
    const open = adjourned(withItem(inConflictOver(board, 87, birgitta), 87));
    expect(groupChatRefusal(open.meeting, birgitta)).toBe('CHAT-CONFLICT');
  });
});

describe('taking a message away (CHT-05)', () => {
  it('is the secretary’s, the assistant’s and the chair’s', () => {
    const names = ['Åsa Lindvall', 'Mirja Aho', 'Marie Sandell', 'Carl Bergendal', 'Jesper Holm', 'Birgitta Nordin'];
    expect(names.map((name) => moderatorAs(council.meeting, person(name)))).toEqual([
      'secretary',
      'assistant',
      'chair',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
