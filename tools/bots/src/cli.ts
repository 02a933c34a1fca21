import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Choice, MeetingId, PersonId } from '@klubba/meeting';
import { startEvening } from './evening.ts';
import { logIn, readLinks } from './log-in.ts';

const USAGE = `Puts bots into a meeting. They check in, answer the roll call, confirm their presence after breaks, and vote, until Ctrl-C.

  node tools/bots/src/cli.ts --meeting ID --links FILE [--url ORIGIN] [--media N] [--except NAME,…] [--vote random|yes|no|abstain]

  --links   a file with one login link a line, as npm start prints them
  --url     where the server is, when it is not where the links say
  --media   how many of those at a distance also send a picture, and a tone when they have the floor
  --except  persons that somebody else plays
  --vote    how they vote; nobody votes without it`;

const CHOICES: readonly Choice[] = ['yes', 'no', 'abstain'];

const { values } = parseArgs({
  options: {
    meeting: { type: 'string' },
    links: { type: 'string' },
    url: { type: 'string' },
    media: { type: 'string', default: '0' },
    except: { type: 'string', default: '' },
    vote: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help || values.meeting === undefined || values.links === undefined) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const except = new Set(values.except.split(',').map((name) => name.trim()));
const links = readLinks(readFileSync(values.links, 'utf8')).filter(
  (link) => ![...except].some((name) => name !== '' && link.name.includes(name)),
);
const origin = values.url ?? links[0]?.origin;
if (origin === undefined) {
  console.error('The file holds no login link.');
  process.exit(2);
}
const cookies: string[] = [];
for (const link of links) cookies.push(await logIn({ ...link, origin }));

const evening = await startEvening({ origin, meeting: values.meeting as MeetingId, cookies });
evening.answerRollCall();
evening.confirmPresence();
await evening.checkIn();
if (values.vote !== undefined) evening.voteAlways(chooser(values.vote));
const remote = evening.guests.filter(({ bot, person }) => {
  const meeting = bot.meeting();
  return meeting.plan !== undefined && meeting.attendance.present[person]?.mode === 'remote';
});
evening.giveMedia(remote.slice(0, Number(values.media)).map((guest) => guest.person));
console.log(
  `${evening.guests.length} bots are in, ${remote.length} of them at a distance, ${Math.min(remote.length, Number(values.media))} with picture.`,
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    evening.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

function chooser(how: string): (person: PersonId) => Choice | undefined {
  if (how === 'random') return () => CHOICES[Math.floor(Math.random() * CHOICES.length)];
  const choice = CHOICES.find((one) => one === how);
  if (choice === undefined) throw new Error(`--vote is random, yes, no or abstain, not "${how}"`);
  return () => choice;
}
