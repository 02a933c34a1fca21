import { mayAdjustAtOnce } from '../law/pro-3-adjusted-at-once.ts';
import { mtgMinutesLock, mtgMinutesText, mtgMinutesUnknown } from '../law/mtg-minutes.ts';
import type { Refusal } from '../law/rule.ts';
import { ok, type Result, refused, unreachable } from '../result.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import type { MinutesCommand } from './types.ts';

/** A lock held by a computer that has fallen silent may be taken over after this long. */
export const LOCK_SECONDS = 300;
export const NOTE_MAX_CHARACTERS = 20_000;

/** What the secretary writes beside the facts. No command here can touch a fact (MIN-01). */
export function decideMinutes(
  meeting: Meeting,
  command: MinutesCommand,
  context: Context,
): Result<readonly MeetingEvent[]> {
  const { minutes } = meeting;
  switch (command.type) {
    case 'writeNote':
    case 'removeNote':
    case 'wordPassage': {
      const refusal = penElsewhere(meeting, command, context);
      return refusal ? refused(refusal) : write(meeting, command);
    }
    case 'adjustAtOnce': {
      const refusal = mayAdjustAtOnce(meeting, command.item);
      if (refusal) return refused(refusal);
      return ok(minutes.adjustedAtOnce.includes(command.item) ? [] : [{ type: 'AdjustedAtOnce', item: command.item }]);
    }
    case 'wordScript':
      return tooLong(command.text) ?? ok([{ type: 'ScriptWorded', line: command.line, text: command.text.trim() }]);
    case 'lockMinutes': {
      const refusal = penElsewhere(meeting, command, context);
      if (refusal) return refused(refusal);
      return ok([{ type: 'MinutesLocked', device: command.device }]);
    }
    case 'unlockMinutes':
      if (minutes.lockedBy === undefined) return ok([]);
      return minutes.lockedBy.device === command.device
        ? ok([{ type: 'MinutesUnlocked', device: command.device }])
        : refused({ rule: mtgMinutesLock.id });
    default:
      return unreachable(command);
  }
}

type Writing = Extract<MinutesCommand, { type: 'writeNote' | 'removeNote' | 'wordPassage' }>;

function write(meeting: Meeting, command: Writing): Result<readonly MeetingEvent[]> {
  switch (command.type) {
    case 'writeNote': {
      const text = command.text.trim();
      if (text === '' || text.length > NOTE_MAX_CHARACTERS)
        return refused({ rule: mtgMinutesText.id, detail: { maximum: NOTE_MAX_CHARACTERS } });
      if (command.item !== null && meeting.agenda.items[command.item] === undefined)
        return refused({ rule: mtgMinutesUnknown.id });
      return ok([{ type: 'NoteWritten', note: command.note, item: command.item, text }]);
    }
    case 'removeNote':
      return meeting.minutes.notes.some((note) => note.id === command.note)
        ? ok([{ type: 'NoteRemoved', note: command.note }])
        : refused({ rule: mtgMinutesUnknown.id });
    case 'wordPassage':
      return (
        tooLong(command.text) ?? ok([{ type: 'PassageWorded', passage: command.passage, text: command.text.trim() }])
      );
  }
}

/** Another computer has the pen, or another person. */
function penElsewhere(
  { minutes: { lockedBy } }: Meeting,
  { device }: { readonly device?: string },
  { actor, at }: Context,
): Refusal | null {
  if (lockedBy === undefined || at - lockedBy.at >= LOCK_SECONDS * 1000) return null;
  const own = lockedBy.by === actor && (device === undefined || device === lockedBy.device);
  return own ? null : { rule: mtgMinutesLock.id };
}

function tooLong(text: string): Result<readonly MeetingEvent[]> | null {
  return text.length > NOTE_MAX_CHARACTERS
    ? refused({ rule: mtgMinutesText.id, detail: { maximum: NOTE_MAX_CHARACTERS } })
    : null;
}
