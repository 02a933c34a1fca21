import Fastify, { type FastifyInstance } from 'fastify';
import type { BallotId, ClosedBallot, DocumentId, Meeting, MeetingCommand, PersonId } from '@klubba/meeting';
import { decide, foldFor } from '@klubba/meeting';
import { councilPlan, given, inSession, itemId, person, type Scene as Told, withItem } from '@klubba/meeting/testing';
import { type Assurance, meetingCommand } from '@klubba/protocol';
import { API_KEY_SCOPES, type ApiKeyId, type ApiKeyScope } from '@klubba/register';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../http/app.ts';
import type { Services } from '../http/services.ts';
import { openLog } from '../log.ts';
import { capacitiesOf, type Asker } from './capacities.ts';
import { COMMANDS, commandRefusal, type CommandType, RIGHTS } from './commands.ts';
import { gate } from './gate.ts';
import { meantBy, resourceOf, ROOM_WISHES, ROUTES } from './routes.ts';
import { type Permission, PERMISSIONS, type Resource } from './table.ts';

const base = councilPlan({ settings: { chat: true } });
const plan = {
  ...base,
  people: [...base.people, { id: 'p-heard' as PersonId, givenName: 'Mona', familyName: 'Heard' }],
  duties: [
    ...base.duties,
    { person: 'p-heard' as PersonId, duty: 'external' as const },
    { person: 'p-screen' as PersonId, duty: 'hallDevice' as const },
  ],
  items: base.items.map((one) =>
    one.doors === 'closed'
      ? { ...one, documents: [{ id: 'd-closed' as DocumentId, title: 'Köpekontrakt' }] }
      : one.id === itemId(118)
        ? { ...one, externals: ['p-heard' as PersonId] }
        : one,
  ),
};
const MEETING = plan.meeting;
const asker = (id: string, more: Partial<Asker> = {}): Asker => ({
  person: id as PersonId,
  roles: [],
  onlyMeeting: undefined,
  ...more,
});

/** Everybody who tries, each with a session of their own. */
const who = {
  public: undefined,
  member: asker(person('Birgitta Nordin')),
  substitute: asker(person('Lars Hedlund')),
  chair: asker(person('Marie Sandell')),
  vice: asker(person('Carl Bergendal')),
  secretary: asker(person('Åsa Lindvall')),
  assistant: asker(person('Mirja Aho')),
  technician: asker(person('Jesper Holm')),
  official: asker(person('Lars-Göran Åberg')),
  screen: asker('p-screen'),
  external: asker('p-heard'),
  heard: asker('p-heard', { onlyMeeting: MEETING }),
  heardElsewhere: asker('p-heard', { onlyMeeting: 'another' as Meeting['plan']['meeting'] }),
  otherMember: asker('p-of-another-board'),
  administrator: asker('p-administrator', { roles: ['administrator'] }),
} as const satisfies Readonly<Record<string, Asker | undefined>>;
/** And every other system, each with a key of one scope. */
type KeyName = `key ${ApiKeyScope}`;
const KEYS = API_KEY_SCOPES.map((scope) => ({ name: `key ${scope}` as KeyName, scope }));
type Person = keyof typeof who;
type Who = Person | KeyName;
const PEOPLE = Object.keys(who) as readonly Person[];
const ALL: readonly Who[] = [...PEOPLE, ...KEYS.map(({ name }) => name)];

const BALLOT = 'ballot-1' as BallotId;
/** A closed ballot that goes on: the member votes and has registered, the vice chair holds a key. */
function withBallot(meeting: Meeting): Meeting {
  const ballot = {
    id: BALLOT,
    item: itemId(118),
    state: 'voting',
    electors: [who.member.person],
    registered: [who.member.person],
    voted: [],
  } as unknown as ClosedBallot;
  const keyHolders = { persons: [who.vice.person] } as unknown as NonNullable<Meeting['elections']['keyHolders']>;
  return { ...meeting, elections: { ...meeting.elections, ballots: { [BALLOT]: ballot }, keyHolders } };
}

const planned = given(plan);
const open = inSession(plan);
const inConflict = open.recorded({
  type: 'ConflictDeclared',
  item: itemId(118),
  person: who.vice.person,
} as never);
const behindDoors = withItem(open, 123);
const states = { planned, open, inConflict, behindDoors } as const satisfies Readonly<Record<string, Told>>;
type State = keyof typeof states;

const DESK: readonly Who[] = ['chair', 'vice', 'secretary', 'assistant'];
const ACCOUNTS = PEOPLE.filter((one) => one !== 'public' && one !== 'heard' && one !== 'heardElsewhere');
const INSIDE: readonly Who[] = ['member', ...DESK, 'technician', 'official', 'screen'];
const CHATTERS = INSIDE.filter((one) => one !== 'screen');
const MODERATORS = DESK.filter((one) => one !== 'vice');

/** Who gets in, resource by resource, written down apart from the table itself; by state where it changes anything. */
const expected: Readonly<Record<Resource, readonly Who[] | Readonly<Record<State, readonly Who[]>>>> = {
  app: ALL,
  logIn: ALL,
  portal: ALL,
  videoRelay: ALL,
  videoSignal: ALL,
  ballotBox: ALL,
  'me.read': PEOPLE.filter((one) => one !== 'public'),
  'me.devices': ACCOUNTS,
  'meetings.list': [...ACCOUNTS, 'key meetings'],
  register: ACCOUNTS,
  'register.read': [...ACCOUNTS, 'key register.read'],
  'register.write': [...ACCOUNTS, 'key register.write'],
  'record.export': { planned: DESK, open: DESK, inConflict: DESK.filter((one) => one !== 'vice'), behindDoors: DESK },
  // A key reads the minutes of no meeting that goes on, nor of one with an item behind closed doors: the two below.
  'minutes.read': { planned: DESK, open: DESK, inConflict: DESK.filter((one) => one !== 'vice'), behindDoors: DESK },
  'documents.read': {
    planned: ['member', 'substitute', ...DESK],
    open: ['member', 'substitute', ...DESK],
    inConflict: ['member', 'substitute', ...DESK],
    behindDoors: ['member', ...DESK],
  },
  'documents.handOut': DESK,
  'assurance.read': PEOPLE.filter((one) => one !== 'public' && one !== 'heardElsewhere'),
  'assurance.set': [...DESK, 'administrator'],
  'agenda.read': ['member', 'substitute', ...DESK, 'technician', 'official', 'screen', 'external', 'key meetings'],
  'notice.read': ['member', 'substitute', ...DESK, 'technician', 'official', 'screen', 'external', 'key notices'],
  'notice.send': DESK,
  'hearings.manage': DESK,
  'video.pass': { planned: [], open: INSIDE, inConflict: INSIDE, behindDoors: INSIDE },
  // In no break there is no room of one; the breaks are below.
  'video.group': [],
  'video.break': [],
  'video.trial': ['member', 'substitute', ...DESK, 'technician', 'official', 'screen'],
  // Before check-in those who run the meeting are not in either; behind closed doors nobody is.
  'chat.use': { planned: [], open: CHATTERS, inConflict: CHATTERS, behindDoors: [] },
  'chat.moderate': { planned: [], open: MODERATORS, inConflict: MODERATORS, behindDoors: [] },
  // As `video.group`.
  'chat.group': [],
  'ballots.read': ['member', 'substitute', ...DESK, 'technician', 'official', 'screen'],
  'ballots.register': ['member'],
  'ballots.voted': ['member'],
  'ballots.booth': ['chair', 'secretary', 'assistant', 'screen'],
  'ballots.admit': ['chair', 'secretary', 'assistant'],
  'ballots.device': ['screen'],
  'ballots.keys': ['vice'],
};
const expectedIn = (resource: Resource, state: State): readonly Who[] => {
  const entry = expected[resource];
  return 'planned' in entry ? entry[state] : entry;
};

const TOKEN_LENGTH = 43;
const secretOf = (name: KeyName): string => `klubba_${name.replaceAll(/\W/g, '-')}`;
const isKey = (name: Who): name is KeyName => name.startsWith('key ');
const tokenOf = (name: string): string => name.padEnd(TOKEN_LENGTH, '_');
let state: State = 'open';
let override: Told | undefined;
let demanded: Assurance = 'low';

/** Services of which the gate uses two: whose cookie it is, and the meeting. Whatever lies behind the gate is never reached. */
function services(): Services {
  const found = Object.entries(who).map(([name, one]) => [tokenOf(name), one && { ...one, assurance: 'low' }] as const);
  const told = (): Told => override ?? states[state];
  return {
    sessions: { find: async (token: string) => new Map(found).get(token) },
    meetings: {
      find: async (id: string) =>
        id === MEETING
          ? {
              live: { now: () => withBallot(told().meeting) },
              gallery: { shownTo: (eyes: Parameters<typeof foldFor>[1]) => shown(told(), eyes) },
            }
          : undefined,
    },
    identity: { passkeys: true },
    registry: {},
    demands: { demanded: async () => demanded },
    apiKeys: { open: async (secret: string) => openedBy(secret), record: async () => undefined },
    secure: false,
  } as unknown as Services;
}
function openedBy(secret: string): Awaited<ReturnType<Services['apiKeys']['open']>> {
  const found = KEYS.find(({ name }) => secret === secretOf(name));
  return found === undefined
    ? { ok: false, refusal: { rule: 'KEY-UNKNOWN' } }
    : { ok: true, value: { id: found.name as ApiKeyId, scopes: [found.scope] } };
}
/** The ballot stands in no fact here, so it is laid into each picture that shows the meeting's inside. */
function shown(told: Told, eyes: Parameters<typeof foldFor>[1]): Meeting | undefined {
  const meeting = foldFor(
    [{ seq: 0, at: 0, actor: 'system', event: { type: 'MeetingPlanned', plan } }, ...told.facts],
    eyes,
  );
  if (meeting.plan === undefined) return undefined;
  return eyes.kind === 'public' ? meeting : withBallot(meeting);
}

const LET_IN = 299;
const routes: { readonly method: string; readonly url: string }[] = [];
let app: FastifyInstance;

beforeAll(async () => {
  app = await buildApp({
    health: { pool: { query: () => Promise.reject(new Error('no database')) }, videoUrl: undefined },
    services: services(),
    security: { publicOrigin: () => 'http://localhost', secure: false, videoOrigin: undefined },
    conductor: undefined,
    webFolder: '/nowhere',
    log: openLog('silent'),
    trustProxy: [],
    videoProxy: (root) => root.get('/rtc/*', async () => ''),
    onRoute: ({ method, url }) => routes.push(...[method].flat().map((one) => ({ method: one, url }))),
  });
  // Behind the gate, before anything is done.
  app.addHook('preValidation', async (_request, reply) => reply.code(LET_IN).send());
  await app.ready();
});

const addressOf = (url: string): string =>
  url
    .replace(':meeting', MEETING)
    .replace(':document', 'd-closed')
    .replace(':ballot', BALLOT)
    .replaceAll(/:\w+/g, 'x')
    .replace('*', 'x');
const headersOf = (name: Who): Record<string, string> => {
  if (isKey(name)) return { authorization: `Bearer ${secretOf(name)}` };
  return name === 'public' ? {} : { cookie: `klubba=${tokenOf(name)}` };
};
async function letIn(method: string, url: string, payload?: object): Promise<readonly Who[]> {
  const in_: Who[] = [];
  for (const name of ALL) {
    // From many addresses, so that none has asked too often.
    const remoteAddress = `10.0.0.${ALL.indexOf(name)}`;
    const answer = await app.inject({
      method: method as 'GET',
      url: addressOf(url),
      headers: headersOf(name),
      remoteAddress,
      ...(payload && { payload }),
    });
    if (answer.statusCode === LET_IN) in_.push(name);
    else expect([401, 403, 404], `${method} ${url} as ${name}`).toContain(answer.statusCode);
  }
  return in_;
}

describe('every HTTP route', () => {
  it('is in the table of routes: whoever adds one says who may', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter(({ method, url }) => resourceOf(method, url) === undefined)).toEqual([]);
  });

  it('and the table holds no route that there is not', () => {
    const known = new Set(routes.map(({ method, url }) => `${method} ${url}`));
    const gone = Object.keys(ROUTES).filter((one) => !known.has(one) && !one.includes('/api/register/'));
    expect(gone).toEqual([]);
  });

  it.each(Object.keys(states) as State[])('lets in just those it should: %s', async (now) => {
    state = now;
    for (const { method, url } of routes) {
      const resource = resourceOf(method, url);
      if (resource === undefined || method === 'HEAD') continue;
      expect((await letIn(method, url)).toSorted(), `${method} ${url} (${resource})`).toEqual(
        expectedIn(resource, now).toSorted(),
      );
    }
  });

  it('lets into the rooms of a break just those they are for, whatever the duty', async () => {
    const broken = (told: Told, cause: string): Told => told.recorded({ type: 'MeetingAdjourned', cause } as never);
    const rooms = async (told: Told): Promise<object> => {
      override = told;
      const pass = (room: string) => letIn('POST', '/api/meetings/:meeting/video', { device: 'tab-b', room });
      const groupChat = await letIn('GET', '/api/meetings/:meeting/chat/group');
      return { group: await pass('group'), break: await pass('break'), groupChat };
    };
    const elected = ['member', 'chair', 'vice'];
    expect(await rooms(open)).toEqual({ group: [], break: [], groupChat: [] });
    expect(await rooms(broken(open, 'rest'))).toEqual({ group: [], break: elected, groupChat: [] });
    const group = broken(open, 'groupMeeting');
    expect(await rooms(group)).toEqual({ group: elected, break: elected, groupChat: elected });
    const presence = { ...group.meeting.attendance.present[who.member.person], person: who.substitute.person };
    const withSubstitute = ['member', 'substitute', 'chair', 'vice'];
    expect(await rooms(group.recorded({ type: 'CheckedIn', presence } as never))).toEqual({
      group: withSubstitute,
      break: withSubstitute,
      groupChat: withSubstitute,
    });
    const others = ['member', 'chair'];
    expect(await rooms(broken(withItem(inConflict, 118), 'groupMeeting'))).toEqual({
      group: others,
      break: others,
      groupChat: others,
    });
    const recalled = group.recorded({ type: 'MeetingRecalled' } as never);
    expect(await rooms(recalled)).toEqual({ group: [], break: [], groupChat: [] });
    override = undefined;
  });

  it('takes the room of a wish for what it is alone: a wish of another shape asks for the meeting’s', () => {
    const route = ['POST', '/api/meetings/:meeting/video'] as const;
    expect(meantBy(...route, { room: 'group' })).toBe('video.group');
    const other = [undefined, null, 'group', {}, { room: 'meeting' }, { room: ['group'] }, { room: 'constructor' }];
    expect(other.map((body) => meantBy(...route, body))).toEqual(other.map(() => undefined));
    expect(meantBy('POST', '/api/meetings/:meeting/chat', { room: 'group' })).toBeUndefined();
  });

  it('gives a key the minutes of a closed meeting, unless something of it was behind closed doors', async () => {
    const allOpen = { ...plan, items: plan.items.map((one) => ({ ...one, doors: 'open' as const })) };
    const closed = (told: Told): Told => told.recorded({ type: 'MeetingClosed' } as never);
    const read = async (told: Told): Promise<readonly Who[]> => {
      override = told;
      return letIn('GET', '/api/meetings/:meeting/minutes.json');
    };
    expect(await read(closed(inSession(allOpen)))).toEqual([...DESK, 'key minutes']);
    expect(await read(inSession(allOpen))).toEqual(DESK);
    expect(await read(closed(inSession(plan)))).toEqual(DESK);
    override = undefined;
  });

  it('asks for a surer login for what is behind closed doors and for a closed ballot, of whoever would get it', async () => {
    const closed = behindDoors.recorded({ type: 'DoorsClosed', item: itemId(123) } as never);
    const inBreak = closed.recorded({ type: 'MeetingAdjourned', cause: 'groupMeeting' } as never);
    const asked: string[] = [];
    const rooms = Object.entries(ROOM_WISHES).flatMap(([route, wishes]) =>
      Object.keys(wishes).map((room) => ({ method: 'POST', url: route.slice('POST '.length), body: { room } })),
    );
    for (const { method, url, body } of [...routes.map((one) => ({ ...one, body: undefined })), ...rooms]) {
      const resource = meantBy(method, url, body) ?? resourceOf(method, url);
      if (resource === undefined || method === 'HEAD') continue;
      override = body === undefined ? closed : inBreak;
      const permission: Permission = PERMISSIONS[resource];
      demanded = 'low';
      const may = await letIn(method, url, body);
      demanded = 'high';
      const still = await letIn(method, url, body);
      if (permission.sure === undefined) expect(still, `${method} ${url}`).toEqual(may);
      // A screen of the hall cannot log in again, and the public and keys get what they get without a login.
      else
        expect(still, `${method} ${url}`).toEqual(may.filter((one) => one === 'screen' && resource === 'video.pass'));
      if (may.length > still.length) asked.push(resource);
    }
    demanded = 'low';
    override = undefined;
    expect([...new Set(asked)].toSorted()).toEqual([
      'ballots.register',
      'documents.read',
      'minutes.read',
      'record.export',
      'video.break',
      'video.group',
      'video.pass',
    ]);
  });

  it('answers nobody when it is in no table: the canary', async () => {
    const canary = Fastify();
    gate(canary, services());
    canary.get('/api/forgotten', async () => 'secret');
    for (const name of ALL) {
      const answer = await canary.inject({ url: '/api/forgotten', headers: headersOf(name) });
      expect([answer.statusCode, answer.body.includes('secret')]).toEqual([404, false]);
    }
    expect(resourceOf('GET', '/api/forgotten')).toBeUndefined();
    expect(resourceOf('PATCH', '/api/meetings')).toBeUndefined();
  });
});

describe('every WebSocket command', () => {
  const types = (
    meetingCommand as unknown as { options: readonly { shape: { type: { value: CommandType } } }[] }
  ).options.map(({ shape }) => shape.type.value);
  const exact: readonly string[] = ['leader', 'desk', 'clerk', 'help', 'system'];
  const AUTHORITY: readonly (string | undefined)[] = ['MTG-CHAIR', 'MTG-SECRETARY', 'MTG-SELF', 'MTG-SYSTEM'];
  /** Whether the heart's own law lets this person give it at all. */
  const heartLets = (type: CommandType, { meeting }: Told, actor: PersonId, meant: PersonId): boolean => {
    const command = { type, person: meant, identified: 'bankId', item: itemId(118), vote: 'v', persons: [] };
    try {
      const answer = decide(meeting, command as unknown as MeetingCommand, { at: 0, actor, id: 'x' });
      return answer.ok || !AUTHORITY.includes(answer.refusal.rule);
    } catch {
      // It came past the question of who, and found the rest of the command missing.
      return true;
    }
  };

  it('has a right in the table', () => {
    expect(types.toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
  });

  it('is never barred to one whom the law lets, nor open where the law names an office', () => {
    for (const type of types) {
      for (const one of PEOPLE) {
        const actor = who[one];
        if (actor === undefined || one === 'heardElsewhere') continue;
        const may = commandRefusal(type, capacitiesOf(actor, open.meeting)) === undefined;
        const lawful = [planned, open].some((told) =>
          [actor.person, who.member.person].some((meant) => heartLets(type, told, actor.person, meant)),
        );
        if (lawful) expect(may, `${type} by ${one}`).toBe(true);
        if (exact.includes(COMMANDS[type]) && !lawful) expect(may, `${type} by ${one}`).toBe(false);
      }
    }
  });

  it('is nobody’s who is not logged in, comes with a key, or is heard in another meeting', () => {
    for (const type of types) {
      expect(commandRefusal(type, capacitiesOf(undefined, open.meeting))).toBe(RIGHTS[COMMANDS[type]].refusal);
      expect(commandRefusal(type, capacitiesOf(who.heardElsewhere, open.meeting))).toBeDefined();
      expect(commandRefusal(type, ['apiKey'])).toBeDefined();
    }
  });
});

describe('the table itself', () => {
  it('names every resource that a route asks for, and no other', () => {
    const wishes = Object.values(ROOM_WISHES).flatMap((one) => Object.values(one));
    const asked = new Set<string>([...Object.values(ROUTES), ...wishes, 'register']);
    expect(Object.keys(PERMISSIONS).toSorted()).toEqual([...asked].toSorted());
  });
});
