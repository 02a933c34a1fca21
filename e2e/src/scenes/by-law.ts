import type { Choice, PersonId } from '@klubba/meeting';
import type { Hall } from '../hall.ts';
import { current, vote } from '../moments.ts';
import { named, openViews, pressOn, type Scene, type Screen } from '../scene.ts';
import { debate, inSession, putTheQuestion } from '../session.ts';

const ITEM = 118;
/** They want the item back to its preparation: more than a third of 41, less than half. */
const REFERRING: ReadonlySet<string> = new Set(['M', 'L', 'KD', 'SD']);

/** What the law says of a council's evening beside the usual: a substitute serves in a seat, a minority sends an item back, one makes a reservation. */
export const byLaw: Scene = {
  name: 'by-law',
  moments: ['substitute', 'serving', 'remit-found', 'remit-vote', 'remit-result', 'reservation', 'reserved'],
  async *play({ languages, hallOf }) {
    const hall = await hallOf({ of: 'Exempelköping', shape: (plan) => plan });
    const { meeting } = hall.plan;
    const [leaving, mover, against] = [hall.person('Brännlund'), hall.person('Ahlqvist'), hall.person('Palm')];
    await inSession(hall);
    await hall.send(leaving, { type: 'checkOut', person: leaving, cause: 'left' });
    const screens = await openViews(hall, languages, [
      { name: 'chair', who: hall.chair, at: `/m/${meeting}/chair?capture=small` },
      { name: 'secretary', who: hall.secretary, at: `/m/${meeting}/secretary?capture=small` },
      { name: 'member', who: against, at: `/m/${meeting}/member?capture=small` },
      { name: 'wall', who: hall.device('Väggskärmen'), at: `/display/${meeting}?capture=small` },
      { name: 'public', who: null, at: `/public/${meeting}` },
    ]);
    const desk = named(screens, 'secretary');
    await substituteIsThere(hall, leaving);
    await pressOn(desk, 'secretary.substitutes.prepare');
    yield { moment: 'substitute', screens: desk };
    for (const { page } of desk) await page.keyboard.press('Escape');
    yield* serving(hall, leaving, screens);
    yield* referral(hall, mover, screens);
    const members = named(screens, 'member');
    await pressOn(members, 'member.reserve');
    yield { moment: 'reservation', screens: members };
    await pressOn(members.slice(0, 1), 'member.reserve.send');
    for (const { page } of members) await page.getByRole('dialog').waitFor({ state: 'hidden' });
    yield { moment: 'reserved', screens };
  },
};

/** Whose turn it is for that seat waits in the hall. */
async function substituteIsThere(hall: Hall, member: PersonId): Promise<PersonId> {
  const party = hall.plan.people.find(({ id }) => id === member)?.party;
  const person = hall.plan.substitutes.find((list) => list.party === party)?.persons[0];
  if (person === undefined) throw new Error('The party has no substitute.');
  if (hall.meeting().attendance.present[person] === undefined)
    await hall.send(hall.secretary, { type: 'checkIn', person, mode: 'room', identified: 'secretaryInRoom' });
  return person;
}

async function* serving(hall: Hall, leaving: PersonId, screens: readonly Screen[]) {
  const substitute = await substituteIsThere(hall, leaving);
  const seat = hall.plan.seats.find(({ holder }) => holder === leaving)?.id;
  if (seat === undefined) throw new Error('The member has no seat.');
  await hall.send(hall.secretary, { type: 'callSubstitute', seat, substitute });
  yield { moment: 'serving', screens: named(screens, 'chair', 'secretary', 'wall', 'public') };
}

async function* referral(hall: Hall, mover: PersonId, screens: readonly Screen[]) {
  await debate(hall, ITEM);
  await hall.send(mover, {
    type: 'moveProposal',
    person: mover,
    kind: 'referralBack',
    text: 'Ärendet återremitteras.',
    reason: 'En beräkning behövs av vad nämndernas ramar betyder för skolskjutsarna.',
  });
  await putTheQuestion(hall);
  const [, alternative] = current(hall).alternatives;
  if (alternative === undefined) throw new Error('Somebody wants it back.');
  const item = current(hall).alternatives.find(({ proposal }) => proposal === undefined) ?? alternative;
  await hall.send(hall.chair, { type: 'stateFinding', alternative: item.id });
  yield { moment: 'remit-found', screens };
  await hall.send(mover, { type: 'demandVote', person: mover });
  await hall.send(hall.chair, { type: 'openVote', method: 'buttons' });
  await speaksTheVote(hall);
  const choice = (party: string): Choice => (REFERRING.has(party) ? 'no' : 'yes');
  await vote(hall, choice, 0.5);
  yield { moment: 'remit-vote', screens };
  await vote(hall, choice, 1);
  await hall.send(hall.chair, { type: 'closeVote' });
  yield { moment: 'remit-result', screens };
  await hall.send(hall.chair, { type: 'strikeGavel' });
}

/** The substitute, who has no tablet, says the vote, and the secretary enters it. */
async function speaksTheVote(hall: Hall): Promise<void> {
  const { decisions, attendance } = hall.meeting();
  const person = Object.values(attendance.serving).find((one) => one.inPlaceOf !== undefined)?.person;
  if (person === undefined || decisions.openVote === undefined) throw new Error('A substitute serves in an open vote.');
  await hall.send(hall.secretary, { type: 'enterSpokenVote', vote: decisions.openVote, person, choice: 'yes' });
}
