import { fold, type Meeting, type MeetingCommand, type PersonId } from '@klubba/meeting';
import { councilPlan, evening } from '@klubba/meeting/testing';
import type { Telemetry } from '@klubba/protocol';
import { describe, expect, it } from 'vitest';
import { readLink } from './conditions.ts';
import { BACK_WITHIN_MS, linkMonitor, RESTART_WITHIN_MS, RETURN_WITHIN_MS, SILENT_AFTER_MS } from './link-monitor.ts';

const plan = councilPlan();
const opened = fold(evening(plan, 1, 0));
const sofia = 'sofia' as PersonId;

/** The council with Sofia present at a distance. */
function meetingWith(present: Partial<Meeting['attendance']['present'][PersonId]> = {}): Meeting {
  if (opened.plan === undefined) throw new Error('The plan is the first fact');
  const presence = {
    person: sofia,
    mode: 'remote',
    identified: 'bankId',
    since: 0,
    admitted: true,
    fulfilled: true,
    ...present,
  } as const;
  return { ...opened, attendance: { ...opened.attendance, present: { [sofia]: presence } } };
}

const chair = plan.duties.find(({ duty }) => duty === 'chair')?.person ?? sofia;
const well: Telemetry = {
  type: 'telemetry',
  at: 0,
  link: 'connected',
  camera: 'on',
  microphone: 'off',
  visible: true,
  receives: [{ from: chair, video: 120, audio: 250, videoExpected: true, audioExpected: true }],
};
const ALL = {
  seesHearsPresidium: true,
  seesSpeaker: true,
  seesRoom: true,
  seesHearsOthers: true,
  isSeenAndHeard: true,
};

function adjourned(): Meeting {
  const open = meetingWith();
  return {
    ...open,
    agenda: { ...open.agenda, phase: 'open' },
    adjournment: { ...open.adjournment, current: { from: 0, cause: 'rest' } },
  };
}

function watching(meeting: Meeting = meetingWith(), elsewhere = false) {
  let time = 0;
  let current = meeting;
  const reports: MeetingCommand[] = [];
  const monitor = linkMonitor({
    meetingOf: () => current,
    report: (_meeting, command) => reports.push(command),
    heardElsewhere: async () => elsewhere,
    onTrouble: (error) => expect.unreachable(String(error)),
    now: () => time,
  });
  const after = async (ms: number): Promise<void> => {
    time += ms;
    monitor.look();
    // The other servers' answer is awaited.
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  };
  const causes = (): (string | undefined)[] =>
    reports.map((command) => (command.type === 'reportLink' ? command.cause : 'other'));
  const becomes = (next: Meeting): void => {
    current = next;
  };
  return { monitor, meeting, reports, causes, after, becomes };
}

describe('the conditions of presence at a distance (ATT-10)', () => {
  it('are met when all that is sent also arrives', () => {
    expect(readLink(meetingWith(), sofia, well)).toEqual({ conditions: ALL });
  });

  it('are not met when the presidium’s sound does not arrive', () => {
    const deaf = {
      ...well,
      receives: [{ from: chair, video: 120, audio: 0, videoExpected: true, audioExpected: true }],
    };
    expect(readLink(meetingWith(), sofia, deaf)).toEqual({
      conditions: { ...ALL, seesHearsPresidium: false },
      cause: 'soundLost',
    });
  });

  it('expect nothing from one whose microphone is closed', () => {
    const quiet = {
      ...well,
      receives: [{ from: chair, video: 120, audio: 0, videoExpected: true, audioExpected: false }],
    };
    expect(readLink(meetingWith(), sofia, quiet)).toEqual({ conditions: ALL });
  });

  it('say that one is not seen when the camera is off or the picture stands still', () => {
    expect(readLink(meetingWith(), sofia, { ...well, camera: 'off' })).toMatchObject({
      conditions: { isSeenAndHeard: false },
      cause: 'cameraOff',
    });
    expect(readLink(meetingWith(), sofia, { ...well, camera: 'frozen' })).toMatchObject({
      conditions: { isSeenAndHeard: false },
      cause: 'pictureFrozen',
    });
  });
});

describe('the link monitor', () => {
  it('a camera that the meeting has turned off is no loss: in a break, and out of an item in conflict of interest', () => {
    const open = meetingWith();
    const item = plan.items[0]?.id ?? expect.unreachable('The plan has items');
    const conflicted: Meeting = {
      ...open,
      agenda: { ...open.agenda, current: item },
      conflicts: { byItem: { [item]: [{ item, person: sofia, state: 'declared', at: 0 }] } },
    };
    expect(readLink(adjourned(), sofia, { ...well, camera: 'off' })).toEqual({ conditions: ALL });
    expect(readLink(conflicted, sofia, { ...well, camera: 'off', link: 'none' })).toEqual({ conditions: ALL });
  });

  it('gives cameras time to start when the break is over, and then misses the picture', async () => {
    const { monitor, meeting, causes, after, becomes } = watching(adjourned());
    monitor.heard(meeting, sofia, { ...well, camera: 'off' });
    await after(500);
    const recalled = meetingWith();
    becomes(recalled);
    monitor.heard(recalled, sofia, { ...well, camera: 'off' });
    monitor.heard(recalled, sofia, well);
    await after(BACK_WITHIN_MS);
    expect(causes()).toEqual([undefined]);

    becomes(adjourned());
    await after(500);
    becomes(recalled);
    monitor.heard(recalled, sofia, { ...well, camera: 'off' });
    await after(BACK_WITHIN_MS - 500);
    expect(causes()).toEqual([undefined]);
    await after(500);
    expect(causes()).toEqual([undefined, 'cameraOff']);
    expect(BACK_WITHIN_MS).toBeLessThan(5_000);
  });

  it('reports a change once, and the return', () => {
    const { monitor, meeting, causes } = watching();
    monitor.heard(meeting, sofia, well);
    monitor.heard(meeting, sofia, { ...well, camera: 'off' });
    monitor.heard(meeting, sofia, { ...well, camera: 'off' });
    monitor.heard(meeting, sofia, well);
    expect(causes()).toEqual([undefined, 'cameraOff', undefined]);
  });

  it('reports one who was sent out and let in again anew, though picture and sound are as they were', async () => {
    const { monitor, meeting, reports, after, becomes } = watching(meetingWith({ fulfilled: false }));
    monitor.heard(meeting, sofia, well);
    expect(reports).toHaveLength(1);
    becomes(meetingWith({ admitted: false, fulfilled: false }));
    await after(500);
    const again = meetingWith({ fulfilled: false });
    becomes(again);
    monitor.heard(again, sofia, well);
    expect(reports).toHaveLength(2);
  });

  it('does not believe a receipt that fails a single time', () => {
    const { monitor, meeting, causes } = watching();
    const deaf: Telemetry = {
      ...well,
      receives: [{ from: chair, video: 1, audio: 0, videoExpected: true, audioExpected: true }],
    };
    monitor.heard(meeting, sofia, well);
    monitor.heard(meeting, sofia, deaf);
    monitor.heard(meeting, sofia, well);
    expect(causes()).toEqual([undefined]);
    monitor.heard(meeting, sofia, deaf);
    monitor.heard(meeting, sofia, deaf);
    expect(causes()).toEqual([undefined, 'soundLost']);
  });

  it('knows within five seconds that a page has fallen silent', async () => {
    const { monitor, meeting, causes, after } = watching();
    monitor.heard(meeting, sofia, well);
    await after(SILENT_AFTER_MS);
    expect(causes()).toEqual([undefined]);
    await after(500);
    expect(causes()).toEqual([undefined, 'connectionLost']);
    await after(60_000);
    expect(causes()).toHaveLength(2);
    expect(SILENT_AFTER_MS).toBeLessThan(5_000);
  });

  it('lets a page be loaded again, but not be gone', async () => {
    const { monitor, meeting, causes, after } = watching();
    monitor.heard(meeting, sofia, well);
    monitor.gone(meeting, sofia, 0);
    await after(RETURN_WITHIN_MS);
    monitor.heard(meeting, sofia);
    await after(RETURN_WITHIN_MS);
    expect(causes()).toEqual([undefined]);
    monitor.gone(meeting, sofia, 1);
    await after(RETURN_WITHIN_MS - 1_500);
    expect(causes()).toEqual([undefined]);
    monitor.gone(meeting, sofia, 0);
    await after(RETURN_WITHIN_MS + 1);
    expect(causes()).toEqual([undefined, 'connectionLost']);
  });

  it('takes nobody for lost whom another server hears', async () => {
    const { monitor, meeting, causes, after } = watching(meetingWith(), true);
    monitor.heard(meeting, sofia, well);
    monitor.gone(meeting, sofia, 0);
    await after(60_000);
    expect(causes()).toEqual([undefined]);
  });

  it('says nothing of one who sits in the hall', async () => {
    const { monitor, meeting, causes, after } = watching(meetingWith({ mode: 'room' }));
    monitor.heard(meeting, sofia, { ...well, camera: 'off' });
    await after(60_000);
    expect(causes()).toEqual([]);
  });

  it('gives those who were there time to come back after a restart, and then misses them', async () => {
    const { monitor, meeting, causes, after } = watching();
    monitor.expect(meeting);
    await after(RESTART_WITHIN_MS);
    expect(causes()).toEqual([]);
    await after(500);
    expect(causes()).toEqual(['connectionLost']);
  });
});
