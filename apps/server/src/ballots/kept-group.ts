import { type Group, type GroupName, groupOf } from '@klubba/ballot';
import { nodeEngine } from '@klubba/ballot/node';

const kept = new Map<GroupName, Group>();

/** The group of that name, one for the whole server: its table of powers is made once. */
export function keptGroup(name: GroupName): Group {
  const group = kept.get(name) ?? groupOf(name, nodeEngine());
  kept.set(name, group);
  return group;
}
