import { machineFacts } from './machine.ts';
import { shown } from './statistics.ts';

/** What was to be reached, and what was. */
export type Aim = {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly met: boolean;
};

export type Report = {
  /** Every figure by name; ms, bytes or counts, as the name says. */
  readonly figures: Readonly<Record<string, number>>;
  readonly aims: readonly Aim[];
  /** Tables for people. */
  readonly tables: readonly string[];
  /** What one must know to read them: what was not measured, or why an aim was missed. */
  readonly notes?: readonly string[];
};

export type Bench = {
  readonly name: string;
  /** What it measures, in one sentence. */
  readonly about: string;
  run(): Promise<Report>;
};

export function atMost(name: string, value: number, limit: number): Aim {
  return { name, value, limit, met: value <= limit };
}

export function atLeast(name: string, value: number, limit: number): Aim {
  return { name, value, limit, met: value >= limit };
}

/** Runs one and prints it; with `json` the last line is one object for machines. True: every aim was met. */
export async function runBench(bench: Bench, json: boolean, print: (line: string) => void): Promise<boolean> {
  print(`${bench.name}: ${bench.about}\n${machineFacts()}\n`);
  const report = await bench.run();
  for (const one of report.tables) print(`${one}\n`);
  for (const aim of report.aims) print(aimLine(aim));
  for (const note of report.notes ?? []) print(`  ${note}`);
  if (json) print(jsonLine(bench.name, report));
  return report.aims.every((aim) => aim.met);
}

export function aimLine({ name, value, limit, met }: Aim): string {
  const by = limit === 0 ? '' : `, ${shown(Math.abs(value / limit))} × the limit`;
  return `${met ? 'met    ' : 'NOT MET'}  ${name}: ${shown(value)} (limit ${shown(limit)}${met ? '' : by})`;
}

/** The shape that is promised: `{"bench":…,"figures":{…},"aims":[{"name":…,"value":…,"limit":…,"met":…}]}`. */
export function jsonLine(bench: string, { figures, aims }: Report): string {
  return JSON.stringify({ bench, figures, aims });
}
