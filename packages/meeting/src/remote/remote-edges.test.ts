import { describe, expect, it } from 'vitest';
import type { PartyId, PersonId } from '../ids.ts';
import { councilPlan, given, inSession, partyId, person, type PlanChange, type Scene } from '../testing/index.ts';
import type { Actor, Fact, Meeting, MeetingEvent } from '../types.ts';
import { evolveRemote, initialRemote } from './evolve.ts';
import { remoteApplications, remoteByParty, remotePlaces } from './places.ts';
import type { RemotePermission, RemoteState } from './types.ts';

const petter = person('Petter Boman');
const jonas = person('Jonas Fridh');
const helena = person('Helena Ståhl');
const carl = person('Carl Bergendal');
const chair = person('Marie Sandell');
const secretary = person('Åsa Lindvall');
const TEST = { camera: true, microphone: true, sound: true, connection: true } as const;
const council = (change: PlanChange = {}): Scene => given(councilPlan({ remoteGranted: [], ...change }));
const permitted = (state: RemotePermission['state'], scene: Scene = council(), who = petter): Scene => {
  const events = {
    applied: { type: 'RemoteApplied', person: who, queued: false },
    queued: { type: 'RemoteApplied', person: who, queued: true },
    granted: { type: 'RemoteGranted', person: who },
    denied: { type: 'RemoteDenied', person: who, reason: 'Fullt.' },
    withdrawn: { type: 'RemoteWithdrawn', person: who, reason: 'Frisk.' },
  } as const;
  return scene.recorded(events[state]);
};
const apply = { type: 'applyRemote', person: petter } as const;
const grant = { type: 'grantRemote', person: petter } as const;
const deny = { type: 'denyRemote', person: petter, reason: 'Fullt.' } as const;
const withdraw = { type: 'withdrawRemote', person: petter, reason: 'Frisk.' } as const;
const name = { person: 'Petter Boman' };

describe('MTG-PERMISSION what is done with a permission', () => {
  it.each([
    ['applied', [], 'RemoteGranted', 'RemoteDenied', 'RemoteWithdrawn'],
    ['queued', [], 'RemoteGranted', 'RemoteDenied', 'RemoteWithdrawn'],
    ['granted', [], undefined, 'MTG-PERMISSION', 'RemoteWithdrawn'],
    ['denied', ['RemoteApplied'], 'RemoteGranted', 'MTG-PERMISSION', 'MTG-PERMISSION'],
    ['withdrawn', ['RemoteApplied'], 'RemoteGranted', 'MTG-PERMISSION', 'MTG-PERMISSION'],
  ] as const)('one that is %s', (state, applied, granted, denied, withdrawn) => {
    const scene = permitted(state);
    expect(scene.when(apply, petter).events.map(({ type }) => type)).toEqual(applied);
    expect(scene.when(grant).events.map(({ type }) => type)).toEqual(granted === undefined ? [] : [granted]);
    const answered = scene.when(deny);
    expect(answered.refusal?.rule ?? answered.events[0]?.type).toBe(denied);
    if (answered.refusal) expect(answered.refusal.detail).toEqual(name);
    const back = scene.when(withdraw, petter);
    expect(back.refusal?.rule ?? back.events[0]?.type).toBe(withdrawn);
    if (back.refusal) expect(back.refusal.detail).toEqual(name);
  });

  it('of one who has none nothing is refused, withdrawn or tested; the chair may grant without an application', () => {
    council().when(deny).refuses('MTG-PERMISSION', name);
    council().when(withdraw, petter).refuses('MTG-PERMISSION', name);
    council().when({ type: 'testRemote', person: petter, test: TEST }, petter).refuses('MTG-PERMISSION', name);
    council().when(grant).then({ type: 'RemoteGranted', person: petter });
  });

  it('is for elected persons, and of no use after the close', () => {
    const detail = { person: 'Åsa Lindvall' };
    council()
      .when({ ...apply, person: secretary }, secretary)
      .refuses('MTG-PERMISSION', detail);
    council()
      .when({ ...grant, person: secretary })
      .refuses('MTG-PERMISSION', detail);
    inSession(councilPlan({ remoteGranted: [] }))
      .recorded({ type: 'MeetingClosed' })
      .when(apply, petter)
      .refuses('MTG-SESSION', { state: 'closed' });
  });

  it('MTG-IN-ROOM DIST-1 the chair grants nobody what the rules give nobody', () => {
    council({ form: 'physical' }).when(grant).refuses('DIST-1');
    council()
      .when({ ...grant, person: chair })
      .refuses('MTG-IN-ROOM', { duty: 'chair' });
    const free = council({ settings: { mustBeInRoom: [] } });
    const second = permitted('granted', permitted('granted', free, carl), person('Lena Torstensson'));
    second.when({ ...grant, person: chair }).refuses('MTG-IN-ROOM', { duty: 'presidium' });
  });

  it('MTG-REMOTE-CAP no more than the body allows; with no limit, anybody', () => {
    const capped = (remoteMaximum: number | null) =>
      permitted('granted', council({ settings: { remoteMaximum } }), jonas);
    capped(1).when(grant).refuses('MTG-REMOTE-CAP', { maximum: 1 });
    capped(0).when(grant).refuses('MTG-REMOTE-CAP', { maximum: 0 });
    capped(2).when(grant).then({ type: 'RemoteGranted' });
    capped(null).when(grant).then({ type: 'RemoteGranted' });
    capped(1).when(apply, petter).then({ type: 'RemoteApplied', queued: true });
    capped(2).when(apply, petter).then({ type: 'RemoteApplied', queued: false });
    expect(remotePlaces(capped(1).meeting)).toEqual({ maximum: 1, taken: 1, left: 0 });
    expect(remotePlaces(capped(0).meeting)).toEqual({ maximum: 0, taken: 1, left: 0 });
    expect(remotePlaces(capped(null).meeting)).toEqual({ maximum: null, taken: 1, left: Number.POSITIVE_INFINITY });
  });
});

describe('REM-05 the queue', () => {
  const one = (who: PersonId, state: RemotePermission['state']): RemotePermission => ({ person: who, state });
  const meeting = (maximum: number | null, ...all: readonly RemotePermission[]): Meeting => {
    const { meeting: now } = council({ settings: { remoteMaximum: maximum } });
    return { ...now, remote: { permissions: Object.fromEntries(all.map((each) => [each.person, each])) } };
  };

  it('is those beyond the places that are left, in the order of application', () => {
    const all = [one(jonas, 'granted'), one(petter, 'queued'), one(helena, 'applied'), one(carl, 'denied')];
    expect(remoteApplications(meeting(2, ...all))).toEqual([
      one(jonas, 'granted'),
      one(petter, 'applied'),
      { ...one(helena, 'queued'), place: 1 },
      one(carl, 'denied'),
    ]);
    expect(remoteApplications(meeting(1, ...all)).slice(1, 3)).toEqual([
      { ...one(petter, 'queued'), place: 1 },
      { ...one(helena, 'queued'), place: 2 },
    ]);
    expect(remoteApplications(meeting(null, ...all)).slice(1, 3)).toEqual([
      one(petter, 'applied'),
      one(helena, 'applied'),
    ]);
  });

  it('GOV-16 of each party with seats: how many, how many away, and what was agreed', () => {
    const scene = council().recorded({
      type: 'RemoteAgreed',
      agreedOn: '2025-10-01',
      numbers: [
        { party: partyId('S'), most: 4 },
        { party: partyId('V'), most: 2 },
      ],
    });
    const rows = remoteByParty(permitted('granted', permitted('granted', scene, petter), helena).meeting);
    expect(rows.find((row) => row.party === partyId('V'))).toEqual({
      party: partyId('V'),
      seats: 4,
      remote: 1,
      most: 2,
    });
    expect(rows.find((row) => row.party === partyId('S'))).toEqual({
      party: partyId('S'),
      seats: 13,
      remote: 1,
      most: 4,
    });
    expect(rows.find((row) => row.party === partyId('M'))).toEqual({ party: partyId('M'), seats: 8, remote: 0 });
    const { meeting: none } = permitted('granted', council(), petter);
    expect(remoteByParty(none).find((row) => row.party === partyId('V'))).toEqual({
      party: partyId('V'),
      seats: 4,
      remote: 1,
    });
    for (const row of remoteByParty(none)) expect(row).not.toHaveProperty('most');
    const nobody: Meeting = {
      ...none,
      plan: { ...none.plan, parties: [...none.plan.parties, { id: 'x' as PartyId, short: 'X', name: 'X' }] },
      remote: {
        permissions: { ['okänd' as PersonId]: one('okänd' as PersonId, 'granted') } as RemoteState['permissions'],
      },
    };
    expect(remoteByParty(nobody).map((row) => row.party)).not.toContain('x');
    expect(remoteByParty(nobody).every((row) => row.remote === 0)).toBe(true);
  });
});

describe('What is remembered of a permission', () => {
  const after = (state: RemoteState, event: MeetingEvent, actor: Actor = chair): RemotePermission | undefined =>
    evolveRemote(state, { seq: 2, at: 9, actor, event } satisfies Fact).permissions[petter];
  const none: RemoteState = { permissions: {} };
  const had: RemoteState = {
    permissions: {
      [petter]: {
        person: petter,
        state: 'applied',
        appliedAt: 3,
        reason: 'Sjuk.',
        premises: 'Rådhuset',
        standing: true,
        decisionReason: 'Ja.',
      },
    },
  };

  it('an application, with the test if there was one', () => {
    const applied = { type: 'RemoteApplied', person: petter, reason: 'Sjuk.', queued: false } as const;
    expect(after(none, applied)).toEqual({ person: petter, state: 'applied', reason: 'Sjuk.', appliedAt: 9 });
    expect(after(none, applied)).not.toHaveProperty('test');
    expect(after(none, applied)).not.toHaveProperty('testedAt');
    expect(after(none, { ...applied, queued: true, test: TEST })).toEqual({
      person: petter,
      state: 'queued',
      reason: 'Sjuk.',
      appliedAt: 9,
      test: TEST,
      testedAt: 9,
    });
    const tested = { type: 'RemoteTested', person: petter, test: TEST } as const;
    expect(after(had, tested)).toEqual({ ...had.permissions[petter], test: TEST, testedAt: 9 });
    expect(after(none, tested)).toEqual({ person: petter, state: 'applied', test: TEST, testedAt: 9 });
  });

  it('the last decision alone, with who made it, and by which reason', () => {
    const kept = { person: petter, appliedAt: 3, reason: 'Sjuk.', decidedAt: 9 };
    expect(after(had, { type: 'RemoteGranted', person: petter })).toEqual({
      ...kept,
      state: 'granted',
      decidedBy: chair,
    });
    expect(after(had, { type: 'RemoteGranted', person: petter })).not.toHaveProperty('decisionReason');
    expect(after(had, { type: 'RemoteDenied', person: petter, reason: 'Fullt.', premises: 'Skolan' })).toEqual({
      ...kept,
      state: 'denied',
      decidedBy: chair,
      decisionReason: 'Fullt.',
      premises: 'Skolan',
    });
    const bySystem = after(had, { type: 'RemoteWithdrawn', person: petter, reason: '' }, 'system');
    expect(bySystem).toEqual({ ...kept, state: 'withdrawn', decisionReason: '' });
    expect(bySystem).not.toHaveProperty('decidedBy');
  });

  it('GOV-17 by the form of the meeting all but those who must be in the room have it', () => {
    const { permissions } = initialRemote(councilPlan({ form: 'allButPresidium', remoteGranted: [petter] }));
    expect(permissions[petter]).toEqual({ person: petter, state: 'granted' });
    expect(permissions[helena]).toEqual({ person: helena, state: 'granted' });
    expect(permissions[chair]).toBeUndefined();
    expect(permissions[secretary]).toBeUndefined();
    expect(Object.keys(initialRemote(councilPlan({ remoteGranted: [petter] })).permissions)).toEqual([petter]);
  });
});
