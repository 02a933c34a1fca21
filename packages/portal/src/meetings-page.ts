import { timeText } from '@klubba/i18n';
import { currentItem, type Instant, type LocalDate, type Meeting, type MeetingId } from '@klubba/meeting';
import { framed } from './frame.ts';
import { html, type Html } from './html.ts';
import { dayOf, headingOf, inLanguage, pathOf, type Reader, say } from './reader.ts';

/** One meeting in the public list, and a row of its JSON. */
export type ListedMeeting = {
  readonly meeting: MeetingId;
  readonly municipality: string;
  readonly body: string;
  readonly date: LocalDate;
  readonly startsAt: Instant;
  readonly place: string;
  readonly phase: Meeting['agenda']['phase'];
  readonly closedAt?: Instant;
  /** Whether everybody may follow it while it is held. */
  readonly publicLive: boolean;
  readonly items: number;
  /** Why it is not held (inställt). */
  readonly calledOff?: string;
  /** The item under treatment. */
  readonly now?: { readonly number: number; readonly title: string };
  readonly seq: number;
};

/** `meeting` as the public audience knows it. */
export function listed(meeting: Meeting): ListedMeeting {
  const { seq, plan, agenda, notice } = meeting;
  const item = currentItem(meeting);
  return {
    meeting: plan.meeting,
    municipality: plan.municipality,
    body: plan.body.name,
    date: plan.date,
    startsAt: plan.startsAt,
    place: plan.place,
    phase: agenda.phase,
    ...(agenda.closedAt === undefined ? {} : { closedAt: agenda.closedAt }),
    publicLive: plan.body.settings.publicLive.value,
    items: agenda.order.length,
    ...(notice.calledOff === undefined ? {} : { calledOff: notice.calledOff.reason }),
    ...(item === undefined ? {} : { now: { number: item.number, title: item.title } }),
    seq,
  };
}

export const MEETINGS_DATA = '/public/api/meetings';

/** Coming and past meetings of all bodies, those that go on first. */
export function meetingsPage(meetings: readonly ListedMeeting[], reader: Reader): Html {
  const now = meetings.filter(({ phase }) => phase === 'open');
  const coming = meetings.filter(({ phase }) => phase === 'planned' || phase === 'checkIn');
  const held = meetings.filter(({ phase }) => phase === 'closed');
  const soonest = (a: ListedMeeting, b: ListedMeeting) => a.startsAt - b.startsAt;
  const content = html`<main id="main" class="pub-list" tabindex="-1">
    <h1>${say(reader, 'public.meetings')}</h1>
    <p class="pub-lede">${say(reader, meetings.length === 0 ? 'public.list.none' : 'public.list.lede')}</p>
    ${group('public.list.now', now.toSorted(soonest), reader)}
    ${group('public.list.coming', coming.toSorted(soonest), reader)}
    ${group('public.list.held', held.toSorted(soonest).toReversed(), reader)}
  </main>`;
  return framed({ owner: ownerOf(meetings), path: '/public', dataPath: MEETINGS_DATA, content }, reader);
}

/** Whose page it is, where one municipality alone holds meetings here. */
function ownerOf(meetings: readonly ListedMeeting[]): string {
  const [first, ...others] = new Set(meetings.map((one) => one.municipality));
  return others.length === 0 && first !== undefined ? first : 'Klubba';
}

function group(
  heading: 'public.list.now' | 'public.list.coming' | 'public.list.held',
  meetings: readonly ListedMeeting[],
  reader: Reader,
): Html | undefined {
  if (meetings.length === 0) return undefined;
  return html`<section>
    <h2>${say(reader, heading)}</h2>
    <ul class="pub-meetings">
      ${meetings.map((meeting) => row(meeting, reader))}
    </ul>
  </section>`;
}

function row(meeting: ListedMeeting, reader: Reader): Html {
  const { day, date } = dayOf(meeting.date, reader);
  return html`<li id="${meeting.meeting}">
    <p class="pub-date"><b>${timeText(meeting.startsAt)}</b> <span>${day}</span> <span>${date}</span></p>
    <div>
      <h3><a href="${inLanguage(pathOf(meeting.meeting), reader.language)}">${meeting.body}</a></h3>
      <p>${meeting.municipality}. ${meeting.place}. ${say(reader, 'public.list.items', { count: meeting.items })}.</p>
      <p class="${meeting.phase === 'open' && meeting.publicLive ? 'pub-live' : 'pub-quiet'}">${stateOf(meeting, reader)}</p>
    </div>
  </li>`;
}

function stateOf(meeting: ListedMeeting, reader: Reader): string {
  if (meeting.calledOff !== undefined) return say(reader, 'public.calledOff', { reason: meeting.calledOff });
  if (meeting.phase === 'closed')
    return meeting.closedAt === undefined
      ? say(reader, 'public.phase.closed')
      : say(reader, 'public.status.ended', { time: timeText(meeting.closedAt) });
  if (!meeting.publicLive) return say(reader, 'public.list.closed');
  if (meeting.phase !== 'open') return say(reader, 'public.list.follow');
  return meeting.now === undefined
    ? say(reader, 'public.status.live')
    : `${say(reader, 'public.status.live')}: ${headingOf(meeting.now, reader)}`;
}
