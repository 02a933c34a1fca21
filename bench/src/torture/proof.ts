import { isDeepStrictEqual } from 'node:util';
import {
  audienceOf,
  decide,
  evolve,
  type Fact,
  fold,
  foldFor,
  foldForPerson,
  type Meeting,
  PUBLIC_AUDIENCE,
  type PersonId,
  type Unplanned,
  unplanned,
} from '@klubba/meeting';
import { type Client, mark } from './company.ts';
import { brokenJournal, type Row } from './journal.ts';
import type { Press } from './ledger.ts';

/** What the evening has to answer for. Each list names every fault found; all empty: it holds. */
export type Proof = {
  /** Acknowledged, and not in the journal, or not where the answer said. */
  readonly lost: readonly string[];
  /** In the journal more than once, or without having been acknowledged to anybody. */
  readonly doubled: readonly string[];
  /** Clients whose picture is not what a fresh fold of the journal gives. */
  readonly differing: readonly string[];
  readonly broken: readonly string[];
};

/** Holds the ledger of the clients against the journal. */
export function prove(rows: readonly Row[], presses: readonly Press[], clients: readonly Client[]): Proof {
  const byCommand = Map.groupBy(rows, (row) => row.command);
  const meeting = fold(rows);
  return {
    lost: losses(rows, presses, byCommand),
    doubled: [...surplus(presses, byCommand), ...twiceDone(rows)],
    differing: clients.flatMap((client) => differences(client, meeting, rows)),
    broken: meeting.plan === undefined ? ['there is no plan'] : brokenJournal(rows, meeting.plan.meeting),
  };
}

function losses(
  rows: readonly Row[],
  presses: readonly Press[],
  byCommand: ReadonlyMap<string, readonly Row[]>,
): string[] {
  const lost: string[] = [];
  const withoutFacts: Empty[] = [];
  for (const press of presses) {
    const { id, person, command, outcome } = press;
    const what = `${command.type} by ${person} (${id})`;
    const found = byCommand.get(id) ?? [];
    const last = found.at(-1);
    if (outcome === undefined) lost.push(`${what} was never answered`);
    else if (outcome.kind === 'refused') {
      if (last !== undefined) lost.push(`${what} was refused, and is in the journal`);
    } else if (last === undefined) withoutFacts.push({ what, command, person, seq: outcome.seq });
    else if (last.actor !== person) lost.push(`${what} stands in the name of ${last.actor}`);
    else if (last.seq !== outcome.seq) lost.push(`${what} was acknowledged as fact ${outcome.seq}, and is ${last.seq}`);
  }
  return [...lost, ...gone(rows, withoutFacts)];
}

type Empty = Pick<Press, 'command' | 'person'> & { readonly what: string; readonly seq: number };

/** Some lawful presses add nothing, such as support given twice: deciding again, where the meeting then stood, says so. */
function gone(rows: readonly Row[], presses: readonly Empty[]): string[] {
  let meeting: Meeting | Unplanned = unplanned;
  let at = 0;
  return presses
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap(({ what, command, person, seq }) => {
      for (; at < seq; at += 1) {
        const row = rows[at];
        if (row !== undefined) meeting = evolve(meeting, row);
      }
      const decided = decide(meeting, command, { at: rows[seq - 1]?.at ?? 0, actor: person, id: 'again' });
      if (decided.ok && decided.value.length === 0) return [];
      const says = decided.ok ? decided.value.map(({ type }) => type).join(', ') : JSON.stringify(decided.refusal);
      return [`${what} was acknowledged after fact ${seq}, and is gone: decided again it gives ${says}`];
    });
}

/** What a person's command brought although no press of that person was acknowledged. The platform's own acts are nobody's press. */
function surplus(presses: readonly Press[], byCommand: ReadonlyMap<string, readonly Row[]>): string[] {
  const pressed = new Set(presses.map((press) => press.id));
  return [...byCommand].flatMap(([command, [first]]) =>
    first === undefined || first.actor === 'system' || pressed.has(command)
      ? []
      : [`fact ${first.seq}, ${first.event.type}, answers to no press`],
  );
}

/** What can be done only once, whatever is clicked, resent or sent from two devices. */
function twiceDone(rows: readonly Row[]): string[] {
  const once = rows.flatMap(({ seq, event }) => {
    switch (event.type) {
      case 'VoteCast':
        return [{ seq, key: `vote of ${event.person} in ${event.vote}` }];
      case 'VoteClosed':
        return [{ seq, key: `end of ${event.vote}` }];
      case 'ItemOpened':
        return [{ seq, key: `opening of ${event.item}` }];
      case 'MeetingOpened':
      case 'MeetingClosed':
        return [{ seq, key: event.type }];
      default:
        return [];
    }
  });
  return [...Map.groupBy(once, (one) => one.key)].flatMap(([key, all]) =>
    all.length === 1 ? [] : [`${key} at facts ${all.map((one) => one.seq).join(', ')}`],
  );
}

/** A client's own picture, and each fact it was ever told, against the journal. */
function differences(client: Client, whole: Meeting | Unplanned, rows: readonly Row[]): string[] {
  const fresh = freshFold(rows, whole, client.person);
  const faults = [...client.contradictions];
  const mine = client.bot.meeting();
  if (!sees(mine, fresh))
    faults.push(`sees another meeting: ${firstDifference({ ...mine, seq: 0 }, { ...fresh, seq: 0 })}`);
  for (const [seq, told] of client.seen) {
    const row = rows[seq - 1];
    const is = row === undefined ? 'nothing' : mark(row.at, row.event.type);
    if (is !== told) faults.push(`was told ${told} as fact ${seq}, which is ${is}`);
  }
  return faults.map((fault) => `${client.name}: ${fault}`);
}

/** The meeting as this person, or the public, is to see it after these facts. */
export function freshFold(
  facts: readonly Fact[],
  whole: Meeting | Unplanned,
  person: PersonId | null,
): Meeting | Unplanned {
  if (whole.plan === undefined) return whole;
  return person === null ? foldFor(facts, PUBLIC_AUDIENCE) : foldForPerson(facts, audienceOf(whole, person), person);
}

/**
 * Alike as they would be on the wire, where a field that is undefined is no field. The place in the journal is left out:
 * of facts that a client may not see it is not told, not even that they are there.
 */
export function sees(mine: Meeting | Unplanned, fresh: Meeting | Unplanned): boolean {
  return isDeepStrictEqual(wired({ ...mine, seq: 0 }), wired({ ...fresh, seq: 0 }));
}

function wired(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

function firstDifference(one: unknown, other: unknown, path = 'meeting'): string {
  const [a, b] = [wired(one), wired(other)];
  if (!isRecord(a) || !isRecord(b)) return `${path} is ${short(a)}, not ${short(b)}`;
  const key = [...new Set([...Object.keys(a), ...Object.keys(b)])].find((name) => !isDeepStrictEqual(a[name], b[name]));
  return key === undefined ? path : firstDifference(a[key], b[key], `${path}.${key}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function short(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 120) ?? 'nothing';
}
