import type { Instant, LocalDate, PersonId } from '../ids.ts';

/** What one who is called says beforehand (PRE-05). `remote` follows from an application to take part at a distance. */
export type NoticeAnswer = 'room' | 'remote' | 'absent';

/** A notice (kallelse) that went out. `version` counts from 1; `digest`: SHA-256 of what it said, in hex. */
export type SentNotice = {
  readonly version: number;
  readonly digest: string;
  readonly announcedOn: LocalDate;
  readonly sentOn: LocalDate;
  readonly at: Instant;
};
export type NoticeState = {
  readonly sent: readonly SentNotice[];
  readonly answers: Readonly<Record<PersonId, { readonly answer: NoticeAnswer; readonly at: Instant }>>;
  /** The meeting is not held (inställt). */
  readonly calledOff?: { readonly reason: string; readonly at: Instant };
  /** When each first opened the notice. */
  readonly read: Readonly<Record<PersonId, Instant>>;
};

export type NoticeCommand =
  | { readonly type: 'answerNotice'; readonly person: PersonId; readonly answer: Exclude<NoticeAnswer, 'remote'> }
  | { readonly type: 'readNotice'; readonly person: PersonId }
  | ({ readonly type: 'sendNotice' } & Omit<SentNotice, 'at'>);

export type NoticeEvent =
  | { readonly type: 'NoticeAnswered'; readonly person: PersonId; readonly answer: Exclude<NoticeAnswer, 'remote'> }
  | { readonly type: 'NoticeRead'; readonly person: PersonId }
  | ({ readonly type: 'NoticeSent' } & Omit<SentNotice, 'at'>);
