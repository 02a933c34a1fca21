import type { Fact } from '@klubba/meeting';
import type { Closing } from './rights.ts';

/** Whether the doors are closed after these facts, given how it was before them. A reader of the journal keeps it beside the fold. */
export function trackClosing(before: Closing | undefined, facts: Iterable<Fact>): Closing | undefined {
  let closing = before;
  for (const { event, seq } of facts) {
    if (event.type === 'DoorsClosed') closing = { item: event.item, seq };
    if (event.type === 'DoorsOpened' || event.type === 'MeetingClosed') closing = undefined;
  }
  return closing;
}
