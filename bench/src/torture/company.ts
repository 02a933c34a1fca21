import { type BotOptions, connectBot, logIn, type ProtocolBot } from '@klubba/bots';
import type { Duty, MeetingId, PersonId } from '@klubba/meeting';
import type { ServerMessage } from '@klubba/protocol';
import type { House } from '../house.ts';
import { type Cameras, startCameras } from './cameras.ts';

/** Logins at once; more would be a storm that no real hall makes. */
const AT_ONCE = 12;

export type Client = {
  readonly name: string;
  readonly person: PersonId | null;
  readonly cookie: string | undefined;
  readonly bot: ProtocolBot;
  /** Facts as this client was sent them, by their place: kind and time. */
  readonly seen: Map<number, string>;
  /** What was told twice and not alike. */
  readonly contradictions: string[];
};

/** Everybody who follows the evening: members and officials by their own links, and the public. */
export type Company = {
  readonly meeting: MeetingId;
  readonly clients: readonly Client[];
  of(duty: Duty): Client;
  readonly cameras: Cameras;
  /** Connects once more as this client, with nothing known. */
  again(client: Client): Promise<ProtocolBot>;
  close(): Promise<void>;
};

export type CompanyOptions = { readonly spectators: number; readonly pictures: number };

/** Tonight's council: every member and official with a link, `spectators` of the public, and `pictures` members with a camera. */
export async function gather(house: House, { spectators, pictures }: CompanyOptions): Promise<Company> {
  const { origin } = house;
  const cookies = await inGroups(house.links.slice(0, 60), (link) => logIn({ origin, token: link.token }));
  const [first] = cookies;
  if (first === undefined) throw new Error('The demo has login links.');
  const meeting = await tonight(origin, first);
  const joined = await inGroups(cookies, async (cookie) => {
    const client = await enter({ origin, meeting, cookie });
    if (hasPart(client)) return client;
    client.bot.close();
    return undefined;
  });
  const people = joined.filter((client) => client !== undefined);
  const publics = await inGroups(Array.from({ length: spectators }), () => enter({ origin, meeting }));
  const clients = [...people, ...publics];
  const remote = people.filter(isRemote).slice(0, pictures);
  const cameras = await startCameras({ origin, meeting, cookies: remote.flatMap(({ cookie }) => cookie ?? []) });
  return {
    meeting,
    clients,
    cameras,
    of(duty) {
      const found = people.find((client) => client.bot.you()?.duties.includes(duty) === true);
      if (found === undefined) throw new Error(`Nobody is ${duty}.`);
      return found;
    },
    again: ({ cookie }) => connectBot({ origin, meeting, ...(cookie === undefined ? {} : { cookie }) }),
    async close() {
      await cameras.close();
      for (const { bot } of clients) bot.close();
    },
  };
}

async function tonight(origin: string, cookie: string): Promise<MeetingId> {
  const answer = await fetch(`${origin}/api/meetings`, { headers: { cookie } });
  const { meetings } = (await answer.json()) as { meetings: readonly { meeting: MeetingId; startsAt: number }[] };
  const found = meetings.find(({ meeting }) => /-kf-/.test(meeting) && !meeting.includes('§'));
  if (found === undefined) throw new Error('The demo has a council tonight.');
  return found.meeting;
}

async function enter(options: BotOptions): Promise<Client> {
  const seen = new Map<number, string>();
  const contradictions: string[] = [];
  const bot = await connectBot({ ...options, onMessage: (message) => note(message, seen, contradictions) });
  const you = bot.you();
  return {
    name: you?.name ?? 'the public',
    person: you?.person ?? null,
    cookie: options.cookie,
    bot,
    seen,
    contradictions,
  };
}

function note(message: ServerMessage, seen: Map<number, string>, contradictions: string[]): void {
  if (message.type !== 'facts') return;
  for (const { seq, at, event } of message.facts) {
    const told = mark(at, event.type);
    const before = seen.get(seq);
    if (before !== undefined && before !== told) contradictions.push(`fact ${seq} was ${before}, then ${told}`);
    seen.set(seq, told);
  }
}

/** By what a client recognises a fact; the rest of it may be shown or not. */
export function mark(at: number, type: string): string {
  return `${type} at ${at}`;
}

function hasPart({ bot, person }: Client): boolean {
  const meeting = bot.meeting();
  if (meeting.plan === undefined || person === null) return false;
  const { seats, duties } = meeting.plan;
  const held = duties.filter((one) => one.person === person).map((one) => one.duty);
  return seats.some((seat) => seat.holder === person) || (held.length > 0 && !held.includes('hallDevice'));
}

/** One who takes part at a distance. */
export function isRemote({ bot, person }: Client): boolean {
  const meeting = bot.meeting();
  return meeting.plan !== undefined && person !== null && meeting.remote.permissions[person]?.state === 'granted';
}

async function inGroups<T, R>(all: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    done.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(act))));
  return done;
}
