import type { LocalDate } from '@klubba/meeting';
import type { Span } from './types.ts';

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function holdsOn({ from, to }: Span, day: LocalDate): boolean {
  return from <= day && (to === undefined || day <= to);
}

export function overlaps(a: Span, b: Span): boolean {
  return (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to);
}

/** Two days in their order, or one; a day is one that the calendar has. */
export function isSpan({ from, to }: Span): boolean {
  return isDay(from) && (to === undefined || (isDay(to) && from <= to));
}

/** 2025-02-30 is none. */
export function isDay(day: string): boolean {
  const at = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day;
}

export function dayBefore(day: LocalDate): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}
