import { describe, expect, it } from 'vitest';
import { noticeFaults } from '../agenda/notice.ts';
import { audienceOf } from '../audience/audience.ts';
import { showFactTo } from '../audience/show.ts';
import { boardPlan, councilPlan, given, person, type PlanChange, type Scene } from '../testing/index.ts';
import { calledTo, faultsIfSent, lastNoticeDay, substitutesToCall } from './called.ts';

const petter = person('Petter Boman');
const lena = person('Lena Torstensson');
const carl = person('Carl Bergendal');
const official = person('Per Wahlund');
const unsent = { announcedOn: null, sentOn: null };
const council = (change: PlanChange = {}): Scene => given(councilPlan({ remoteGranted: [], ...change }));
const sent = (day: string) =>
  ({ type: 'NoticeSent', version: 1, digest: 'ab12', announcedOn: day, sentOn: day }) as const;

describe('the notice', () => {
  it('KAL-1 calls every member and substitute once, members first', () => {
    const { members, substitutes } = calledTo(councilPlan());
    expect([members.length, substitutes.length]).toEqual([41, 24]);
    expect(new Set([...members, ...substitutes]).size).toBe(65);
  });

  it('KAL-1 KAL-6 has its last day: a week for a council, the body’s own number for a board, none where nothing is decided', () => {
    expect(lastNoticeDay(councilPlan({ date: '2025-12-11' }))).toBe('2025-12-04');
    expect(lastNoticeDay(boardPlan({ date: '2025-12-11', settings: { noticeDays: 5 } }))).toBe('2025-12-06');
    expect(lastNoticeDay(boardPlan({ date: '2025-12-11', settings: { noticeDays: 0 } }))).toBeNull();
  });

  it('KAL-1 counts from the first that went out, and too late is a fault of form and no hindrance', () => {
    const planned = council({ date: '2025-12-11', notice: unsent });
    expect(faultsIfSent(planned.meeting, '2025-12-04').filter(({ rule }) => rule === 'KAL-1')).toEqual([]);
    expect(faultsIfSent(planned.meeting, '2025-12-05').filter(({ rule }) => rule === 'KAL-1')).toHaveLength(2);
    const late = planned.recorded(sent('2025-12-05'), sent('2025-12-06'));
    expect(late.meeting.plan.notice).toMatchObject({ announcedOn: '2025-12-05', sentOn: '2025-12-05' });
    expect(noticeFaults(late.meeting).some(({ rule }) => rule === 'KAL-1')).toBe(true);
    expect(late.meeting.notice.sent).toHaveLength(2);
  });

  it('KAL-2 makes items known that were not known before, and leaves the others their day', () => {
    const [first, second, ...others] = councilPlan().items;
    if (first === undefined || second === undefined) throw new Error('the agenda is empty');
    const { announcedOn: _none, ...unknown } = second;
    const plan = council({ notice: unsent, items: [first, unknown, ...others] }).recorded(sent('2025-11-06')).meeting
      .plan;
    expect(plan.items.slice(0, 2).map((one) => one.announcedOn)).toEqual(['2025-11-05', '2025-11-06']);
  });

  it('is sent by the platform alone', () => {
    council()
      .when({ ...sent('2025-11-01'), type: 'sendNotice' }, person('Åsa Lindvall'))
      .refuses('MTG-SYSTEM');
  });
});

describe('answers to the notice', () => {
  it('MTG-CALLED are given by those who are called, each for oneself or by the desk', () => {
    council().when({ type: 'answerNotice', person: petter, answer: 'room' }, petter).then({ type: 'NoticeAnswered' });
    council().when({ type: 'answerNotice', person: petter, answer: 'room' }, lena).refuses('MTG-SELF');
    council().when({ type: 'answerNotice', person: official, answer: 'room' }, official).refuses('MTG-CALLED');
  });

  it('an application is an answer, and one who then comes to the room gives the place back', () => {
    const applied = council().after({ type: 'applyRemote', person: petter }, petter);
    expect(applied.meeting.notice.answers[petter]?.answer).toBe('remote');
    const here = applied
      .after({ type: 'grantRemote', person: petter })
      .after({ type: 'answerNotice', person: petter, answer: 'room' }, petter);
    expect(here.meeting.remote.permissions[petter]?.state).toBe('withdrawn');
    expect(here.meeting.notice.answers[petter]?.answer).toBe('room');
  });

  it('an absent member’s substitute is suggested in the order of the list, past those who cannot come either', () => {
    const away = council().after({ type: 'answerNotice', person: petter, answer: 'absent' }, petter);
    const [first] = substitutesToCall(away.meeting);
    if (first?.next === undefined) throw new Error('the list has no substitute');
    expect(first.absent).toBe(petter);
    const both = away.after({ type: 'answerNotice', person: first.next, answer: 'absent' }, first.next);
    expect(substitutesToCall(both.meeting)[0]?.next).not.toBe(first.next);
  });

  it('MTG-IN-ROOM one of the presidium who cannot come is not counted as left in the room', () => {
    const free = council({ settings: { mustBeInRoom: [] } });
    const away = [person('Marie Sandell'), lena].reduce(
      (scene, one) => scene.after({ type: 'answerNotice', person: one, answer: 'absent' }, one),
      free,
    );
    free.when({ type: 'applyRemote', person: carl }, carl).then({ type: 'RemoteApplied' });
    away.when({ type: 'applyRemote', person: carl }, carl).refuses('MTG-IN-ROOM', { duty: 'presidium' });
  });

  it('who has opened it and what each answered is told to the desk and the one concerned', () => {
    const read = council()
      .after({ type: 'readNotice', person: petter }, petter)
      .after({ type: 'answerNotice', person: petter, answer: 'absent' }, petter);
    const facts = read.facts.slice(-2);
    const toldTo = (who: typeof petter) =>
      facts.map((fact) => showFactTo(fact, audienceOf(read.meeting, who), who, read.meeting) !== null);
    expect(toldTo(person('Elin Backlund'))).toEqual([false, false]);
    expect(toldTo(petter)).toEqual([true, true]);
    expect(toldTo(person('Åsa Lindvall'))).toEqual([true, true]);
    read.when({ type: 'readNotice', person: petter }, petter).then();
  });
});
