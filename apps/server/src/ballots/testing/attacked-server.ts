import { writeHeapSnapshot } from 'node:v8';
import { readConfig } from '../../config.ts';
import { openLog } from '../../log.ts';
import { openServer } from '../../server.ts';

/** A server of its own, whose memory is looked into from outside. */
export type AttackedStart = { readonly databaseUrl: string; readonly logFile: string };
/** `plant`: what a server that was altered to remember would have in its memory. */
export type AttackedOrder =
  | { readonly snapshot: string }
  | { readonly plant: readonly (readonly [person: string, mark: string])[] };

const start = JSON.parse(process.argv[2] ?? '{}') as AttackedStart;
const server = await openServer({
  config: readConfig({}),
  port: 0,
  databaseUrl: start.databaseUrl,
  video: undefined,
  log: openLog('trace', start.logFile),
});
const planted: object[] = [];
process.on('message', (order: AttackedOrder) => {
  if ('plant' in order) planted.push(...order.plant.map(([person, mark]) => ({ person, mark })));
  else writeHeapSnapshot(order.snapshot);
  process.send?.('done');
});
process.on('disconnect', () => void server.stop().then(() => process.exit()));
process.send?.(server.url);
