import pg from 'pg';
import { StartProblem } from './start-problem.ts';

/** PostgreSQL's classes and codes for: no connection, no right, no such database, shut down, not ready. Source: its manual, appendix A. */
const NOT_REACHED = /^(08|28|3D000|57P0)/;
const NO_CONNECTION = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE']);

/** Why a start failed, where it failed because the database was not there or ended meanwhile; undefined: for another reason. */
export function unreachableDatabase(error: unknown): StartProblem | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '' } = error as NodeJS.ErrnoException;
  const isReached = error instanceof pg.DatabaseError ? !NOT_REACHED.test(code) : !isDisconnected(error, code);
  return isReached ? undefined : new StartProblem('database-unreachable', { reason: error.message });
}

/** A connection that breaks off in the middle has no code with node-postgres. */
function isDisconnected({ message }: Error, code: string): boolean {
  return NO_CONNECTION.has(code) || message.startsWith('Connection terminated');
}
