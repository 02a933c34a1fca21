import { describe, expect, it } from 'vitest';
import { PUBLIC_AUDIENCE } from '../audience/audience.ts';
import { showFact } from '../audience/show.ts';
import { script } from '../script/script.ts';
import { boardPlan, councilPlan, given, person, type Scene } from '../testing/index.ts';
import { toRemind } from './reminders.ts';

const lena = person('Lena Torstensson');
const secretary = councilPlan().duties.find((one) => one.duty === 'secretary')!.person;
const chair = councilPlan().duties.find((one) => one.duty === 'chair')!.person;
const scene = given(councilPlan());
const off = { type: 'callOff', reason: ' För få ärenden. ', by: secretary } as const;
const calledOff = (from: Scene = scene): Scene => from.after(off, 'system');

describe('calling a meeting off', () => {
  it('MTG-CALLED-OFF is done before check-in opens, with a reason', () => {
    const after = scene
      .when(off, 'system')
      .then({ type: 'MeetingCalledOff', reason: 'För få ärenden.', by: secretary });
    expect(after.meeting.notice.calledOff).toMatchObject({ reason: 'För få ärenden.' });
    scene.when({ ...off, reason: ' \n' }, 'system').refuses('MTG-CALLED-OFF', { state: 'noReason' });
  });

  it('MTG-CALLED-OFF is not done once somebody may have come, nor twice', () => {
    const checkIn = scene.after({ type: 'openCheckIn' }, secretary);
    checkIn.when(off, 'system').refuses('MTG-CALLED-OFF', { state: 'checkIn' });
    calledOff().when(off, 'system').refuses('MTG-CALLED-OFF', { state: 'calledOff' });
  });

  it('MTG-CALLED-OFF nothing happens in it afterwards: nobody checks in, answers, changes it or is reminded', () => {
    const after = calledOff();
    const { plan } = after.meeting;
    after.when({ type: 'openCheckIn' }, secretary).refuses('MTG-CALLED-OFF', { state: 'calledOff' });
    after.when({ type: 'answerNotice', person: lena, answer: 'room' }, lena).refuses('MTG-CALLED-OFF');
    after.when({ type: 'changePlan', plan, by: secretary }, 'system').refuses('MTG-CALLED-OFF');
    after.when({ type: 'readNotice', person: lena }, lena).then({ type: 'NoticeRead', person: lena });
    const sent = { version: 1, digest: 'a', announcedOn: '2025-11-01', sentOn: '2025-11-01', at: 0 };
    const told = { ...after.meeting, notice: { ...after.meeting.notice, sent: [sent] } };
    expect(toRemind(told, plan.startsAt - 1)).toEqual([]);
    expect(script(after.meeting, chair, plan.startsAt)).toMatchObject({ words: [], primary: null, others: [] });
  });

  it('MTG-SYSTEM is nobody’s to do past the desk’s page, which asks who it is', () => {
    scene.when(off, lena).refuses('MTG-SYSTEM');
  });

  it('is told to everybody with its reason, also where the public follows nothing; not by whom', () => {
    for (const from of [scene, given(boardPlan())]) {
      const after = from.after({ ...off, by: chair }, 'system');
      const shown = showFact(after.facts.at(-1)!, PUBLIC_AUDIENCE, from.meeting);
      expect(shown?.event).toEqual({ type: 'MeetingCalledOff', reason: 'För få ärenden.' });
    }
  });
});
