import { describe, expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import type { SlipCount } from '../proportional/types.ts';
import { hallOf, item, member } from '../testing/index.ts';
import { castingVoteStands } from './bes-5-casting-vote.ts';
import { sameCount } from './lpv-8-count.ts';
import { validSlips } from './lpv-7-valid-slips.ts';

const plan = hallOf({ S: 3, M: 2 }, { items: [item(1, 'Val', 'election')] });
const S = [1, 2, 3].map((n) => member('S', n));
const M = [1, 2].map((n) => member('M', n));
const group = (label: string, names: readonly PersonId[], votes = 2) => ({ label, names, votes });
const slips = (groups: SlipCount['groups'], invalid: SlipCount['invalid'] = {}): SlipCount => ({ groups, invalid });

describe('rules at their edges', () => {
  it('BES-5 a casting vote that follows the own vote goes nowhere else; a free one goes anywhere', () => {
    expect(castingVoteStands(true, 'yes', 'yes')).toBeNull();
    expect(castingVoteStands(true, 'no', 'no')).toBeNull();
    expect(castingVoteStands(true, 'yes', 'no')).toEqual({ rule: 'BES-5', detail: { own: 'yes' } });
    expect(castingVoteStands(true, 'no', 'yes')).toEqual({ rule: 'BES-5', detail: { own: 'no' } });
    for (const own of ['abstain', undefined] as const) expect(castingVoteStands(true, own, 'no')).toBeNull();
    for (const cast of ['yes', 'no'] as const) expect(castingVoteStands(false, 'yes', cast)).toBeNull();
  });

  it('LPV-7 a group of slips has a label, known names each once, and a whole number of slips', () => {
    const why = (count: SlipCount) => validSlips(plan, count)?.detail?.['why'];
    const [first, second] = [S[0]!, S[1]!];
    expect(validSlips(plan, slips([group('A', S), group('B', M)], { noLabel: 1, wrongForm: 0 }))).toBeNull();
    expect(why(slips([group('A', S), group(' ', M)]))).toBe('label');
    expect(why(slips([group('A', [first, first])]))).toBe('names');
    expect(why(slips([group('A', [first, 'nobody' as PersonId])]))).toBe('names');
    expect(why(slips([group('A', [first, second]), group(' A', [first, second])]))).toBe('sameGroup');
    expect(why(slips([group('A', [first, second]), group('A', [second, first])]))).toBeUndefined();
    for (const votes of [0, -1, 1.5]) expect(why(slips([group('A', S, votes)]))).toBe('number');
    for (const invalid of [-1, 0.5]) expect(why(slips([group('A', S)], { notClosed: invalid }))).toBe('number');
  });

  it('LPV-8 two counts are the same when groups, order of names and invalid slips are; none at all is not written as zero', () => {
    const one = slips([group('A', S)], { noLabel: 1, notClosed: 2 });
    expect(sameCount(one, slips([group('A', S)], { notClosed: 2, noLabel: 1 }))).toBe(true);
    expect(sameCount(one, slips([group('A', S)], { notClosed: 2, noLabel: 1, wrongForm: 0 }))).toBe(true);
    expect(sameCount(one, slips([group('A', S)], { notClosed: 1, noLabel: 2 }))).toBe(false);
    expect(sameCount(one, slips([group('A', S.toReversed())], { notClosed: 2, noLabel: 1 }))).toBe(false);
    expect(sameCount(one, slips([group('A', S, 3)], { notClosed: 2, noLabel: 1 }))).toBe(false);
    expect(sameCount(undefined, one)).toBe(false);
  });
});
