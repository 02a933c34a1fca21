import type { Installed } from './installed.ts';
import { type Advisory, deprecated, goAdvisories, NoAnswer, npmAdvisories } from './sources.ts';

/** Days from an advisory's publication within which it is mended, as docs/reference/protection.md, Components, says. */
export const DAYS: Readonly<Record<string, number>> = { critical: 7, high: 30 };
export const DAYS_OTHERWISE = 90;
const DAY_MS = 86_400_000;

export type Question = {
  readonly installed: Installed;
  /** Addresses that end with a slash. */
  readonly registry: string;
  readonly goDatabase: string;
  readonly now: Date;
  /** Days of publication read by a person on an advisory's page, by its id; used where its source gives none. */
  readonly published: ReadonlyMap<string, string>;
};
/** `code` is how the command ends: 0 none past its time, 1 at least one, 2 nothing could be judged. */
export type Judgement = { readonly code: 0 | 1 | 2; readonly lines: readonly string[] };

/** Whether any component is past the time in which we promise to mend it (ASVS V15.2.1). */
export async function judgeComponents(question: Question): Promise<Judgement> {
  const { installed, registry, goDatabase } = question;
  try {
    const advisories = [
      ...(await npmAdvisories(registry, installed.npm)),
      ...(await goAdvisories(goDatabase, installed.go)),
    ];
    const rows = advisories.map((advisory) => judged(advisory, question));
    const past = rows.filter((row) => row.isPast).length;
    const notes = await deprecated(registry, installed.direct);
    const asked = `${installed.npm.length} npm packages and ${installed.go.length} Go modules`;
    const sum = `${asked}: ${advisories.length} advisories, ${past} past their time.`;
    return { code: past > 0 ? 1 : 0, lines: [...table(rows), ...notes, sum] };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { code: 2, lines: [`Nothing was judged, and this is no yes: ${error.message}.`] };
  }
}

type Row = { readonly isPast: boolean; readonly cells: readonly string[] };

/** One whose day of publication nobody knows counts as past its time: silence gives no time. */
function judged({ component, id, severity, published, url }: Advisory, question: Question): Row {
  const day = Date.parse(published ?? question.published.get(id) ?? '');
  const days = DAYS[severity] ?? DAYS_OTHERWISE;
  const left = Math.floor((day + days * DAY_MS - question.now.getTime()) / DAY_MS);
  const isDated = !Number.isNaN(day);
  const words = left < 0 ? `past by ${-left} days` : `${left} days left`;
  const undated = `past: no day is given; read it at ${url}, then --published=${id}=YYYY-MM-DD`;
  const when = isDated ? new Date(day).toISOString().slice(0, 10) : '?';
  const what = `${component.name} ${component.versions.join(', ')}`;
  return { isPast: !isDated || left < 0, cells: [what, id, severity, when, isDated ? words : undated] };
}

function table(rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return [];
  const all = [['component', 'advisory', 'severity', 'published', 'time'], ...rows.map((row) => row.cells)];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  return all.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
