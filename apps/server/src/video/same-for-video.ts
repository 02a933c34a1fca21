import type { Meeting } from '@klubba/meeting';
import type { Scene } from './conductor-contract.ts';

/** Most facts move nobody: 81 votes in a second must not ask 150 times about 150 people. */
export function isSameForVideo(before: Scene, after: Scene): boolean {
  const [a, b] = [before.meeting, after.meeting];
  const slices = [
    'plan',
    'agenda',
    'attendance',
    'lobby',
    'remote',
    'floor',
    'conflicts',
    'secrecy',
    'adjournment',
  ] as const;
  return (
    before.closing?.seq === after.closing?.seq &&
    slices.every((slice) => a[slice] === b[slice]) &&
    rollCallVote(a) === rollCallVote(b)
  );
}

function rollCallVote({ decisions }: Meeting): unknown {
  const vote = decisions.openVote === undefined ? undefined : decisions.votes[decisions.openVote];
  return vote?.method === 'rollCall' ? vote : undefined;
}
