import { type Phrase, type PhraseValues, phrase } from '../phrase.ts';
import type { MeetingCommand } from '../types.ts';
import type { Ask, Scene, Step, TrailMark } from './types.ts';

type More = { readonly effect?: Phrase; readonly asks?: readonly Ask[]; readonly then?: MeetingCommand };

export function step(key: string, values: PhraseValues, command: MeetingCommand, more: More = {}): Step {
  return { ...phrase(`script.step.${key}`, values), command, ...more };
}

export function effect(key: string, values: PhraseValues = {}): Phrase {
  return phrase(`script.effect.${key}`, values);
}

export function words(key: string, values: PhraseValues = {}): Phrase {
  return phrase(`script.words.${key}`, values);
}

export function scene(parts: Partial<Scene>): Scene {
  return { words: [], wanted: [], also: [], formal: [], trail: [], ...parts };
}

/** `done` before the current mark, `coming` after it. */
export function trail(marks: readonly string[], current: number): readonly TrailMark[] {
  return marks.map((mark, index) => ({
    key: `script.trail.${mark}`,
    state: index < current ? 'done' : index === current ? 'current' : 'coming',
  }));
}
