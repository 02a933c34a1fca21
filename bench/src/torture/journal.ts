import type { Actor, Fact, MeetingId } from '@klubba/meeting';
import { factHash, genesisHash, type Hash } from '@klubba/record';
import pg from 'pg';

/** A row of the journal, read beside the server. */
export type Row = Fact & {
  readonly actor: Actor;
  readonly command: string;
  readonly part: number;
  readonly hash: Hash;
};

const READ = `select seq, at, actor, command, part, event, encode(hash, 'hex') as hash
  from facts where meeting = $1 order by seq`;

const TRIES = 60;
const AGAIN_AFTER_MS = 500;

/** The meeting's facts as they lie in the database; a database that was just killed is given time to come back. */
export async function readJournal(databaseUrl: string, meeting: MeetingId): Promise<readonly Row[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await readOnce(databaseUrl, meeting);
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    }
  }
}

async function readOnce(databaseUrl: string, meeting: MeetingId): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Omit<Row, 'at'> & { at: string }>(READ, [meeting]);
    return rows.map((row) => ({ ...row, at: Number(row.at) }));
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Where the journal is not one unbroken, chained list of facts, each command's whole. Empty: it is. */
export function brokenJournal(rows: readonly Row[], meeting: MeetingId): readonly string[] {
  const faults: string[] = [];
  const parts = new Map<string, number>();
  let hash: Hash = genesisHash(meeting);
  for (const [index, { seq, at, actor, event, command, part, hash: kept }] of rows.entries()) {
    if (seq !== index + 1) faults.push(`fact ${seq} stands in place ${index + 1}`);
    hash = factHash(hash, { seq, at, actor, event });
    if (hash !== kept) faults.push(`fact ${seq} does not follow from the one before it`);
    const expected = parts.get(command) ?? 0;
    if (part !== expected) faults.push(`fact ${seq} is part ${part} of its command, not ${expected}`);
    parts.set(command, expected + 1);
  }
  return faults;
}
