import { meetingPlan } from '@klubba/protocol';
import { describe, expect, it } from 'vitest';
import { boardMeeting, companyMeeting } from './boards.ts';
import { daysAfter, instantOf, localDate } from './calendar.ts';
import { councilEvening } from './council.ts';
import { budgetEvening } from './goteborg.ts';

const date = '2025-11-13';
const council = councilEvening(date);
const plans = [council, boardMeeting('2025-11-14'), companyMeeting('2025-11-19'), budgetEvening()];

describe('the demo’s meetings', () => {
  it.each(plans)('are plans that the wire accepts: $meeting', ({ items, ...plan }) => {
    const bare = { ...plan, items: items.map(({ drafts: _drafts, ...item }) => ({ ...item, documents: [] })) };
    expect(meetingPlan.safeParse(bare).error?.issues).toBeUndefined();
  });

  it.each(plans)('name everybody once, and nobody who is not there: $meeting', (plan) => {
    const known = new Set(plan.people.map((person) => person.id));
    expect(known.size).toBe(plan.people.length);
    const named = [
      ...plan.seats.flatMap((seat) => seat.holder ?? []),
      ...plan.substitutes.flatMap((list) => list.persons),
      ...plan.duties.map((one) => one.person),
      ...plan.remoteGranted,
      ...plan.items.flatMap((item) =>
        [item.presenter ?? [], item.asker ?? [], item.answerer ?? [], item.expectedConflicts ?? []].flat(),
      ),
    ];
    expect(named.filter((person) => !known.has(person))).toEqual([]);
    expect(plan.seats).toHaveLength(plan.body.seatsTotal);
  });

  it('are the council of 41 with 24 substitutes over eight parties, §§ 113–124', () => {
    expect(council.seats).toHaveLength(41);
    expect(council.substitutes.flatMap((list) => list.persons)).toHaveLength(24);
    expect(council.parties.map((party) => party.short)).toEqual(['V', 'S', 'MP', 'C', 'L', 'KD', 'M', 'SD']);
    expect(council.items.map((item) => item.number)).toEqual([
      113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124,
    ]);
    const surnames = council.people.map((person) => person.familyName);
    expect(surnames.filter((name) => name === 'Wikström')).toHaveLength(2);
  });

  it('are the groups of § 451: 40, 29, 9 and 3 of 81', () => {
    const { seats } = budgetEvening();
    const group = (...parties: string[]): number => seats.filter((seat) => parties.includes(seat.party ?? '')).length;
    expect([group('S', 'V', 'MP'), group('M', 'D', 'L', 'KD'), group('SD'), group('C'), seats.length]).toEqual([
      40, 29, 9, 3, 81,
    ]);
  });

  it('are made known a week before, as the law asks (KL 5:13)', () => {
    for (const plan of plans)
      expect(plan.notice.announcedOn === null || plan.notice.announcedOn <= daysAfter(plan.date, -7)).toBe(true);
  });
});

describe('the calendar', () => {
  it('keeps Swedish clocks in winter and in summer', () => {
    expect(new Date(instantOf('2025-11-13', '18:30')).toISOString()).toBe('2025-11-13T17:30:00.000Z');
    expect(new Date(instantOf('2025-06-16', '18:30')).toISOString()).toBe('2025-06-16T16:30:00.000Z');
    expect(localDate(Date.parse('2025-11-13T23:30:00Z'))).toBe('2025-11-14');
    expect(daysAfter('2025-12-31', 1)).toBe('2026-01-01');
  });
});
