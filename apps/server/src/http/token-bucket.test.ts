import { expect, it } from 'vitest';
import { tokenBucket, tokenBuckets } from './token-bucket.ts';

it('lets a burst through, then so many a second', () => {
  let time = 0;
  const bucket = tokenBucket(3, 2, () => time);
  expect([bucket.take(), bucket.take(), bucket.take(), bucket.take()]).toEqual([true, true, true, false]);
  time = 500;
  expect([bucket.take(), bucket.take()]).toEqual([true, false]);
  time = 60_000;
  expect([bucket.take(), bucket.take(), bucket.take(), bucket.take()]).toEqual([true, true, true, false]);
});

it('counts each key for itself', () => {
  const buckets = tokenBuckets(1, 1, () => 0);
  expect([buckets.take('a'), buckets.take('b'), buckets.take('a')]).toEqual([true, true, false]);
});
