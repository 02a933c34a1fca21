import { type ItemId, type LocalDate, type Meeting, type MeetingPlan } from '@klubba/meeting';
import { councilPlan, given } from '@klubba/meeting/testing';
import { describe, expect, test } from 'vitest';
import { apart, nextInRoom, noted, withMoved } from './move-items.ts';

const planned = (change: Partial<MeetingPlan>): Meeting => {
  const { meeting } = given(councilPlan());
  return { ...meeting, agenda: { ...meeting.agenda, phase: 'planned' }, plan: { ...meeting.plan, ...change } };
};
const on = (date: LocalDate, change: Partial<MeetingPlan> = {}): Meeting =>
  planned({ form: 'physical', date, startsAt: Date.parse(`${date}T17:00:00Z`), ...change });
const DIRECTOR = {
  title: ' Anställning av direktör ',
  kind: 'election',
  election: { office: 'direktör', places: 1, closed: true },
  move: true,
} as const;

describe('an item that needs a closed ballot', () => {
  test('goes to the first meeting in the room after that day, which nobody has come to and which is not called off', () => {
    const open = on('2026-02-01');
    const off = on('2026-02-05');
    const next = on('2026-02-20');
    const meetings = [
      on('2026-03-20'),
      next,
      on('2026-01-01'),
      on('2026-02-10', { form: 'hybrid' }),
      on('2026-02-12', { rehearsal: true }),
      { ...open, agenda: { ...open.agenda, phase: 'checkIn' } } as Meeting,
      { ...off, notice: { ...off.notice, calledOff: { at: 0, reason: 'Snö' } } } as unknown as Meeting,
    ];
    expect(nextInRoom(meetings, '2026-01-01')).toBe(next);
    expect(nextInRoom(meetings, '2026-03-20')).toBeUndefined();
  });

  test('stands last there, with where it comes from, and not as announced', () => {
    const before = on('2026-01-10', { form: 'hybrid' });
    const [first] = before.plan.items;
    if (first === undefined) throw new Error('The council has items.');
    const was = { ...first, announcedOn: '2026-01-01', urgent: true } as const;
    const next = on('2026-02-20');
    const asked = { ...DIRECTOR, id: was.id };
    const after = withMoved(next, [asked], '2026-01-10', { ...before, plan: { ...before.plan, items: [was] } });
    const last = after.items.at(-1);
    expect(after.items.slice(0, -1)).toEqual(next.plan.items);
    expect(last).toMatchObject({
      title: 'Anställning av direktör',
      number: Math.max(...next.plan.items.map(({ number }) => number)) + 1,
      election: { closed: true },
      movedFrom: '2026-01-10',
      urgent: true,
    });
    expect(last).not.toHaveProperty('announcedOn');
    expect(last).not.toHaveProperty('move');
    expect(next.plan.items.map(({ id }): ItemId => id)).not.toContain(last?.id);
  });

  test('is noted in the plan it leaves, beside those noted before; of a secret one only that there was one', () => {
    const { plan } = on('2026-01-10');
    const { staying, moving } = apart({ ...WISH, items: [{ title: 'Budget', kind: 'matter' }, DIRECTOR] });
    expect(staying.items.map(({ title }) => title)).toEqual(['Budget']);
    const once = noted(plan, moving, '2026-02-20');
    const twice = noted(once, [{ ...DIRECTOR, doors: 'secret' }], '2026-03-20');
    expect(twice.moved).toEqual([
      { title: 'Anställning av direktör', to: '2026-02-20' },
      { title: '', to: '2026-03-20' },
    ]);
  });
});

const WISH = {
  body: 'council',
  date: '2026-01-10',
  time: '18:00',
  place: 'Salen',
  form: 'hybrid',
  firstNumber: 1,
} as unknown as Parameters<typeof apart>[0];
