import { describe, expect, it } from 'vitest';
import type { LinkConditions } from '../attendance/types.ts';
import type { PersonId } from '../ids.ts';
import {
  ALL_CONDITIONS,
  arrives,
  boardPlan,
  companyPlan,
  councilPlan,
  given,
  inSession,
  item,
  itemClosed,
  itemId,
  linkDown,
  linkUp,
  NO_CONDITIONS,
  person,
  type Scene,
  withItem,
} from '../testing/index.ts';
import { hallOf, member, SECRETARY } from '../testing/procedure.ts';
import { gapsText } from '../testing/phrase-text.ts';
import { stepText } from '../testing/script.ts';
import { alarms } from './alarms.ts';

const [helena, birgitta, emma, elsa, mirja] = [
  'Helena Ståhl',
  'Birgitta Nordin',
  'Emma Gradin',
  'Elsa Enskild',
  'Mirja Aho',
].map(person) as [PersonId, PersonId, PersonId, PersonId, PersonId];
const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium', timeZone: 'Europe/Stockholm' });

/** Each alarm on a line: rank, id, sentence, since when, rule, and the steps offered. One second after the last fact unless said otherwise. */
function told(scene: Scene, actor: PersonId, later = 1000): readonly string[] {
  const at = (scene.facts.at(-1)?.at ?? 0) + later;
  const all = alarms(scene.meeting, actor, at);
  // What travels to a screen is what stands here: nothing is there and empty.
  expect(all).toStrictEqual(JSON.parse(JSON.stringify(all)));
  return all.map(({ rank, id, key, values, since, rule, steps }) =>
    [
      `${rank} ${id}: ${key}${gapsText(values, (time) => CLOCK.format(time))}`,
      ...(since === undefined ? [] : [`since ${CLOCK.format(since)}`]),
      ...(rule === undefined ? [] : [rule]),
      ...steps.map((step) => `→ ${stepText(scene, step)}`),
    ].join(' '),
  );
}

const ADJOURN_FOR =
  'adjournFor {until: 12:20; name: Birgitta Nordin (C)} ⇒ adjourn cause connectionLost, until 12:20, person birgitta-nordin; asks until; effect adjourn';
const NOTE_ABSENT =
  'noteAbsent {name: Birgitta Nordin (C)} ⇒ noteAbsent person birgitta-nordin, cause connectionLost; effect noteAbsent {name: Birgitta Nordin (C)}';
const APPROVE = 'approveLink {name: Birgitta Nordin (C)} ⇒ approveLink person birgitta-nordin';

describe('alarms of one at a distance', () => {
  const board = (settings: Parameters<typeof boardPlan>[0] = {}) =>
    inSession(boardPlan(settings), { remote: [birgitta] });
  const reports = (scene: Scene, conditions: Partial<LinkConditions>, cause?: 'cameraOff') =>
    scene.after(
      {
        type: 'reportLink',
        person: birgitta,
        conditions: { ...ALL_CONDITIONS, ...conditions },
        ...(cause === undefined ? {} : { cause }),
      },
      'system',
    );

  it('everybody in place: none', () => {
    expect(told(board(), helena)).toEqual([]);
  });

  it.each([
    [1000, 'minutes: 0; seconds: 1'],
    [59_999, 'minutes: 0; seconds: 59'],
    [60_000, 'minutes: 1; seconds: 0'],
    [150_000, 'minutes: 2; seconds: 30'],
    [-5000, 'minutes: 0; seconds: 0'],
  ])('DIST-5 lost: stops everything, how long after %i ms, and what may be done about it', (later, gone) => {
    const since = '12:00:18';
    const scene = linkDown(board({ settings: { lossPolicy: { kind: 'adjourn' } } }), birgitta);
    expect(told(scene, helena, later)).toEqual([
      `stop lost:birgitta-nordin: alarm.lost {name: Birgitta Nordin (C); since: ${since}; ${gone}; form: connectionLost} since ${since} DIST-5 → ${ADJOURN_FOR} → ${NOTE_ABSENT}`,
    ]);
  });

  it('two are lost: each alarm has its own steps', () => {
    const plan = boardPlan({ settings: { lossPolicy: { kind: 'adjourn' } } });
    const ruth = person('Ruth Åkerlund');
    const scene = linkDown(linkDown(inSession(plan, { remote: [birgitta, ruth] }), birgitta), ruth);
    const [first, second, ...rest] = told(scene, mirja);
    expect(rest).toEqual([]);
    expect([first?.split(' → ').slice(1), second?.split(' → ').slice(1)]).toEqual([
      [NOTE_ABSENT],
      [NOTE_ABSENT.replaceAll('Birgitta Nordin (C)', 'Ruth Åkerlund (KD)').replace('birgitta-nordin', ruth)],
    ]);
  });

  it('in another hall the link is as weak as at home', () => {
    const plan = companyPlan({ form: 'severalRooms' });
    const [ingrid, eva] = [person('Ingrid Palm'), person('Eva Lind')];
    const scene = given(plan)
      .after({ type: 'openCheckIn' }, eva)
      .after({ type: 'checkIn', person: ingrid, mode: 'room', room: 'Kvarnen', identified: 'bankId' }, ingrid);
    const reported = (seesRoom: boolean) =>
      scene.after({ type: 'reportLink', person: ingrid, conditions: { ...ALL_CONDITIONS, seesRoom } }, 'system');
    expect(told(reported(false), eva)).toEqual(['warning link:ingrid-palm: alarm.weakLink {name: Ingrid Palm (S)}']);
    expect(told(reported(true), eva)).toEqual([]);
  });

  it('the secretary is offered only what a secretary may do', () => {
    const scene = linkDown(board({ settings: { lossPolicy: { kind: 'adjourn' } } }), birgitta);
    expect(told(scene, mirja)[0]).toContain(`DIST-5 → ${NOTE_ABSENT}`);
  });

  it('back where a weak link stops the meeting: to be approved', () => {
    const scene = linkUp(linkDown(board({ settings: { degradedLinkStops: true } }), birgitta), birgitta);
    expect(told(scene, helena)).toEqual([
      `warning approval:birgitta-nordin: alarm.awaitingApproval {name: Birgitta Nordin (C)} DIST-5 → ${APPROVE} → ${ADJOURN_FOR}`,
    ]);
    expect(told(scene.after({ type: 'approveLink', person: birgitta }), helena)).toEqual([]);
  });

  it('gone from the hall to a distance, the link on its way: not called back, and not to be approved', () => {
    const scene = inSession(boardPlan()).after({ type: 'changeMode', person: birgitta, mode: 'remote' }, birgitta);
    expect(told(scene, helena)).toEqual([
      `warning connecting:birgitta-nordin: alarm.connecting {name: Birgitta Nordin (C)} DIST-5 → ${ADJOURN_FOR}`,
    ]);
    expect(told(linkUp(scene, birgitta), helena)).toEqual([]);
  });

  it('DIST-6 behind closed doors in a room not declared to be secluded: that, until it is', () => {
    const scene = withItem(board({ settings: { remoteForSecretItems: 'protected' } }), 88).after({
      type: 'closeDoors',
    });
    expect(told(scene, helena)).toEqual([
      `warning room:birgitta-nordin: alarm.roomUndeclared {name: Birgitta Nordin (C)} DIST-6 → ${ADJOURN_FOR}`,
    ]);
    expect(told(scene.after({ type: 'declareRoom', person: birgitta }, birgitta), helena)).toEqual([]);
  });

  it.each<[string, Scene, readonly string[]]>([
    [
      'present by the body’s rule with the picture gone: a word to the technician',
      reports(board({ settings: { pictureRequired: false } }), { isSeenAndHeard: false }, 'cameraOff'),
      ['warning link:birgitta-nordin: alarm.weakLink {name: Birgitta Nordin (C)}'],
    ],
    ['every condition met', reports(board(), {}), []],
    [
      'come at a distance, nothing measured yet',
      arrives(given(boardPlan()).after({ type: 'openCheckIn' }, mirja), birgitta),
      [],
    ],
  ])('weak link: %s', (_, scene, expected) => {
    expect(told(scene, helena)).toEqual(expected);
  });

  it('lost is said once, not also as a weak link', () => {
    expect(told(linkDown(board(), birgitta), helena)).toHaveLength(1);
    const none = reports(board({ settings: { pictureRequired: false } }), NO_CONDITIONS);
    expect(told(none, helena).map((line) => line.split(' ')[1])).toEqual(['lost:birgitta-nordin:']);
  });

  it('DIST-2 from July 2026 a substitute who waits at a distance is made sure of, once', () => {
    const scene = inSession(boardPlan({ date: '2026-09-10' }), { remote: [emma] });
    expect(told(scene, helena)).toEqual([
      'information standby:emma-gradin: alarm.standby {name: Emma Gradin (C)} DIST-2 → approveLink {name: Emma Gradin (C)} ⇒ approveLink person emma-gradin',
    ]);
    expect(told(scene.after({ type: 'approveLink', person: emma }), helena)).toEqual([]);
    expect(told(linkDown(scene, emma), helena)).toEqual([]);
    const before = arrives(
      given(boardPlan({ date: '2026-09-10' })).after({ type: 'openCheckIn' }, mirja),
      emma,
      'remote',
    );
    expect(told(before, helena)).toEqual([]);
  });
});

describe('alarms of the hall', () => {
  const hall = (items = [item(1, 'Upprop', 'rollCall'), item(4, 'Skolan')]) => hallOf({ S: 4, M: 3 }, { items });
  const chair = member('S');
  const leave = (scene: Scene, ...who: readonly PersonId[]) =>
    who.reduce((s, one) => s.after({ type: 'checkOut', person: one, cause: 'left' }, one), scene);
  const FOUR_GONE = [member('S', 3), member('S', 4), member('M', 1), member('M', 2)];
  const declared = () => inSession(hall()).recorded({ type: 'DeclaredQuorate', present: 7, required: 4 });
  const NOT_QUORATE =
    'stop quorum: alarm.notQuorate {present: 3; required: 4} NAR-1 → adjourn {until: 17:20} ⇒ adjourn cause notQuorate, until 17:20; asks until; effect adjourn';

  it('NAR-1 no longer quorate after it was declared: adjourn', () => {
    expect(told(leave(declared(), ...FOUR_GONE), chair)).toEqual([NOT_QUORATE]);
  });

  it('not before it was declared, nor while there are enough', () => {
    expect(told(leave(inSession(hall()), ...FOUR_GONE), chair)).toEqual([]);
    expect(told(leave(declared(), ...FOUR_GONE.slice(1)), chair)).toEqual([]);
  });

  it('KL 5:59 an interpellation may be answered with fewer', () => {
    const interpellation = item(4, 'Hemtjänsten', 'interpellation', { asker: member('M', 3), answerer: chair });
    const plan = hallOf({ S: 4, M: 3 }, { items: [interpellation], settings: { interpellationsBelowQuorum: true } });
    const scene = inSession(plan).recorded({ type: 'DeclaredQuorate', present: 7, required: 4 });
    expect(told(leave(withItem(scene, 4), ...FOUR_GONE), chair)).toEqual([]);
    expect(told(leave(itemClosed(withItem(scene, 4), 4), ...FOUR_GONE), chair)).toEqual([NOT_QUORATE]);
  });

  it('closed: what was told before is told no more', () => {
    const asked = declared().after({ type: 'askForHelp', person: member('M', 3), text: 'Hör inget' }, member('M', 3));
    const gone = leave(asked, ...FOUR_GONE);
    expect(told(gone, chair)).toHaveLength(2);
    expect(told(gone.after({ type: 'closeMeeting' }), chair)).toEqual([]);
  });

  it('the one who leads is in conflict: the chair is handed over', () => {
    const scene = withItem(inSession(boardPlan()), 86).recorded({
      type: 'ConflictDeclared',
      item: itemId(86),
      person: helena,
    });
    expect(told(scene, helena)).toEqual([
      'stop leader: alarm.leaderInConflict {name: Helena Ståhl (S)} MTG-LEADER-CONFLICT → handOverChair {name: Karin Ahlqvist (M)} ⇒ handOverChair to karin-ahlqvist; effect handOverChair {name: Karin Ahlqvist (M)}',
      'information conflict:item-86: alarm.conflictAhead {names: [Helena Ståhl (S)]; number: 86; count: 1}',
    ]);
  });

  it('no answer at the roll call: who, until the roll call is over', () => {
    const called = withItem(inSession(hall()), 1).after({ type: 'startRollCall' });
    const [first, second] = called.meeting.attendance.rollCall.order;
    if (first === undefined || second === undefined) throw new Error('Nobody is called.');
    const answers = called
      .after({ type: 'callName', seat: first })
      .after({ type: 'answerRollCall', seat: first, answer: 'yes' })
      .after({ type: 'callName', seat: second })
      .after({ type: 'answerRollCall', seat: second, answer: 'noAnswer' });
    expect(told(answers, chair)).toEqual([`warning answer:${second}: alarm.noAnswer {name: S 4 (S)}`]);
    expect(told(answers.recorded({ type: 'RollCallEnded' }), chair)).toEqual([]);
  });

  it('no answer from one who has not come: the name of the seat’s holder; from a substitute who serves: that one', () => {
    const plan = boardPlan({ items: [item(85, 'Upprop', 'rollCall')] });
    const [gunilla, fatima] = [person('Gunilla Hedman'), person('Fatima Haddad')];
    const silent = (scene: Scene) => {
      const called = withItem(scene, 85).after({ type: 'startRollCall' });
      const seat = plan.seats.find(({ holder }) => holder === gunilla)!.id;
      return called.recorded({ type: 'NameCalled', seat }, { type: 'NameAnswered', seat, answer: 'noAnswer' });
    };
    const without = inSession(plan, { absent: [gunilla], substitutes: [fatima] });
    expect(told(silent(without), helena)).toEqual(['warning answer:seat-3: alarm.noAnswer {name: Gunilla Hedman (S)}']);
    const seat = plan.seats[2]!.id;
    const called = without.after({ type: 'callSubstitute', seat, substitute: fatima });
    expect(told(silent(called), helena)).toEqual(['warning answer:seat-3: alarm.noAnswer {name: Fatima Haddad (S)}']);
  });

  it('NAR-3 conflicts to come that leave too few, and those that do not', () => {
    const expected = (...names: readonly string[]) => {
      const matter = item(86, 'Budget', 'matter', { expectedConflicts: names.map(person) });
      return told(inSession(boardPlan({ items: [matter] })), helena);
    };
    const five = ['Erik Lövgren', 'Gunilla Hedman', 'Yusuf Demir', 'Jonas Fridh', 'Sofia Elmgren'];
    const names = '[Erik Lövgren (S), Gunilla Hedman (S), Yusuf Demir (S), Jonas Fridh (V), Sofia Elmgren (MP)';
    expect(expected(...five)).toEqual([
      `information conflict:item-86: alarm.conflictAhead {names: ${names}]; number: 86; count: 5}`,
    ]);
    expect(expected(...five, 'Birgitta Nordin')).toEqual([
      `warning conflict:item-86: alarm.conflictBreaksQuorum {names: ${names}, Birgitta Nordin (C)]; number: 86; present: 5; required: 6} NAR-3`,
    ]);
  });

  it('KAL-1 called too late: each fault, until the chair has taken a stand', () => {
    const late = inSession(
      hallOf({ S: 4, M: 3 }, { items: [], notice: { announcedOn: '2025-11-10', sentOn: '2025-11-11' } }),
    );
    expect(told(late, chair)).toEqual([
      'warning fault:KAL-1:0: alarm.fault {fault: refusal.KAL-1 {what: announced; days: 3; required: 7}} KAL-1',
      'warning fault:KAL-1:1: alarm.fault {fault: refusal.KAL-1 {what: sent; days: 2; required: 7}} KAL-1',
    ]);
    expect(told(late.after({ type: 'checkNotice', stand: 'proceed', reason: 'Alla är här.' }), chair)).toEqual([]);
  });

  it('who waits in the lobby: by the name the secretary knows, or the installation', () => {
    const knocks = (who: PersonId, visitor?: string) =>
      inSession(boardPlan()).after(
        {
          type: 'checkIn',
          person: who,
          mode: 'room',
          identified: 'bankId',
          ...(visitor === undefined ? {} : { visitor }),
        },
        who,
      );
    expect(told(knocks(elsa), helena)).toEqual([
      'information lobby:elsa-enskild: alarm.waiting {name: Elsa Enskild} since 12:00:17',
    ]);
    expect(told(knocks('nn' as PersonId, 'Nils Nilsson'), helena)).toEqual([
      'information lobby:nn: alarm.waiting {name: Nils Nilsson} since 12:00:17',
    ]);
  });

  it('who waits for the item that is open can be let in by the desk', () => {
    const per = person('Per Wahlund');
    const scene = withItem(arrives(inSession(councilPlan()), per), 120);
    const [line] = told(scene, SECRETARY).filter((one) => one.includes('lobby:'));
    expect(line).toBe(
      'information lobby:per-wahlund: alarm.waiting {name: Per Wahlund} since 17:00:49 → admit {name: Per Wahlund} ⇒ admit person per-wahlund',
    );
  });

  it('who asks for help, until answered', () => {
    const asked = inSession(hall()).after({ type: 'askForHelp', person: member('M'), text: 'Hör inget' }, member('M'));
    expect(told(asked, chair)).toEqual([
      expect.stringMatching(
        /^information help:m-1:\d+: alarm\.help \{name: M 1 \(M\); text: Hör inget\} since 17:00:11$/u,
      ),
    ]);
    expect(told(asked.after({ type: 'answerHelp', person: member('M') }, SECRETARY), chair)).toEqual([]);
  });
});

describe('the order of alarms', () => {
  it('what stops, then what warns, then what informs; in a rank what has lasted longest first', () => {
    const matter = item(86, 'Budget', 'matter', { expectedConflicts: [person('Jonas Fridh')] });
    const plan = councilPlan({
      items: [matter],
      notice: { announcedOn: '2025-11-10', sentOn: '2025-11-05' },
      remoteGranted: [birgitta, emma],
    });
    const scene = inSession(plan, { remote: [birgitta, emma] })
      .after({ type: 'askForHelp', person: person('Jonas Fridh'), text: '?' }, person('Jonas Fridh'))
      .after({ type: 'askForHelp', person: person('Karin Ahlqvist'), text: '?' }, person('Karin Ahlqvist'));
    const lost = linkDown(linkDown(scene, emma), birgitta);
    const ids = alarms(lost.meeting, person('Marie Sandell'), lost.facts.at(-1)?.at ?? 0).map(({ id }) =>
      id.replace(/:\d{5,}$/u, ''),
    );
    expect(ids).toEqual([
      'lost:emma-gradin',
      'lost:birgitta-nordin',
      'fault:KAL-1:0',
      'conflict:item-86',
      'help:jonas-fridh',
      'help:karin-ahlqvist',
    ]);
  });
});
