import { connectBot, type ProtocolBot } from '@klubba/bots';
import type { MeetingId, VoteId } from '@klubba/meeting';
import type { ServerMessage } from '@klubba/protocol';
import { serve } from '../worker.ts';

const RESULT_WITHIN_MS = 10_000;
const AT_ONCE = 20;
/** Between the last acknowledgement and the closing. */
const SETTLE_MS = 200;

/** One vote: ms from each press to its acknowledgement, in order of pressing, and from the closing to each client's result. */
export type Round = { readonly acks: readonly number[]; readonly results: readonly number[] };

type Hall = {
  readonly origin: string;
  readonly cookies: readonly string[];
  readonly meeting: MeetingId;
  readonly spectators: number;
  /** Those at a distance must see the meeting to tell of their link. */
  readonly folds?: boolean;
};

/** The chair first, then the other members; then those who only watch. */
const members: ProtocolBot[] = [];
const everybody: ProtocolBot[] = [];
const results = new Map<ProtocolBot, number>();

serve({
  async connect({ origin, cookies, meeting, spectators, folds = false }: Hall) {
    const wanted = [...cookies, ...Array.from({ length: spectators }, () => undefined)];
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      const bots = await Promise.all(
        wanted.slice(from, from + AT_ONCE).map(async (cookie) => {
          const known: { bot?: ProtocolBot } = {};
          known.bot = await connectBot({
            origin,
            meeting,
            folds: folds && cookie !== undefined,
            ...(cookie === undefined ? {} : { cookie }),
            onMessage: (message, at) => known.bot !== undefined && noteResult(known.bot, message, at),
          });
          return known.bot;
        }),
      );
      everybody.push(...bots);
    }
    members.push(...everybody.slice(0, cookies.length));
  },
  async vote({ vote, withinMs }: { vote: VoteId; withinMs: number }): Promise<Round> {
    results.clear();
    const acks = await Promise.all(
      members.map((bot, index) => castAfter(bot, vote, (index * withinMs) / members.length, index)),
    );
    await pause(SETTLE_MS);
    const [chair] = members;
    const closedAt = performance.now();
    const outcome = await chair?.send({ type: 'closeVote' });
    if (outcome?.kind !== 'done') throw new Error(`The vote was not closed: ${JSON.stringify(outcome)}`);
    while (results.size < everybody.length) {
      if (performance.now() - closedAt > RESULT_WITHIN_MS)
        throw new Error(`${everybody.length - results.size} clients saw no result.`);
      await pause(5);
    }
    return { acks, results: [...results.values()].map((at) => at - closedAt) };
  },
});

async function castAfter(bot: ProtocolBot, vote: VoteId, ms: number, index: number): Promise<number> {
  await pause(ms);
  const pressed = performance.now();
  const outcome = await bot.send({ type: 'castVote', vote, choice: index % 2 === 0 ? 'yes' : 'no' });
  if (outcome.kind === 'refused') throw new Error(`A vote was refused: ${JSON.stringify(outcome.refusal)}`);
  return performance.now() - pressed;
}

function noteResult(bot: ProtocolBot, message: ServerMessage, at: number): void {
  if (message.type !== 'facts' || results.has(bot)) return;
  if (message.facts.some(({ event }) => event.type === 'VoteClosed')) results.set(bot, at);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
