import type { Fact, ItemId } from '@klubba/meeting';
import { councilPlan, evening } from '@klubba/meeting/testing';
import { factHash, genesisHash } from '@klubba/record';
import { expect, it } from 'vitest';
import type { JournalFact } from '../journal/journal.ts';
import { memoryJournal } from '../journal/memory-journal.ts';
import { openMeetings } from '../meetings/meetings.ts';
import type { Conductor, Scene } from '../video/index.ts';
import { followWithVideo } from './video-follower.ts';

const plan = councilPlan();
const [item] = plan.items;

/** The first fact, and the doors closed as if they had been: what led there is no matter here. */
function facts(): readonly JournalFact[] {
  const bare: readonly Fact[] = [
    ...evening(plan, 1, 0),
    { seq: 2, at: 2, actor: 'system', event: { type: 'DoorsClosed', item: item?.id as ItemId } },
  ];
  let prev = genesisHash(plan.meeting);
  return bare.map((fact) => {
    const kept = { ...fact, command: `c-${fact.seq}`, part: 0, prev, hash: factHash(prev, fact) };
    prev = kept.hash;
    return kept;
  });
}

it('tells the video of doors that were closed before this server started or opened the meeting', async () => {
  const journal = memoryJournal();
  await journal.append(plan.meeting, facts());
  const scenes: Scene[] = [];
  const conductor = { carryOut: async (scene: Scene) => void scenes.push(scene) } as unknown as Conductor;
  const later = openMeetings(journal, (error) => expect.unreachable(String(error)));
  followWithVideo(later, conductor, (error) => expect.unreachable(String(error)));
  await later.find(plan.meeting);
  const before = openMeetings(journal, (error) => expect.unreachable(String(error)));
  await before.find(plan.meeting);
  followWithVideo(before, conductor, (error) => expect.unreachable(String(error)));
  expect(scenes.map((scene) => scene.closing)).toEqual([
    { item: item?.id, seq: 2 },
    { item: item?.id, seq: 2 },
  ]);
});
