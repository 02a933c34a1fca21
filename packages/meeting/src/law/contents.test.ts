import { describe, expect, it } from 'vitest';
import type { ItemState } from '../agenda/types.ts';
import type { Question, Vote } from '../decisions/types.ts';
import type { ItemId, QuestionId, VoteId } from '../ids.ts';
import { companyPlan, councilPlan, given, inSession, item, itemId, person } from '../testing/index.ts';
import type { Meeting } from '../types.ts';
import { adjustmentGate, missingContents } from './pro-1-contents.ts';

const ONE = itemId(1);
const OTHER = itemId(2);
const plan = councilPlan({ items: [item(1, 'Ärendet'), item(2, 'Nästa ärende')] });
/** Held and closed; the other item was withdrawn, so that it needs nothing. */
const held = inSession(plan).recorded(
  { type: 'ItemWithdrawn', item: OTHER, reason: 'Utgår.' },
  { type: 'MeetingClosed' },
).meeting;

const withItem = (meeting: Meeting, change: Partial<ItemState>, id: ItemId = ONE): Meeting => {
  const { agenda } = meeting;
  const before = agenda.items[id];
  if (before === undefined) throw new Error(`No item ${id}`);
  return { ...meeting, agenda: { ...agenda, items: { ...agenda.items, [id]: { ...before, ...change } } } };
};
const asked = (meeting: Meeting, state: Question['state'], of: ItemId = ONE, id = 'q-1'): Meeting => ({
  ...meeting,
  decisions: {
    ...meeting.decisions,
    questions: {
      ...meeting.decisions.questions,
      [id]: {
        id: id as QuestionId,
        item: of,
        kind: 'main',
        alternatives: [],
        threshold: { kind: 'simple' },
        state,
        frames: [],
        eliminated: [],
      },
    },
  },
});
const voted = (meeting: Meeting, state: Vote['state'], question = 'q-1'): Meeting => ({
  ...meeting,
  decisions: {
    ...meeting.decisions,
    votes: {
      ...meeting.decisions.votes,
      [`v-${question}`]: { id: `v-${question}` as VoteId, question: question as QuestionId, state } as Vote,
    },
  },
});
const elected = (meeting: Meeting, of: ItemId): Meeting => ({
  ...meeting,
  elections: {
    ...meeting.elections,
    elected: [...meeting.elections.elected, { item: of, persons: [person('Karin Ahlqvist')], by: 'acclamation' }],
  },
});
const lacks = (meeting: Meeting, number?: number) =>
  missingContents(meeting)
    .filter((missing) => missing.number === number)
    .map(({ what }) => what);
const closed = (outcome: NonNullable<ItemState['outcome']>, kind: ItemState['kind'] = 'matter') =>
  withItem(held, { stage: 'closed', outcome, kind });

describe('PRO-1 what the minutes must tell', () => {
  it.each([
    ['waiting', 'unhandledItem'],
    ['presentation', 'openItem'],
    ['debate', 'openItem'],
    ['deciding', 'openItem'],
    ['decided', 'openItem'],
    ['withdrawn', undefined],
    ['tabled', undefined],
  ] as const)('of an item that is %s: %s', (stage, what) => {
    const meeting = withItem(held, { stage });
    expect(missingContents(meeting)).toEqual(what === undefined ? [] : [{ what, item: ONE, number: 1 }]);
    const refusal = what === undefined ? null : { rule: 'PRO-1', detail: { what, number: 1 } };
    expect(adjustmentGate(meeting)).toEqual(refusal);
  });

  it('of a meeting that is not closed: that alone, before everything in it', () => {
    const open = inSession(plan).meeting;
    expect(missingContents(open)).toEqual([{ what: 'meetingNotClosed' }]);
    expect(adjustmentGate(open)).toEqual({ rule: 'PRO-1', detail: { what: 'meetingNotClosed', number: 0 } });
  });

  it('who served: somebody who was only in the room is nobody who served', () => {
    const settled = asked(closed('decided'), 'settled');
    const seen = (capacities: readonly ('member' | 'servingSubstitute' | 'other')[]): Meeting => ({
      ...settled,
      attendance: {
        ...settled.attendance,
        stretches: capacities.map((capacity) => ({
          person: person('Karin Ahlqvist'),
          capacity,
          mode: 'room',
          from: 0,
        })),
      },
    });
    expect(lacks(seen(['other', 'member']))).toEqual([]);
    expect(lacks(seen(['servingSubstitute']))).toEqual([]);
    expect(lacks(seen(['other']))).toEqual(['attendance']);
    expect(lacks(seen([]))).toEqual(['attendance']);
  });

  it('who served is not asked for when a company board decided everything without a meeting, and is when it met as well', () => {
    const only = companyPlan({ items: [item(1, 'Köpet')] });
    const signed = given(only).recorded(
      { type: 'PerCapsulamProposed', item: ONE, text: 'Kvarnen köps.' },
      { type: 'PerCapsulamDecided', item: ONE },
      { type: 'MeetingClosed' },
    ).meeting;
    const settled = withItem(signed, { stage: 'closed', outcome: 'decided' });
    expect(missingContents(settled)).toEqual([]);
    const met: Meeting = { ...settled, agenda: { ...settled.agenda, openedAt: 1 } };
    expect(lacks(met)).toEqual(['attendance', 'adjuster']);
  });

  it('a question that was put and not settled; one that fell is nothing', () => {
    expect(lacks(asked(closed('decided'), 'settled'), 1)).toEqual([]);
    for (const state of ['waiting', 'current'] as const)
      expect(lacks(asked(closed('noted'), state), 1)).toEqual(['unsettledQuestion']);
    expect(lacks(asked(closed('noted'), 'dropped'), 1)).toEqual([]);
    expect(lacks(asked(asked(closed('noted'), 'settled'), 'current', ONE, 'q-2'), 1)).toEqual(['unsettledQuestion']);
    expect(lacks(asked(closed('noted'), 'current', OTHER), 1)).toEqual([]);
  });

  it('a vote of the item that was neither closed nor annulled', () => {
    const settled = asked(closed('decided'), 'settled');
    for (const state of ['open', 'frozen', 'tied'] as const)
      expect(lacks(voted(settled, state), 1)).toEqual(['openVote']);
    for (const state of ['closed', 'annulled'] as const) expect(lacks(voted(settled, state), 1)).toEqual([]);
    const elsewhere = asked(asked(settled, 'settled', OTHER, 'q-2'), 'settled', ONE, 'q-3');
    expect(lacks(voted(elsewhere, 'open', 'q-2'), 1)).toEqual([]);
    expect(lacks(voted(elsewhere, 'open', 'q-3'), 1)).toEqual(['openVote']);
    expect(lacks(voted(voted(elsewhere, 'closed', 'q-1'), 'open', 'q-3'), 1)).toEqual(['openVote']);
  });

  it('the decision, where it is said that one was made', () => {
    expect(lacks(closed('decided'), 1)).toEqual(['decision']);
    expect(lacks(asked(closed('decided'), 'dropped'), 1)).toEqual(['decision']);
    expect(lacks(asked(closed('decided'), 'settled', OTHER), 1)).toEqual(['decision']);
    for (const outcome of ['noted', 'tabled', 'referredBack'] as const) expect(lacks(closed(outcome), 1)).toEqual([]);
  });

  it.each(['election', 'adjusters'] as const)('who was elected in an item of the kind %s', (kind) => {
    expect(lacks(closed('decided', kind), 1)).toEqual(['elected']);
    expect(lacks(elected(closed('decided', kind), ONE), 1)).toEqual([]);
    expect(lacks(elected(closed('decided', kind), OTHER), 1)).toEqual(['elected']);
    expect(lacks(elected(elected(closed('decided', kind), OTHER), ONE), 1)).toEqual([]);
    expect(lacks(closed('tabled', kind), 1)).toEqual([]);
    expect(lacks(elected(closed('decided'), ONE), 1)).toEqual(['decision']);
  });

  it('nothing of an item that was carried over, whatever had begun in it, or that was decided by signatures', () => {
    expect(lacks(asked(closed('carriedOver'), 'current'), 1)).toEqual([]);
    const signed: Meeting = {
      ...closed('decided'),
      company: { ...held.company, perCapsulam: { [ONE]: { item: ONE, text: 'Ja.', signed: [], decidedAt: 1 } } },
    };
    expect(lacks(signed, 1)).toEqual([]);
    const refused: Meeting = {
      ...signed,
      company: { ...held.company, perCapsulam: { [ONE]: { item: ONE, text: 'Ja.', signed: [] } } },
    };
    expect(lacks(refused, 1)).toEqual(['decision']);
  });

  it('of each item by itself, in the order of the agenda', () => {
    const both = withItem(closed('decided'), { stage: 'debate' }, OTHER);
    expect(missingContents(both)).toEqual([
      { what: 'decision', item: ONE, number: 1 },
      { what: 'openItem', item: OTHER, number: 2 },
    ]);
    expect(adjustmentGate(both)).toEqual({ rule: 'PRO-1', detail: { what: 'decision', number: 1 } });
  });
});
