/** Whole numbers below `n`, the same for the same seed (mulberry32). */
export type Draw = (n: number) => number;

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return n <= 1 ? 0 : ((t ^ (t >>> 14)) >>> 0) % n;
  };
}
