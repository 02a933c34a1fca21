import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { canvasCamera } from './canvas-camera.ts';
import { keepConnections } from './pictures-arriving.ts';
import { type Evening, logIn, startEvening } from '@klubba/bots';
import {
  type BodySettings,
  fullName,
  type Meeting,
  type MeetingCommand,
  type MeetingId,
  type MeetingPlan,
  type PersonId,
  personWithParty,
} from '@klubba/meeting';
import type { Started } from '@klubba/server';

type Size = { readonly width: number; readonly height: number };
export const TABLET: Size = { width: 1180, height: 820 };
export const PHONE: Size = { width: 390, height: 844 };
export const DESK: Size = { width: 1440, height: 900 };
export const WALL: Size = { width: 1920, height: 1080 };

/** One meeting of the demo, with browsers for some people and bots for the others. */
export type Hall = {
  readonly plan: MeetingPlan;
  readonly origin: string;
  readonly evening: Evening;
  readonly chair: PersonId;
  readonly secretary: PersonId;
  /** The person of this surname; with a given name where two share it. */
  readonly person: (familyName: string, givenName?: string) => PersonId;
  /** As lists and buttons call the person: "Karin Ahlqvist (M)". */
  readonly name: (person: PersonId) => string;
  /** Short name of the party: "M". */
  readonly party: (person: PersonId) => string;
  /** The meeting as the secretary's bot knows it, when this holds. */
  readonly until: (holds: (now: Meeting) => boolean, what: string) => Promise<Meeting>;
  /** A camera or screen of the hall. */
  readonly device: (name: string) => PersonId;
  /** A browser of the person's own, logged in; `null` is somebody from the street. */
  readonly open: (
    who: PersonId | null,
    path: string,
    size: Size,
    more?: { readonly english?: boolean; readonly dark?: boolean; readonly canvasCamera?: boolean },
  ) => Promise<Page>;
  /** Sends as that person's bot, which must be accepted. */
  readonly send: (who: PersonId, command: MeetingCommand) => Promise<void>;
  /** The meeting as the presidium knows it, by the secretary's bot. */
  readonly meeting: () => Meeting;
  /** Page errors and blocked resources so far; an evening without faults has none. */
  readonly faults: readonly string[];
};

export type HallOptions = {
  /** Words of the body's or municipality's name; tonight's council when absent. */
  readonly of?: string;
  /** Which copy of tonight's council. */
  readonly copy?: string;
  /** What the body has decided otherwise: the same meeting is then planned once more under these rules. */
  readonly rules?: Partial<BodySettings>;
  /** Other seats, items or hour than the demo's: the meeting is then planned once more as this makes it. */
  readonly shape?: (plan: MeetingPlan) => MeetingPlan;
  /** Persons who get no bot, since a browser plays them. */
  readonly withoutBot?: (plan: MeetingPlan) => readonly PersonId[];
};

/** Browsers and bots for one of the demo's meetings on a running server. */
export async function openHall(
  browser: Browser,
  server: Started,
  options: HallOptions = {},
): Promise<{ readonly hall: Hall; readonly contexts: BrowserContext[] }> {
  const demo = server.demo.find(({ plan: { meeting, body, municipality } }) =>
    options.copy === undefined
      ? options.of === undefined || `${body.name} ${municipality}`.includes(options.of)
      : meeting.endsWith(`-${options.copy}`),
  );
  if (demo === undefined) throw new Error(`The demo has no such evening: ${JSON.stringify(options)}.`);
  const plan =
    options.rules === undefined && options.shape === undefined ? demo.plan : await planAnew(server, demo.plan, options);
  const origin = `http://127.0.0.1:${server.port}`;
  const cookies = new Map<PersonId, string>();
  const cookieOf = async (person: PersonId): Promise<string> => {
    const known = cookies.get(person);
    if (known !== undefined) return known;
    const link = demo.people.find((one) => one.person.id === person)?.link;
    if (link === undefined) throw new Error(`${person} has no link.`);
    const cookie = await logIn({ origin, token: link.split('/').at(-1) ?? '' });
    cookies.set(person, cookie);
    return cookie;
  };
  const duty = (wanted: string): PersonId => {
    const found = plan.duties.find((one) => one.duty === wanted)?.person;
    if (found === undefined) throw new Error(`The meeting has no ${wanted}.`);
    return found;
  };
  const chair = duty('chair');
  const secretary = duty('secretary');
  const played = new Set(options.withoutBot?.(plan) ?? []);
  const members = plan.seats.flatMap((seat) => seat.holder ?? []);
  const withBot = [...new Set([secretary, ...members])].filter((person) => !played.has(person));
  const evening = await startEvening({
    origin,
    meeting: plan.meeting,
    cookies: await Promise.all(withBot.map(cookieOf)),
  });
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  const hall: Hall = {
    plan,
    origin,
    evening,
    chair,
    secretary,
    faults,
    person(familyName, givenName) {
      const found = plan.people.filter(
        (one) => one.familyName === familyName && (givenName === undefined || one.givenName === givenName),
      );
      const [only] = found;
      if (only === undefined || found.length > 1) throw new Error(`${found.length} persons are called ${familyName}.`);
      return only.id;
    },
    name: (person) => personWithParty(plan, person),
    party(person) {
      const party = plan.people.find((one) => one.id === person)?.party;
      return plan.parties.find((one) => one.id === party)?.short ?? '';
    },
    until: (holds, what) => evening.of(secretary).bot.until(holds, what),
    device(name) {
      const devices = new Set(plan.duties.filter((one) => one.duty === 'hallDevice').map((one) => one.person));
      const found = plan.people.find((one) => devices.has(one.id) && fullName(one).includes(name));
      if (found === undefined) throw new Error(`The hall has no ${name}.`);
      return found.id;
    },
    async open(who, path, size, more = {}) {
      const context = await browser.newContext({
        viewport: size,
        ...(more.dark === true ? { colorScheme: 'dark' } : {}),
      });
      contexts.push(context);
      await context.addInitScript(keepConnections);
      if (more.canvasCamera === true) await context.addInitScript(canvasCamera);
      if (who !== null) {
        const [name = '', ...value] = (await cookieOf(who)).split('=');
        await context.addCookies([{ name, value: value.join('='), url: origin, httpOnly: true, sameSite: 'Strict' }]);
      }
      if (more.english === true) await context.addCookies([{ name: 'klubba_language', value: 'en', url: origin }]);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
      page.on('console', (message) => {
        const text = message.text();
        // Who has no place in the video room yet asks again, and the browser tells of each refusal; so does the video
        // client when its room was closed under it (404, also when it asks whether the house is there); a cut network and its own notes about a room likewise.
        const { url } = message.location();
        const isExpected =
          url.endsWith('/video') ||
          (text.includes('404') && (/\/rtc\//.test(`${url} ${text}`) || url === `${origin}/`)) ||
          /ERR_INTERNET_DISCONNECTED|\{room: /.test(text);
        if (message.type() === 'error' && !isExpected) faults.push(`${path}: ${text} ${url}`);
      });
      await page.goto(`${origin}${path}`);
      return page;
    },
    async send(who, command) {
      const outcome = await evening.of(who).bot.send(command);
      if (outcome.kind === 'refused') throw new Error(`${command.type}: ${JSON.stringify(outcome.refusal)}`);
      // What is read next must know of it.
      const { bot } = evening.of(secretary);
      await bot.until(() => bot.seq() >= outcome.seq, `fact ${outcome.seq}`);
    },
    meeting() {
      const known = evening.of(secretary).bot.meeting();
      if (known.plan === undefined) throw new Error('The meeting is planned.');
      return known;
    },
  };
  return { hall, contexts };
}

/** Documents stay with the meeting they were made for. */
async function planAnew(server: Started, like: MeetingPlan, { rules = {}, shape }: HallOptions): Promise<MeetingPlan> {
  const meeting = `${like.meeting}-${randomUUID().slice(0, 8)}` as MeetingId;
  const under: MeetingPlan = {
    ...like,
    meeting,
    body: { ...like.body, settings: { ...like.body.settings, ...rules } },
    items: like.items.map((item) => ({ ...item, documents: [] })),
  };
  const plan = shape === undefined ? under : shape(under);
  const outcome = await server.meetings.plan(plan, `plan-${plan.meeting}`);
  if (outcome.kind !== 'done') throw new Error(`The meeting was not planned: ${JSON.stringify(outcome)}`);
  return plan;
}
