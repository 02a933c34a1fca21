import { describe, expect, it } from 'vitest';
import type { MeetingId, PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { boardPlan, councilPlan, given, inSession, person } from '../testing/index.ts';
import { calledTo, lastNoticeDay, substitutesToCall } from './called.ts';
import { replanned } from './change-plan.ts';
import { toRemind, unanswered } from './reminders.ts';

const petter = person('Petter Boman');
const jonas = person('Jonas Fridh');
const sara = person('Sara Lindqvist');
const karl = person('Karl Wennberg');
const per = person('Per Wahlund');
const plan = councilPlan({ remoteGranted: [] });
const answer = (who: PersonId, said: 'room' | 'absent') =>
  ({ type: 'answerNotice', person: who, answer: said }) as const;
const sent = {
  type: 'sendNotice',
  version: 1,
  digest: 'ab12',
  announcedOn: '2025-11-05',
  sentOn: '2025-11-05',
} as const;

describe('KAL-1 who is called', () => {
  it('a member who is a substitute as well is called as member; a vacant seat is nobody', () => {
    const { holder: _vacant, ...vacant } = plan.seats[0]!;
    const { members, substitutes } = calledTo({
      seats: [vacant, ...plan.seats.slice(1)],
      substitutes: [{ persons: [petter, sara] }, { persons: [sara] }],
    });
    expect(members).toEqual(plan.seats.slice(1).map((seat) => seat.holder));
    expect(substitutes).toEqual([sara]);
  });

  it('KAL-6 a board without a number of days has no last day', () => {
    const board = boardPlan();
    const { noticeDays: _none, ...settings } = board.body.settings;
    expect(lastNoticeDay({ date: board.date, body: { ...board.body, settings } })).toBeNull();
  });

  it('each absent member gets the next who is not taken, or nobody', () => {
    const away = (...who: readonly PersonId[]): Meeting =>
      who.reduce((scene, one) => scene.after(answer(one, 'absent'), one), given(plan)).meeting;
    expect(substitutesToCall(away(petter, jonas))).toEqual([
      { absent: jonas, next: sara },
      { absent: petter, next: karl },
    ]);
    expect(substitutesToCall(away(petter, jonas, sara))).toEqual([{ absent: jonas, next: karl }, { absent: petter }]);
    const third = person('Amina Warsame');
    const all = substitutesToCall(away(petter, jonas, third, karl));
    expect(all).toHaveLength(3);
    expect(all.filter((one) => 'next' in one)).toEqual([{ absent: jonas, next: sara }]);
    const { holder: _vacant, ...vacant } = plan.seats[1]!;
    const seats = plan.seats.map((seat, n) => (n === 1 ? vacant : seat));
    expect(substitutesToCall({ ...away(petter), plan: { ...plan, seats } })).toEqual([{ absent: petter, next: sara }]);
  });
});

describe('PRE-05 what is answered', () => {
  it('MTG-CALLED by those who are called, by name, until the close', () => {
    given(plan).when(answer(per, 'room'), per).refuses('MTG-CALLED', { person: 'Per Wahlund' });
    const closed = inSession(plan).recorded({ type: 'MeetingClosed' });
    closed.when(answer(petter, 'room'), petter).refuses('MTG-SESSION', { state: 'closed' });
    closed.when({ type: 'readNotice', person: petter }, petter).refuses('MTG-SESSION', { state: 'closed' });
    closed.when(sent, 'system').refuses('MTG-SESSION', { state: 'closed' });
  });

  it('once, until it changes', () => {
    const here = given(plan).when(answer(petter, 'room'), petter).then({ type: 'NoticeAnswered', answer: 'room' });
    here.when(answer(petter, 'room'), petter).then();
    here.when(answer(petter, 'absent'), petter).then({ type: 'NoticeAnswered', person: petter, answer: 'absent' });
  });

  it('gives up what one applied for and has or waits for, and nothing else', () => {
    const applied = given(plan).after({ type: 'applyRemote', person: petter }, petter);
    const gaveUp = [
      { type: 'NoticeAnswered', person: petter, answer: 'room' },
      { type: 'RemoteWithdrawn', person: petter, reason: '' },
    ];
    const answered = (scene: typeof applied) => scene.when(answer(petter, 'room'), petter).events;
    expect(answered(applied)).toEqual(gaveUp);
    expect(answered(applied.after({ type: 'grantRemote', person: petter }))).toEqual(gaveUp);
    const denied = applied.after({ type: 'denyRemote', person: petter, reason: 'Fullt.' });
    expect(answered(denied)).toEqual(gaveUp.slice(0, 1));
    const withdrawn = applied.after({ type: 'withdrawRemote', person: petter, reason: 'Frisk.' }, petter);
    expect(answered(withdrawn)).toEqual(gaveUp.slice(0, 1));
    expect(answered(given({ ...plan, remoteGranted: [petter] }))).toEqual(gaveUp.slice(0, 1));
    expect(answered(given(plan))).toEqual(gaveUp.slice(0, 1));
  });

  it('a notice that has gone out is kept with what it was', () => {
    const { events } = given(plan).when(sent, 'system');
    expect(events).toEqual([{ ...sent, type: 'NoticeSent' }]);
    const { meeting } = given(plan).after(sent, 'system');
    expect(meeting.notice.sent).toEqual([
      { version: 1, digest: 'ab12', announcedOn: '2025-11-05', sentOn: '2025-11-05', at: meeting.notice.sent[0]?.at },
    ]);
    expect(meeting.notice.sent[0]?.at).toBeGreaterThan(0);
  });
});

describe('Reminders', () => {
  const ready = given(plan).after(sent, 'system').meeting;
  const soon = plan.startsAt - 1;
  const long: Meeting = { ...ready, notice: { ...ready.notice, sent: [{ ...ready.notice.sent[0]!, at: 0 }] } };

  it('are for those who have not answered nor have a place at a distance', () => {
    const everybody = unanswered(long);
    const permitted = (state: 'granted' | 'applied'): Meeting => ({
      ...long,
      remote: { permissions: { [petter]: { person: petter, state } } },
    });
    expect(everybody).toContain(petter);
    expect(unanswered(permitted('granted'))).toEqual(everybody.filter((who) => who !== petter));
    expect(unanswered(permitted('applied'))).toEqual(everybody);
    const answered: Meeting = { ...long, notice: { ...long.notice, answers: { [petter]: { answer: 'room', at: 1 } } } };
    expect(unanswered(answered)).toEqual(everybody.filter((who) => who !== petter));
  });

  it('go out before check-in, of a meeting that is called and not called off, unless the days are 0', () => {
    expect(toRemind(long, soon)).toEqual(unanswered(long));
    expect(toRemind({ ...long, agenda: { ...long.agenda, phase: 'checkIn' } }, soon)).toEqual([]);
    expect(toRemind({ ...long, notice: { ...long.notice, calledOff: { reason: '', at: 1 } } }, soon)).toEqual([]);
    expect(toRemind({ ...long, notice: { ...long.notice, sent: [] } }, soon)).toEqual([]);
    expect(toRemind({ ...long, plan: { ...plan, notice: { ...plan.notice, remindDays: 0 } } }, soon)).toEqual([]);
    expect(toRemind({ ...long, plan: { ...plan, notice: { ...plan.notice, remindDays: 1 } } }, soon)).not.toEqual([]);
  });
});

describe('MTG-PLAN-CHANGE a plan that is changed', () => {
  it('is of the same meeting of the same body, before anybody has come', () => {
    const change = (to: typeof plan) => ({ type: 'changePlan', plan: to, by: person('Åsa Lindvall') }) as const;
    const scene = given(plan);
    scene.when(change({ ...plan, place: 'Skolan' }), 'system').then({ type: 'PlanChanged' });
    scene
      .when(change({ ...plan, meeting: 'another' as MeetingId }), 'system')
      .refuses('MTG-PLAN-CHANGE', { state: 'another' });
    scene
      .when(change({ ...plan, body: { ...plan.body, id: 'another' as typeof plan.body.id } }), 'system')
      .refuses('MTG-PLAN-CHANGE', { state: 'another' });
    inSession(plan).when(change(plan), 'system').refuses('MTG-PLAN-CHANGE', { state: 'open' });
  });

  it('keeps what was applied for and decided, and forgets what only the plan had given', () => {
    const before = { ...plan, remoteGranted: [jonas] };
    const scene = given(before)
      .recorded({ type: 'RemoteGranted', person: sara })
      .recorded({ type: 'RemoteApplied', person: petter, queued: false });
    const after = (to: typeof plan) => replanned(scene.meeting, to, 9).remote.permissions;
    expect(Object.keys(after({ ...plan, remoteGranted: [] })).toSorted()).toEqual([petter, sara].toSorted());
    expect(after({ ...plan, remoteGranted: [karl] })[karl]).toEqual({ person: karl, state: 'granted' });
    expect(after({ ...before, form: 'physical' })).toEqual({ [jonas]: { person: jonas, state: 'granted' } });
    expect(replanned(scene.meeting, plan, 9).seq).toBe(9);
  });
});
