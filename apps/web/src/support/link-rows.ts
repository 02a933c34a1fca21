import type { Instant, LinkConditions, Meeting, PersonId, Presence } from '@klubba/meeting';
import { personWithParty } from '@klubba/meeting';
import type { LinkView } from '@klubba/protocol';

/** How one person's link is, for the technician. */
export type LinkRow = {
  readonly person: PersonId;
  readonly name: string;
  readonly mode: Presence['mode'];
  readonly state: 'lost' | 'approval' | 'weak' | 'good' | 'silent';
  readonly unmet: readonly (keyof LinkConditions)[];
  readonly presence: Presence;
  readonly view?: LinkView;
};

const ORDER: readonly LinkRow['state'][] = ['lost', 'approval', 'silent', 'weak', 'good'];

/** Everybody at a distance, and whoever else sends word of a link; the worst first, then by name. */
export function linkRows(meeting: Meeting, views: readonly LinkView[]): readonly LinkRow[] {
  const heard = new Map(views.map((view) => [view.person, view]));
  return Object.values(meeting.attendance.present)
    .filter((one) => one.mode === 'remote' || heard.has(one.person))
    .map((presence) => rowOf(meeting, presence, heard.get(presence.person)))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.name.localeCompare(b.name, 'sv'));
}

function rowOf(meeting: Meeting, presence: Presence, view: LinkView | undefined): LinkRow {
  const conditions = view?.conditions ?? presence.conditions;
  const unmet =
    presence.mode === 'remote' && conditions !== undefined
      ? (Object.keys(conditions) as (keyof LinkConditions)[]).filter((name) => !conditions[name])
      : [];
  return {
    person: presence.person,
    name: personWithParty(meeting.plan, presence.person),
    mode: presence.mode,
    state: stateOf(presence, view, unmet),
    unmet,
    presence,
    ...(view === undefined ? {} : { view }),
  };
}

function stateOf(presence: Presence, view: LinkView | undefined, unmet: readonly unknown[]): LinkRow['state'] {
  if (presence.mode === 'room') return 'good';
  if (presence.lost !== undefined) return 'lost';
  if (presence.awaitingApproval === true) return 'approval';
  if (view === undefined) return 'silent';
  return unmet.length > 0 ? 'weak' : 'good';
}

/** What a link was like at one moment. Milliseconds and permille, where the device told. */
export type Reading = { readonly at: Instant; readonly roundTripMs?: number; readonly lossPermille?: number };

/** So far back the screen remembers, in ms. */
export const TREND_MS = 5 * 60_000;

export type Trends = ReadonlyMap<PersonId, readonly Reading[]>;

/** Adds what has just come in, and forgets what is old. The same readings twice change nothing. */
export function remember(trends: Trends, views: readonly LinkView[]): Trends {
  const next = new Map(trends);
  for (const { person, telemetry } of views) {
    const known = next.get(person) ?? [];
    if (known.at(-1)?.at === telemetry.at) continue;
    const { at, roundTripMs, lossPermille } = telemetry;
    const reading: Reading = {
      at,
      ...(roundTripMs === undefined ? {} : { roundTripMs }),
      ...(lossPermille === undefined ? {} : { lossPermille }),
    };
    next.set(
      person,
      [...known, reading].filter((one) => one.at > at - TREND_MS),
    );
  }
  return next;
}

export type Trend = { readonly least: number; readonly most: number; readonly loss: number };

/** Shortest and longest response and the worst loss of the last minutes; undefined before two readings have come. */
export function trendOf(readings: readonly Reading[] = []): Trend | undefined {
  const times = readings.flatMap((one) => one.roundTripMs ?? []);
  if (times.length < 2) return undefined;
  const losses = readings.flatMap((one) => one.lossPermille ?? []);
  return {
    least: Math.round(Math.min(...times)),
    most: Math.round(Math.max(...times)),
    loss: Math.round(Math.max(0, ...losses)),
  };
}

/** Points of the small figure, "x,y x,y", 0–100 wide and 0–24 high; a higher line is a slower link. */
export function trendLine(readings: readonly Reading[], now: Instant): string {
  const timed = readings.filter((one) => one.roundTripMs !== undefined);
  const most = Math.max(100, ...timed.map((one) => one.roundTripMs ?? 0));
  return timed
    .map((one) => {
      const x = Math.max(0, 100 - ((now - one.at) / TREND_MS) * 100);
      const y = 23 - ((one.roundTripMs ?? 0) / most) * 22;
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}
