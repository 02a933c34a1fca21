import { ed25519Group } from './ed25519.ts';
import type { Engine, Group, GroupName } from './group.ts';
import { belenios2048 } from './modp.ts';

export const GROUP_NAMES: readonly GroupName[] = ['BELENIOS-2048', 'Ed25519'];

export const isGroupName = (text: string): text is GroupName => (GROUP_NAMES as readonly string[]).includes(text);

/** The group of that name. Keep it: its table of the generator's powers is made once. */
export function groupOf(name: GroupName, engine: Engine = {}): Group {
  switch (name) {
    case 'BELENIOS-2048':
      return belenios2048(engine);
    case 'Ed25519':
      return ed25519Group(engine);
  }
}
