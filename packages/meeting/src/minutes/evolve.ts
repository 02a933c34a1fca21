import type { Fact } from '../types.ts';
import type { MinutesState } from './types.ts';

export function initialMinutes(): MinutesState {
  return { notes: [], wordings: {}, scriptWords: {}, adjustedAtOnce: [] };
}

export function evolveMinutes(minutes: MinutesState, fact: Fact): MinutesState {
  const { event, at, actor } = fact;
  switch (event.type) {
    case 'NoteWritten': {
      if (actor === 'system') return minutes;
      const written = { id: event.note, item: event.item, text: event.text, by: actor, at };
      const known = minutes.notes.some((note) => note.id === event.note);
      return {
        ...minutes,
        notes: known
          ? minutes.notes.map((note) => (note.id === event.note ? written : note))
          : [...minutes.notes, written],
      };
    }
    case 'NoteRemoved':
      return { ...minutes, notes: minutes.notes.filter((note) => note.id !== event.note) };
    case 'AdjustedAtOnce':
      return { ...minutes, adjustedAtOnce: [...new Set([...minutes.adjustedAtOnce, event.item])] };
    case 'PassageWorded':
      return { ...minutes, wordings: worded(minutes.wordings, event.passage, event.text) };
    case 'ScriptWorded':
      return { ...minutes, scriptWords: worded(minutes.scriptWords, event.line, event.text) };
    case 'MinutesLocked':
      return { ...minutes, lockedBy: { device: event.device, by: actor, at } };
    case 'MinutesUnlocked': {
      const { lockedBy: _released, ...free } = minutes;
      return free;
    }
    default:
      return minutes;
  }
}

/** An empty text takes the generated one back into use. */
function worded(words: Readonly<Record<string, string>>, key: string, text: string): Readonly<Record<string, string>> {
  const { [key]: _replaced, ...others } = words;
  return text === '' ? others : { ...others, [key]: text };
}
