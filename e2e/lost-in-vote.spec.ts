import type { PersonId } from '@klubba/meeting';
import { checkInAtADistance, press, pressAll } from './src/desk.ts';
import { DESK, expect, PHONE, TABLET, test, WALL } from './src/house.ts';
import { readMinutes } from './src/minutes.ts';
import { current } from './src/moments.ts';
import { debate, openAndCallTheRoll, putTheQuestion } from './src/session.ts';

test('a member’s network dies in the middle of a vote by roll call: stopped, kept, and on from the same name on the phone', async ({
  hallOf,
}) => {
  const hall = await hallOf({
    copy: 'lost-vote',
    withoutBot: ({ people }) => people.filter((one) => one.familyName === 'Falk').map((one) => one.id),
  });
  const { meeting } = hall.plan;
  const falk = hall.person('Falk');
  await hall.send(hall.secretary, { type: 'openCheckIn' });
  const tablet = await hall.open(falk, `/m/${meeting}/member?capture=small`, TABLET);
  await checkInAtADistance(tablet);
  await hall.evening.checkIn(() => 'room');
  await openAndCallTheRoll(hall);
  await hall.send(hall.chair, { type: 'checkNotice' });
  await debate(hall, 118);
  await putTheQuestion(hall);
  const [alternative] = current(hall).alternatives;
  if (alternative === undefined) throw new Error('Something is put.');
  await hall.send(hall.chair, { type: 'stateFinding', alternative: alternative.id });
  await hall.send(hall.person('Öberg'), { type: 'demandVote', person: hall.person('Öberg') });
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair?capture=small`, DESK);
  const secretary = await hall.open(hall.secretary, `/m/${meeting}/secretary?capture=small`, DESK);
  const wall = await hall.open(hall.device('Väggskärmen'), `/display/${meeting}?capture=small`, WALL);

  await press(chair, 'Rösta med upprop');
  const vote = (await hall.until((now) => now.decisions.openVote !== undefined, 'the vote')).decisions.openVote;
  if (vote === undefined) throw new Error('The vote is open.');
  const order = hall.meeting().decisions.votes[vote]?.electors.map((one) => one.person) ?? [];
  const place = order.indexOf(falk);
  const answers = async (person: PersonId): Promise<void> => {
    await hall.send(hall.chair, { type: 'callVoter', person });
    await hall.send(person, { type: 'castVote', vote, choice: hall.party(person) === 'SD' ? 'no' : 'yes' });
  };
  for (const person of order.slice(0, place)) await answers(person);

  await test.step('the network dies as the name is called: the desks know who and why, the vote stops, nothing is shown', async () => {
    await hall.send(hall.chair, { type: 'callVoter', person: falk });
    await tablet.context().setOffline(true);
    for (const desk of [chair, secretary])
      await expect(desk.getByText(/Christina Falk \(L\) har varit borta/)).toBeVisible({ timeout: 8_000 });
    await expect(wall.getByText('Omröstningen står stilla')).toBeVisible();
    const frozen = hall.meeting().decisions.votes[vote];
    expect(frozen?.state).toBe('frozen');
    expect(Object.keys(frozen?.cast ?? {})).toHaveLength(place);
    await expect(wall.getByText(/^(Ja|Nej)$/)).toHaveCount(0);
    await expect(tablet.getByText('Din anslutning till mötet är bruten')).toBeVisible();
    await expect(tablet.getByText(hall.plan.secretaryPhone ?? 'a number').first()).toBeVisible();
  });

  const phone =
    await test.step('the chair adjourns for her; she is back on the phone as the same person; a new check', async () => {
      await pressAll(chair, [/^Ajournera till .*, för Christina Falk \(L\)/, 'Verkställ']);
      const opened = await hall.open(falk, `/m/${meeting}/member?capture=small`, PHONE);
      hall.evening.confirmPresence();
      await press(chair, 'Återuppta sammanträdet');
      await hall.until((now) => now.attendance.present[falk]?.fulfilled === true, 'she is seen and heard again');
      await press(opened, 'Jag är på plats');
      await expect(opened.getByText('Tack. Du är avstämd.')).toBeVisible();
      await hall.until(
        (now) => (now.adjournment.check?.confirmed.length ?? 0) >= order.length,
        'everybody is in place',
      );
      await press(chair, 'Fortsätt sammanträdet');
      return opened;
    });

  await test.step('the vote goes on at her name; nobody votes twice and nobody is missing', async () => {
    await press(chair, 'Återuppta omröstningen');
    if (hall.meeting().decisions.votes[vote]?.called !== falk || hall.meeting().decisions.votes[vote]?.state !== 'open')
      await hall.until((now) => now.decisions.votes[vote]?.state === 'open', 'the vote goes on');
    await expect(phone.getByText('Nu ropas du upp', { exact: false })).toBeVisible();
    await press(phone, /^Ja/);
    await expect(phone.getByText('Din röst är mottagen')).toBeVisible();
    for (const person of order.slice(place + 1)) await answers(person);
    await press(chair, 'Avsluta omröstningen');
    await expect(wall.getByText('Ja har fått flest röster, 35 mot 6')).toBeVisible();
    const ballots = hall.meeting().decisions.votes[vote]?.result?.ballots ?? [];
    expect(new Set(ballots.map((one) => one.person)).size).toBe(41);
    await press(chair, /^Klubbslag/);
  });

  await test.step('the minutes: the break with times and cause, the new check, the vote by name', async () => {
    const { page } = await readMinutes(hall, secretary);
    expect(page).toMatch(
      /ajourneras kl\. [\d.–]+ på grund av att Christina Falk \(L\), som deltar på distans, har tappat/,
    );
    expect(page).toContain('Vid ny avstämning är 41 ledamöter närvarande');
    expect(page).toContain('35 Ja mot 6 Nej');
  });
  expect(hall.faults).toEqual([]);
});
