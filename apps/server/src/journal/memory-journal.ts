import type { MeetingId } from '@klubba/meeting';
import type { Journal, JournalFact, JournalHead } from './journal.ts';

/** The fake: several servers of one test may share it. */
export function memoryJournal(): Journal {
  const meetings = new Map<MeetingId, JournalFact[]>();
  const listeners = new Set<(head: JournalHead) => void>();
  return {
    async append(meeting, facts) {
      const kept = meetings.get(meeting) ?? [];
      const inOrder = facts.every((fact, index) => fact.seq === kept.length + 1 + index);
      const isKnown = facts.some((fact) => kept.some((old) => old.command === fact.command && old.part === fact.part));
      if (!inOrder || isKnown) return 'conflict';
      const copies = facts.map((fact) => structuredClone(fact));
      meetings.set(meeting, [...kept, ...copies]);
      const head = { meeting, seq: kept.length + facts.length };
      queueMicrotask(() => {
        for (const listener of listeners) listener(head);
      });
      return 'appended';
    },
    async read(meeting, after) {
      return (meetings.get(meeting) ?? []).slice(after);
    },
    async heads() {
      return [...meetings].map(([meeting, facts]) => ({ meeting, seq: facts.length }));
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
    },
  };
}
