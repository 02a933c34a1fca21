const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The day of an instant in Sweden, as 2026-11-25. */
export function isoDate(at: number): string {
  return DAY.format(at);
}
