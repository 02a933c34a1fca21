import type { Ballot, Choice, PersonId, VoteResult } from '@klubba/meeting';
import { DESK, expect, type Hall, type Page, test, WALL } from './src/house.ts';
import { current } from './src/moments.ts';
import { debate, everybodyVotes, inSession } from './src/session.ts';

const LEFT = ['S', 'V', 'MP'];
const RIGHT = ['M', 'D', 'L', 'KD'];
const WORD: Readonly<Record<Ballot['choice'], string>> = {
  yes: 'Ja',
  no: 'Nej',
  abstain: 'Avstår',
  absent: 'Frånvarande',
};

test('Göteborg’s budget evening, § 451 of 7 November 2024, with 81: 29–9–43 and then 40–29–12, name by name', async ({
  hallOf,
}) => {
  const hall = await hallOf({ of: 'Göteborg' });
  const { meeting } = hall.plan;
  await inSession(hall);
  await debate(hall, 451);
  const wall = await hall.open(hall.device('Väggskärmen'), `/display/${meeting}`, WALL);
  const secretary = await hall.open(hall.secretary, `/m/${meeting}/secretary`, DESK);
  const movers = ['S', 'M', 'SD', 'C'].map((party) => firstOf(hall, party));
  for (const person of movers)
    await hall.send(person, {
      type: 'moveProposal',
      person,
      kind: 'amendment',
      text: `${hall.party(person)}:s förslag till budget 2025 bifalls.`,
    });

  await test.step('all four are put: the left’s is found, and the right’s, and in the last round the SD’s', async () => {
    for (const type of ['closeDebate', 'proposeOrder', 'approveOrder'] as const) await hall.send(hall.chair, { type });
    const [left, right, democrats] = movers;
    if (left === undefined || right === undefined || democrats === undefined) throw new Error('Three have moved.');
    await find(hall, left);
    await hall.send(right, { type: 'demandVote', person: right });
    await find(hall, right);
    await hall.send(democrats, { type: 'demandVote', person: democrats });
    await find(hall, democrats);
    await hall.send(hall.chair, { type: 'strikeGavel' });
    await expect(wall.getByText(/Fyra förslag/).first()).toBeVisible();
  });

  const counter = await test.step('the counter-proposition: 29 yes, 9 no, 43 abstain', () =>
    takeVote(hall, (party) => (RIGHT.includes(party) ? 'yes' : party === 'SD' ? 'no' : 'abstain')));
  expect([counter.yes, counter.no, counter.abstain]).toEqual([29, 9, 43]);
  await expect(wall.getByText('Ja har fått flest röster, 29 mot 9')).toBeVisible();
  await expectNamesOnWall(hall, wall, counter.ballots);

  const main = await test.step('the main vote: 40 yes, 29 no, 12 abstain', () =>
    takeVote(hall, (party) => (LEFT.includes(party) ? 'yes' : RIGHT.includes(party) ? 'no' : 'abstain')));
  expect([main.yes, main.no, main.abstain]).toEqual([40, 29, 12]);
  await expect(wall.getByText('Ja har fått flest röster, 40 mot 29')).toBeVisible();
  await expectNamesOnWall(hall, wall, main.ballots);

  await hall.send(hall.chair, { type: 'strikeGavel' });
  await hall.send(hall.chair, { type: 'closeItem' });
  await test.step('the minutes carry both votes, each of the 81 by name', async () => {
    await secretary.goto(`${hall.origin}/api/meetings/${encodeURIComponent(meeting)}/minutes.html`);
    const tables = await secretary
      .locator('table')
      .evaluateAll((all) =>
        all.map((table) => [...table.querySelectorAll('tbody tr')].map((row) => (row as HTMLElement).innerText)),
      );
    const named = tables.filter((rows) => rows.length === 81);
    expect(named).toHaveLength(2);
    for (const [index, ballots] of [counter.ballots, main.ballots].entries())
      for (const { person, choice } of ballots) {
        const rows = named[index]?.filter((row) => row.includes(nameOf(hall, person)) && row.includes(WORD[choice]));
        expect(rows, `${hall.name(person)} in vote ${index + 1}`).toHaveLength(1);
      }
    await expect(secretary.getByText('29 Ja mot 9 Nej', { exact: false }).first()).toBeVisible();
    await expect(secretary.getByText('40 Ja mot 29 Nej', { exact: false }).first()).toBeVisible();
  });
  expect(hall.faults).toEqual([]);
});

function firstOf(hall: Hall, party: string): PersonId {
  const found = hall.plan.seats.find((seat) => seat.holder !== undefined && hall.party(seat.holder) === party)?.holder;
  if (found === undefined) throw new Error(`Nobody is of ${party}.`);
  return found;
}

function nameOf(hall: Hall, person: PersonId): string {
  return hall.name(person).replace(/ \(.*/, '');
}

/** The question is put, and the chair finds for what this person has moved. */
async function find(hall: Hall, mover: PersonId): Promise<void> {
  await hall.send(hall.chair, { type: 'putQuestion' });
  const moved = Object.values(hall.meeting().proposals.byId).find((one) => one.mover === mover)?.id;
  const alternative = current(hall).alternatives.find((one) => one.proposal === moved)?.id;
  if (alternative === undefined) throw new Error(`Nothing that ${mover} has moved is put.`);
  await hall.send(hall.chair, { type: 'stateFinding', alternative });
}

/** Everybody presses at once, each on an own device. */
async function takeVote(hall: Hall, choice: (party: string) => Choice): Promise<VoteResult> {
  await hall.send(hall.chair, { type: 'openVote', method: 'buttons' });
  expect(await everybodyVotes(hall, (person) => choice(hall.party(person)))).toBe(81);
  const id = hall.meeting().decisions.openVote;
  await hall.send(hall.chair, { type: 'closeVote' });
  const result = id === undefined ? undefined : hall.meeting().decisions.votes[id]?.result;
  if (result === undefined) throw new Error('The vote has no result.');
  return result;
}

/** Every seat on the wall, with the answer of whoever sits there; nobody twice, nobody missing. */
async function expectNamesOnWall(hall: Hall, wall: Page, ballots: readonly Ballot[]): Promise<void> {
  const seats = wall.getByRole('region', { name: 'Plats för plats' }).getByRole('listitem');
  await expect(seats).toHaveCount(81);
  await expect(seats.filter({ hasText: /Röstat/ })).toHaveCount(0);
  const shown = (await seats.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
  for (const { person, choice } of ballots) {
    const family = hall.plan.people.find((one) => one.id === person)?.familyName ?? '';
    const at = shown.findIndex((text) => text.startsWith(family) && text.endsWith(WORD[choice]));
    expect(at, `${hall.name(person)} ${choice} on the wall`).toBeGreaterThanOrEqual(0);
    shown.splice(at, 1);
  }
  expect(shown).toEqual([]);
}
