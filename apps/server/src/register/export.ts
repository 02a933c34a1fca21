import { csvText, type Register, type RegisterFact } from '@klubba/register';
import { historyEntry } from './views.ts';

/** Every administrative act and refused attempt, oldest first. */
export function auditCsv(register: Register, facts: readonly RegisterFact[]): string {
  return csvText([
    ['nummer', 'tid', 'vem', 'händelse', 'uppgifter'],
    ...facts.map((fact) => {
      const { seq, at, actor, actorName, event } = historyEntry(register, fact);
      const { type, ...about } = event;
      return [
        String(seq),
        new Date(at).toISOString(),
        actorName === '' ? actor : actorName,
        type,
        JSON.stringify(about),
      ];
    }),
  ]);
}
