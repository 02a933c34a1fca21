import { describe, expect, it } from 'vitest';
import type { LeaveCause, Presence } from '../attendance/types.ts';
import type { Conflict } from '../conflicts/types.ts';
import type { ItemId, PersonId } from '../ids.ts';
import { boardPlan, councilPlan, inSession, item, itemId, person, withItem } from '../testing/index.ts';
import { ALL_CONDITIONS } from '../testing/sessions.ts';
import type { Meeting } from '../types.ts';
import { presidiumStaysInRoom } from './dist-1-remote-permission.ts';
import { linkFulfils, remoteRegime } from './dist-2-remote-presence.ts';
import { linkGate } from './dist-5-lost-member.ts';
import { closedItemRule, hearsItem, shutOut } from './dist-6-closed-items.ts';
import { placesMayChange } from './ers-3-member-returns.ts';
import { leavingBars } from './ers-4-barred-today.ts';
import { leaderConflictGate, leaderInConflict } from './jav-2-board.ts';
import { conflictMayStepAside, contestedHearing } from './jav-3-contested.ts';
import { slipsWithinReach } from './lpv-5-closed-slips.ts';
import { decisionGate } from './mtg-decision.ts';
import { conflictBreaksQuorum } from './nar-3-no-board-exception.ts';
import { alwaysClosed } from './off-2-board-doors.ts';
import { deliberating } from './off-1-council-doors.ts';

const ID = itemId(89);
const sofia = person('Sofia Elmgren');
const birgitta = person('Birgitta Nordin');
const yusuf = person('Yusuf Demir');
const chair = person('Helena Ståhl');
const elsa = person('Elsa Enskild');

const presence = (who: PersonId, change: Partial<Presence> = {}): Presence => ({
  person: who,
  mode: 'remote',
  identified: 'bankId',
  since: 0,
  admitted: true,
  fulfilled: true,
  ...change,
});
const here = (meeting: Meeting, who: PersonId, change: Partial<Presence>): Meeting => ({
  ...meeting,
  attendance: {
    ...meeting.attendance,
    present: { ...meeting.attendance.present, [who]: { ...meeting.attendance.present[who]!, ...change } },
  },
});
const conflicts = (
  meeting: Meeting,
  of: ItemId,
  ...all: readonly (readonly [PersonId, Conflict['state']])[]
): Meeting => ({
  ...meeting,
  conflicts: {
    byItem: { ...meeting.conflicts.byItem, [of]: all.map(([who, state]) => ({ item: of, person: who, state, at: 0 })) },
  },
});

describe('DIST-6 at a distance behind closed doors', () => {
  const session = (rule: 'never' | 'premisesOnly' | 'protected' | 'perItem', remote = [sofia, birgitta]) =>
    withItem(inSession(boardPlan({ settings: { remoteForSecretItems: rule } }), { remote }), 89).meeting;
  const perItem = (remoteWhenClosed?: 'never' | 'premisesOnly' | 'protected'): Meeting => {
    const meeting = session('perItem');
    const now = { ...meeting.agenda.items[ID]!, ...(remoteWhenClosed && { remoteWhenClosed }) };
    return { ...meeting, agenda: { ...meeting.agenda, items: { ...meeting.agenda.items, [ID]: now } } };
  };

  it('the body’s rule holds; decided per item and nothing decided is nobody', () => {
    for (const rule of ['never', 'premisesOnly', 'protected'] as const)
      expect(closedItemRule(session(rule), ID)).toBe(rule);
    for (const rule of ['never', 'premisesOnly', 'protected'] as const)
      expect(closedItemRule(perItem(rule), ID)).toBe(rule);
    expect(closedItemRule(perItem(), ID)).toBe('never');
    expect(closedItemRule(perItem('protected'), itemId(9))).toBe('never');
  });

  it.each([
    ['never', {}, false],
    ['never', { room: 'Biblioteket' }, false],
    ['never', { mode: 'room' }, true],
    ['premisesOnly', {}, false],
    ['premisesOnly', { room: 'Biblioteket' }, true],
    ['protected', {}, false],
    ['protected', { room: 'Biblioteket' }, false],
  ] as const)('%s for one who is there as %j hears the item: %s', (rule, change, hears) => {
    expect(hearsItem(session(rule), presence(yusuf, change), ID)).toBe(hears);
  });

  it('a room declared for just this item is enough where declarations are', () => {
    const declared = (of: ItemId, who: PersonId): Meeting => {
      const meeting = session('protected');
      return { ...meeting, secrecy: { ...meeting.secrecy, declarations: { [of]: { [who]: 1 } } } };
    };
    expect(hearsItem(declared(ID, yusuf), presence(yusuf), ID)).toBe(true);
    expect(hearsItem(declared(ID, sofia), presence(yusuf), ID)).toBe(false);
    expect(hearsItem(declared(itemId(88), yusuf), presence(yusuf), ID)).toBe(false);
  });

  it('one who was let in to be heard hears just that item', () => {
    const heard = (state: 'invited' | 'admitted' | 'ended', of: ItemId): Meeting => {
      const meeting = session('never');
      return { ...meeting, secrecy: { ...meeting.secrecy, externals: { [elsa]: { item: of, state } } } };
    };
    expect(hearsItem(heard('admitted', ID), presence(elsa), ID)).toBe(true);
    expect(hearsItem(heard('admitted', itemId(88)), presence(elsa), ID)).toBe(false);
    for (const state of ['invited', 'ended'] as const)
      expect(hearsItem(heard(state, ID), presence(elsa), ID)).toBe(false);
    expect(hearsItem(heard('admitted', ID), presence(yusuf), ID)).toBe(false);
  });

  it('who serves and is shut out by rule is told, while the doors are closed', () => {
    const closed = (meeting: Meeting): Meeting => ({ ...meeting, secrecy: { ...meeting.secrecy, closedFor: ID } });
    // What the doors bring with them is another matter: here everybody still serves.
    const open = inSession(boardPlan({ settings: { remoteForSecretItems: 'never' } }), {
      remote: [sofia, birgitta],
    }).meeting;
    expect(shutOut(closed(open))).toEqual([sofia, birgitta]);
    expect(shutOut(open)).toEqual([]);
    expect(shutOut(closed(here(open, sofia, { mode: 'room' })))).toEqual([birgitta]);
    const lenient = inSession(boardPlan({ settings: { remoteForSecretItems: 'protected' } }), {
      remote: [sofia],
    }).meeting;
    expect(shutOut(closed(lenient))).toEqual([]);
    const { [sofia]: _left, ...present } = open.attendance.present;
    expect(shutOut(closed({ ...open, attendance: { ...open.attendance, present } }))).toEqual([birgitta]);
  });
});

describe('DIST-5 one who serves is lost', () => {
  const session = inSession(boardPlan(), { remote: [sofia, birgitta] }).meeting;
  const why = (meeting: Meeting) => linkGate(meeting, 'decision');

  it('says who and why: the link first, then the approval, then the room', () => {
    expect(why(session)).toBeNull();
    const link = here(session, sofia, { fulfilled: false });
    const approval = here(session, birgitta, { awaitingApproval: true });
    expect(why(link)).toEqual({ rule: 'DIST-5', detail: { why: 'lost', persons: ['Sofia Elmgren'] } });
    expect(why(approval)).toEqual({ rule: 'DIST-5', detail: { why: 'approval', persons: ['Birgitta Nordin'] } });
    expect(why(here(approval, sofia, { fulfilled: false }))).toEqual(why(link));
    const closed: Meeting = { ...session, secrecy: { ...session.secrecy, closedFor: ID } };
    expect(why(closed)).toEqual({
      rule: 'DIST-5',
      detail: { why: 'room', persons: ['Sofia Elmgren', 'Birgitta Nordin'] },
    });
  });

  it('one who is not in the room at all is lost', () => {
    const { [sofia]: _left, ...present } = session.attendance.present;
    expect(why({ ...session, attendance: { ...session.attendance, present } })?.detail).toEqual({
      why: 'lost',
      persons: ['Sofia Elmgren'],
    });
  });

  it('ADJ-07 stops speeches only where the body says so', () => {
    const lost = here(session, sofia, { fulfilled: false });
    expect(linkGate(lost, 'speech')).toBeNull();
    const strict = inSession(boardPlan({ settings: { degradedLinkStops: true } }), { remote: [sofia] }).meeting;
    expect(linkGate(here(strict, sofia, { fulfilled: false }), 'speech')?.rule).toBe('DIST-5');
  });

  it('stops every decision, and not the opening of an item', () => {
    const lost = here(session, sofia, { fulfilled: false });
    expect(decisionGate(lost, 'openItem', ID)).toBeNull();
    for (const purpose of ['question', 'vote', 'gavel'] as const)
      expect(decisionGate(lost, purpose, ID)?.rule).toBe('DIST-5');
  });
});

describe('DIST-1 DIST-2 LPV-5', () => {
  const { body } = boardPlan();
  const settings = { ...body.settings, pictureRequired: { ...body.settings.pictureRequired, value: false } };
  const unseen = { ...ALL_CONDITIONS, isSeenAndHeard: false };

  it.each([
    ['cameraOff', true],
    ['pictureFrozen', true],
    ['soundLost', false],
    ['connectionLost', false],
    [undefined, false],
  ] as const)('DIST-2 without picture for %s counts where no picture is asked for: %s', (cause, counts) => {
    expect(linkFulfils({ ...body, settings }, '2025-11-26', unseen, cause)).toBe(counts);
    const asked = { ...settings, pictureRequired: { ...settings.pictureRequired, value: true } };
    expect(linkFulfils({ ...body, settings: asked }, '2025-11-26', unseen, cause)).toBe(false);
  });

  it('DIST-2 the rule changes on 1 July 2026, and a company has its own', () => {
    expect(remoteRegime(body, '2026-06-30')).toBe('seenByAll');
    expect(remoteRegime(body, '2026-07-01')).toBe('confirmedByChair');
    for (const kind of ['companyBoard', 'generalMeeting'] as const)
      for (const day of ['2026-06-30', '2026-07-01']) expect(remoteRegime({ ...body, kind }, day)).toBe('company');
  });

  it('REM-07 one of the presidium stays in the room; nobody else has to', () => {
    const meeting = inSession(councilPlan({ remoteGranted: [] })).meeting;
    const [first, vice, second] = ['Marie Sandell', 'Carl Bergendal', 'Lena Torstensson'].map(person);
    const granted = (...who: readonly PersonId[]): Meeting => ({
      ...meeting,
      remote: {
        ...meeting.remote,
        permissions: Object.fromEntries(who.map((p) => [p, { person: p, state: 'granted' }])),
      },
    });
    const absent = (from: Meeting, who: PersonId): Meeting => ({
      ...from,
      notice: { ...from.notice, answers: { [who]: { answer: 'absent', at: 0 } } } as Meeting['notice'],
    });
    expect(presidiumStaysInRoom(granted(), first!)).toBe(true);
    expect(presidiumStaysInRoom(granted(vice!), first!)).toBe(true);
    expect(presidiumStaysInRoom(granted(vice!, second!), first!)).toBe(false);
    expect(presidiumStaysInRoom(absent(granted(vice!), second!), first!)).toBe(false);
    expect(presidiumStaysInRoom(granted(first!, vice!, second!), person('Karin Ahlqvist'))).toBe(true);
  });

  it('LPV-5 slips are within reach of everybody in the room, or as the body has decided', () => {
    const session = inSession(boardPlan(), { remote: [sofia] }).meeting;
    expect(slipsWithinReach(session)).toEqual({ rule: 'LPV-5', detail: { count: 1, persons: ['Sofia Elmgren'] } });
    expect(slipsWithinReach(inSession(boardPlan()).meeting)).toBeNull();
    const allowed = inSession(boardPlan({ settings: { remoteProportional: true } }), { remote: [sofia] }).meeting;
    expect(slipsWithinReach(allowed)).toBeNull();
  });
});

describe('ERS-3 ERS-4 places', () => {
  it('ERS-3 change between items, or, where the body lets them, when no vote is open', () => {
    const session = (memberReturnsBetweenItems: boolean) =>
      inSession(boardPlan({ settings: { memberReturnsBetweenItems } }));
    expect(placesMayChange(session(true).meeting)).toBe(true);
    expect(placesMayChange(withItem(session(true), 86).meeting)).toBe(false);
    const open = withItem(session(false), 86).meeting;
    expect(placesMayChange(open)).toBe(true);
    expect(placesMayChange({ ...open, decisions: { ...open.decisions, openVote: 'v-1' as never } })).toBe(false);
  });

  it.each([
    ['conflict', false],
    ['secretItem', false],
    ['meetingClosed', false],
    ['memberReturned', false],
    ['left', true],
    ['connectionLost', true],
    ['otherHindrance', true],
    ['notedAbsent', true],
  ] as const satisfies readonly (readonly [LeaveCause, boolean])[])(
    'ERS-4 leaving for %s bars for the day: %s',
    (cause, bars) => {
      const { meeting } = inSession(boardPlan());
      expect(leavingBars(meeting, cause)).toBe(bars);
      expect(leavingBars({ ...meeting, agenda: { ...meeting.agenda, phase: 'checkIn' } }, cause)).toBe(false);
    },
  );
});

describe('JAV-2 JAV-3 NAR-3 conflict of interest', () => {
  const open = withItem(inSession(boardPlan()), 86).meeting;
  const of = itemId(86);

  it('JAV-2 the one who leads and is in conflict hands over, in that item alone', () => {
    const led = conflicts(open, of, [chair, 'declared']);
    const no = { rule: 'MTG-LEADER-CONFLICT', detail: { name: 'Helena Ståhl' } };
    expect(leaderConflictGate(led)).toEqual(no);
    expect(leaderInConflict(led)).toBe(chair);
    expect(leaderConflictGate(led, itemId(87))).toBeNull();
    expect(leaderInConflict(open)).toBeUndefined();
    expect(leaderConflictGate(conflicts(open, of, [sofia, 'declared']))).toBeNull();
    const { current: _none, ...between } = led.agenda;
    expect(leaderConflictGate({ ...led, agenda: between })).toBeNull();
    const { leader: _nobody, ...unled } = led.agenda;
    expect(leaderConflictGate({ ...led, agenda: unled })).toBeNull();
  });

  /** Six of eleven are what the board needs. */
  const short = (present: number, substitutes: readonly PersonId[] = []) => {
    const plan = boardPlan();
    const members = plan.seats.map((seat) => seat.holder!);
    const away = members.filter((who) => who !== yusuf && who !== chair).slice(0, 11 - present);
    return withItem(inSession(plan, { absent: away, substitutes }), 86).meeting;
  };

  it('JAV-3 the contested takes part only when the body is short without, and nobody can be called', () => {
    expect(contestedHearing(short(7), of, yusuf)).toEqual({ quorateWithout: true, personTakesPart: false });
    expect(contestedHearing(short(6), of, yusuf)).toEqual({ quorateWithout: false, personTakesPart: true });
    const fatima = person('Fatima Haddad');
    expect(contestedHearing(short(6, [fatima]), of, yusuf)).toEqual({
      quorateWithout: false,
      personTakesPart: false,
      substitute: fatima,
    });
    expect(contestedHearing(short(7, [fatima]), of, yusuf)).toEqual({
      quorateWithout: true,
      personTakesPart: false,
      substitute: fatima,
    });
    expect(contestedHearing(here(short(6), yusuf, { fulfilled: false }), of, yusuf).personTakesPart).toBe(false);
    expect(contestedHearing(short(6), of, elsa)).toEqual({ quorateWithout: true, personTakesPart: false });
  });

  it.each([
    ['declared', 7, true],
    ['established', 7, true],
    ['contested', 6, true],
    ['contested', 7, false],
    ['raised', 6, false],
    ['rejected', 6, false],
    ['withdrawn', 6, false],
  ] as const)(
    'JAV-3 a conflict that is %s, with %i present, lets a substitute take the place: %s',
    (state, present, steps) => {
      const meeting = short(present, [person('Fatima Haddad')]);
      expect(conflictMayStepAside(conflicts(meeting, of, [yusuf, state]), yusuf)).toBe(steps);
      expect(conflictMayStepAside(conflicts(meeting, of, [sofia, state]), yusuf)).toBe(false);
      expect(conflictMayStepAside(conflicts(meeting, of, [sofia, 'raised'], [yusuf, state]), yusuf)).toBe(steps);
      expect(conflictMayStepAside(conflicts(meeting, itemId(87), [yusuf, state]), yusuf)).toBe(false);
      const { current: _none, ...between } = meeting.agenda;
      expect(conflictMayStepAside({ ...conflicts(meeting, of, [yusuf, state]), agenda: between }, yusuf)).toBe(false);
    },
  );

  it('JAV-3 with nobody to call, nobody takes the place of the contested', () => {
    expect(conflictMayStepAside(conflicts(short(6), of, [yusuf, 'contested']), yusuf)).toBe(false);
  });

  it.each([
    ['board', 5, 1, true],
    ['board', 5, 0, false],
    ['board', 4, 1, false],
    ['board', 6, 1, false],
    ['board', 7, 0, false],
    ['council', 5, 1, false],
    ['council', 6, 0, false],
  ] as const)(
    'NAR-3 a %s with %i here and %i away in conflict, of six needed, is short for that alone: %s',
    (kind, present, away, breaks) => {
      expect(conflictBreaksQuorum(kind, present, away, 6)).toBe(breaks);
    },
  );
});

describe('OFF-1 OFF-2 the doors', () => {
  it.each([
    ['waiting', false],
    ['presentation', true],
    ['debate', true],
    ['deciding', false],
    ['decided', false],
  ] as const)('OFF-1 an item that is in %s is deliberated: %s', (stage, deliberated) => {
    const meeting = withItem(inSession(councilPlan()), 118).meeting;
    const id = itemId(118);
    const items = { ...meeting.agenda.items, [id]: { ...meeting.agenda.items[id]!, stage } };
    expect(deliberating({ ...meeting, agenda: { ...meeting.agenda, items } })).toBe(deliberated);
    const { current: _none, ...between } = meeting.agenda;
    expect(deliberating({ ...meeting, agenda: { ...between, items } })).toBe(false);
  });

  it.each([
    ['open', undefined, false],
    ['open', false, false],
    ['open', true, true],
    ['closed', undefined, true],
    ['secret', false, true],
  ] as const)(
    'OFF-2 a board’s item with %s doors, exercise of authority %s, is always closed: %s',
    (doors, authority, closed) => {
      const of = item(1, 'Ärendet', 'matter', {
        doors,
        ...(authority !== undefined && { exerciseOfAuthority: authority }),
      });
      expect(alwaysClosed(inSession(boardPlan()).meeting, of)).toBe(closed);
      expect(alwaysClosed(inSession(councilPlan()).meeting, of)).toBe(false);
    },
  );
});
