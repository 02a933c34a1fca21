import { describe, expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import {
  arrives,
  boardPlan,
  checkedIn,
  councilPlan,
  given,
  inSession,
  item,
  itemId,
  linkDown,
  linkUp,
  person,
  personOf,
  type Scene,
  withItem,
} from '../testing/index.ts';
import type { Meeting } from '../types.ts';
import type { AttendanceCommand, LeaveCause, Presence } from './types.ts';

const karin = person('Karin Ahlqvist');
const sofia = person('Sofia Elmgren');
const per = person('Per Wahlund');
const elsa = person('Elsa Enskild');
const chair = person('Marie Sandell');
const secretary = person('Åsa Lindvall');
const mirja = person('Mirja Aho');
const checkIn = (who: PersonId, change: Partial<Extract<AttendanceCommand, { type: 'checkIn' }>> = {}) =>
  ({ type: 'checkIn', person: who, mode: 'room', identified: 'bankId', ...change }) as const;
const presenceOf = (scene: Scene, who: PersonId) => scene.meeting.attendance.present[who];
const closed = (scene: Scene) => scene.recorded({ type: 'MeetingClosed' });

describe('MTG-CHECK-IN', () => {
  it('is opened once, before the meeting', () => {
    given(councilPlan()).when({ type: 'openCheckIn' }, 'system').then({ type: 'CheckInOpened' });
    given(councilPlan()).after({ type: 'openCheckIn' }, 'system').when({ type: 'openCheckIn' }, 'system').then();
    closed(inSession(councilPlan())).when({ type: 'openCheckIn' }, 'system').refuses('MTG-CHECK-IN');
    given(councilPlan()).when(checkIn(karin), karin).refuses('MTG-CHECK-IN');
    closed(inSession(councilPlan())).when(checkIn(karin), karin).refuses('MTG-CHECK-IN');
    const { meeting } = closed(inSession(councilPlan()));
    expect(meeting.attendance.checkInOpen).toBe(false);
  });

  it('MTG-DEVICE is for persons, not for the screen of the hall', () => {
    const plan = councilPlan();
    const screen = person('Vägg Skärm');
    const duties = [...plan.duties, { person: screen, duty: 'hallDevice' as const }];
    const open = given({ ...plan, duties }).after({ type: 'openCheckIn' }, 'system');
    open.when(checkIn(screen), screen).refuses('MTG-DEVICE');
    open.when(checkIn(karin), karin).thenAmong({ type: 'CheckedIn' });
    open.when(checkIn(secretary), secretary).then({ type: 'CheckedIn' });
  });

  it('MTG-PERMISSION at a distance with a permission alone; in the hall without', () => {
    const open = given(councilPlan()).after({ type: 'openCheckIn' }, 'system');
    open.when(checkIn(karin, { mode: 'remote' }), karin).refuses('MTG-PERMISSION', { person: 'Karin Ahlqvist' });
    open.when(checkIn(karin), karin).thenAmong({ type: 'CheckedIn' });
    open.when(checkIn(sofia, { mode: 'remote' }), sofia).then({ type: 'CheckedIn' });
    open.when(checkIn(sofia, { mode: 'remote', room: 'Biblioteket' }), sofia).then({ type: 'CheckedIn' });
    const bound = open.recorded({ type: 'RemoteGranted', person: sofia, premises: 'Skolan' });
    for (const room of [{}, { room: 'Biblioteket' }])
      bound.when(checkIn(sofia, { mode: 'remote', ...room }), sofia).refuses('MTG-PREMISES', { room: 'Skolan' });
    bound.when(checkIn(sofia, { mode: 'remote', room: 'Skolan' }), sofia).then({ type: 'CheckedIn' });
  });

  it('MTG-EXTERNAL one who has been heard and is out stays out', () => {
    const heard = (state: 'invited' | 'admitted' | 'ended'): Scene => {
      const scene = withItem(inSession(boardPlan()), 88);
      const events = {
        invited: [],
        admitted: [{ type: 'ExternalAdmitted', item: itemId(88), person: elsa }],
        ended: [{ type: 'ExternalEnded', item: itemId(88), person: elsa }],
      } as const;
      return scene.recorded(...events[state]);
    };
    heard('ended').when(checkIn(elsa), elsa).refuses('MTG-EXTERNAL', { why: 'ended' });
    for (const state of ['invited', 'admitted'] as const)
      heard(state).when(checkIn(elsa), elsa).then({ type: 'CheckedIn' });
  });

  it('members, substitutes and officers walk in; a presenter and one to be heard wait, and so does one who was doubted', () => {
    const guest = person('Gäst Gästsson');
    const plan = boardPlan();
    const admitted = (who: PersonId, duties = plan.duties, doubted?: PersonId) => {
      const open = given({ ...plan, people: [...plan.people, personOf('Gäst Gästsson')], duties }).after(
        { type: 'openCheckIn' },
        'system',
      );
      const scene = doubted ? open.recorded({ type: 'IdentityDoubted', person: doubted, by: mirja }) : open;
      return presenceOf(scene.after(checkIn(who), who), who)?.admitted;
    };
    const as = (...duties: readonly ('presenter' | 'external' | 'official')[]) => [
      ...plan.duties,
      ...duties.map((duty) => ({ person: guest, duty })),
    ];
    expect(admitted(person('Helena Ståhl'))).toBe(true);
    expect(admitted(person('Fatima Haddad'))).toBe(true);
    expect(admitted(mirja)).toBe(true);
    expect(admitted(elsa)).toBe(false);
    expect(admitted(guest)).toBe(false);
    expect(admitted(guest, as('presenter'))).toBe(false);
    expect(admitted(guest, as('external'))).toBe(false);
    expect(admitted(guest, as('external', 'presenter'))).toBe(false);
    expect(admitted(guest, as('presenter', 'official'))).toBe(true);
    expect(admitted(person('Helena Ståhl'), plan.duties, person('Helena Ståhl'))).toBe(false);
    expect(admitted(mirja, plan.duties, person('Helena Ståhl'))).toBe(true);
  });

  it('another device takes over the same place, with its loss and its wait for approval', () => {
    const scene = inSession(councilPlan(), { remote: [sofia] });
    const at = presenceOf(scene, sofia)!.since;
    const again = (from: Scene, mode: 'room' | 'remote') =>
      presenceOf(from.after(checkIn(sofia, { mode }), sofia), sofia);
    const plain: Presence = {
      person: sofia,
      mode: 'remote',
      identified: 'bankId',
      since: at,
      admitted: true,
      fulfilled: false,
    };
    expect(again(scene, 'remote')).toEqual(plain);
    expect(again(scene, 'room')).toEqual({ ...plain, mode: 'room', fulfilled: true });
    const down = linkDown(scene, sofia);
    expect(again(down, 'remote')).toEqual({ ...plain, lost: presenceOf(down, sofia)?.lost });
    expect(again(down, 'room')).toEqual({ ...plain, mode: 'room', fulfilled: true });
    const waiting = scene.recorded({ type: 'CheckedIn', presence: { ...plain, awaitingApproval: true } });
    expect(again(waiting, 'remote')).toEqual({ ...plain, awaitingApproval: true });
    expect(again(waiting, 'room')).toEqual({ ...plain, mode: 'room', fulfilled: true });
  });

  it('EXT-02 one who was let in to be heard stays in on another device', () => {
    const scene = withItem(inSession(boardPlan()), 88).after(checkIn(elsa), elsa);
    const heard = scene.after({ type: 'admitExternal', person: elsa }, mirja);
    expect(presenceOf(heard.after(checkIn(elsa), elsa), elsa)?.admitted).toBe(true);
    expect(presenceOf(scene.after(checkIn(elsa), elsa), elsa)?.admitted).toBe(false);
  });

  it('DIST-2 from 1 July 2026 everybody at a distance waits for the chair', () => {
    const plan = boardPlan({ date: '2026-07-01' });
    const remote = { ...plan, remoteGranted: [sofia] };
    const scene = given(remote)
      .after({ type: 'openCheckIn' }, 'system')
      .after(checkIn(sofia, { mode: 'remote' }), sofia);
    expect(presenceOf(scene, sofia)?.awaitingApproval).toBe(true);
    const before = given({ ...remote, date: '2026-06-30' })
      .after({ type: 'openCheckIn' }, 'system')
      .after(checkIn(sofia, { mode: 'remote' }), sofia);
    expect(presenceOf(before, sofia)).not.toHaveProperty('awaitingApproval');
  });
});

describe('MTG-LOBBY letting in', () => {
  const presents = councilPlan({
    people: [...councilPlan().people, personOf('Elsa Enskild')],
    duties: [...councilPlan().duties, { person: elsa, duty: 'external' }],
    items: [item(1, 'Ett', 'matter', { presenter: per }), item(2, 'Två', 'matter', { presenter: per }), item(3, 'Tre')],
  });
  const session = inSession(presents);
  const admit = (who: PersonId) => ({ type: 'admit', person: who }) as const;

  it('is for one who waits: not for one who is not there, and nothing happens to one who is in', () => {
    session.when(admit(per), secretary).refuses('MTG-ABSENT', { person: 'Per Wahlund' });
    session.when(admit(karin), secretary).then();
  });

  it('a presenter in the own items, each of them', () => {
    const waits = (number: number) => withItem(session.after(checkIn(per), per), number);
    waits(1).when(admit(per), secretary).then({ type: 'Admitted', person: per });
    waits(2).when(admit(per), secretary).then({ type: 'Admitted', person: per });
    waits(3)
      .when(admit(per), secretary)
      .refuses('MTG-LOBBY', { why: 'item', items: ['§ 1', '§ 2'] });
    session.after(checkIn(per), per).when(admit(per), secretary).refuses('MTG-LOBBY', { why: 'item' });
  });

  it('one to be heard by the way for that, and a stranger not at all', () => {
    const waits = session.after(checkIn(elsa), elsa);
    waits.when(admit(elsa), secretary).refuses('MTG-LOBBY', { why: 'external' });
    const stranger = person('Okänd Besökare');
    session
      .after(checkIn(stranger), stranger)
      .when(admit(stranger), secretary)
      .refuses('MTG-LOBBY', { why: 'stranger' });
  });

  it('RSK-05 one who was doubted when the face is known; one who was not without that', () => {
    const doubted = (proofs?: readonly 'picture'[]) => {
      const out = inSession(councilPlan())
        .after({ type: 'doubtIdentity', person: karin }, secretary)
        .after(checkIn(karin), karin);
      return proofs === undefined
        ? out
        : out
            .after({ type: 'beginIdentityCheck', person: karin }, secretary)
            .after({ type: 'endIdentityCheck', person: karin, proofs }, secretary);
    };
    doubted().when(admit(karin), secretary).refuses('MTG-LOBBY', { why: 'doubted' });
    doubted([]).when(admit(karin), secretary).refuses('MTG-LOBBY', { why: 'doubted' });
    doubted(['picture']).when(admit(karin), secretary).thenAmong({ type: 'Admitted', person: karin });
    // Nobody's item, nobody's doubt: an officer without either who happens to wait is let in.
    const waiting = inSession(councilPlan()).recorded({
      type: 'CheckedIn',
      presence: { person: mirja, mode: 'room', identified: 'bankId', since: 0, admitted: false, fulfilled: true },
    });
    waiting.when(admit(mirja), secretary).then({ type: 'Admitted', person: mirja });
  });

  it('entry is refused to one who waits', () => {
    const refuse = (who: PersonId) => ({ type: 'refuseEntry', person: who }) as const;
    session.after(checkIn(per), per).when(refuse(per), secretary).then({ type: 'EntryRefused', person: per });
    session.when(refuse(per), secretary).refuses('MTG-ABSENT', { person: 'Per Wahlund' });
    session.when(refuse(karin), secretary).refuses('MTG-ABSENT', { person: 'Karin Ahlqvist' });
  });
});

describe('Going', () => {
  const leaves = (who = karin, cause: LeaveCause = 'left') => ({ type: 'checkOut', person: who, cause }) as const;
  const noted = (who = karin, cause: LeaveCause = 'notedAbsent') =>
    ({ type: 'noteAbsent', person: who, cause }) as const;
  const session = inSession(councilPlan(), { remote: [sofia] });
  const seat = session.meeting.plan.seats.find((s) => s.holder === karin)!.id;
  const left = { type: 'SeatLeft', seat, person: karin, cause: 'left', barredToday: true } as const;

  it('from a seat is leaving it; from no seat only going', () => {
    session.when(leaves(), karin).then(left, { type: 'CheckedOut', person: karin, cause: 'left' });
    session.when(leaves(mirja), mirja).then({ type: 'CheckedOut', person: mirja, cause: 'left' });
    session.when(leaves(per), per).refuses('MTG-ABSENT', { person: 'Per Wahlund' });
    checkedIn(councilPlan())
      .when(leaves(), karin)
      .then({ ...left, barredToday: false }, { type: 'CheckedOut' });
  });

  it('ADJ-03 in a break, in the check after it and after the close keeps the seat', () => {
    const adjourned = session.after({ type: 'adjourn', cause: 'rest' });
    const checking = adjourned.after({ type: 'recall' });
    for (const scene of [adjourned, checking, closed(session)])
      scene.when(leaves(), karin).then({ type: 'CheckedOut' });
  });

  it('ADJ-05 is noted of one who should be there, seated or not, and of nobody else', () => {
    session
      .when(noted(), secretary)
      .then({ ...left, cause: 'notedAbsent' }, { type: 'NotedAbsent', person: karin, cause: 'notedAbsent' });
    session.when(noted(mirja), secretary).then({ type: 'NotedAbsent', person: mirja });
    inSession(councilPlan(), { absent: [karin] })
      .when(noted(), secretary)
      .then({ type: 'NotedAbsent', person: karin });
    session.when(noted(per), secretary).refuses('MTG-ABSENT', { person: 'Per Wahlund' });
    const substitute = person('Ulla Brandt');
    session.when(noted(substitute), secretary).refuses('MTG-ABSENT', { person: 'Ulla Brandt' });
    inSession(councilPlan(), { substitutes: [substitute] })
      .when(noted(substitute), secretary)
      .then({ type: 'NotedAbsent', person: substitute });
    closed(session).when(noted(), secretary).refuses('MTG-CHECK-IN');
  });

  it.each([
    ['left', true],
    ['connectionLost', true],
    ['otherHindrance', true],
    ['notedAbsent', true],
    ['conflict', false],
    ['secretItem', false],
    ['memberReturned', false],
    ['meetingClosed', false],
  ] as const)('MTG-LEAVE-CAUSE %s is said of anybody: %s', (cause, said) => {
    for (const command of [leaves(sofia, cause), noted(sofia, cause)]) {
      const outcome = withItem(session, 118).when(command, command.type === 'checkOut' ? sofia : secretary);
      expect(outcome.refusal).toEqual(said ? undefined : { rule: 'MTG-LEAVE-CAUSE' });
    }
  });

  it('MTG-LEAVE-CAUSE a conflict when it is one, in the open item', () => {
    const open = withItem(session, 118);
    const declared = (who: PersonId, of = 118) =>
      open.recorded({ type: 'ConflictDeclared', item: itemId(of), person: who });
    declared(karin)
      .when(leaves(karin, 'conflict'), karin)
      .thenAmong({ type: 'SeatLeft', cause: 'conflict', barredToday: false });
    declared(sofia).when(leaves(karin, 'conflict'), karin).refuses('MTG-LEAVE-CAUSE');
    declared(karin, 119).when(leaves(karin, 'conflict'), karin).refuses('MTG-LEAVE-CAUSE');
  });

  it('MTG-LEAVE-CAUSE a secret item when it is one, and the person is at a distance', () => {
    const doors: Meeting['secrecy'] = { ...session.meeting.secrecy, closedFor: itemId(118) };
    const closedFor = session.recorded({ type: 'DoorsClosed', item: itemId(118) });
    expect(closedFor.meeting.secrecy.closedFor).toBe(doors.closedFor);
    closedFor.when(leaves(sofia, 'secretItem'), sofia).thenAmong({ type: 'CheckedOut' });
    closedFor.when(leaves(karin, 'secretItem'), karin).refuses('MTG-LEAVE-CAUSE');
    const absent = inSession(councilPlan(), { absent: [karin] }).recorded({ type: 'DoorsClosed', item: itemId(118) });
    absent.when(noted(karin, 'secretItem'), secretary).refuses('MTG-LEAVE-CAUSE');
  });
});

describe('The link', () => {
  const scene = inSession(councilPlan(), { remote: [sofia] });
  const conditions = presenceOf(scene, sofia)!.conditions!;
  const report = (change: Partial<typeof conditions> = {}, cause?: 'cameraOff' | 'soundLost' | 'connectionLost') =>
    ({ type: 'reportLink', person: sofia, conditions: { ...conditions, ...change }, ...(cause && { cause }) }) as const;

  it('only a change is a fact', () => {
    scene.when(report(), 'system').then();
    const noRoom = scene
      .when(report({ seesRoom: false }), 'system')
      .thenAmong({ type: 'LinkChanged', fulfilled: false });
    noRoom.when(report({ seesRoom: false }), 'system').then();
    noRoom.when(report({ seesSpeaker: false }), 'system').thenAmong({ type: 'LinkChanged', fulfilled: false });
    noRoom.when(report(), 'system').thenAmong({ type: 'LinkChanged', fulfilled: true });
    const sound = scene.after(report({ isSeenAndHeard: false }, 'soundLost'), 'system');
    sound.when(report({ isSeenAndHeard: false }, 'soundLost'), 'system').then();
    sound
      .when(report({ isSeenAndHeard: false }, 'cameraOff'), 'system')
      .thenAmong({ type: 'LinkChanged', cause: 'cameraOff' });
  });

  it('ADJ-07 is up again by a report that says so, though nothing else has changed', () => {
    const strict = inSession(councilPlan({ settings: { degradedLinkStops: true } }), { remote: [sofia] });
    const poor = { type: 'reportLink', person: sofia, conditions, cause: 'poorQuality' } as const;
    const down = strict.when(poor, 'system').thenAmong({ type: 'LinkChanged', fulfilled: false, cause: 'poorQuality' });
    down.when(poor, 'system').then();
    down.when(report(), 'system').thenAmong({ type: 'LinkChanged', fulfilled: true, awaitingApproval: true });
  });

  it('that never was up tells why when that is known', () => {
    const open = given(councilPlan()).after({ type: 'openCheckIn' }, 'system');
    const comes = open.after(checkIn(sofia, { mode: 'remote' }), sofia);
    const unseen = { isSeenAndHeard: false };
    const down = comes.when(report(unseen), 'system').then({ type: 'LinkChanged', fulfilled: false });
    down.when(report(unseen), 'system').then();
    down.when(report(unseen, 'cameraOff'), 'system').then({ type: 'LinkChanged', cause: 'cameraOff' });
  });

  it('is measured of one who is in at a distance, until the close', () => {
    const down = { ...conditions, seesRoom: false };
    scene.when({ type: 'reportLink', person: karin, conditions: down }, 'system').then();
    scene.when({ type: 'reportLink', person: per, conditions: down }, 'system').then();
    closed(scene)
      .when(report({ seesRoom: false }), 'system')
      .then();
  });

  it('ADJ-07 waits for approval after a loss where the body stops for one, in the meeting, and not without a loss', () => {
    const strict = councilPlan({ settings: { degradedLinkStops: true } });
    const awaiting = (from: Scene) => presenceOf(linkUp(linkDown(from, sofia), sofia), sofia)?.awaitingApproval;
    expect(awaiting(inSession(strict, { remote: [sofia] }))).toBe(true);
    expect(awaiting(checkedIn(strict, { remote: [sofia] }))).toBeUndefined();
    expect(awaiting(scene)).toBeUndefined();
    const late = arrives(inSession(strict, { absent: [sofia] }), sofia, 'remote');
    expect(presenceOf(late, sofia)).not.toHaveProperty('awaitingApproval');
  });

  it('MTG-LINK is approved when it waits for that and is up', () => {
    const approve = (who: PersonId) => ({ type: 'approveLink', person: who }) as const;
    scene.when(approve(per), secretary).refuses('MTG-ABSENT', { person: 'Per Wahlund' });
    scene.when(approve(sofia), secretary).refuses('MTG-LINK', { person: 'Sofia Elmgren' });
    const waits = (fulfilled: boolean) =>
      scene.recorded({
        type: 'CheckedIn',
        presence: { ...presenceOf(scene, sofia)!, awaitingApproval: true, fulfilled },
      });
    waits(false).when(approve(sofia), secretary).refuses('MTG-LINK', { person: 'Sofia Elmgren' });
    waits(true).when(approve(sofia), secretary).thenAmong({ type: 'LinkApproved', person: sofia });
  });

  it('MTG-PERMISSION goes over to the hall freely, to a distance by permission', () => {
    const change = (who: PersonId, mode: 'room' | 'remote') => ({ type: 'changeMode', person: who, mode }) as const;
    scene.when(change(per, 'room'), secretary).refuses('MTG-ABSENT', { person: 'Per Wahlund' });
    scene.when(change(sofia, 'remote'), sofia).then();
    scene.when(change(sofia, 'room'), sofia).then({ type: 'ModeChanged', person: sofia, mode: 'room' });
    scene.when(change(karin, 'remote'), karin).refuses('MTG-PERMISSION', { person: 'Karin Ahlqvist' });
    closed(scene).when(change(sofia, 'room'), sofia).refuses('MTG-SESSION', { state: 'closed' });
    const withdrawn = scene.recorded({ type: 'RemoteWithdrawn', person: sofia, reason: '' });
    withdrawn.when(change(sofia, 'room'), sofia).then({ type: 'ModeChanged', mode: 'room' });
    expect(withdrawn.meeting.agenda.leader).toBe(chair);
  });
});
