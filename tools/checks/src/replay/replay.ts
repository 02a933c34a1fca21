import { readFile } from 'node:fs/promises';
import { replayAttendance } from './attendance.ts';
import { readParagraph, recordOf } from './minutes.ts';
import { readRemits, replayRemit } from './remits.ts';
import { replayParagraph } from './votes.ts';

export type Files = { readonly votes?: string; readonly attendance?: string; readonly remits?: string };
export type Report = {
  readonly votes: number;
  readonly meetings: number;
  readonly remits: number;
  readonly deviations: readonly string[];
  /** Where the minutes and their machine reading differ, or the minutes their own practice, and no outcome hangs on it. */
  readonly remarks: readonly string[];
  readonly unreadable: boolean;
};

/** Replays published minutes through the heart. A file that is missing or no JSON is one deviation, told by its name. */
export async function replayFiles(files: Files): Promise<Report> {
  const deviations: string[] = [];
  const remarks: string[] = [];
  let unreadable = false;
  const read = async <T>(file: string | undefined, parse: (text: string) => T, none: T): Promise<T> => {
    if (file === undefined) return none;
    try {
      return parse(await readFile(file, 'utf8'));
    } catch (error) {
      unreadable = true;
      deviations.push(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      return none;
    }
  };
  const remits = await read(files.remits, readRemits, []);
  const rows = await read(files.votes, (text) => asList(JSON.parse(text)), []);
  const logs = await read(files.attendance, (text) => recordOf(JSON.parse(text)), {});
  let votes = 0;
  for (const row of rows) {
    const paragraph = readParagraph(row);
    const done = replayParagraph(
      paragraph,
      remits.filter((r) => r.id === paragraph.id),
    );
    votes += done.votes;
    deviations.push(...done.deviations);
    remarks.push(...paragraph.remarks.map((remark) => `${paragraph.id}: ${remark}`), ...done.remarks);
  }
  for (const [day, log] of Object.entries(logs)) {
    const done = replayAttendance(day, log);
    deviations.push(...done.deviations);
    remarks.push(...done.remarks);
  }
  for (const remit of remits) deviations.push(...replayRemit(remit));
  return { votes, meetings: Object.keys(logs).length, remits: remits.length, deviations, remarks, unreadable };
}

function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return Object.values(recordOf(value));
}
