/** A whole number below `n`, the same for the same seed (mulberry32). */
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

/** How many random cases the heart and the naive reference agreed on, and where they did not. */
export type Opinion = { readonly subject: string; readonly cases: number; readonly disagreements: readonly string[] };

export function opinion(
  subject: string,
  cases: number,
  seed: number,
  one: (draw: Draw) => string | undefined,
): Opinion {
  const draw = drawFrom(seed);
  const disagreements: string[] = [];
  for (let n = 0; n < cases && disagreements.length < 20; n += 1) {
    const told = one(draw);
    if (told !== undefined) disagreements.push(told);
  }
  return { subject, cases, disagreements };
}
