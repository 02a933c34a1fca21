import pg from 'pg';
import { expect, test } from 'vitest';
import { unreachableDatabase } from './unreachable-database.ts';

const withCode = (error: Error, code: string): Error => Object.assign(error, { code });
const fromDatabase = (code: string, message: string): Error =>
  withCode(new pg.DatabaseError(message, 0, 'error'), code);

test.each([
  withCode(new Error('connect ECONNREFUSED 127.0.0.1:5432'), 'ECONNREFUSED'),
  new Error('Connection terminated unexpectedly'),
  fromDatabase('28P01', 'password authentication failed for user "klubba"'),
  fromDatabase('3D000', 'database "klubba" does not exist'),
  fromDatabase('57P01', 'terminating connection due to administrator command'),
])('a start that ends because the database is not there says so: $message', (error) => {
  expect(unreachableDatabase(error)).toMatchObject({ key: 'database-unreachable', detail: { reason: error.message } });
});

test.each([
  fromDatabase('42P01', 'relation "facts" does not exist'),
  new TypeError('not a function'),
  'no error at all',
])('any other fault is not blamed on the connection: %s', (error) => {
  expect(unreachableDatabase(error)).toBeUndefined();
});
