import type { MeetingId } from '@klubba/meeting';
import { atMost, type Bench } from '../bench.ts';
import type { Crowd } from '../fanout/crowd.worker.ts';
import { table } from '../print.ts';
import { startWorker } from '../worker.ts';

const MEMBERS = 150;
const PUBLICS = 2_000;
const CHANGES = 100;
const MIB = 1024 ** 2;
const KIB = 1024;

type Use = { readonly rss: number; readonly heapUsed: number; readonly connections: number };

export const memory: Bench = {
  name: 'memory',
  about: 'the server with 150 members and 2,000 of the public connected, before and after a hundred changes',
  async run() {
    const server = startWorker(new URL('../fanout/house.worker.ts', import.meta.url));
    const crowd = startWorker(new URL('../fanout/crowd.worker.ts', import.meta.url));
    try {
      const house = await server.ask<{ origin: string; cookies: string[]; meeting: MeetingId }>('start');
      const empty = await server.ask<Use>('memory');
      await crowd.ask('connect', { ...house, members: MEMBERS, publics: PUBLICS } satisfies Crowd);
      const full = await server.ask<Use>('memory');
      for (let index = 0; index < CHANGES; index += 1) await server.ask('change', { index });
      const after = await server.ask<Use>('memory');
      return report(empty, full, after);
    } finally {
      await crowd.stop();
      await server.stop();
    }
  },
};

function report(empty: Use, full: Use, after: Use) {
  const perConnection = (full.rss - empty.rss) / full.connections;
  return {
    tables: [
      table(
        ['', 'resident MiB', 'heap MiB', 'connections'],
        [
          ['nobody there', empty.rss / MIB, empty.heapUsed / MIB, empty.connections],
          ['everybody there', full.rss / MIB, full.heapUsed / MIB, full.connections],
          [`after ${CHANGES} changes`, after.rss / MIB, after.heapUsed / MIB, after.connections],
        ],
      ),
    ],
    figures: {
      emptyRssMib: empty.rss / MIB,
      fullRssMib: full.rss / MIB,
      afterRssMib: after.rss / MIB,
      heapGrowthMib: (after.heapUsed - full.heapUsed) / MIB,
      perConnectionKib: perConnection / KIB,
      connections: full.connections,
    },
    aims: [
      atMost('resident, everybody there and after the changes, MiB', after.rss / MIB, 512),
      atMost('heap that a hundred changes leave behind, MiB', (after.heapUsed - full.heapUsed) / MIB, 8),
    ],
    notes: ['Both limits are the house’s own: half a gibibyte, and nothing that grows with each change but the facts.'],
  };
}
