import { describe, expect, it } from 'vitest';
import { describe as group, it as test, recordTests } from './recorded-tests.ts';

const record = (load: () => void) => recordTests('quorum.test.ts', () => Promise.resolve(load()));

describe('tests kept in memory for Stryker', () => {
  it('are named by their file, group and title, and two of one name are told apart', async () => {
    const tests = await record(() =>
      group('a council', () => {
        test('NAR-1 more than half', () => {});
        test('NAR-1 more than half', () => {});
      }),
    );
    const first = 'quorum.test.ts#a council > NAR-1 more than half';
    expect(tests.map(({ id }) => id)).toEqual([first, `${first} (2)`]);
  });

  it('run as often as wanted, and fail when what they test has changed', async () => {
    let required = 21;
    const [one] = await record(() => test('NAR-1', () => expect(required).toBe(21)));
    expect(() => one?.run()).not.toThrow();
    required = 20;
    expect(() => one?.run()).toThrow();
    required = 21;
    expect(() => one?.run()).not.toThrow();
  });

  it('take the body after a test’s own options, and are left out where they cannot run', async () => {
    let ran = 0;
    const count = () => {
      ran += 1;
    };
    const tests = await record(() => {
      test('with options', { timeout: 5 }, count);
      test.runIf(false)('without its files', count);
      test.runIf(true)('with its files', count);
    });
    for (const one of tests) one.run();
    expect(tests.map(({ id }) => id.split('#')[1])).toEqual(['with options', 'with its files']);
    expect(ran).toBe(2);
  });

  it('have one test a row, with the row’s values in title and body', async () => {
    const seen: unknown[] = [];
    const tests = await record(() => {
      test.each([
        [41, 21],
        [6, 4],
      ])('%i seats take %i', (...row: readonly unknown[]) => seen.push(row));
      group.each([{ kind: 'board' }])('$kind', () => test('sits', () => {}));
    });
    for (const one of tests) one.run();
    expect(tests.map(({ id }) => id.split('#')[1])).toEqual(['41 seats take 21', '6 seats take 4', 'board > sits']);
    expect(seen).toEqual([
      [41, 21],
      [6, 4],
    ]);
  });
});
