import type { ItemState } from '../agenda/types.ts';
import { titled } from './between.ts';
import { ITEM_MARKS } from './debate.ts';
import { adjournStep } from './interruptions.ts';
import { scene, step, trail, words } from './step.ts';
import type { Moment, Scene } from './types.ts';

/** The gavel has fallen: those who reserve say so, and the item is closed. */
export function decidedScene(moment: Moment, item: ItemState): Scene {
  return scene({
    words: [words('decided', titled(item))],
    wanted: [step('closeItemDecided', { number: item.number }, { type: 'closeItem' })],
    also: [step('adjustAtOnce', {}, { type: 'adjustAtOnce', item: item.id }), adjournStep(moment, 'rest')],
    trail: trail(ITEM_MARKS, 5),
  });
}
