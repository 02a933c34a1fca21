import type { BodySettings } from '@klubba/meeting';
import { press } from './src/desk.ts';
import { DESK, expect, type Page, TABLET, test, WALL } from './src/house.ts';
import {
  ballotNow,
  ballotReaches,
  candidate,
  chooseOnScreen,
  demandElection,
  findBallots,
  makeKeys,
  refusal,
  registers,
  tabletsOf,
} from './src/sealed-ballot.ts';
import { inSession } from './src/session.ts';

test('where a vote is final and may be for somebody not nominated: no second vote, and somebody else can win', async ({
  hallOf,
}) => {
  const decided = <T>(value: T) => ({ value, source: { kind: 'unsettledDefault' } }) as const;
  const rules: Partial<BodySettings> = { closedBallotRevote: decided(false), closedBallotOthers: decided(true) };
  const hall = await hallOf({ copy: 'final', rules });
  const { meeting } = hall.plan;
  const candidates = [hall.person('Hedman'), hall.person('Rydén')].toSorted();
  const holders = [hall.person('Bergendal'), hall.person('Torstensson'), hall.person('Hållén')];
  await hall.send(hall.secretary, { type: 'appointKeyHolders', persons: holders });
  const keys = await makeKeys(hall, holders);
  await inSession(hall);
  await demandElection(hall, candidates);
  await hall.send(hall.chair, { type: 'openClosedBallot', means: 'sealed' });
  const { id, once, others } = await ballotReaches(hall, 'registering');
  expect({ once, others }).toEqual({ once: true, others: true });
  const own = await hall.open(hall.person('Falk'), `/m/${meeting}/member?capture=small`, TABLET);
  const wall = await hall.open(hall.device('Väggskärmen'), `/display/${meeting}?capture=small`, WALL);
  await press(own, 'Skriv in mig');
  await press(own, 'Visa min reservkod');
  const code = await own.getByText(/^\w{5}-\w{6}-\w{5}-\w{6}$/).innerText();
  const few = tabletsOf(hall, id, candidates);
  for (const one of few) await registers(one);
  await hall.until(({ elections }) => elections.ballots[id]?.registered.length === 3, 'three are in');
  await hall.send(hall.chair, { type: 'closeRegistration' });
  await ballotReaches(hall, 'listed');
  await hall.send(hall.chair, { type: 'approveVotingList' });

  const tablet =
    await test.step('a tablet breaks after the list was approved: its voter goes on at another, by the code', async () => {
      await own.close();
      const other = await hall.open(hall.person('Falk'), `/m/${meeting}/member?capture=small`, TABLET);
      await other.getByLabel('Reservkod').fill(code.replace(/^./, (sign) => (sign === 'a' ? 'b' : 'a')));
      await press(other, 'Rösta med reservkoden');
      await expect(other.getByText('Koden hör inte till någon rad i röstlängden.', { exact: false })).toBeVisible();
      await other.getByLabel('Reservkod').fill(` ${code} `);
      await press(other, 'Rösta med reservkoden');
      await expect(other.getByRole('radio', { name: 'Blank röst' })).toBeVisible();
      return other;
    });

  await test.step('a vote for somebody else is cast, and none can be cast again', async () => {
    await chooseOnScreen(tablet, 'Någon annan');
    await press(tablet, 'Granska ditt val');
    await expect(tablet.getByText('Rösten kan inte ändras efteråt', { exact: false })).toBeVisible();
    await press(tablet, 'Försegla och lämna rösten');
    await expect(tablet.getByText('Din röst ligger i urnan')).toBeVisible();
    await expect(tablet.getByRole('button', { name: 'Rösta om' })).toHaveCount(0);
    await few[0]?.cast(candidate(2));
    await few[1]?.cast(candidate(0));
    const again = Buffer.from((await few[1]?.make(candidate(1)))?.bytes ?? []).toString();
    expect(await few[1]?.send(again)).toMatchObject({ status: 409, body: { rule: 'BALLOT-ONCE' } });
    const first = few[1]?.sent[0] ?? '';
    expect(await few[1]?.send(first)).toMatchObject({ status: 200, body: { hash: few[1]?.receipts[0]?.hash } });
  });

  await test.step('counted, somebody else has two of three, and nobody is elected', async () => {
    await hall.send(hall.chair, { type: 'closeClosedBallot' });
    await ballotReaches(hall, 'ended');
    await hall.until(({ elections }) => elections.ballots[id]?.checked[hall.person('Falk')] === 'found', 'found');
    await findBallots(hall, few);
    await hall.send(hall.chair, { type: 'startCount' });
    await expect.poll(async () => (await few[0]?.board())?.tally !== undefined).toBe(true);
    const board = await few[0]?.board();
    if (board === undefined) throw new Error('The ballot has a board.');
    for (const key of keys.slice(0, 2)) expect(await key.share(`ballots/${id}/share`, board)).toBe(204);
    const { result } = await ballotReaches(hall, 'counted');
    expect(result).toMatchObject({ others: 2, blank: 0 });
    await expect(wall.getByText('Så många har röstat på någon annan att ingen är vald.')).toBeVisible();
    const [first = hall.chair] = candidates;
    const item = ballotNow(hall).item;
    expect(await refusal(hall, { type: 'declareElected', item, persons: [first] })).toBe('MTG-BALLOT-OTHERS');
  });

  await test.step('held again on slips: two count for themselves, begin anew where they differ, and agree', async () => {
    const [winner = hall.chair, other = hall.chair] = candidates;
    await hall.send(hall.chair, { type: 'annulClosedBallot', reason: 'Ingen är vald.' });
    const chair = await hall.open(hall.chair, `/m/${meeting}/chair?capture=small`, DESK);
    await press(chair, 'Rösta med sedlar');
    const { id: slips, electors } = await ballotReaches(hall, 'voting');
    const [last = hall.chair, ...others] = electors;
    await hall.send(hall.secretary, { type: 'markVoted', ballot: slips, persons: others });
    await press(chair, `${hall.name(last)} har lämnat sin sedel`);
    await press(chair, 'Stäng omröstningen');
    await ballotReaches(hall, 'closed');
    const counters = [tablet, await hall.open(hall.person('Torstensson'), '/', DESK)] as const;
    for (const page of counters) await page.goto(`${hall.origin}/m/${meeting}/ballot`);
    const enter = async (page: Page, forWinner: number, blanks: number): Promise<void> => {
      await page.getByLabel(hall.name(winner)).fill(String(forWinner));
      await page.getByLabel(hall.name(other)).fill(String(electors.length - forWinner - blanks));
      await page.getByLabel('Blanka').fill(String(blanks));
      await press(page, 'Lämna min räkning');
    };
    const [one, two] = counters;
    await enter(one, 25, 0);
    await expect(one.getByText('Din räkning är lämnad. En annan räknar nu, utan att se den.')).toBeVisible();
    await enter(two, 24, 1);
    await hall.until(({ elections }) => elections.ballots[slips]?.counters.length === 0, 'they differ');
    expect(ballotNow(hall).state).toBe('closed');
    await enter(one, 25, 1);
    await enter(two, 25, 1);
    const { result } = await ballotReaches(hall, 'counted');
    expect(result?.votes).toEqual({ [winner]: 25, [other]: electors.length - 26 });
    await press(chair, /^Klubbslag: /);
    await hall.until(({ elections }) => elections.elected.length > 0, 'somebody is elected');
  });
});

test('six who vote are told that the result may show how somebody voted', async ({ hallOf }) => {
  const hall = await hallOf({
    copy: 'final',
    shape: (plan) => {
      const chair = plan.duties.find(({ duty }) => duty === 'chair')?.person;
      const few = plan.people.filter(
        ({ id, familyName }) => id === chair || ['Hedman', 'Rydén', 'Bergendal', 'Hållén'].includes(familyName),
      );
      const seats = plan.seats.filter(({ holder }) => few.some(({ id }) => id === holder));
      return { ...plan, seats, body: { ...plan.body, seatsTotal: seats.length } };
    },
  });
  const candidates = [hall.person('Hedman'), hall.person('Rydén')].toSorted();
  const holders = [hall.person('Bergendal'), hall.person('Hållén'), hall.person('Hedman')];
  await hall.send(hall.secretary, { type: 'appointKeyHolders', persons: holders });
  await makeKeys(hall, holders);
  await inSession(hall);
  await demandElection(hall, candidates);
  await hall.send(hall.chair, { type: 'openClosedBallot', means: 'sealed' });
  const { electors } = await ballotReaches(hall, 'registering');
  const tablet = await hall.open(hall.person('Rydén'), `/m/${hall.plan.meeting}/member?capture=small`, TABLET);
  await expect(
    tablet.getByText(`Bara ${electors.length} röstar. Resultatet kan visa hur någon har röstat.`),
  ).toBeVisible();
  expect(electors.length).toBeLessThanOrEqual(6);
});
