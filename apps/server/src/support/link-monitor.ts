import type { LinkConditions, Meeting, MeetingCommand, MeetingId, PersonId } from '@klubba/meeting';
import type { LinkView, Telemetry } from '@klubba/protocol';
import { type LinkReading, lostLink, readLink } from './conditions.ts';

/** A participant's page says something every two seconds. After this long without a word the connection is lost. */
export const SILENT_AFTER_MS = 4_000;
/** A page that is loaded again is back within this; only then is a closed connection a loss. */
export const RETURN_WITHIN_MS = 2_500;
export const LOOK_EVERY_MS = 500;

export type LinkMonitor = {
  /** Any sign of life from a person's page. */
  heard(meeting: Meeting, person: PersonId, telemetry?: Telemetry): void;
  /** One of the person's connections has ended; `remaining`: how many are left. */
  gone(meeting: Meeting, person: PersonId, remaining: number): void;
  /** Looks for those who have fallen silent. */
  look(): void;
  views(meeting: MeetingId): readonly LinkView[];
};

export type LinkMonitorOptions = {
  readonly meetingOf: (id: MeetingId) => Meeting | undefined;
  /** Carries out a command in the platform's own name. */
  readonly report: (meeting: MeetingId, command: MeetingCommand) => void;
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
};

/** Turns what the pages measure, and their silence, into facts of the journal: within five seconds those who lead know who and why. */
export function linkMonitor({ meetingOf, report, now }: LinkMonitorOptions): LinkMonitor {
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
    };
    inMeeting.set(person, link);
    return link;
  };

  const tell = (meeting: Meeting, person: PersonId, link: Link, reading: LinkReading): void => {
    link.reading = reading;
    const presence = meeting.attendance.present[person];
    if (presence?.mode !== 'remote' || !presence.admitted || meeting.agenda.phase === 'closed') return;
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
    tell(meeting, person, link, reading);
  };

  const lookAt = (meeting: Meeting, person: PersonId, link: Link): void => {
    const at = now();
    if (link.goneAt !== undefined && at - link.goneAt > RETURN_WITHIN_MS)
      tell(meeting, person, link, lostLink('connectionLost'));
    else if (link.goneAt === undefined && at - link.heardAt > SILENT_AFTER_MS)
      tell(meeting, person, link, lostLink('connectionLost'));
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
    look() {
      for (const [id, inMeeting] of links) {
        const meeting = meetingOf(id);
        if (meeting === undefined) continue;
        for (const [person, link] of inMeeting) lookAt(meeting, person, link);
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

function isKnown(conditions: LinkConditions | undefined, cause: string | undefined, reading: LinkReading): boolean {
  return (
    conditions !== undefined &&
    cause === reading.cause &&
    JSON.stringify(conditions) === JSON.stringify(reading.conditions)
  );
}
