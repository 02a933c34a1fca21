import { restOfTexts } from './rest-of-texts.ts';

export type Download<T> = {
  readonly current: () => Downloaded<T>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Begins, if nobody has; after a failure it tries anew. Never rejects. */
  readonly begin: () => Promise<void>;
};
export type Downloaded<T> =
  | { readonly is: 'asked' }
  | { readonly is: 'failed' }
  | { readonly is: 'here'; readonly value: T };

/** The first screen's pictures and data have the line to themselves for so long. */
const FIRST_MS = 1_000;

const known: Download<unknown>[] = [];

/** A part of a screen that the first one can do without, with the texts it may say; fetched with the rest when nothing else is done. */
export function download<T>(load: () => Promise<T>, texts?: () => Promise<unknown>): Download<T> {
  const part = downloadAlone(load, texts);
  known.push(part);
  return part;
}

/** What is fetched for whoever goes there, and for nobody else: a screen of its own. */
export function downloadAlone<T>(load: () => Promise<T>, texts: () => Promise<unknown> = restOfTexts): Download<T> {
  const listeners = new Set<() => void>();
  let state: Downloaded<T> = { is: 'asked' };
  let underWay: Promise<void> | undefined;
  const tell = (next: Downloaded<T>): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const fetchIt = async (): Promise<void> => {
    try {
      const [value] = await Promise.all([load(), texts()]);
      tell({ is: 'here', value });
    } catch {
      underWay = undefined;
      tell({ is: 'failed' });
    }
  };
  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin() {
      if (state.is === 'failed') tell({ is: 'asked' });
      underWay ??= fetchIt();
      return underWay;
    },
  };
}

/** When the first screen has had its time and the device has nothing to do. The answer calls it off. */
export function afterTheFirst(task: () => void): () => void {
  let isOff = false;
  const unlessOff = (): void => {
    if (!isOff) task();
  };
  const timer = setTimeout(() => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(unlessOff, { timeout: FIRST_MS });
    else unlessOff();
  }, FIRST_MS);
  return () => {
    isOff = true;
    clearTimeout(timer);
  };
}

/** Every part that nobody has asked for yet, one after another. */
export async function downloadTheRest(): Promise<void> {
  for (const part of known) if (part.current().is === 'asked') await part.begin();
}
