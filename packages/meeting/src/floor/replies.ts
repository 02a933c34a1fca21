import type { ItemId, PersonId } from '../ids.ts';
import type { FloorState, Speech } from './types.ts';

/** The speech that a reply by `person` would answer: the latest in the item, if another made it or another has replied to it. */
export function answeredSpeech(floor: FloorState, item: ItemId, person: PersonId): Speech | undefined {
  const held = [...floor.speeches, ...(floor.speaking ? [floor.speaking] : [])].filter((s) => s.item === item);
  const speech = held.findLast((s) => s.kind === 'speech');
  if (!speech) return undefined;
  const answeredByOther = held.slice(held.indexOf(speech)).some((s) => s.kind === 'reply' && s.person !== person);
  return speech.person !== person || answeredByOther ? speech : undefined;
}

/** Replies that this person may still make to the speech: those held and those waiting are counted. */
export function repliesLeft(floor: FloorState, speech: Speech, person: PersonId, limit: number): number {
  const held = [...floor.speeches, ...(floor.speaking ? [floor.speaking] : [])];
  const after = held.slice(held.findIndex((s) => s.request === speech.request));
  const made = after.filter((s) => s.kind === 'reply' && s.person === person).length;
  const waiting = floor.queue.filter((r) => r.replyTo === speech.request && r.person === person).length;
  return limit - made - waiting;
}
