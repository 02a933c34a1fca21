import { createHash } from 'node:crypto';
import type { AgendaDocument, DocumentId, ItemId, MeetingId, PersonId } from '@klubba/meeting';
import type pg from 'pg';

export type NewDocument = {
  readonly id: DocumentId;
  readonly meeting: MeetingId;
  readonly item: ItemId;
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly by: PersonId | 'system';
};

export type StoredDocument = {
  readonly item: ItemId;
  readonly title: string;
  readonly bytes: Buffer;
  readonly sha256: string;
};

/** The files behind a meeting's agenda. Who may read one is the meeting's to say. */
export type Documents = {
  /** Returns it as the agenda names it. An id that is taken is left as it is. */
  keep(document: NewDocument): Promise<AgendaDocument>;
  find(meeting: MeetingId, id: DocumentId): Promise<StoredDocument | undefined>;
};

export const PDF = 'application/pdf';

export function openDocuments(pool: pg.Pool, now: () => number = Date.now): Documents {
  return {
    async keep({ id, meeting, item, title, bytes, by }) {
      const pages = countPages(bytes);
      await pool.query(
        `insert into documents (id, meeting, item, title, media_type, pages, bytes, sha256, uploaded_by, uploaded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing`,
        [
          id,
          meeting,
          item,
          title,
          PDF,
          pages ?? null,
          Buffer.from(bytes),
          createHash('sha256').update(bytes).digest(),
          by,
          now(),
        ],
      );
      return { id, title, bytes: bytes.length, ...(pages === undefined ? {} : { pages }) };
    },
    async find(meeting, id) {
      const { rows } = await pool.query<{ item: ItemId; title: string; bytes: Buffer; sha256: Buffer }>(
        'select item, title, bytes, sha256 from documents where meeting = $1 and id = $2',
        [meeting, id],
      );
      return rows.map((row) => ({ ...row, sha256: row.sha256.toString('hex') }))[0];
    },
  };
}

export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}

/** Read from the page tree where it is plain; undefined where it is packed, for then the reader's own program will tell. */
function countPages(bytes: Uint8Array): number | undefined {
  const counts = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g);
  const most = Math.max(0, ...[...counts].map((match) => Number(match[1] ?? match[2])));
  return most > 0 ? most : undefined;
}
