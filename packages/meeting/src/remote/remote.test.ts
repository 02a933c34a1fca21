import { describe, expect, it } from 'vitest';
import { audienceOf } from '../audience/audience.ts';
import { showFactTo } from '../audience/show.ts';
import type { PartyId, PersonId } from '../ids.ts';
import { boardPlan, companyPlan, councilPlan, given, person, type PlanChange, type Scene } from '../testing/index.ts';
import { remoteApplications, remoteByParty, remotePlaces } from './places.ts';

const petter = person('Petter Boman');
const jonas = person('Jonas Fridh');
const lena = person('Lena Torstensson');
const carl = person('Carl Bergendal');
const elin = person('Elin Backlund');
const chair = person('Marie Sandell');
const council = (change: PlanChange = {}): Scene => given(councilPlan({ remoteGranted: [], ...change }));
const partyOf = (who: PersonId): PartyId => {
  const party = councilPlan().people.find((one) => one.id === who)?.party;
  if (party === undefined) throw new Error(`${who} has no party`);
  return party;
};
const state = (scene: Scene, who = petter) => scene.meeting.remote.permissions[who]?.state;

describe('permission to take part at a distance', () => {
  it('DIST-1 nobody can apply where the council has not decided, nor to a meeting in the hall only', () => {
    council({ settings: { remoteAllowed: false } })
      .when({ type: 'applyRemote', person: petter }, petter)
      .refuses('DIST-1');
    council({ form: 'physical' }).when({ type: 'applyRemote', person: petter }, petter).refuses('DIST-1');
    council({ settings: { remoteAllowed: false }, remoteGranted: [petter] })
      .after({ type: 'openCheckIn' }, person('Åsa Lindvall'))
      .when({ type: 'checkIn', person: petter, mode: 'remote', identified: 'bankId' }, petter)
      .refuses('DIST-1');
  });

  it('MTG-PERMISSION a member checks in at a distance only with the chair’s permission', () => {
    const open = council().after({ type: 'openCheckIn' }, person('Åsa Lindvall'));
    open
      .when({ type: 'checkIn', person: petter, mode: 'remote', identified: 'bankId' }, petter)
      .refuses('MTG-PERMISSION', { person: 'Petter Boman' });
    open
      .after({ type: 'applyRemote', person: petter, reason: 'Gipsad fot' }, petter)
      .after({ type: 'grantRemote', person: petter, reason: 'Särskilda skäl finns' })
      .when({ type: 'checkIn', person: petter, mode: 'remote', identified: 'bankId' }, petter)
      .thenAmong({ type: 'CheckedIn' });
  });

  it('an official needs a way in and no permission', () => {
    council({ settings: { remoteAllowed: false } })
      .after({ type: 'openCheckIn' }, person('Åsa Lindvall'))
      .when(
        { type: 'checkIn', person: person('Lars-Göran Åberg'), mode: 'remote', identified: 'directory' },
        person('Lars-Göran Åberg'),
      )
      .then({ type: 'CheckedIn' });
  });

  it('MTG-CHAIR the chair decides each application; everyone may give the own permission back', () => {
    const applied = council().after({ type: 'applyRemote', person: petter, reason: 'Lång resväg' }, petter);
    applied.when({ type: 'grantRemote', person: petter }, person('Åsa Lindvall')).refuses('MTG-CHAIR');
    const granted = applied.after({ type: 'grantRemote', person: petter, reason: 'Skäl finns' }, chair);
    expect(granted.meeting.remote.permissions[petter]).toMatchObject({
      person: petter,
      state: 'granted',
      reason: 'Lång resväg',
      decisionReason: 'Skäl finns',
    });
    granted.when({ type: 'withdrawRemote', person: petter, reason: 'Frisk' }, jonas).refuses('MTG-CHAIR');
    expect(state(granted.after({ type: 'withdrawRemote', person: petter, reason: 'Frisk' }, petter))).toBe('withdrawn');
  });

  it('MTG-REMOTE-CAP the number is never passed: the fourth stands in the queue until a place is free (scenario 14)', () => {
    const four = [petter, jonas, person('Amina Warsame'), elin];
    const applied = four
      .slice(0, 3)
      .reduce((s, p) => s.after({ type: 'applyRemote', person: p }, p), council({ settings: { remoteMaximum: 3 } }));
    const full = four.slice(0, 3).reduce((s, p) => s.after({ type: 'grantRemote', person: p }), applied);
    const queued = full.when({ type: 'applyRemote', person: elin }, elin).then({ type: 'RemoteApplied', queued: true });
    expect(state(queued, elin)).toBe('queued');
    queued.when({ type: 'grantRemote', person: elin }).refuses('MTG-REMOTE-CAP', { maximum: 3 });
    const free = queued.after({ type: 'withdrawRemote', person: jonas, reason: 'Testet föll' });
    expect(state(free.after({ type: 'grantRemote', person: elin }), elin)).toBe('granted');
  });

  it('a denial has its reason, and a decision is not made twice', () => {
    const denied = council()
      .after({ type: 'applyRemote', person: petter }, petter)
      .after({ type: 'denyRemote', person: petter, reason: 'Rum Kvarnen är ledigt' });
    expect(denied.meeting.remote.permissions[petter]).toMatchObject({
      state: 'denied',
      decisionReason: 'Rum Kvarnen är ledigt',
    });
    denied.when({ type: 'denyRemote', person: petter, reason: 'igen' }).refuses('MTG-PERMISSION');
    denied.when({ type: 'withdrawRemote', person: petter, reason: 'igen' }).refuses('MTG-PERMISSION');
  });

  it('MTG-IN-ROOM the body’s rule on who must be in the room is kept', () => {
    council().when({ type: 'applyRemote', person: carl }, carl).refuses('MTG-IN-ROOM', { duty: 'viceChair' });
    given(boardPlan())
      .when({ type: 'applyRemote', person: person('Helena Ståhl') }, person('Helena Ståhl'))
      .refuses('MTG-IN-ROOM', { duty: 'chair' });
  });

  it('MTG-IN-ROOM somebody of the presidium is always left in the room', () => {
    const nobodyBound = council({ settings: { mustBeInRoom: [] } });
    const two = [chair, carl].reduce(
      (s, p) => s.after({ type: 'applyRemote', person: p }, p).after({ type: 'grantRemote', person: p }),
      nobodyBound,
    );
    two.when({ type: 'applyRemote', person: lena }, lena).refuses('MTG-IN-ROOM', { duty: 'presidium' });
  });

  it('DIST-3 from 1 July 2026 the council’s presidium is in the hall whatever the body has decided', () => {
    const before = council({ settings: { mustBeInRoom: [] }, date: '2026-06-30' });
    const after = council({ settings: { mustBeInRoom: [] }, date: '2026-07-01' });
    before.when({ type: 'applyRemote', person: carl }, carl).then({ type: 'RemoteApplied' });
    after.when({ type: 'applyRemote', person: carl }, carl).refuses('DIST-3', { duty: 'viceChair' });
    const board = given(boardPlan({ date: '2026-07-01', settings: { mustBeInRoom: [] }, remoteGranted: [] }));
    board
      .when({ type: 'applyRemote', person: person('Karin Ahlqvist') }, person('Karin Ahlqvist'))
      .then({ type: 'RemoteApplied' });
  });

  it('where all but the presidium meet by link, everyone else has the permission by the form (GOV-17)', () => {
    const { permissions } = council({ form: 'allButPresidium' }).meeting.remote;
    expect(Object.keys(permissions)).toHaveLength(41 + 24 - 3);
    expect(permissions[chair]).toBeUndefined();
  });

  it('substitutes apply like members; one who has no seat and no place in an order cannot', () => {
    council().when({ type: 'applyRemote', person: elin }, elin).then({ type: 'RemoteApplied', queued: false });
    council()
      .when({ type: 'applyRemote', person: person('Per Wahlund') }, person('Per Wahlund'))
      .refuses('MTG-PERMISSION');
    given(companyPlan({ remoteGranted: [] }))
      .when({ type: 'applyRemote', person: person('Nils Olhage') }, person('Nils Olhage'))
      .then({ type: 'RemoteApplied' });
  });

  it('MTG-SESSION a closed meeting decides no applications', () => {
    council()
      .recorded({ type: 'MeetingClosed' })
      .when({ type: 'applyRemote', person: petter }, petter)
      .refuses('MTG-SESSION', { state: 'closed' });
  });

  it('REM-12 the chair sees what the applicant confirmed and how the last test went', () => {
    const good = { camera: true, microphone: true, sound: true, connection: true };
    const bad = { ...good, connection: false };
    const confirmed = ['alone', 'camera', 'rules'] as const;
    const applied = council().after({ type: 'applyRemote', person: petter, confirmed, test: good }, petter);
    expect(applied.meeting.remote.permissions[petter]).toMatchObject({ state: 'applied', confirmed, test: good });
    const granted = applied.after({ type: 'grantRemote', person: petter });
    const tested = granted.after({ type: 'testRemote', person: petter, test: bad }, petter);
    expect(tested.meeting.remote.permissions[petter]).toMatchObject({ state: 'granted', test: bad });
    granted.when({ type: 'testRemote', person: petter, test: bad }, elin).refuses('MTG-SELF');
    council().when({ type: 'testRemote', person: petter, test: bad }, petter).refuses('MTG-PERMISSION');
  });

  it('REM-02 a decision is kept with its time and who made it, and the next one leaves nothing of it', () => {
    const granted = council()
      .after({ type: 'applyRemote', person: petter }, petter)
      .after({ type: 'grantRemote', person: petter, reason: 'Särskilda skäl finns', standing: true });
    expect(granted.meeting.remote.permissions[petter]).toMatchObject({ decidedBy: chair, standing: true });
    expect(granted.meeting.remote.permissions[petter]?.decidedAt).toBeTypeOf('number');
    const withdrawn = granted.after({ type: 'withdrawRemote', person: petter, reason: 'Testet föll' });
    const { standing, decisionReason } = withdrawn.meeting.remote.permissions[petter] ?? {};
    expect([standing, decisionReason]).toEqual([undefined, 'Testet föll']);
  });

  it('MTG-PREMISES a permission from the municipality’s premises is good in that room alone', () => {
    const open = council()
      .after({ type: 'openCheckIn' }, person('Åsa Lindvall'))
      .after({ type: 'applyRemote', person: petter }, petter)
      .after({ type: 'grantRemote', person: petter, premises: 'Kvarnen' });
    const arrive = { type: 'checkIn', person: petter, mode: 'remote', identified: 'bankId' } as const;
    open.when(arrive, petter).refuses('MTG-PREMISES', { room: 'Kvarnen' });
    open.when({ ...arrive, room: 'Kvarnen' }, petter).then({ type: 'CheckedIn' });
    open
      .after({ ...arrive, mode: 'room' }, petter)
      .when({ type: 'changeMode', person: petter, mode: 'remote' }, petter)
      .refuses('MTG-PREMISES');
  });

  it('GOV-16 what the group leaders agreed on stands beside each party’s seats and permissions', () => {
    const agreed = council().after({
      type: 'agreeRemote',
      agreedOn: '2025-09-02',
      numbers: [{ party: partyOf(petter), most: 1 }],
    });
    const away = agreed.after({ type: 'grantRemote', person: petter });
    expect(remoteByParty(away.meeting).find((one) => one.party === partyOf(petter))).toMatchObject({
      remote: 1,
      most: 1,
    });
    expect(remoteByParty(away.meeting).reduce((sum, one) => sum + one.seats, 0)).toBe(41);
    council().when({ type: 'agreeRemote', agreedOn: '2025-09-02', numbers: [] }, petter).refuses('MTG-SECRETARY');
  });

  it('REM-05 the queue has its order, and the first moves up when a place falls free (scenario 14)', () => {
    const amina = person('Amina Warsame');
    const all = [petter, jonas, amina, elin];
    const applied = all.reduce(
      (scene, one) => scene.after({ type: 'applyRemote', person: one }, one),
      council({ settings: { remoteMaximum: 2 } }),
    );
    const stands = (scene: Scene) => remoteApplications(scene.meeting).map((one) => one.place ?? one.state);
    expect(stands(applied)).toEqual(['applied', 'applied', 1, 2]);
    const full = applied
      .after({ type: 'grantRemote', person: petter })
      .after({ type: 'denyRemote', person: jonas, reason: 'Rum i Stadshuset', premises: 'Kvarnen' })
      .after({ type: 'grantRemote', person: amina });
    expect(stands(full)).toEqual(['granted', 'denied', 'granted', 1]);
    const free = full.after({ type: 'withdrawRemote', person: petter, reason: 'Testet föll' });
    expect(stands(free)).toEqual(['withdrawn', 'denied', 'granted', 'applied']);
    expect(remotePlaces(free.meeting)).toEqual({ maximum: 2, taken: 1, left: 1 });
  });

  it('an applicant’s reason and test are for the chair, the secretary and the applicant alone', () => {
    const { meeting, facts } = council().after({ type: 'applyRemote', person: petter, reason: 'Gipsad fot' }, petter);
    const last = facts.at(-1);
    if (last === undefined) throw new Error('nothing was recorded');
    expect(showFactTo(last, audienceOf(meeting, elin), elin, meeting)).toBeNull();
  });
});
