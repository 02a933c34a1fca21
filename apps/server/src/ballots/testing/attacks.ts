import type { PersonId } from '@klubba/meeting';

/** What the attacker looks for: each voter's marks (credential, hashes), grouped by voter as anybody can group them from the archive. */
export type Traces = {
  readonly persons: readonly PersonId[];
  readonly groups: readonly (readonly string[])[];
};
/** For each group the person whom the attacker takes it for. */
export type Guesses = readonly (PersonId | undefined)[];

/** How many of the guesses are right. `owners`: whose each group is, which the attacker does not know. */
export const rightOnes = (guesses: Guesses, owners: readonly PersonId[]): number =>
  owners.filter((owner, index) => guesses[index] === owner).length;

type Seen = { readonly at: number; readonly person?: number; readonly group?: number };

/** Weighs what speaks for each person, and takes the heaviest for each group. */
class Suspicions {
  readonly #weights: Map<number, number>[];
  readonly #persons: readonly PersonId[];

  constructor({ groups, persons }: Traces) {
    this.#weights = groups.map(() => new Map());
    this.#persons = persons;
  }

  add(group: number, person: number, weight: number): void {
    const own = this.#weights[group];
    own?.set(person, (own.get(person) ?? 0) + weight);
  }

  guesses(): Guesses {
    return this.#weights.map((own) => {
      const [heaviest] = [...own].toSorted(([, a], [, b]) => b - a);
      return heaviest === undefined ? undefined : this.#persons[heaviest[0]];
    });
  }
}

/** Every place in these bytes (files of a database, its write-ahead log, a log) where a person or a mark stands. */
function seenIn(bytes: Buffer, { persons, groups }: Traces): readonly Seen[] {
  const seen: Seen[] = [];
  const look = (text: string, found: Omit<Seen, 'at'>): void => {
    for (let at = bytes.indexOf(text, 0, 'latin1'); at >= 0; at = bytes.indexOf(text, at + 1, 'latin1'))
      seen.push({ at, ...found });
  };
  for (const [person, text] of persons.entries()) look(text, { person });
  for (const [group, marks] of groups.entries()) for (const mark of marks) look(mark, { group });
  return seen.toSorted((a, b) => a.at - b.at);
}

/** Who stands nearest, before or after, weighed by how near: whatever was written in the same moment lies side by side. */
export function nearest(files: readonly Buffer[], traces: Traces): Guesses {
  const suspicions = new Suspicions(traces);
  for (const bytes of files) {
    const seen = seenIn(bytes, traces);
    for (const [index, { at, group }] of seen.entries()) {
      if (group === undefined) continue;
      const before = seen.slice(0, index).findLast(({ person }) => person !== undefined);
      const after = seen.slice(index).find(({ person }) => person !== undefined);
      for (const near of [before, after])
        if (near?.person !== undefined) suspicions.add(group, near.person, 1 / (1 + Math.abs(near.at - at)));
    }
  }
  return suspicions.guesses();
}

/** The first to do this is taken for the first to do that. */
export function inOrder(persons: readonly PersonId[], groups: readonly number[], count: number): Guesses {
  const guesses: (PersonId | undefined)[] = Array.from({ length: count }, () => undefined);
  for (const [index, group] of groups.entries()) guesses[group] = persons[index];
  return guesses;
}

/** Those told to have voted, against the ballots that had come since the last time: within each such window at best by chance. */
export function byWindow(
  steps: readonly ({ readonly told: readonly PersonId[] } | { readonly cast: number })[],
  count: number,
): Guesses {
  const guesses: (PersonId | undefined)[] = Array.from({ length: count }, () => undefined);
  let window: number[] = [];
  for (const step of steps) {
    if ('cast' in step) {
      window.push(step.cast);
      continue;
    }
    // The one who came last is told last, and so on back: the best that can be done with sorted names.
    for (const [index, person] of step.told.entries()) {
      const group = window.at(index - step.told.length);
      if (group !== undefined && guesses[group] === undefined) guesses[group] = person;
    }
    window = [];
  }
  return guesses;
}

/** How often a choice is told right by a figure (bytes, milliseconds), each by what all the others show. */
export function tellApart(figures: readonly number[], choices: readonly number[]): number {
  const mean = (of: number, without: number): number => {
    const own = figures.filter((_, index) => choices[index] === of && index !== without);
    return own.reduce((sum, figure) => sum + figure, 0) / own.length;
  };
  return figures.filter((figure, index) => {
    const [zero, one] = [mean(0, index), mean(1, index)];
    const guess = Math.abs(figure - zero) < Math.abs(figure - one) ? 0 : 1;
    return guess === choices[index];
  }).length;
}

type Snapshot = {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly edge_fields: readonly string[] };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
};

const WIDE = 64;
const MARK_LENGTH_MIN = 40;

/** Whatever small object of the memory holds a person and a mark, itself or through what it points to. */
export function inMemory(text: string, traces: Traces): Guesses {
  const heap = JSON.parse(text) as Snapshot;
  const { node_fields: nodeFields, edge_fields: edgeFields } = heap.snapshot.meta;
  const [size, edgeSize] = [nodeFields.length, edgeFields.length];
  const [nameAt, countAt] = [nodeFields.indexOf('name'), nodeFields.indexOf('edge_count')];
  const toAt = edgeFields.indexOf('to_node');
  const count = heap.nodes.length / size;
  const labels = labelsOf(heap.strings, traces);
  const firstEdge = new Uint32Array(count + 1);
  for (let node = 0; node < count; node++)
    firstEdge[node + 1] = (firstEdge[node] ?? 0) + (heap.nodes[node * size + countAt] ?? 0);
  const labelOf = (node: number): Omit<Seen, 'at'> | undefined => labels.get(heap.nodes[node * size + nameAt] ?? -1);
  const children = (node: number): readonly number[] => {
    const [from = 0, to = 0] = [firstEdge[node], firstEdge[node + 1]];
    if (to - from > WIDE) return [];
    return Array.from({ length: to - from }, (_, edge) => (heap.edges[(from + edge) * edgeSize + toAt] ?? 0) / size);
  };
  const suspicions = new Suspicions(traces);
  for (let node = 0; node < count; node++) {
    const near = children(node);
    if (!near.some((child) => labelOf(child) !== undefined)) continue;
    const found = [...near, ...near.flatMap(children)].flatMap((child) => labelOf(child) ?? []);
    const persons = new Set(found.flatMap(({ person }) => person ?? []));
    const groups = new Set(found.flatMap(({ group }) => group ?? []));
    for (const group of groups)
      for (const person of persons) suspicions.add(group, person, 1 / (persons.size * groups.size));
  }
  return suspicions.guesses();
}

/** By the number of the string: whom or what it names. */
function labelsOf(strings: readonly string[], { persons, groups }: Traces): ReadonlyMap<number, Omit<Seen, 'at'>> {
  const known = new Map<string, Omit<Seen, 'at'>>();
  for (const [person, text] of persons.entries()) known.set(text, { person });
  for (const [group, marks] of groups.entries()) for (const mark of marks) known.set(mark, { group });
  const marks = groups.flatMap((own, group) => own.map((mark) => ({ mark, group })));
  const labels = new Map<number, Omit<Seen, 'at'>>();
  for (const [index, text] of strings.entries()) {
    const label =
      known.get(text) ?? (text.length > MARK_LENGTH_MIN ? marks.find(({ mark }) => text.includes(mark)) : undefined);
    if (label !== undefined) labels.set(index, label);
  }
  return labels;
}
