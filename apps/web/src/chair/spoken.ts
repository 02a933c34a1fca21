import { type Language, say } from '@klubba/i18n';
import type { ScriptLine } from '@klubba/meeting';

/** A line of the script as it is said: in the chair's own words, where there are any. */
export function spoken(line: ScriptLine, language: Language): string {
  return line.words ?? say(language, line);
}
