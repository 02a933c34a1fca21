import type { Place, QuestionResult, Summary, UnfinishedState, Verdict } from '@klubba/ballot';
import type { RecordVerdict } from '@klubba/record';
import type { Language, Texts } from './texts.ts';
import { texts } from './texts.ts';

/** What a process says of a file by its exit code. */
export const EXIT = { sound: 0, broken: 1, unreadable: 2, unfinished: 3 } as const;

/** A verdict in words, for a terminal and for the page alike. */
export interface Report {
  readonly exit: (typeof EXIT)[keyof typeof EXIT];
  /** The verdict in a few words. */
  readonly headline: string;
  readonly result: readonly QuestionResult[];
  /** Further sentences, the most important first. */
  readonly lines: readonly string[];
}

export type UnreadableReason = keyof Texts['reason'];

export function reportUnreadable(reason: UnreadableReason, language: Language): Report {
  const words = texts[language];
  return { exit: EXIT.unreadable, headline: words.unreadable, result: [], lines: [words.reason[reason]] };
}

export function reportArchive(verdict: Verdict, language: Language): Report {
  const words = texts[language];
  switch (verdict.kind) {
    case 'unreadable':
      return reportUnreadable(verdict.reason, language);
    case 'broken':
      return {
        exit: EXIT.broken,
        headline: words.broken,
        result: [],
        lines: [words.brokenRule(verdict.rule, words.rule(verdict.rule)), placeText(verdict.place, words)].filter(
          Boolean,
        ),
      };
    case 'sound-unfinished':
      return {
        exit: EXIT.unfinished,
        headline: words.unfinished,
        result: [],
        lines: [stateText(verdict.state, words), ...summaryLines(verdict.summary, words)],
      };
    case 'sound-complete':
      return {
        exit: EXIT.sound,
        headline: words.sound,
        result: verdict.result,
        lines: summaryLines(verdict.summary, words),
      };
  }
}

export function reportRecord(verdict: RecordVerdict, language: Language): Report {
  const words = texts[language];
  if (!verdict.ok) {
    const why = words.recordRule[verdict.rule];
    return {
      exit: EXIT.broken,
      headline: words.broken,
      result: [],
      lines: [words.brokenRule(verdict.rule, why), words.place.line(verdict.line)],
    };
  }
  const { header, count, head } = verdict;
  const lines = [
    words.record(header.meeting, header.body, header.date, count),
    words.recordHead(head),
    words.recordKey(header.key),
  ];
  return { exit: EXIT.sound, headline: words.sound, result: [], lines };
}

function stateText(state: UnfinishedState, words: Texts): string {
  switch (state.phase) {
    case 'open':
      return words.state.open;
    case 'closed':
      return words.state.closed;
    case 'tallied':
      return words.state.tallied(state.decryptions, state.needed);
    case 'decrypted':
      return words.state.decrypted;
  }
}

function summaryLines(summary: Summary, words: Texts): string[] {
  return [
    words.turnout(summary.voters, summary.registered, summary.cast),
    words.trustees(summary.trustees.needed, summary.trustees.size),
    words.head(summary.head, summary.height),
    ...(summary.receipts > 0 ? [words.receipts(summary.receipts)] : []),
    ...summary.notes.map((note) => words.note[note]),
  ];
}

function placeText({ height, record, path, offset, line }: Place, words: Texts): string {
  const { place } = words;
  const parts = [
    height === undefined ? '' : place.event(height),
    path === undefined ? '' : place.field(path),
    record === undefined ? '' : place.record(record),
    offset === undefined ? '' : place.byte(offset),
    line === undefined ? '' : place.receipt(line),
  ];
  return parts.filter(Boolean).join(', ');
}

/** The report as lines of text. */
export function reportText({ headline, result, lines }: Report, language: Language): string {
  const words = texts[language];
  const tables = result.flatMap(({ question, answers, blank }) => {
    const rows = [...answers, ...(blank === undefined ? [] : [{ answer: words.blank, votes: blank }])];
    return ['', question, ...rows.map(({ answer, votes }) => `  ${answer}: ${words.votes(votes)}`)];
  });
  return [headline, ...tables, ...(tables.length > 0 ? [''] : []), ...lines].join('\n');
}
