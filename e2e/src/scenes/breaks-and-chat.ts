import { type Language, text } from '@klubba/i18n';
import type { PersonId } from '@klubba/meeting';
import type { Hall } from '../hall.ts';
import { named, openViews, pressOn, type Scene, type Screen, showOn, type Stage, type Stop } from '../scene.ts';
import { debate, inSession } from '../session.ts';

const ITEM = 118;
const FAR_MS = 15 * 60_000;
const NEAR_MS = 100_000;

/** The chat beside the debate, a message taken away, and a break for group meetings with its rooms. */
export const breaksAndChat: Scene = {
  name: 'breaks-and-chat',
  moments: ['notice', 'chat', 'number', 'causes', 'moderated', 'break', 'alone', 'room', 'near', 'gathered'],
  play: oneLanguageAfterTheOther,
};

/** One person in two windows would be in the room twice: the story is told once in each language. */
async function* oneLanguageAfterTheOther({ languages, hallOf }: Stage): AsyncGenerator<Stop> {
  for (const language of languages) {
    const hall = await hallOf({ of: 'Exempelköping', shape: (plan) => plan });
    const group = partyOf(hall, 'M');
    await inSession(hall, group.slice(0, 2));
    await debate(hall, ITEM);
    const { meeting } = hall.plan;
    const [member = hall.chair, fellow = hall.chair] = group;
    const screens = await openViews(
      hall,
      [language],
      [
        { name: 'member', who: member, at: `/m/${meeting}/member?capture=small` },
        { name: 'fellow', who: fellow, at: `/m/${meeting}/member?capture=small` },
        { name: 'chair', who: hall.chair, at: `/m/${meeting}/chair?capture=small` },
        { name: 'secretary', who: hall.secretary, at: `/m/${meeting}/secretary?capture=small` },
        { name: 'support', who: technicianOf(hall), at: `/m/${meeting}/support?capture=small` },
        { name: 'wall', who: hall.device('Väggskärmen'), at: `/display/${meeting}?capture=small` },
      ],
    );
    yield* chatting(screens, language);
    yield* meetingInABreak(hall, screens);
  }
}

async function* chatting(screens: readonly Screen[], language: Language): AsyncGenerator<Stop> {
  const [member, fellow, secretary] = ['member', 'fellow', 'secretary'].map((name) => named(screens, name));
  if (member === undefined || fellow === undefined || secretary === undefined) return;
  const all = named(screens, 'member', 'fellow', 'chair', 'secretary', 'support');
  for (const { page } of all) await page.getByRole('button', { name: CHAT }).first().click();
  yield { moment: 'notice', screens: member };
  await pressOn(member, 'chat.notice.accept');
  await pressOn(fellow, 'chat.notice.accept');
  const lines = language === 'sv' ? SWEDISH : ENGLISH;
  await write(member, lines[0]);
  await write(fellow, lines[1]);
  await write(member, lines[2]);
  for (const { page } of all) await page.getByText(lines[2]).first().waitFor();
  yield { moment: 'chat', screens: all };
  await write(fellow, lines[3]);
  await showOn(fellow, 'chat.number.word');
  yield { moment: 'number', screens: fellow };
  await pressOn(fellow, 'chat.number.anyway');
  for (const { page } of secretary)
    await page
      .getByRole('listitem')
      .filter({ hasText: lines[3] })
      .getByRole('button', { name: /^(Ta bort|Remove)/ })
      .click();
  yield { moment: 'causes', screens: secretary };
  await pressOn(secretary, 'chat.remove.individual');
  await showOn(fellow, 'chat.removed.own', { by: 'secretary' });
  yield { moment: 'moderated', screens: named(screens, 'member', 'fellow') };
  for (const { page } of all) await page.getByRole('button', { name: CHAT }).first().click();
}

const CHAT = /^Chatt?(,|$)/;
const SWEDISH = [
  'Hör ni ordföranden i salen? Här är ljudet svagt.',
  'Det hörs bra hos mig. Prova att höja på plattan.',
  'Tack, nu hörs det.',
  'Gäller det 19890201-3286?',
] as const;
const ENGLISH = [
  'Do you hear the chair in the hall? The sound is weak here.',
  'I hear it well. Try to turn it up on the tablet.',
  'Thank you, now I hear.',
  'Is it about 19890201-3286?',
] as const;

async function write(on: readonly Screen[], words: string): Promise<void> {
  for (const { page, language } of on) {
    await page.getByLabel(text(language, 'chat.write')).fill(words);
    await pressOn(on, 'chat.send');
  }
}

async function* meetingInABreak(hall: Hall, screens: readonly Screen[]): AsyncGenerator<Stop> {
  const [member, both] = [named(screens, 'member'), named(screens, 'member', 'fellow')];
  const seen = named(screens, 'member', 'chair', 'wall');
  await hall.send(hall.chair, { type: 'adjourn', cause: 'groupMeeting', until: Date.now() + FAR_MS });
  await showOn(named(screens, 'member', 'chair'), 'breaks.rooms');
  yield { moment: 'break', screens: seen };
  await enterOwnRoom(member);
  const hasVideo = await isInTheRoom(member);
  yield { moment: 'alone', screens: member };
  await enterOwnRoom(named(screens, 'fellow'));
  if (hasVideo) await seeEachOther(both);
  yield { moment: 'room', screens: member };
  await hall.send(hall.chair, { type: 'extendAdjournment', until: Date.now() + NEAR_MS });
  await showOn(both, 'breaks.near');
  yield { moment: 'near', screens: named(screens, 'member', 'chair', 'wall') };
  await hall.send(hall.chair, { type: 'recall' });
  await showOn(both, 'breaks.gathered');
  yield { moment: 'gathered', screens: member };
}

/** With a video server one is inside, alone; without one the room says so. */
async function isInTheRoom(on: readonly Screen[]): Promise<boolean> {
  const inside = on.map(({ page, language }) => page.getByText(text(language, 'breaks.alone')));
  const outside = on.map(({ page, language }) => page.getByText(text(language, 'breaks.link.noServer')));
  for (const [at, one] of inside.entries()) await one.or(outside[at] ?? one).waitFor();
  return (await Promise.all(inside.map((one) => one.isVisible()))).every(Boolean);
}

async function seeEachOther(on: readonly Screen[]): Promise<void> {
  await pressOn(on, 'breaks.microphone.on');
  await pressOn(on, 'breaks.camera.on');
  for (const { page } of on) await page.locator('li video').first().waitFor();
  await showOn(on, 'breaks.seen');
}

/** The door to the party's room is the first. */
async function enterOwnRoom(on: readonly Screen[]): Promise<void> {
  for (const { page } of on) await page.locator('section[aria-labelledby=break-rooms] button').first().click();
}

function partyOf(hall: Hall, short: string): readonly PersonId[] {
  const held = hall.plan.seats.flatMap((seat) => seat.holder ?? []);
  return held.filter((person) => hall.party(person) === short && hall.plan.remoteGranted.includes(person));
}

function technicianOf(hall: Hall): PersonId {
  return hall.plan.duties.find((one) => one.duty === 'technician')?.person ?? hall.secretary;
}
