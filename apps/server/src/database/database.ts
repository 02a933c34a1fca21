import pg from 'pg';

/** Enough for a commit in flight for each of many meetings; PostgreSQL's own default limit is 100 for all servers together. */
const POOL_CONNECTIONS = 12;
const CONNECT_WITHIN_MS = 5_000;
const QUERY_WITHIN_MS = 15_000;

/** A pool in which acknowledged means on disk, whatever the database's own default says. */
export function openPool(databaseUrl: string, connections: number = POOL_CONNECTIONS): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: QUERY_WITHIN_MS,
    options: '-c synchronous_commit=on',
    application_name: 'klubba',
  });
  // An idle connection that breaks is replaced by the pool; whoever had a query in it has had its own error.
  pool.on('error', () => undefined);
  return pool;
}
