import type { Meeting } from '@klubba/meeting';

/** Items of the agenda that nobody has opened yet. */
export function waitingItems({ agenda }: Meeting): number {
  return Object.values(agenda.items).filter((item) => item.stage === 'waiting').length;
}
