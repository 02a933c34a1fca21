import { randomUUID } from 'node:crypto';
import type { MeetingCommand, PersonId } from '@klubba/meeting';
import type { BotOutcome, ProtocolBot } from '@klubba/bots';

/** One press of a button, as the one who pressed it knows it. */
export type Press = {
  readonly id: string;
  readonly person: PersonId;
  readonly command: MeetingCommand;
  /** `performance.now()` */
  readonly sentAt: number;
  answeredAt?: number;
  outcome?: BotOutcome;
};

/** What all clients together have pressed and been answered: the other side of the journal. */
export type Ledger = {
  readonly presses: readonly Press[];
  send(bot: ProtocolBot, command: MeetingCommand): Promise<BotOutcome>;
  /** Resolves when every press has its answer; rejects with those that have none. */
  settled(withinMs: number): Promise<void>;
  /** The last time anything was acknowledged of what was pressed after `since`; undefined: nothing yet. */
  acknowledgedSince(since: number): number | undefined;
};

export function openLedger(): Ledger {
  const presses: Press[] = [];
  const open = new Set<Promise<unknown>>();
  return {
    presses,
    async send(bot, command) {
      const person = bot.you()?.person;
      if (person === undefined) throw new Error('The public presses nothing.');
      const press: Press = { id: randomUUID(), person, command, sentAt: performance.now() };
      presses.push(press);
      const answer = bot.send(command, press.id);
      open.add(answer);
      try {
        press.outcome = await answer;
        press.answeredAt = performance.now();
        return press.outcome;
      } finally {
        open.delete(answer);
      }
    },
    async settled(withinMs) {
      const late = new Promise<never>((_, reject) => {
        setTimeout(() => {
          const without = presses.filter((press) => press.outcome === undefined);
          reject(new Error(`${without.length} presses were never answered, the first: ${without[0]?.command.type}`));
        }, withinMs).unref();
      });
      await Promise.race([Promise.all(open), late]);
    },
    acknowledgedSince(since) {
      const found = presses.find((press) => press.sentAt > since && press.outcome?.kind === 'done');
      return found?.answeredAt;
    },
  };
}
