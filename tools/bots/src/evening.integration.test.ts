import type { MeetingId, PersonId } from '@klubba/meeting';
import { startServer, type Started } from '@klubba/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLivekit } from '../../livekit/build.mjs';
import { type Evening, startEvening } from './evening.ts';
import { logIn } from './log-in.ts';
import type { MediaBot } from './media-bot.ts';

const SOON = { timeout: 10_000, interval: 20 };

let server: Started;
let evening: Evening;
let meeting: MeetingId;
let origin: string;
let chair: PersonId;
let secretary: PersonId;

beforeAll(async () => {
  server = await startServer({ LIVEKIT_URL: '', LIVEKIT_BINARY: await buildLivekit(), LIVEKIT_PORT: '0' });
  const [council] = server.demo;
  if (council === undefined) throw new Error('The demo has an evening.');
  meeting = council.plan.meeting;
  origin = `http://127.0.0.1:${server.port}`;
  const duty = (wanted: string) => council.plan.duties.find((one) => one.duty === wanted)?.person as PersonId;
  [chair, secretary] = [duty('chair'), duty('secretary')];
  const members = council.plan.seats.flatMap((seat) => seat.holder ?? []);
  const wanted = new Set([chair, secretary, ...members]);
  const cookies: string[] = [];
  for (const { person, link } of council.people) {
    const token = link.split('/').at(-1) ?? '';
    if (wanted.has(person.id)) cookies.push(await logIn({ origin, token }));
  }
  evening = await startEvening({ origin, meeting, cookies });
}, 300_000);

afterAll(async () => {
  await evening.close();
  await server.stop();
});

const sent = async (
  person: PersonId,
  command: Parameters<Evening['guests'][number]['bot']['send']>[0],
): Promise<number> => {
  const outcome = await evening.of(person).bot.send(command);
  if (outcome.kind === 'refused') throw new Error(`${command.type}: ${JSON.stringify(outcome.refusal)}`);
  return outcome.seq;
};
const now = () => {
  const known = evening.of(chair).bot.meeting();
  if (known.plan === undefined) throw new Error('The meeting is planned.');
  return known;
};

describe('an evening of bots, on a real server with a real video server', () => {
  let remote: readonly PersonId[] = [];
  let media: readonly MediaBot[] = [];

  it('checks in, in the hall and at a distance, and everybody sees the same', async () => {
    await sent(secretary, { type: 'openCheckIn' });
    await evening.checkIn();
    await evening.allSee(now().seq);
    remote = evening.guests
      .map((one) => one.person)
      .filter((person) => now().attendance.present[person]?.mode === 'remote');
    expect(remote.length).toBeGreaterThan(3);
    await expect
      .poll(() => remote.filter((person) => now().attendance.present[person]?.fulfilled !== true), SOON)
      .toEqual([]);
    expect(Object.keys(now().attendance.present)).toHaveLength(evening.guests.length);
  });

  it('puts two of them in picture', async () => {
    media = evening.giveMedia(remote.slice(0, 2));
    const [first, second] = remote;
    await expect.poll(() => media.every((bot) => bot.isConnected()), SOON).toBe(true);
    await expect.poll(() => media[0]?.sees(), SOON).toContain(second);
    await expect.poll(() => media[1]?.sees(), SOON).toContain(first);
    expect(media.some((bot) => bot.isSounding())).toBe(false);
  });

  it('opens the microphone of the one who gets the floor, and closes it when the floor ends', async () => {
    const [speaker] = remote;
    if (speaker === undefined) throw new Error('Somebody is at a distance.');
    await sent(chair, { type: 'openMeeting' });
    evening.answerRollCall();
    await evening.callTheRoll(secretary);
    await sent(chair, { type: 'declareQuorate' });
    const item = now().agenda.order.find((id) => now().agenda.items[id]?.kind === 'report');
    if (item === undefined) throw new Error('The agenda has reports.');
    await sent(chair, { type: 'openItem', item });
    await sent(chair, { type: 'beginDebate' });
    const [bot, other] = media;
    await sent(chair, { type: 'giveFloorTo', person: speaker, kind: 'pointOfOrder' });
    await expect.poll(() => bot?.isSounding(), SOON).toBe(true);
    expect(other?.isSounding()).toBe(false);
    await sent(chair, { type: 'endSpeech' });
    await expect.poll(() => bot?.isSounding(), SOON).toBe(false);
  });

  it('resumes after a cut cable without a fact lost or doubled', async () => {
    const [cut] = remote;
    if (cut === undefined) throw new Error('Somebody is at a distance.');
    evening.of(cut).bot.cut();
    const seq = await sent(chair, { type: 'giveFloorTo', person: cut, kind: 'pointOfOrder' });
    await evening.of(cut).bot.until((known) => known.seq >= seq, 'what happened meanwhile');
    const [mine, others] = [evening.of(cut).bot.meeting(), now()];
    expect(mine.plan && mine.floor).toEqual(others.floor);
  });
});
