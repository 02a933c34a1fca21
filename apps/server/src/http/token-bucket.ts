/** Lets through a burst and then so many a second; nothing is queued. */
export type TokenBucket = { take(cost?: number): boolean };

export function tokenBucket(
  burst: number,
  perSecond: number,
  now: () => number = performance.now.bind(performance),
): TokenBucket {
  let left = burst;
  let at = now();
  return {
    take(cost = 1) {
      const time = now();
      left = Math.min(burst, left + ((time - at) / 1_000) * perSecond);
      at = time;
      if (left < cost) return false;
      left -= cost;
      return true;
    },
  };
}

/** One bucket for each key, forgotten when it has been full for a while. */
export function tokenBuckets(burst: number, perSecond: number, now?: () => number): { take(key: string): boolean } {
  const KEYS_MAX = 50_000;
  const buckets = new Map<string, TokenBucket>();
  return {
    take(key) {
      const bucket = buckets.get(key) ?? tokenBucket(burst, perSecond, now);
      // The least recently used is first; a flood of new keys pushes out old ones, and a pushed-out bucket starts full.
      buckets.delete(key);
      buckets.set(key, bucket);
      if (buckets.size > KEYS_MAX) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return bucket.take();
    },
  };
}
