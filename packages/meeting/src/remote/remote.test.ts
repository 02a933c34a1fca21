import { describe, expect, it } from 'vitest';
import { boardPlan, companyPlan, councilPlan, given, person, type PlanChange, type Scene } from '../testing/index.ts';

const petter = person('Petter Boman');
const jonas = person('Jonas Fridh');
const lena = person('Lena Torstensson');
const carl = person('Carl Bergendal');
const elin = person('Elin Backlund');
const chair = person('Marie Sandell');
const council = (change: PlanChange = {}): Scene => given(councilPlan({ remoteGranted: [], ...change }));
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
    expect(granted.meeting.remote.permissions[petter]).toEqual({
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
});
