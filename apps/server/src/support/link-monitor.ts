import type { LinkConditions, Meeting, MeetingCommand, MeetingId, PersonId, Presence } from '@klubba/meeting';
import type { LinkView, Telemetry } from '@klubba/protocol';
import { isKeptOut, type LinkReading, lostLink, readLink } from './conditions.ts';

/** A participant's page says something every two seconds. After this long without a word the connection is lost. */
export const SILENT_AFTER_MS = 4_000;
/** A page that is loaded again is back within this; only then is a closed connection a loss. */
export const RETURN_WITHIN_MS = 2_500;
export const LOOK_EVERY_MS = 500;
/** After a server has started, those who were there have this long to come back before they are taken for lost. */
export const RESTART_WITHIN_MS = 8_000;
/** When the meeting gives picture and sound back (after a break, a closed item, a conflict), cameras have this long to start. */
export const BACK_WITHIN_MS = 3_500;

export type LinkMonitor = {
  /** Any sign of life from a person's page. */
  heard(meeting: Meeting, person: PersonId, telemetry?: Telemetry): void;
  /** One of the person's connections has ended; `remaining`: how many are left. */
  gone(meeting: Meeting, person: PersonId, remaining: number): void;
  /** This server has just started: whoever takes part at a distance is expected back. */
  expect(meeting: Meeting): void;
  /** Looks for those who have fallen silent. */
  look(): void;
  views(meeting: MeetingId): readonly LinkView[];
};

export type LinkMonitorOptions = {
  readonly meetingOf: (id: MeetingId) => Meeting | undefined;
  /** Carries out a command in the platform's own name. */
  readonly report: (meeting: MeetingId, command: MeetingCommand) => void;
  /** Whether another server has heard the person within so many ms. */
  readonly heardElsewhere: (meeting: MeetingId, person: PersonId, withinMs: number) => Promise<boolean>;
  readonly onTrouble: (error: unknown) => void;
  readonly now: () => number;
};

type Link = {
  heardAt: number;
  goneAt: number | undefined;
  telemetry: Telemetry | undefined;
  reading: LinkReading | undefined;
  /** A receipt that fails once may be a picture that just changed; twice is a fault. */
  doubted: boolean;
  reported: string | undefined;
  /** When the meeting last kept picture and sound from the person. */
  keptOutAt: number | undefined;
  /** A fault that may only be a camera on its way back: told when the time for that is over. */
  deferred: LinkReading | undefined;
  /** The other servers are being asked about the person. */
  asking: boolean;
};

/** Turns what the pages measure, and their silence, into facts of the journal: within five seconds those who lead know who and why. */
export function linkMonitor({ meetingOf, report, heardElsewhere, onTrouble, now }: LinkMonitorOptions): LinkMonitor {
  const links = new Map<MeetingId, Map<PersonId, Link>>();

  const linkOf = (meeting: MeetingId, person: PersonId): Link => {
    const inMeeting = links.get(meeting) ?? new Map<PersonId, Link>();
    links.set(meeting, inMeeting);
    const known = inMeeting.get(person);
    if (known !== undefined) return known;
    const link: Link = {
      heardAt: now(),
      goneAt: undefined,
      telemetry: undefined,
      reading: undefined,
      doubted: false,
      reported: undefined,
      keptOutAt: undefined,
      deferred: undefined,
      asking: false,
    };
    inMeeting.set(person, link);
    return link;
  };

  const tell = (meeting: Meeting, person: PersonId, link: Link, reading: LinkReading): void => {
    link.reading = reading;
    const presence = watched(meeting, person);
    if (presence === undefined) return;
    const words = JSON.stringify(reading);
    if (link.reported === words || isKnown(presence.conditions, presence.lost?.cause, reading)) {
      link.reported = words;
      return;
    }
    link.reported = words;
    const { conditions, cause } = reading;
    report(meeting.plan.meeting, { type: 'reportLink', person, conditions, ...(cause === undefined ? {} : { cause }) });
  };

  const judge = (meeting: Meeting, person: PersonId, link: Link, telemetry: Telemetry): void => {
    link.telemetry = telemetry;
    const reading = readLink(meeting, person, telemetry);
    const isReceiptFault = telemetry.link === 'connected' && telemetry.camera === 'on' && reading.cause !== undefined;
    if (isReceiptFault && !link.doubted) {
      link.doubted = true;
      return;
    }
    link.doubted = isReceiptFault;
    link.deferred = reading.cause !== undefined && isComingBack(link) ? reading : undefined;
    if (link.deferred === undefined) tell(meeting, person, link, reading);
  };

  const isComingBack = (link: Link): boolean => link.keptOutAt !== undefined && now() - link.keptOutAt < BACK_WITHIN_MS;

  /** Notes who is kept out, and tells what was put off when its time is over. */
  const followMeeting = (meeting: Meeting, person: PersonId, link: Link): void => {
    if (isKeptOut(meeting, person)) link.keptOutAt = now();
    const { deferred } = link;
    if (deferred === undefined || isComingBack(link)) return;
    link.deferred = undefined;
    tell(meeting, person, link, deferred);
  };

  const isSilent = (link: Link): boolean =>
    link.goneAt === undefined ? now() - link.heardAt > SILENT_AFTER_MS : now() - link.goneAt > RETURN_WITHIN_MS;

  const lookAt = async (id: MeetingId, person: PersonId, link: Link): Promise<void> => {
    const lost = lostLink('connectionLost');
    const before = meetingOf(id);
    if (before === undefined) return;
    if (watched(before, person) === undefined) {
      // Sent out or in the waiting room: when the person is in again it is told anew, though it be the same as before.
      link.reported = undefined;
      return;
    }
    followMeeting(before, person, link);
    if (!isSilent(link) || link.asking || link.reported === JSON.stringify(lost)) return;
    link.asking = true;
    const elsewhere = await heardElsewhere(id, person, RETURN_WITHIN_MS).finally(() => {
      link.asking = false;
    });
    // The person may have come back, here or there, while we asked.
    const meeting = meetingOf(id);
    if (!elsewhere && meeting !== undefined && isSilent(link)) tell(meeting, person, link, lost);
  };

  return {
    heard(meeting, person, telemetry) {
      const link = linkOf(meeting.plan.meeting, person);
      link.heardAt = now();
      link.goneAt = undefined;
      if (telemetry !== undefined) judge(meeting, person, link, telemetry);
    },
    gone(meeting, person, remaining) {
      if (remaining === 0) linkOf(meeting.plan.meeting, person).goneAt = now();
    },
    expect(meeting) {
      for (const { person, mode } of Object.values(meeting.attendance.present)) {
        if (mode !== 'remote') continue;
        const link = linkOf(meeting.plan.meeting, person);
        link.heardAt = Math.max(link.heardAt, now() + RESTART_WITHIN_MS - SILENT_AFTER_MS);
      }
    },
    look() {
      for (const [id, inMeeting] of links) {
        for (const [person, link] of inMeeting) lookAt(id, person, link).catch(onTrouble);
      }
    },
    views(meeting) {
      return [...(links.get(meeting) ?? [])].flatMap(([person, { heardAt, telemetry, reading }]) => {
        if (telemetry === undefined || reading === undefined) return [];
        const { type: _type, receives: _receives, ...summary } = telemetry;
        return [{ person, heardAt, conditions: reading.conditions, telemetry: summary }];
      });
    },
  };
}

/** Presence at a distance is measured from admission until the meeting ends. */
function watched(meeting: Meeting, person: PersonId): Presence | undefined {
  const presence = meeting.attendance.present[person];
  return presence?.mode === 'remote' && presence.admitted && meeting.agenda.phase !== 'closed' ? presence : undefined;
}

function isKnown(conditions: LinkConditions | undefined, cause: string | undefined, reading: LinkReading): boolean {
  return (
    conditions !== undefined &&
    cause === reading.cause &&
    JSON.stringify(conditions) === JSON.stringify(reading.conditions)
  );
}
