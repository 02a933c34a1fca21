import { describe, expect, it } from 'vitest';
import { faultsIn, reasonFor } from './reasons.ts';
import { type Report, survivorsOf, talliesOf } from './report.ts';

const SOURCE = 'const enough = present >\n  required;\n';
const mutant = (status: string, replacement: string) => ({
  mutatorName: 'EqualityOperator',
  replacement,
  status,
  location: { start: { line: 1, column: 16 }, end: { line: 2, column: 11 } },
});
const report: Report = {
  files: {
    'packages/meeting/src/attendance/quorum.ts': {
      source: SOURCE,
      mutants: [mutant('Killed', 'present <= required'), mutant('Survived', 'present >= required')],
    },
    'packages/meeting/src/decide.ts': {
      source: SOURCE,
      mutants: [mutant('NoCoverage', 'true'), mutant('RuntimeError', '')],
    },
  },
};
const [first, second] = survivorsOf(report);

describe('survivors and their reasons', () => {
  it('a survivor is told by its file, the code on one line and what it became, not by its line', () => {
    expect(first).toEqual({
      file: 'attendance/quorum.ts',
      line: 1,
      mutator: 'EqualityOperator',
      was: 'present > required',
      became: 'present >= required',
      reached: true,
    });
    expect(second?.reached).toBe(false);
  });

  it('the score is by folder, and what was not drawn counts nowhere', () => {
    expect(Object.fromEntries(talliesOf(report))).toEqual({
      attendance: { caught: 1, survived: 1, unreached: 0 },
      root: { caught: 0, survived: 0, unreached: 1 },
    });
  });

  it('of two reasons the one holds that says more of the place; one that names another place does not', () => {
    const file = 'attendance/quorum.ts';
    const wide = { file, mutator: 'EqualityOperator', reason: 'wide' };
    const exact = { file, was: 'present > required', became: 'present >= required', reason: 'exact' };
    const other = { file, was: 'present > 0', reason: 'other' };
    if (first === undefined) throw new Error('One survived.');
    expect(reasonFor(first, [wide, exact, other])?.reason).toBe('exact');
    expect(reasonFor(first, [other])).toBeUndefined();
    expect(reasonFor(first, [{ ...wide, file: 'decide.ts' }])).toBeUndefined();
  });

  it('a reason must say where and why', () => {
    const right = { file: 'decide.ts', was: 'x', reason: 'Equivalent.' };
    const nowhere = { file: 'decide.ts', reason: 'Equivalent.' };
    const silent = { file: 'decide.ts', was: 'x', reason: '' };
    expect(faultsIn([right, nowhere, silent])).toEqual([nowhere, silent]);
  });
});
