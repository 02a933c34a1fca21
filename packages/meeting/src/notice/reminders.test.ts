import { describe, expect, it } from 'vitest';
import { councilPlan, given, person, type Scene } from '../testing/index.ts';
import { calledTo } from './called.ts';
import { REMIND_DAYS, toRemind } from './reminders.ts';

const DAY = 86_400_000;
const lena = person('Lena Torstensson');
const petter = person('Petter Boman');
const plan = councilPlan({ remoteGranted: [], notice: { announcedOn: null, sentOn: null } });
const { startsAt } = plan;
const sentAt = (at: number, remindDays?: number): Scene => {
  const scene = given({ ...plan, notice: { ...plan.notice, ...(remindDays === undefined ? {} : { remindDays }) } });
  const command = {
    type: 'sendNotice',
    version: 1,
    digest: 'a',
    announcedOn: '2025-11-01',
    sentOn: '2025-11-01',
  } as const;
  const sent = scene.after(command, 'system');
  return { ...sent, meeting: { ...sent.meeting, notice: { ...sent.meeting.notice, sent: [{ ...command, at }] } } };
};
const everybody = calledTo(plan).members.length + calledTo(plan).substitutes.length;

describe('who is reminded of a meeting', () => {
  it('is everybody called who has not answered, from some days before until it begins', () => {
    const { meeting } = sentAt(startsAt - 20 * DAY);
    expect(toRemind(meeting, startsAt - REMIND_DAYS * DAY - 1)).toEqual([]);
    expect(toRemind(meeting, startsAt - REMIND_DAYS * DAY)).toHaveLength(everybody);
    expect(toRemind(meeting, startsAt)).toEqual([]);
  });

  it('is nobody who has answered, or has been given a place at a distance', () => {
    const scene = sentAt(startsAt - 20 * DAY);
    const { sent } = scene.meeting.notice;
    const answered = scene
      .after({ type: 'answerNotice', person: lena, answer: 'absent' }, lena)
      .after({ type: 'applyRemote', person: petter, reason: 'Bor långt bort' }, petter).meeting;
    const due = toRemind({ ...answered, notice: { ...answered.notice, sent } }, startsAt - DAY);
    expect(due).toHaveLength(everybody - 2);
    expect(due).not.toContain(lena);
  });

  it('is nobody on the day after the notice, nor before there is one', () => {
    expect(toRemind(sentAt(startsAt - 2 * DAY).meeting, startsAt - 1.5 * DAY)).toEqual([]);
    expect(toRemind(sentAt(startsAt - 2 * DAY).meeting, startsAt - DAY)).toHaveLength(everybody);
    expect(toRemind(given(plan).meeting, startsAt - DAY)).toEqual([]);
  });

  it('is as the notice says: other days, or never', () => {
    expect(toRemind(sentAt(startsAt - 20 * DAY, 7).meeting, startsAt - 6 * DAY)).toHaveLength(everybody);
    expect(toRemind(sentAt(startsAt - 20 * DAY, 0).meeting, startsAt - DAY)).toEqual([]);
  });
});
