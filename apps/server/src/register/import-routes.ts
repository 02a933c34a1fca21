import { randomUUID } from 'node:crypto';
import { importPreview, importResult, type ImportRow, importWish } from '@klubba/protocol';
import { exportCsv, type ImportedRow, importRows, type ReadRow, type RegisterActor } from '@klubba/register';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import type { Services } from '../http/services.ts';
import { requireAdministrator } from './access.ts';
import { readTable } from './read-file.ts';

const FILE_BYTES_MAX = 10 * 1024 * 1024;
const PREVIEW_MS = 60 * 60_000;
/** Of one administrator; the oldest goes first. */
const PREVIEWS_MAX = 3;
/** What two or more files of 20,000 chosen lines need. */
const WISH_BYTES_MAX = 256 * 1024;

type Preview = {
  readonly id: string;
  readonly by: RegisterActor;
  readonly file: string;
  readonly rows: readonly ReadRow[];
  readonly at: number;
};

/** Reading in from a spreadsheet: first a look at what each row would do, then those that were chosen; and the same out again. */
export function importRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { registry } = services;
  const previews = new Map<string, Preview>();
  const keep = (preview: Preview): void => {
    const own = [...previews.values()].filter((one) => one.by === preview.by);
    for (const old of own.slice(0, Math.max(0, own.length - PREVIEWS_MAX + 1))) previews.delete(old.id);
    for (const old of previews.values()) if (services.now() - old.at > PREVIEW_MS) previews.delete(old.id);
    previews.set(preview.id, preview);
  };

  app.post(
    '/api/register/import/preview',
    { schema: { response: { 200: importPreview } }, bodyLimit: FILE_BYTES_MAX },
    async (request) => {
      const { register, acting } = await requireAdministrator(request, services);
      const file = await request.file({ limits: { files: 1, fileSize: FILE_BYTES_MAX } });
      if (file === undefined) throw new HttpRefusal(400, 'HTTP-MALFORMED');
      const read = readTable(await file.toBuffer());
      if (!read.ok) throw new HttpRefusal(422, read.refusal.rule, read.refusal.detail);
      const { rows } = importRows(register, read.value, randomUUID);
      const preview = { id: randomUUID(), by: acting.actor, file: file.filename.slice(0, 200), rows: read.value };
      keep({ ...preview, at: services.now() });
      const count = (state: ImportRow['state']): number => rows.filter((row) => row.state === state).length;
      return {
        preview: preview.id,
        file: preview.file,
        counts: { new: count('new'), changed: count('changed'), same: count('same'), error: count('error') },
        rows: rows.map(asRow),
      };
    },
  );

  app.post(
    '/api/register/import/apply',
    { schema: { body: importWish, response: { 200: importResult } }, bodyLimit: WISH_BYTES_MAX },
    async (request) => {
      const { acting } = await requireAdministrator(request, services);
      const { id, preview: previewId, lines } = request.body;
      const preview = previews.get(previewId);
      if (preview === undefined || preview.by !== acting.actor || services.now() - preview.at > PREVIEW_MS)
        throw new HttpRefusal(404, 'REG-UNKNOWN', { what: 'preview', id: previewId });
      const chosen = new Set(lines);
      let refused: readonly ImportedRow[] = [];
      const outcome = await registry.write(id, acting.actor, (register) => {
        const { rows, events } = importRows(register, preview.rows, randomUUID, chosen);
        refused = rows.filter((row) => row.state === 'error');
        const applied = rows.length - refused.length;
        if (events.length === 0) return { ok: true, value: [] };
        return { ok: true, value: [{ type: 'FileImported', file: preview.file, rows: applied }, ...events] };
      });
      return {
        seq: outcome.ok ? outcome.value : 0,
        applied: chosen.size - refused.length,
        refused: refused.map(asRow),
      };
    },
  );

  app.get('/api/register/export.csv', async (request, reply) => {
    const { register, acting } = await requireAdministrator(request, services);
    await registry.note(acting.actor, { type: 'RegisterExported', what: 'register' });
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="register.csv"',
        'cache-control': 'no-store',
      })
      .send(exportCsv(register));
  });
}

function asRow({ problem, ...row }: ImportedRow): ImportRow {
  if (problem === undefined) return row;
  const { rule, detail } = problem;
  return { ...row, problem: { rule, ...(detail === undefined ? {} : { detail }) } };
}
