import { expect, test } from 'vitest';
import { buildLivekit } from '../../../tools/livekit/build.mjs';
import { torture } from './torture.ts';

/** It takes a minute and a half on two idle cores. */
const WITHIN_MS = 240_000;

test(
  'an evening whose server, database and video server are killed twenty times loses and doubles nothing',
  async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const { kills, votes, lost, doubled, differing, broken, record, video, unfinished } = await torture({
      kills: 20,
      seed,
      livekit: await buildLivekit(),
    });
    expect({ seed, lost, doubled, differing, broken, record, video, unfinished }).toEqual({
      seed,
      lost: [],
      doubled: [],
      differing: [],
      broken: [],
      record: [],
      video: [],
      unfinished: [],
    });
    expect(kills).toHaveLength(20);
    expect(votes).toBeGreaterThan(0);
  },
  WITHIN_MS,
);
