import { describe, expect, it } from 'vitest';
import { isPresent, linkGate, lossDue, offeredAbsence, quorum, servingSeatOf } from '../selectors.ts';
import {
  ALL_CONDITIONS,
  arrives,
  boardPlan,
  companyPlan,
  councilPlan,
  inSession,
  linkDown,
  linkUp,
  NO_CONDITIONS,
  person,
  type PlanChange,
  seatId,
} from '../testing/index.ts';
import type { LinkCause, LinkConditions } from './types.ts';

const birgitta = person('Birgitta Nordin');
const chair = person('Marie Sandell');
const technician = person('Jesper Holm');
const withBirgitta = (change: PlanChange = {}) => inSession(councilPlan(change), { remote: [birgitta] });
const but = (missing: keyof LinkConditions): LinkConditions => ({ ...ALL_CONDITIONS, [missing]: false });
const report = (conditions: LinkConditions, cause?: LinkCause) => ({
  type: 'reportLink' as const,
  person: birgitta,
  conditions,
  ...(cause && { cause }),
});

describe('links', () => {
  it('MTG-SYSTEM only the platform reports what it has measured', () => {
    withBirgitta().when(report(NO_CONDITIONS), birgitta).refuses('MTG-SYSTEM');
  });

  it('MTG-SESSION when the meeting is closed nobody changes place any more', () => {
    const closed = withBirgitta().recorded({ type: 'MeetingClosed' });
    closed
      .when({ type: 'changeMode', person: birgitta, mode: 'room' }, birgitta)
      .refuses('MTG-SESSION', { state: 'closed' });
  });

  it('the same report again is no news', () => {
    withBirgitta().when(report(ALL_CONDITIONS), 'system').then();
    const down = withBirgitta().after(report(NO_CONDITIONS, 'connectionLost'), 'system');
    down.when(report(NO_CONDITIONS, 'connectionLost'), 'system').then();
  });

  it.each(['seesHearsPresidium', 'seesSpeaker', 'seesRoom', 'seesHearsOthers', 'isSeenAndHeard'] as const)(
    'DIST-2 without %s nobody is present',
    (condition) => {
      const scene = withBirgitta()
        .when(report(but(condition)), 'system')
        .then({ type: 'LinkChanged', fulfilled: false });
      expect(isPresent(scene.meeting, birgitta)).toBe(false);
    },
  );

  it('DIST-2 camera off is not present; where a body has decided that sound is enough it is', () => {
    const off = report(but('isSeenAndHeard'), 'cameraOff');
    expect(isPresent(withBirgitta().after(off, 'system').meeting, birgitta)).toBe(false);
    const ingrid = person('Ingrid Palm');
    const company = inSession(companyPlan({ settings: { pictureRequired: false } }), { remote: [ingrid] });
    expect(isPresent(company.after({ ...off, person: ingrid }, 'system').meeting, ingrid)).toBe(true);
    const silent = company.after({ ...off, person: ingrid, cause: 'soundLost' }, 'system');
    expect(isPresent(silent.meeting, ingrid)).toBe(false);
  });

  it('DIST-2-2026 nobody counts before the chair has confirmed, and the others need not be seen', () => {
    const scene = inSession(councilPlan({ date: '2026-09-17' }), { remote: [birgitta] });
    expect(isPresent(scene.meeting, birgitta)).toBe(false);
    expect(servingSeatOf(scene.meeting, birgitta)).toBeUndefined();
    scene.when({ type: 'approveLink', person: birgitta }, technician).refuses('MTG-CHAIR');
    const confirmed = scene
      .when({ type: 'approveLink', person: birgitta }, chair)
      .then({ type: 'LinkApproved' }, { type: 'SeatTaken', person: birgitta });
    expect(quorum(confirmed.meeting).present).toBe(41);
    expect(isPresent(confirmed.after(report(but('seesHearsOthers')), 'system').meeting, birgitta)).toBe(true);
    expect(isPresent(confirmed.after(report(but('isSeenAndHeard'), 'soundLost'), 'system').meeting, birgitta)).toBe(
      false,
    );
  });

  it('DIST-2-2026 a yes in the roll call is the chair’s confirmation', () => {
    const scene = inSession(councilPlan({ date: '2026-09-17' }), { remote: [birgitta] })
      .after({ type: 'startRollCall' })
      .after({ type: 'callName', seat: seatId(21) });
    scene
      .when({ type: 'answerRollCall', seat: seatId(21), answer: 'yes' }, birgitta)
      .then(
        { type: 'NameAnswered' },
        { type: 'LinkApproved', person: birgitta },
        { type: 'SeatTaken', seat: seatId(21), person: birgitta },
      );
  });

  it('DIST-2-2026 another device has to be confirmed again', () => {
    const confirmed = inSession(councilPlan({ date: '2026-09-17' }), { remote: [birgitta] }).after(
      { type: 'approveLink', person: birgitta },
      chair,
    );
    const other = linkUp(
      confirmed.after({ type: 'checkIn', person: birgitta, mode: 'remote', identified: 'freja' }, birgitta),
      birgitta,
    );
    expect(isPresent(other.meeting, birgitta)).toBe(false);
  });

  it('MTG-LINK where a degraded link stops the meeting it counts again first when approved', () => {
    const scene = withBirgitta({ settings: { degradedLinkStops: true } });
    const frozen = scene.after(report(but('isSeenAndHeard'), 'pictureFrozen'), 'system');
    expect(linkGate(frozen.meeting, 'speech')?.rule).toBe('DIST-5');
    frozen.when({ type: 'approveLink', person: birgitta }).refuses('MTG-LINK');
    const back = frozen
      .when(report(ALL_CONDITIONS), 'system')
      .then({ type: 'LinkChanged', fulfilled: true, awaitingApproval: true });
    expect(isPresent(back.meeting, birgitta)).toBe(false);
    expect(linkGate(back.meeting, 'decision')?.detail).toMatchObject({ why: 'approval' });
    const approved = back.after({ type: 'approveLink', person: birgitta }, technician);
    expect(isPresent(approved.meeting, birgitta)).toBe(true);
    expect(linkGate(approved.meeting, 'decision')).toBeNull();
    approved.when({ type: 'approveLink', person: birgitta }).refuses('MTG-LINK');
  });

  it('a poor link stops the meeting only where the body has decided so', () => {
    const poor = report(ALL_CONDITIONS, 'poorQuality');
    expect(
      isPresent(withBirgitta({ settings: { degradedLinkStops: true } }).after(poor, 'system').meeting, birgitta),
    ).toBe(false);
    expect(isPresent(withBirgitta().after(poor, 'system').meeting, birgitta)).toBe(true);
  });

  it('DIST-5 nothing is decided while a serving member is lost and not noted absent', () => {
    const lost = linkDown(withBirgitta(), birgitta);
    expect(linkGate(lost.meeting, 'decision')).toEqual({
      rule: 'DIST-5',
      detail: { why: 'lost', persons: ['Birgitta Nordin'] },
    });
    expect(linkGate(lost.meeting, 'speech')).toBeNull();
    const noted = lost.after({ type: 'noteAbsent', person: birgitta, cause: 'connectionLost' });
    expect(linkGate(noted.meeting, 'decision')).toBeNull();
    expect(linkGate(linkUp(lost, birgitta).meeting, 'decision')).toBeNull();
  });

  it('a lost substitute who does not serve stops nothing (SUB-06)', () => {
    const lars = person('Lars Hedlund');
    const lost = linkDown(inSession(councilPlan(), { remote: [lars] }), lars);
    expect(linkGate(lost.meeting, 'decision')).toBeNull();
    expect(quorum(lost.meeting).lost).toBe(0);
  });

  it('DIST-4 the log tells every loss with its times and §', () => {
    const scene = linkDown(withBirgitta(), birgitta);
    const back = linkUp(scene.wait(90_000), birgitta);
    const [loss] = back.meeting.attendance.linkLog;
    expect(loss).toMatchObject({ person: birgitta, cause: 'connectionLost' });
    expect((loss?.to ?? 0) - (loss?.from ?? 0)).toBeGreaterThan(90_000);
    expect(back.meeting.attendance.present[birgitta]?.lost).toBeUndefined();
  });

  it('DIST-4 coming into the hall ends the loss, and so does the end of the meeting', () => {
    const down = linkDown(withBirgitta(), birgitta);
    const walked = down.after({ type: 'checkIn', person: birgitta, mode: 'room', identified: 'passkey' }, birgitta);
    expect(walked.meeting.attendance.linkLog).toMatchObject([{ to: expect.any(Number) }]);
    expect(isPresent(walked.meeting, birgitta)).toBe(true);
    const closed = down.recorded({ type: 'MeetingClosed' });
    expect(closed.meeting.attendance.linkLog).toMatchObject([{ to: expect.any(Number) }]);
  });

  it('DIST-4 changing device is a loss until the new link is measured', () => {
    const other = withBirgitta().after(
      { type: 'checkIn', person: birgitta, mode: 'remote', identified: 'bankId' },
      birgitta,
    );
    expect(other.meeting.attendance.linkLog).toHaveLength(1);
    expect(linkUp(other, birgitta).meeting.attendance.linkLog).toMatchObject([{ to: expect.any(Number) }]);
  });

  it('a second report of the same loss keeps its beginning', () => {
    const down = withBirgitta().after(report(but('isSeenAndHeard'), 'pictureFrozen'), 'system');
    const at = down.meeting.attendance.present[birgitta]?.lost?.at;
    const gone = down.wait(5000).after(report(NO_CONDITIONS, 'connectionLost'), 'system');
    expect(gone.meeting.attendance.present[birgitta]?.lost).toEqual({ at, cause: 'connectionLost' });
    expect(gone.meeting.attendance.linkLog).toHaveLength(1);
  });

  it('after the body’s limit the chair is offered to note the absence; where the rule is to wait, never', () => {
    const lost = linkDown(withBirgitta({ settings: { lossPolicy: { kind: 'absentAfter', seconds: 600 } } }), birgitta);
    const due = lossDue(lost.meeting, birgitta) ?? 0;
    expect(offeredAbsence(lost.meeting, due - 1)).toEqual([]);
    expect(offeredAbsence(lost.meeting, due)).toEqual([birgitta]);
    const waits = linkDown(withBirgitta({ settings: { lossPolicy: { kind: 'adjourn' } } }), birgitta);
    expect(lossDue(waits.meeting, birgitta)).toBeUndefined();
  });

  it('a room of the town hall that loses its network loses all its people (AV-18)', () => {
    const people = ['Jonas Fridh', 'Helena Ståhl', 'Anders Wikström'].map(person);
    const scene = inSession(councilPlan({ form: 'severalRooms' }), { absent: people });
    const seated = people.reduce(
      (s, p) => s.after({ type: 'checkIn', person: p, mode: 'room', room: 'Kvarnen', identified: 'bankId' }, p),
      scene,
    );
    expect(quorum(seated.meeting)).toMatchObject({ present: 41, remote: 0 });
    const dark = people.reduce((s, p) => linkDown(s, p), seated);
    expect(quorum(dark.meeting)).toMatchObject({ present: 38, lost: 3 });
  });

  it('a report about one in the hall, in the lobby or unknown says nothing', () => {
    withBirgitta()
      .when({ ...report(NO_CONDITIONS), person: person('Petter Boman') }, 'system')
      .then();
    arrives(withBirgitta(), person('Patrik Holm'))
      .when({ ...report(NO_CONDITIONS), person: person('Patrik Holm') }, 'system')
      .then();
    withBirgitta()
      .when({ ...report(NO_CONDITIONS), person: person('Okänd') }, 'system')
      .then();
  });

  it('a board member on link is called as any other (ATT-11)', () => {
    const scene = inSession(boardPlan(), { remote: [birgitta] });
    expect(quorum(scene.meeting)).toMatchObject({ present: 11, remote: 1, inRoom: 10 });
  });
});
