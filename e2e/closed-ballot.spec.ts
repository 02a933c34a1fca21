import type { BodySettings, PersonId } from '@klubba/meeting';
import { checkInAtADistance, choose, press, pressAll } from './src/desk.ts';
import { DESK, expect, type Hall, TABLET, test, WALL } from './src/house.ts';
import { readMinutes } from './src/minutes.ts';
import {
  ballotNow,
  ballotReaches,
  blank,
  candidate,
  castOnScreen,
  chooseOnScreen,
  demandElection,
  findBallots,
  makeKeys,
  refusal,
  registers,
  tabletsOf,
  verifyOutside,
} from './src/sealed-ballot.ts';
import { openAndCallTheRoll, putTheQuestion } from './src/session.ts';

const REMOTE = 21;

test('an election of 41 in secret, 20 in the hall and 21 on link: dropped and caught, held again, tied, drawn, and verified from outside', async ({
  hallOf,
}) => {
  const hall = await hallOf({
    copy: 'closed-ballot',
    withoutBot: ({ people }) => people.filter((one) => one.familyName === 'Falk').map((one) => one.id),
  });
  const { meeting, seats } = hall.plan;
  const members = seats.flatMap((seat) => seat.holder ?? []);
  const [falk, hallen] = [hall.person('Falk'), hall.person('Hållén')];
  const candidates = [hall.person('Hedman'), hall.person('Rydén')].toSorted();
  const holders = [hall.person('Bergendal'), hall.person('Torstensson'), hallen];
  const archivePath = () => `${hall.origin}/api/meetings/${meeting}/ballots/${ballotNow(hall).id}/archive`;

  const keys =
    await test.step('before the meeting three of different parties make their keys, one of them on a screen', async () => {
      await hall.send(hall.secretary, { type: 'appointKeyHolders', persons: holders });
      const page = await hall.open(hallen, `/m/${meeting}/ballot`, TABLET);
      await press(page, 'Gör min nyckel');
      const written = (await page.getByText(/^(\S{4} )+\S{1,4}$/).innerText()).replaceAll(/\s/g, '');
      await press(page, 'Jag har skrivit av den');
      await page.getByLabel('Skriv koden från papperet').fill(`${written}x`);
      await press(page, 'Kontrollera');
      await expect(page.getByText('Det är inte samma kod', { exact: false })).toBeVisible();
      await page.getByLabel('Skriv koden från papperet').fill(written);
      await press(page, 'Kontrollera');
      const others = await makeKeys(hall, holders.slice(0, 2));
      await expect(page.getByText('Nycklarna hör ihop', { exact: false })).toBeVisible();
      return { page, others };
    });

  await test.step('20 are in the hall and 21 on link, and a vote is demanded in the election', async () => {
    for (const person of moreOnLink(hall, members, [...holders, ...candidates]))
      await hall.send(hall.chair, { type: 'grantRemote', person });
    await hall.send(hall.secretary, { type: 'openCheckIn' });
  });
  const remote = await hall.open(falk, `/m/${meeting}/member?capture=small`, TABLET, { canvasCamera: true });
  await checkInAtADistance(remote);
  await hall.evening.checkIn();
  await openAndCallTheRoll(hall);
  await hall.send(hall.chair, { type: 'checkNotice' });
  const modes = Object.values(hall.meeting().attendance.present).map(({ mode }) => mode);
  expect(modes.filter((mode) => mode === 'remote')).toHaveLength(REMOTE);
  await demandElection(hall, candidates);
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair?capture=small`, DESK);
  const wall = await hall.open(hall.device('Väggskärmen'), `/display/${meeting}?capture=small`, WALL);
  const [owner, lame] = members.filter(
    (one) =>
      ![hall.chair, falk, ...holders, ...candidates].includes(one) &&
      hall.meeting().attendance.present[one]?.mode === 'room',
  );
  if (owner === undefined || lame === undefined) throw new Error('Somebody sits in the hall.');
  const tablet = await hall.open(owner, `/m/${meeting}/member?capture=small`, TABLET);

  await test.step('a server that shows the board without one ballot is found out before anything is counted', async () => {
    await press(chair, 'Öppna sluten omröstning');
    const first = await ballotReaches(hall, 'registering');
    await press(tablet, 'Skriv in mig');
    const few = tabletsOf(hall, first.id, candidates);
    for (const one of few) await registers(one);
    await hall.until(({ elections }) => elections.ballots[first.id]?.registered.length === 3, 'three are in');
    await press(chair, 'Stäng röstlängden, 3 av 41 inskrivna');
    await press(chair, 'Röstlängden är godkänd');
    await expect.poll(async () => (await few[0]?.board())?.election !== undefined).toBe(true);
    for (const one of few) await one.cast(candidate(0));
    const without = Buffer.from((await few[0]?.archive()) ?? []);
    await castOnScreen(tablet, hall.name(candidates[0] ?? owner));
    await expect(tablet.getByText('Din röst ligger i urnan')).toBeVisible();
    await tablet.route('**/archive', (route) =>
      route.fulfill({ body: without, contentType: 'application/octet-stream' }),
    );
    await press(chair, 'Stäng omröstningen');
    await expect(tablet.getByText('Rösten saknas.')).toBeVisible();
    await expect(wall.getByText('En platta hittar inte sin röst. Räkningen får inte börja.')).toBeVisible();
    await expect(chair.getByRole('button', { name: 'Börja räkna' })).toHaveCount(0);
    expect(await refusal(hall, { type: 'startCount', despite: true })).toBe('MTG-BALLOT-MISSING');
    await press(chair, 'Upphäv omröstningen, med skäl');
    await chair.getByRole('textbox', { name: 'Skäl' }).fill('En röst saknades i urnan.');
    await press(chair, 'Verkställ');
    await tablet.unroute('**/archive');
  });

  const { tablets, id } =
    await test.step('held again: all but one enter the list on a tablet of their own', async () => {
      await press(chair, 'Öppna sluten omröstning');
      const ballot = await ballotReaches(hall, 'registering');
      for (const page of [tablet, remote]) await press(page, 'Skriv in mig');
      const silent = tabletsOf(
        hall,
        ballot.id,
        members.filter((one) => one !== owner && one !== lame && one !== falk),
      );
      for (const one of silent) await registers(one);
      await hall.until(({ elections }) => elections.ballots[ballot.id]?.registered.length === 40, 'all but one are in');
      return { tablets: silent, id: ballot.id };
    });

  const booth = await hall.open(hall.device('Röstplattan'), `/m/${meeting}/booth?capture=small`, TABLET);
  const door = await hall.open(hall.secretary, `/m/${meeting}/ballot?capture=small`, DESK);
  const letIn = async (): Promise<void> => {
    await expect(booth.getByText('Vänta tills sekreteraren släpper in dig.')).toBeVisible();
    await press(door, `Släpp in ${hall.name(lame)}`);
    await expect(booth.getByRole('heading', { name: hall.name(lame) })).toBeVisible();
  };
  await test.step('one whose tablet does not work is let in to the booth, and enters the list there', async () => {
    await choose(door, 'Vem', hall.name(lame));
    await letIn();
    await press(booth, 'Skriv in mig');
    await hall.until(({ elections }) => elections.ballots[id]?.registered.length === 41, 'all 41 are in');
    await expect(booth.getByText('Du är inskriven', { exact: false })).toBeVisible();
    await press(booth, 'Klar, lämna båset');
  });

  const spare = await hall.open(owner, `/m/${meeting}/member?capture=small`, TABLET);
  await test.step('one tablet breaks after it has entered: the member takes another, and everybody is entered anew', async () => {
    await tablet.context().setOffline(true);
    await press(spare, 'Den andra plattan fungerar inte');
    await hall.until(({ elections }) => elections.ballots[id]?.round === 1, 'registration begins anew');
    for (const one of tablets) await registers(one, 1);
    await hall.until(({ elections }) => elections.ballots[id]?.registered.length === 41, 'all 41 are in again');
    await tablet.context().setOffline(false);
    await expect(tablet.getByText('Du står inte i röstlängden från den här plattan', { exact: false })).toBeVisible();
    await press(chair, 'Stäng röstlängden, 41 av 41 inskrivna');
    await expect(chair.getByText(/Röstlängden har 41 rader/)).toBeVisible();
    await press(chair, 'Röstlängden är godkänd');
    await expect(spare.getByRole('radio', { name: 'Blank röst' })).toBeVisible();
    const lies = await spare.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(lies).toContain('klubba-own/');
    expect(lies).not.toMatch(/secret|credential|signature/);
    await spare.reload();
    await expect(spare.getByRole('radio', { name: 'Blank röst' })).toBeVisible();
  });
  const [for20 = owner, against20 = owner] = candidates;

  await test.step('one tests the tablet, votes, and votes again; the first vote is replaced', async () => {
    await chooseOnScreen(spare, hall.name(against20));
    await press(spare, 'Granska ditt val');
    await press(spare, 'Prova att din platta talar sanning');
    await expect(spare.getByText('Plattan talade sanning')).toBeVisible();
    await press(spare, 'Rösta på riktigt');
    await castOnScreen(spare, hall.name(against20));
    await expect(spare.getByText('Din röst ligger i urnan')).toBeVisible();
    await press(spare, 'Rösta om');
    await castOnScreen(spare, hall.name(for20));
    await expect(spare.getByText('Din röst ligger i urnan')).toBeVisible();
  });

  await test.step('the one in the booth votes there, and the screen is cleared for the next', async () => {
    await letIn();
    await castOnScreen(booth, hall.name(against20));
    await expect(booth.getByText('Din röst ligger i urnan')).toBeVisible();
    await press(booth, 'Klar, lämna båset');
    await expect(booth.getByText('Vänta tills sekreteraren släpper in dig.')).toBeVisible();
    await expect(booth.getByText('Din röst ligger i urnan')).toHaveCount(0);
    await door.close();
  });

  await test.step('one on link drops before voting: the ballot stays open, and no figure is shown', async () => {
    await remote.context().setOffline(true);
    await expect(chair.getByText(/Christina Falk \(L\) har varit borta/)).toBeVisible();
    for (const [index, one] of tablets.entries()) await one.cast(index === 37 ? blank : candidate(index < 19 ? 0 : 1));
    await expect(wall.getByText('40', { exact: true })).toBeVisible();
    await expect(wall.getByText('Rösterna är förseglade. Det finns inget delresultat.')).toBeVisible();
    expect(ballotNow(hall).state).toBe('voting');
    await remote.context().setOffline(false);
  });

  await test.step('back again, the answer to the ballot is lost: visibly not in, sent again, and in once', async () => {
    let lost = 0;
    await remote.route(
      '**/cast',
      async (route) => {
        await route.fetch();
        lost += 1;
        await route.abort();
      },
      { times: 1 },
    );
    await castOnScreen(remote, hall.name(against20));
    await expect(remote.getByText('Rösten är inte lämnad än.')).toBeVisible();
    await expect(remote.getByText('Din röst ligger i urnan')).toBeVisible();
    expect(lost).toBe(1);
    await expect(wall.getByText('41', { exact: true })).toBeVisible();
  });

  await test.step('closed: the code is the same everywhere, and every tablet finds its ballot', async () => {
    await hall.until(({ elections }) => elections.ballots[id]?.voted.length === 41, 'all 41 have voted');
    await press(chair, 'Stäng omröstningen');
    const { end } = await ballotReaches(hall, 'ended');
    expect(end?.cast).toBe(41);
    const code = `${end?.head.slice(0, 4)} ${end?.head.slice(4, 8)}`.toUpperCase();
    for (const page of [chair, wall, spare]) await expect(page.getByText(code, { exact: false }).first()).toBeVisible();
    await findBallots(hall, tablets);
    for (const page of [spare, remote])
      await expect(page.getByText('Plattan har hittat din röst', { exact: false })).toBeVisible();
    await press(chair, 'Börja räkna');
  });

  await test.step('a wrong part is refused and named; one key holder is lost, and two are enough', async () => {
    const [other] = keys.others;
    await expect.poll(async () => (await tablets[0]?.board())?.tally !== undefined).toBe(true);
    const board = await tablets[0]?.board();
    if (board === undefined) throw new Error('The ballot has a board.');
    const to = `ballots/${id}/share`;
    expect(await other?.share(to, board, true)).toBe(422);
    await expect(chair.getByText(/Delen från Carl Bergendal/)).toBeVisible();
    expect(await other?.share(to, board)).toBe(204);
    await press(keys.page, 'Koden är samma');
    await press(keys.page, 'Lås upp och räkna min del');
    const { result } = await ballotReaches(hall, 'counted');
    expect(result).toEqual({ votes: { [for20]: 20, [against20]: 20 }, blank: 1, invalid: 0 });
    await expect(wall.getByText('Lika många röster. Lotten avgör.')).toBeVisible();
  });

  await test.step('the lot, the gavel', async () => {
    await hall.send(hall.secretary, {
      type: 'drawBallotLot',
      persons: [for20],
      witness: hall.person('Bergendal'),
      manner: 'Två lappar i en urna',
    });
    await expect(wall.getByText(/Lotten har fallit på/)).toBeVisible();
    await press(chair, /^Klubbslag: /);
    await hall.until(({ elections }) => elections.elected.length > 0, 'somebody is elected');
    expect(hall.meeting().elections.elected).toMatchObject([{ persons: [for20], by: 'lot' }]);
  });

  await test.step('anybody fetches the file, and belenios-tool and our verifier count it again', async () => {
    const answer = await fetch(archivePath());
    expect(answer.status).toBe(200);
    const uuid = (await tablets[0]?.board())?.uuid ?? '';
    const receipts = tablets.flatMap((one) => one.receipts.map(({ hash }) => hash));
    const words = verifyOutside(new Uint8Array(await answer.arrayBuffer()), uuid, receipts);
    expect(words).toMatch(/20/);
  });

  await test.step('the minutes: closed, figures, lot and code; and not how anybody voted', async () => {
    const secretary = await hall.open(hall.secretary, '/', DESK);
    const { page, pdf } = await readMinutes(hall, secretary);
    for (const read of [page, pdf]) {
      const election = ofBallots(read);
      expect(election).toContain('En sluten omröstning upphävdes utan att räknas');
      expect(election).toContain('41 röster lämnas');
      expect(election).toMatch(/20 röster.*20 röster.*En röst är blank/);
      expect(election).toContain('Vid lika röstetal avgjorde lotten');
      const named = members.filter((one) => election.includes(familyName(hall, one)));
      // Those who were elected on, and the two who opened the sum, one of whom saw the lot drawn.
      expect(named.toSorted()).toEqual([...candidates, hall.person('Bergendal'), hallen].toSorted());
    }
  });
  // The board is asked for before the server has set it up (404), one answer was kept from the browser on purpose, and the tablet that was given up is refused.
  expect(hall.faults.filter((one) => !/\/ballots\/\w+(\/cast|\/register|\/booth)?$/.test(one))).toEqual([]);
});

test('a body that bars it at a distance: no way round, and the election is tabled', async ({ hallOf }) => {
  const barred: Partial<BodySettings> = {
    remoteClosedBallot: { value: false, source: { kind: 'unsettledDefault' } },
  };
  const hall = await hallOf({ copy: 'barred', rules: barred });
  const { meeting } = hall.plan;
  const candidates = [hall.person('Hedman'), hall.person('Rydén')].toSorted();
  const holders = [hall.person('Bergendal'), hall.person('Torstensson'), hall.person('Hållén')];
  await hall.send(hall.secretary, { type: 'appointKeyHolders', persons: holders });
  await makeKeys(hall, holders);
  await hall.send(hall.secretary, { type: 'openCheckIn' });
  await hall.evening.checkIn();
  await openAndCallTheRoll(hall);
  await hall.send(hall.chair, { type: 'checkNotice' });
  await demandElection(hall, candidates);
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair?capture=small`, DESK);

  await test.step('neither tablets nor slips are offered, and the chair reads why and what to do', async () => {
    await expect(
      chair.getByText(/organet har inte beslutat att slutna omröstningar får hållas så/).first(),
    ).toBeVisible();
    for (const name of ['Öppna sluten omröstning', 'Rösta med sedlar'])
      for (const button of await chair.getByRole('button', { name, exact: true }).all())
        await expect(button).toBeDisabled();
    for (const means of ['sealed', 'paper'] as const)
      expect(await refusal(hall, { type: 'openClosedBallot', means })).toBe('MTG-BALLOT-REMOTE');
  });

  await test.step('the debate is taken up again, tabling is moved and found, and the item is closed as tabled', async () => {
    await press(chair, 'Återuppta överläggningen, med skäl');
    await chair.getByRole('textbox', { name: 'Skäl' }).fill('Valet kräver sluten omröstning.');
    await press(chair, 'Verkställ');
    const [mover = hall.chair] = candidates;
    await hall.send(mover, { type: 'moveProposal', person: mover, kind: 'tabling', text: 'Valet hålls på plats.' });
    await putTheQuestion(hall);
    await press(chair, /^Jag finner att ärendet ska bordläggas/);
    await press(chair, /^Klubbslag/);
    await pressAll(chair, ['Avsluta § 123']);
    await hall.until(
      ({ agenda }) => Object.values(agenda.items).find((one) => one.number === 123)?.stage === 'tabled',
      'the election is tabled',
    );
  });
  expect(hall.faults).toEqual([]);
});

const familyName = (hall: Hall, person: PersonId): string =>
  hall.plan.people.find(({ id }) => id === person)?.familyName ?? '';

/** What the minutes say of the two ballots, from the first sentence of it to the last. */
function ofBallots(minutes: string): string {
  const places = ['En sluten omröstning upphävdes', '41 röster lämnas', 'Vittne var'].map((one) =>
    minutes.indexOf(one),
  );
  return minutes.slice(Math.min(...places), minutes.indexOf('.', Math.max(...places)));
}

/** Some have been granted a place on link beforehand; these as well make it twenty-one. */
function moreOnLink(hall: Hall, members: readonly PersonId[], bound: readonly PersonId[]): readonly PersonId[] {
  const { duties, remoteGranted } = hall.plan;
  const granted = members.filter((one) => remoteGranted.includes(one));
  const others = new Set([...duties.map(({ person }) => person), ...remoteGranted, ...bound]);
  return members.filter((one) => !others.has(one)).slice(granted.length - REMOTE);
}
