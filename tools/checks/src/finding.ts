/** One thing that is wrong, as a line for a person: `file:line what`. */
export type Finding = string;

/** One rule of the house. It reads the tree at `root` and nothing outside it, so that a canary can be planted in a copy. */
export interface Check {
  readonly name: string;
  readonly about: string;
  run(root: string): Promise<readonly Finding[]>;
}
