import { createHash } from 'node:crypto';
import { text } from '@klubba/i18n';
import {
  calledTo,
  type Meeting,
  type MeetingId,
  type PersonId,
  PUBLIC_AUDIENCE,
  type SentNotice,
  unanswered,
} from '@klubba/meeting';
import type { NoticeDispatch } from '@klubba/protocol';
import type { Meetings, RunningMeeting } from '../meetings/meetings.ts';
import { NoTypesetter } from '../typesetting/typst.ts';
import { calendarFile } from './calendar.ts';
import { swedishDay } from './day.ts';
import type { DispatchLog } from './dispatch-log.ts';
import { noticePdf } from './pdf.ts';
import type { Letter, Post } from './post.ts';
import { digestOf, type NoticeSheet, noticeSheet } from './sheet.ts';

export type Wish = 'notice' | 'missing' | 'reminder' | 'calledOff';
/** Why nothing was sent. */
export type DispatchRefusal = 'NTC-BEGUN' | 'NTC-CALLED-OFF' | 'NTC-NO-PLACE' | 'NTC-SAME' | 'NTC-NOT-SENT';

export type Sending = {
  readonly running: RunningMeeting;
  readonly wish: Wish;
  readonly by: PersonId | 'system';
  /** Those alone; left out, all whom the wish is about. */
  readonly to?: readonly PersonId[];
};

export type Deps = {
  readonly meetings: Pick<Meetings, 'bySystem'>;
  readonly log: DispatchLog;
  readonly post: Post;
  readonly publicOrigin: () => string;
  readonly now: () => number;
};

/**
 * Sends the notice of a meeting that has not begun. That it goes out is a fact of the meeting before the first letter leaves;
 * each letter is in the log with the answer it got. What is under secrecy never travels by mail: the letter says what the public may know.
 */
export async function dispatchNotice(
  deps: Deps,
  { running, wish, by, to }: Sending,
): Promise<DispatchRefusal | undefined> {
  const meeting = running.live.now();
  if (meeting.plan === undefined || meeting.agenda.phase !== 'planned') return 'NTC-BEGUN';
  if ((meeting.notice.calledOff !== undefined) !== (wish === 'calledOff')) return 'NTC-CALLED-OFF';
  if (meeting.plan.place.trim() === '') return 'NTC-NO-PLACE';
  const agenda = running.gallery.shownTo(PUBLIC_AUDIENCE)?.agenda ?? { order: [], items: {} };
  const sheet = noticeSheet(meeting, agenda, 'sv');
  const version = await versionFor(deps, meeting, sheet, wish);
  if (typeof version === 'string') return version;
  const receivers = to ?? receiversOf(meeting, wish, await deps.log.of(meeting.plan.meeting), version.version);
  const addresses = await deps.log.addresses(receivers);
  const papers = attachmentsOf(deps, meeting, sheet, version);
  for (const person of receivers) {
    const address = addresses.get(person) ?? null;
    const letter =
      address === null ? undefined : letterTo(address, { deps, meeting, sheet, version, wish, person, papers });
    const posted = letter === undefined ? { sent: false, answer: '' } : await deps.post.send(letter);
    await deps.log.add({
      meeting: meeting.plan.meeting,
      version: version.version,
      kind: wish === 'reminder' || wish === 'calledOff' ? wish : 'notice',
      digest: version.digest,
      person,
      address,
      by,
      at: deps.now(),
      result: letter === undefined ? 'noAddress' : posted.sent ? 'sent' : 'failed',
      answer: posted.answer,
    });
  }
  return undefined;
}

type Version = Pick<SentNotice, 'version' | 'digest'>;

/** A new version is made known as a fact; the other wishes are about the last one. */
async function versionFor(
  { meetings, now }: Deps,
  meeting: Meeting,
  sheet: NoticeSheet,
  wish: Wish,
): Promise<Version | DispatchRefusal> {
  const last = meeting.notice.sent.at(-1);
  if (wish !== 'notice') return last ?? 'NTC-NOT-SENT';
  const digest = digestOf(sheet);
  if (last?.digest === digest) return 'NTC-SAME';
  const version = (last?.version ?? 0) + 1;
  const today = swedishDay(now());
  await meetings.bySystem(meeting.plan.meeting, {
    type: 'sendNotice',
    version,
    digest,
    announcedOn: today,
    sentOn: today,
  });
  return { version, digest };
}

function receiversOf(
  meeting: Meeting,
  wish: Wish,
  sent: readonly NoticeDispatch[],
  version: number,
): readonly PersonId[] {
  const { members, substitutes } = calledTo(meeting.plan);
  const all = [...members, ...substitutes];
  switch (wish) {
    case 'notice':
      return all;
    case 'missing': {
      const reached = sent
        .filter((one) => one.version === version && one.result === 'sent')
        .map(({ person }) => person);
      return all.filter((person) => !reached.includes(person));
    }
    case 'reminder':
      return unanswered(meeting);
    // Also one who was called before the plan was changed and has the evening in the calendar still.
    case 'calledOff':
      return [...new Set([...all, ...sent.filter(({ kind }) => kind === 'notice').map(({ person }) => person)])];
  }
}

type Papers = { readonly attachments: Letter['attachments']; readonly hasPdf: boolean };

function attachmentsOf(deps: Deps, meeting: Meeting, sheet: NoticeSheet, { version }: Version): Papers {
  const name = fileName(meeting, sheet);
  const calendar = noticeCalendar(deps, meeting, sheet, version);
  const ics = { name: `${name}.ics`, type: calendarType(meeting), content: calendar };
  // The paper of a meeting that is not held would only be mistaken for a notice.
  if (meeting.notice.calledOff !== undefined) return { attachments: [ics], hasPdf: false };
  const pdf = pdfOrNone(sheet, deps.now());
  return pdf === undefined
    ? { attachments: [ics], hasPdf: false }
    : { attachments: [{ name: `${name}.pdf`, type: 'application/pdf', content: pdf }, ics], hasPdf: true };
}

function pdfOrNone(sheet: NoticeSheet, madeAt: number): Buffer | undefined {
  try {
    return noticePdf(sheet, madeAt);
  } catch (error) {
    if (error instanceof NoTypesetter) return undefined;
    throw error;
  }
}

export function calendarType({ notice }: Pick<Meeting, 'notice'>): string {
  return `text/calendar; charset=utf-8; method=${notice.calledOff === undefined ? 'PUBLISH' : 'CANCEL'}`;
}

/** The calendar file of a version; before the first notice, of the meeting as it is planned. */
export function noticeCalendar(
  { publicOrigin, now }: Pick<Deps, 'publicOrigin' | 'now'>,
  meeting: Meeting,
  sheet: NoticeSheet,
  version: number,
): string {
  const { plan } = meeting;
  const url = pageOf(publicOrigin(), plan.meeting);
  return calendarFile({
    uid: `${createHash('sha256').update(plan.meeting).digest('hex').slice(0, 32)}@${new URL(publicOrigin()).hostname}`,
    sequence: Math.max(0, version - 1) + (meeting.notice.calledOff === undefined ? 0 : 1),
    madeAt: now(),
    startsAt: plan.startsAt,
    title: plan.body.name,
    place: plan.place,
    about: [...sheet.facts.map(({ term, value }) => `${term}: ${value}`), url].join('\n'),
    url,
    isCalledOff: meeting.notice.calledOff !== undefined,
  });
}

/** Without an ending. */
export function fileName({ plan }: Meeting, { language }: NoticeSheet): string {
  return text(language, 'notice.file', { body: plan.body.name, day: plan.date });
}

function pageOf(origin: string, meeting: MeetingId): string {
  return `${origin}/m/${encodeURIComponent(meeting)}/notice`;
}

function letterTo(
  address: string,
  about: {
    readonly deps: Deps;
    readonly meeting: Meeting;
    readonly sheet: NoticeSheet;
    readonly version: Version;
    readonly wish: Wish;
    readonly person: PersonId;
    readonly papers: Papers;
  },
): Letter {
  const { deps, meeting, sheet, version, wish, person, papers } = about;
  const { language, body } = sheet;
  const { calledOff } = meeting.notice;
  const facts = sheet.facts.map(({ term, value }) => `${term}: ${value}`).join('\n');
  const isSubstitute = !calledTo(meeting.plan).members.includes(person);
  const paragraphs =
    calledOff !== undefined
      ? [
          text(language, 'notice.mail.greeting.calledOff', { body }),
          facts,
          text(language, 'notice.mail.calendar.calledOff'),
          sheet.closing.join('\n'),
        ]
      : [
          text(language, greetingOf(wish, isSubstitute), { body }),
          facts,
          [sheet.itemsTitle, ...sheet.items.map(({ number, title }) => `${number} ${title}`)].join('\n'),
          `${text(language, 'notice.mail.read')}\n${pageOf(deps.publicOrigin(), meeting.plan.meeting)}`,
          text(language, 'notice.mail.early'),
          text(language, papers.hasPdf ? 'notice.mail.attached' : 'notice.mail.attached.calendar'),
          sheet.closing.join('\n'),
        ];
  const [day = '', time = ''] = sheet.when.split(/ kl\. | at /);
  return {
    to: address,
    subject: text(language, subjectOf(wish, version.version), { body, day, time }),
    text: `${paragraphs.join('\n\n')}\n`,
    attachments: papers.attachments,
  };
}

function subjectOf(wish: Wish, version: number) {
  if (wish === 'calledOff' || wish === 'reminder') return `notice.mail.subject.${wish}` as const;
  return version > 1 ? 'notice.mail.subject.again' : 'notice.mail.subject';
}

function greetingOf(wish: Wish, isSubstitute: boolean) {
  if (wish === 'reminder') return 'notice.mail.greeting.reminder';
  return isSubstitute ? 'notice.mail.greeting.substitute' : 'notice.mail.greeting';
}
