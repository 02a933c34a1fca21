import { z } from 'zod';
import type { MinutesDocument } from '@klubba/meeting';
import { documentId, instant, itemId, localDate, meetingId, optional, personId, shortText } from './fields.ts';
import { agendaDocument, duty, itemKind } from './plan.ts';

/** The errors of every HTTP answer: a rule id, for which the catalogues have the words. */
export const httpProblem = z.strictObject({ rule: z.string(), detail: optional(z.record(z.string(), z.string())) });
export type HttpProblem = z.infer<typeof httpProblem>;

export const demoLogin = z.strictObject({ token: z.string().min(16).max(200) });

export const identified = z.enum(['demoLink', 'bankId', 'freja', 'directory', 'passkey', 'oneTimeLink', 'device']);

/** Who is logged in in this browser. */
export const me = z.strictObject({
  person: personId,
  name: shortText,
  party: optional(shortText),
  method: identified,
  demo: z.boolean(),
  /** May change the register, and is shown the way to it. */
  administers: optional(z.literal(true)),
  /** May plan meetings of some body. */
  plans: optional(z.literal(true)),
  /** One who is heard in a single item: the only meeting this login is good for. */
  onlyMeeting: optional(meetingId),
});
export type Me = z.infer<typeof me>;

/** How one can log in here, and whom to call. */
export const loginWays = z.strictObject({
  municipality: shortText,
  ways: z.array(identified),
  /** Whom to ring. */
  help: optional(z.strictObject({ name: shortText, phone: shortText })),
  /** The directories one can be sent to, by the names people know them by. */
  directories: optional(z.array(z.strictObject({ id: shortText, name: shortText }))),
  demo: z.boolean(),
});
export type LoginWays = z.infer<typeof loginWays>;

export const sessionView = z.strictObject({
  id: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  method: identified,
  device: shortText,
  current: z.boolean(),
});
export type SessionView = z.infer<typeof sessionView>;
export const sessionList = z.strictObject({ sessions: z.array(sessionView) });
export const sessionsQuery = z.strictObject({ this: optional(z.literal('too')) });
export const sessionParams = z.strictObject({ session: z.string().max(64) });

export const meetingCard = z.strictObject({
  meeting: meetingId,
  municipality: shortText,
  body: shortText,
  date: localDate,
  startsAt: instant,
  place: shortText,
  phase: z.enum(['planned', 'checkIn', 'open', 'closed']),
  form: z.enum(['physical', 'hybrid', 'allButPresidium', 'severalRooms']),
  duties: z.array(duty),
  /** `member` holds a seat, `substitute` stands on a list. */
  capacity: z.enum(['member', 'substitute', 'other', 'none']),
  remoteGranted: z.boolean(),
  /** What this person has answered to the notice. */
  answer: optional(z.enum(['room', 'remote', 'absent'])),
  /** How the own application to take part at a distance stands. */
  permission: optional(z.enum(['applied', 'queued', 'granted', 'denied', 'withdrawn'])),
  items: z.number().int(),
  /** Why it is not held (inställt); absent: it is. */
  calledOff: optional(z.string().max(20_000)),
});
export type MeetingCard = z.infer<typeof meetingCard>;
export const meetingList = z.strictObject({ meetings: z.array(meetingCard) });
export type MeetingList = z.infer<typeof meetingList>;

/** What is taken up, in order, as the one who asks sees it: of a secret item its number alone. */
export const meetingAgenda = z.strictObject({
  meeting: meetingId,
  body: shortText,
  date: localDate,
  place: shortText,
  startsAt: instant,
  phase: meetingCard.shape.phase,
  items: z.array(
    z.strictObject({
      item: itemId,
      /** § in the minutes. */
      number: z.number().int(),
      title: shortText,
      kind: itemKind,
      diaryNumber: optional(shortText),
      stage: z.enum(['waiting', 'presentation', 'debate', 'deciding', 'decided', 'closed', 'tabled', 'withdrawn']),
      doors: z.enum(['open', 'closed', 'secret']),
      documents: z.array(z.strictObject({ document: documentId, title: shortText })),
    }),
  ),
});
export type MeetingAgenda = z.infer<typeof meetingAgenda>;

/**
 * The draft minutes as data. Its parts grow with the law that they follow, so they are told in outline: `MinutesDocument` in
 * `@klubba/meeting` is their whole shape.
 */
export const minutesData = z.looseObject({
  front: z.looseObject({ municipality: z.string(), body: z.string(), place: z.string(), date: localDate }),
  attendance: z.looseObject({}),
  general: z.array(z.looseObject({})).readonly(),
  sections: z
    .array(
      z.looseObject({
        item: itemId,
        number: z.number().int(),
        title: z.string(),
        diaryNumber: optional(z.string()),
        passages: z.array(z.looseObject({})).readonly(),
      }),
    )
    .readonly(),
  votes: z.array(z.looseObject({ number: z.number().int(), section: z.number().int() })).readonly(),
  links: z.array(z.looseObject({ name: z.string() })).readonly(),
  missing: z.array(z.unknown()).readonly(),
} satisfies Readonly<Record<keyof MinutesDocument, z.ZodType>>);

export const meetingParams = z.strictObject({ meeting: meetingId });
export const documentParams = z.strictObject({ meeting: meetingId, document: documentId });
export const uploadedDocument = agendaDocument;
export const minutesQuery = z.strictObject({ language: optional(z.enum(['sv', 'en'])) });
/** `web`: to be published, without the names of those whose identity is protected. */
export const minutesCopyQuery = minutesQuery.extend({ copy: optional(z.literal('web')) });
export type Language = 'sv' | 'en';
