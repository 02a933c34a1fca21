import { randomUUID } from 'node:crypto';
import {
  importParams,
  importPreview,
  importProgress,
  type ImportProgress as Progress,
  importQuery,
  importResult,
  type ImportResult,
  type ImportRow,
  importWish,
} from '@klubba/protocol';
import { exportCsv, type ImportedRow, type ReadRow, type RegisterActor } from '@klubba/register';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import { requireSession, type Services } from '../http/services.ts';
import { actingOf, requireAdministrator } from './access.ts';
import { importWork, type ImportWork } from './import-work.ts';
import type { Registry } from './registry.ts';

const FILE_BYTES_MAX = 10 * 1024 * 1024;
const PREVIEW_MS = 60 * 60_000;
/** Others wrote as many times while this was being compared. */
const ATTEMPTS_MAX = 5;
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
  const previews = keptPreviews(services.now);
  const work = importWork();
  const progress = new Map<string, Progress>();

  app.get(
    '/api/register/import/progress/:id',
    { schema: { params: importParams, response: { 200: importProgress } } },
    async (request) => {
      // The register is not asked: it answers when it has been written. Whoever has begun no import has none to be told of.
      const { actor } = actingOf(await requireSession(request, services));
      const known = progress.get(keyOf(actor, request.params.id));
      return known ?? { stage: 'waiting' as const, done: 0, total: 0 };
    },
  );

  app.post(
    '/api/register/import/preview',
    { schema: { querystring: importQuery, response: { 200: importPreview } }, bodyLimit: FILE_BYTES_MAX },
    async (request) => {
      const { register, acting } = await requireAdministrator(request, services);
      const file = await request.file({ limits: { files: 1, fileSize: FILE_BYTES_MAX } });
      if (file === undefined) throw new HttpRefusal(400, 'HTTP-MALFORMED');
      const told = telling(progress, keyOf(acting.actor, request.query.progress));
      try {
        const from = { file: new Uint8Array(await file.toBuffer()) };
        const looked = await work({ register, from }, (step) => told({ stage: 'comparing', ...step }));
        if (!looked.ok) throw new HttpRefusal(422, looked.refusal.rule, looked.refusal.detail);
        const { read, imported } = looked.value;
        const preview = { id: randomUUID(), by: acting.actor, file: file.filename.slice(0, 200), rows: read };
        previews.keep({ ...preview, at: services.now() });
        const count = (state: ImportRow['state']): number => imported.rows.filter((row) => row.state === state).length;
        return {
          preview: preview.id,
          file: preview.file,
          counts: { new: count('new'), changed: count('changed'), same: count('same'), error: count('error') },
          rows: imported.rows.map(asRow),
        };
      } finally {
        told(undefined);
      }
    },
  );

  app.post(
    '/api/register/import/apply',
    { schema: { body: importWish, response: { 200: importResult } }, bodyLimit: WISH_BYTES_MAX },
    async (request) => {
      const { acting } = await requireAdministrator(request, services);
      const { id, preview: previewId, lines } = request.body;
      const preview = previews.of(previewId, acting.actor);
      if (preview === undefined) throw new HttpRefusal(404, 'REG-UNKNOWN', { what: 'preview', id: previewId });
      const told = telling(progress, keyOf(acting.actor, id));
      try {
        return await apply({ id, actor: acting.actor, preview, lines: new Set(lines) }, registry, work, told);
      } finally {
        told(undefined);
      }
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

type Wish = {
  readonly id: string;
  readonly actor: RegisterActor;
  readonly preview: Preview;
  readonly lines: ReadonlySet<number>;
};

/** Compares with the register as it is, and writes if nobody wrote meanwhile; else once more, from the beginning. */
async function apply(
  { id, actor, preview, lines }: Wish,
  registry: Registry,
  work: ImportWork,
  told: (progress: Progress) => void,
): Promise<ImportResult> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const register = await registry.now();
    const { seq } = register;
    const compared = await work({ register, from: { rows: preview.rows, lines } }, (step) =>
      told({ stage: 'comparing', ...step }),
    );
    if (!compared.ok) throw new HttpRefusal(422, compared.refusal.rule, compared.refusal.detail);
    const { rows, events } = compared.value.imported;
    const refused = rows.filter((row) => row.state === 'error');
    const applied = rows.length - refused.length;
    const imported = { type: 'FileImported', file: preview.file, rows: applied } as const;
    told({ stage: 'writing', done: 0, total: events.length });
    const outcome = await registry.write<'REG-CONFLICT'>(
      id,
      actor,
      (current) => {
        if (current.seq !== seq) return { ok: false, refusal: 'REG-CONFLICT' };
        return { ok: true, value: events.length === 0 ? [] : [imported, ...events] };
      },
      (done) => told({ stage: 'writing', done, total: events.length }),
    );
    if (outcome.ok) return { seq: outcome.value, applied, refused: refused.map(asRow) };
  }
  throw new HttpRefusal(409, 'REG-CONFLICT');
}

/** Progress of one import, as its own administrator asks for it; forgotten when it is done. */
function telling(progress: Map<string, Progress>, key: string): (now: Progress | undefined) => void {
  return (now) => {
    if (now === undefined) progress.delete(key);
    else progress.set(key, now);
  };
}

function keyOf(actor: RegisterActor, id = ''): string {
  return `${actor} ${id}`;
}

/** What each administrator has looked at lately. */
function keptPreviews(now: () => number): {
  readonly keep: (preview: Preview) => void;
  readonly of: (id: string, actor: RegisterActor) => Preview | undefined;
} {
  const previews = new Map<string, Preview>();
  return {
    keep(preview) {
      const own = [...previews.values()].filter((one) => one.by === preview.by);
      for (const old of own.slice(0, Math.max(0, own.length - PREVIEWS_MAX + 1))) previews.delete(old.id);
      for (const old of previews.values()) if (now() - old.at > PREVIEW_MS) previews.delete(old.id);
      previews.set(preview.id, preview);
    },
    of(id, actor) {
      const preview = previews.get(id);
      return preview?.by === actor && now() - preview.at <= PREVIEW_MS ? preview : undefined;
    },
  };
}

function asRow({ problem, ...row }: ImportedRow): ImportRow {
  if (problem === undefined) return row;
  const { rule, detail } = problem;
  return { ...row, problem: { rule, ...(detail === undefined ? {} : { detail }) } };
}
