import type { FastifyInstance } from 'fastify';
import type pg from 'pg';

/** For whoever watches this server from outside. `video` null: meetings are held in the room alone. */
type Health = { readonly ok: boolean; readonly database: boolean; readonly video: boolean | null };

const ANSWERS_WITHIN_MS = 2_000;
/** Anybody may ask, so the database is asked once for all who do within a moment. */
const HOLDS_FOR_MS = 1_000;

export type HealthOptions = {
  readonly pool: Pick<pg.Pool, 'query'>;
  /** Where the video server answers; undefined: there is none. */
  readonly videoUrl: string | undefined;
};

/** `GET /api/health`: 200, or 503 while the database does not answer. A meeting goes on without its pictures, so they alone are no 503. */
export function healthRoute(app: FastifyInstance, { pool, videoUrl }: HealthOptions): void {
  let known: { readonly at: number; readonly health: Promise<Health> } | undefined;
  const look = async (): Promise<Health> => {
    const [database, video] = await Promise.all([
      answers(() => pool.query('select 1')),
      videoUrl === undefined ? null : answers(() => fetch(videoUrl.replace(/^ws/, 'http'), { redirect: 'manual' })),
    ]);
    return { ok: database && video !== false, database, video };
  };
  app.get('/api/health', async (_request, reply) => {
    const at = performance.now();
    if (known === undefined || at - known.at > HOLDS_FOR_MS) known = { at, health: look() };
    const health = await known.health;
    return reply
      .code(health.database ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(health);
  });
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  const late = new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), ANSWERS_WITHIN_MS).unref();
  });
  return Promise.race([
    ask().then(
      () => true,
      () => false,
    ),
    late,
  ]);
}
