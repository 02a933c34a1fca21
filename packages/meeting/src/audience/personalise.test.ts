import { describe, expect, it } from 'vitest';
import type { LinkLoss, Stretch } from '../attendance/types.ts';
import type { Conflict } from '../conflicts/types.ts';
import type { DocumentId, Instant, PersonId } from '../ids.ts';
import { fold } from '../meeting.ts';
import type { HelpRequest } from '../support/types.ts';
import { boardPlan, councilPlan, demands, finds, inSession, itemId, person, seatId } from '../testing/index.ts';
import { inDebate, moves, toDecision } from '../testing/procedure.ts';
import type { Fact, Meeting, MeetingEvent } from '../types.ts';
import { audienceOf, PUBLIC_AUDIENCE } from './audience.ts';
import { foldFor, foldForPerson } from './fold.ts';
import { personalise } from './personalise.ts';

const jonas = person('Jonas Fridh');
const karin = person('Karin Ahlqvist');
const ruth = person('Ruth Åkerlund');
const councilItem = itemId(118);
const council = inSession(councilPlan()).meeting;
const at = (moment: number): Instant => moment as Instant;

function known(meeting: ReturnType<typeof fold>): Meeting {
  if (meeting.plan === undefined) throw new Error('Nothing was planned.');
  return meeting;
}

/** What Jonas gets of one list, where `whole` is what there is and `shown` what his audience has of it. */
const lists = {
  requests: (whole: readonly HelpRequest[], shown: readonly HelpRequest[]) =>
    personalise({ ...council, support: { requests: whole } }, { ...council, support: { requests: shown } }, jonas)
      .support.requests,
  stretches: (whole: readonly Stretch[], shown: readonly Stretch[]) =>
    personalise(attending({ stretches: whole }), attending({ stretches: shown }), jonas).attendance.stretches,
  losses: (whole: readonly LinkLoss[], shown: readonly LinkLoss[]) =>
    personalise(attending({ linkLog: whole }), attending({ linkLog: shown }), jonas).attendance.linkLog,
};

function attending(change: Partial<Meeting['attendance']>): Meeting {
  return { ...council, attendance: { ...council.attendance, ...change } };
}

describe('one’s own among what the audience has of others', () => {
  const asks = (who: PersonId, moment: number, text = 'Hela orden'): HelpRequest => ({
    person: who,
    at: at(moment),
    text,
  });
  const was = (who: PersonId, change: Partial<Stretch> = {}): Stretch => ({
    person: who,
    capacity: 'member',
    seat: seatId(1),
    mode: 'room',
    from: at(3),
    ...change,
  });
  const lost = (who: PersonId, moment: number, change: Partial<LinkLoss> = {}): LinkLoss => ({
    person: who,
    from: at(moment),
    ...change,
  });

  it('stands in its place of the whole list; of another there is the audience’s wording and nothing that it has not', () => {
    const whole = [asks(karin, 1), asks(jonas, 2), asks(ruth, 3), asks(jonas, 4)];
    const shown = [asks(karin, 1, 'Mindre'), asks(jonas, 4, 'Mindre')];
    expect(lists.requests(whole, shown)).toEqual([asks(karin, 1, 'Mindre'), asks(jonas, 2), asks(jonas, 4)]);
  });

  it.each([
    ['another’s', asks(ruth, 5)],
    ['an earlier one', asks(karin, 1)],
  ])('a call for help that is hidden, %s, is not taken for the one that is shown', (_, hidden) => {
    const shown = asks(karin, 5, 'Mindre');
    expect(lists.requests([hidden, asks(jonas, 2), asks(karin, 5)], [shown])).toEqual([asks(jonas, 2), shown]);
  });

  it.each([
    ['another’s', was(ruth)],
    ['an earlier one', was(karin, { from: at(1) })],
    ['in another capacity', was(karin, { capacity: 'servingSubstitute' })],
    ['of another seat', was(karin, { seat: seatId(2) })],
  ])('a stretch that is hidden, %s, is not taken for the one that is shown', (_, hidden) => {
    const shown = was(karin, { cause: 'left' });
    expect(lists.stretches([hidden, was(jonas), was(karin, { cause: 'connectionLost' })], [shown])).toEqual([
      was(jonas),
      shown,
    ]);
  });

  it.each([
    ['another’s', lost(ruth, 5)],
    ['an earlier one', lost(karin, 1)],
  ])('a loss that is hidden, %s, is not taken for the one that is shown', (_, hidden) => {
    const shown = lost(karin, 5);
    const own = lost(jonas, 2, { cause: 'cameraOff' });
    expect(lists.losses([hidden, own, lost(karin, 5, { cause: 'soundLost' })], [shown])).toEqual([own, shown]);
  });

  it('who is not here is not there as nobody either', () => {
    const present = { ...council.attendance.present };
    delete present[jonas];
    const mine = personalise(attending({ present }), council, jonas);
    expect(Object.keys(mine.attendance.present)).toEqual(Object.keys(present));
  });

  it('a conflict stands among those that the audience knows, and items without an own one are as the audience has them', () => {
    const conflict = (who: PersonId, ground?: string): Conflict => ({
      item: councilItem,
      person: who,
      state: 'declared',
      at: at(1),
      ...(ground === undefined ? {} : { ground }),
    });
    const other = itemId(119);
    const whole: Meeting = {
      ...council,
      conflicts: {
        byItem: {
          [councilItem]: [conflict(ruth, 'Hemlig'), conflict(jonas, 'Egen'), conflict(karin, 'Äger marken')],
          [itemId(120)]: [conflict(jonas, 'Egen')],
          [other]: [conflict(karin, 'Äger marken')],
        },
      },
    };
    const shown: Meeting = {
      ...council,
      conflicts: { byItem: { [councilItem]: [conflict(karin)], [other]: [conflict(karin)] } },
    };
    expect(personalise(whole, shown, jonas).conflicts.byItem).toEqual({
      [councilItem]: [conflict(jonas, 'Egen'), conflict(karin)],
      [itemId(120)]: [conflict(jonas, 'Egen')],
      [other]: [conflict(karin)],
    });
  });

  it('a declared room is one’s own to know beside those that the audience knows', () => {
    const declaring = (declarations: Meeting['secrecy']['declarations']): Meeting => ({
      ...council,
      secrecy: { ...council.secrecy, declarations },
    });
    const whole = declaring({
      [councilItem]: { [jonas]: at(1), [ruth]: at(2), [karin]: at(3) },
      [itemId(119)]: { [ruth]: at(4) },
    });
    const mine = personalise(whole, declaring({ [councilItem]: { [karin]: at(3) } }), jonas).secrecy.declarations;
    expect(mine).toStrictEqual({ [councilItem]: { [karin]: at(3), [jonas]: at(1) } });
  });

  it('a receipt of a document is one’s own to know, and an item without any is the audience’s own', () => {
    const [letter, map, list] = ['d-letter', 'd-map', 'd-list'] as readonly string[] as readonly DocumentId[];
    const receiving = (receipts: Readonly<Record<string, readonly PersonId[]>>): Meeting => ({
      ...council,
      agenda: {
        ...council.agenda,
        items: { ...council.agenda.items, [councilItem]: { ...council.agenda.items[councilItem]!, receipts } },
      },
    });
    const shown = receiving({ [letter!]: [karin] });
    const mine = personalise(
      receiving({ [letter!]: [ruth, jonas, karin], [map!]: [ruth], [list!]: [jonas] }),
      shown,
      jonas,
    ).agenda.items;
    expect(mine[councilItem]).toEqual({
      ...shown.agenda.items[councilItem],
      receipts: { [letter!]: [jonas, karin], [list!]: [jonas] },
    });
    expect(mine[itemId(119)]).toBe(shown.agenda.items[itemId(119)]);
  });

  it('a vote in which one has no part holds nothing of one’s own', () => {
    const [moved] = moves(inDebate(councilPlan(), 118), karin, 'rejection');
    const open = demands(finds(toDecision(moved), 'proposal'), karin).after({ type: 'openVote', method: 'buttons' });
    const { openVote } = open.meeting.decisions;
    if (openVote === undefined) throw new Error('No vote is open.');
    const { meeting } = open.after({ type: 'castVote', vote: openVote, choice: 'no' }, karin);
    const shown = known(foldFor(open.facts, PUBLIC_AUDIENCE));
    expect(personalise(meeting, shown, karin).decisions.votes[openVote]?.cast).toMatchObject({
      [karin]: { choice: 'no' },
    });
    expect(Object.keys(personalise(meeting, shown, jonas).decisions.votes[openVote]?.cast ?? {})).toEqual([]);
  });
});

describe('one who waits outside', () => {
  /** As the own stream tells it, and as it is told at once. */
  function bothWays(facts: readonly Fact[], who: PersonId): readonly Meeting[] {
    const meeting = known(fold(facts));
    const audience = audienceOf(meeting, who);
    expect(audience).toEqual(PUBLIC_AUDIENCE);
    return [known(foldForPerson(facts, audience, who)), personalise(meeting, known(foldFor(facts, audience)), who)];
  }
  const doubted = (who: PersonId): MeetingEvent => ({
    type: 'IdentityDoubted',
    person: who,
    by: person('Åsa Lindvall'),
  });
  const { id: seat, holder: member = jonas } = boardPlan().seats.at(-1)!;

  it('of a body that is not public live knows the seat that was served, when, and not in which item it ended', () => {
    const { facts } = inSession(boardPlan()).recorded(
      { type: 'ItemOpened', item: itemId(86), present: 9, required: 8 },
      { type: 'SeatLeft', seat, person: member, cause: 'otherHindrance', barredToday: true },
      doubted(member),
    );
    for (const { attendance, agenda } of bothWays(facts, member)) {
      expect(agenda.current).toBeUndefined();
      const own = attendance.stretches.filter((stretch) => stretch.person === member);
      expect(own).toMatchObject([{ capacity: 'member', seat, cause: 'otherHindrance' }]);
      for (const stretch of own) expect(stretch).not.toHaveProperty('atItem');
      expect(Object.keys(attendance.barredToday)).toEqual([member]);
      expect(attendance.serving).toEqual({});
      expect(attendance.stretches).toEqual(own);
    }
  });

  it('of such a body knows the own seat that is kept, and nobody else’s', () => {
    const { facts } = inSession(boardPlan()).recorded(doubted(member), {
      type: 'SeatTaken',
      seat,
      person: member,
      forConflictIn: itemId(86),
    });
    const services = bothWays(facts, member).map(({ attendance }) => attendance.serving);
    for (const serving of services) {
      expect(Object.keys(serving)).toEqual([seat]);
      expect(serving[seat]).toMatchObject({ person: member, forConflictIn: itemId(86) });
    }
  });

  it('and who stepped aside for an item is not put down as present beside it, whether or not the item is known', () => {
    const { facts } = inSession(boardPlan()).recorded(
      { type: 'ItemOpened', item: itemId(86), present: 9, required: 8 },
      { type: 'SeatLeft', seat, person: member, cause: 'conflict', barredToday: false },
      doubted(member),
    );
    for (const { attendance } of bothWays(facts, member)) {
      const own = attendance.stretches.filter((stretch) => stretch.person === member);
      expect(own).toMatchObject([{ capacity: 'member', seat, cause: 'conflict' }]);
      expect(attendance.steppedAside).toEqual({});
    }
  });

  it('of a public council is told in which item it ended, as everybody is', () => {
    const scene = inSession(councilPlan());
    const taken = Object.entries(scene.meeting.attendance.serving).find(([, service]) => service.person === jonas);
    const { facts } = scene.recorded(
      { type: 'ItemOpened', item: councilItem, present: 9, required: 8 },
      { type: 'SeatLeft', seat: taken![0] as typeof seat, person: jonas, cause: 'connectionLost', barredToday: false },
      doubted(jonas),
    );
    for (const { attendance } of bothWays(facts, jonas)) {
      const own = attendance.stretches.filter((stretch) => stretch.person === jonas);
      expect(own).toMatchObject([{ seat: taken![0], cause: 'connectionLost', atItem: 118 }]);
    }
  });

  it('does not know of a body that is not public live in which item the own link was lost', () => {
    const gone: LinkLoss = { person: jonas, from: at(1), atItem: 4 };
    const whole = inSession(boardPlan()).recorded(doubted(jonas)).meeting;
    const losing: Meeting = { ...whole, attendance: { ...whole.attendance, linkLog: [gone] } };
    const shown = known(foldFor(inSession(boardPlan()).facts, PUBLIC_AUDIENCE));
    expect(personalise(losing, shown, jonas).attendance.linkLog).toStrictEqual([{ person: jonas, from: 1 }]);
  });
});
