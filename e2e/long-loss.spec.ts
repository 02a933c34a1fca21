import type { Hall } from './src/hall.ts';
import type { MeetingPlan, PersonId, SeatId } from '@klubba/meeting';
import { castVote, checkInAtADistance, press, pressAll } from './src/desk.ts';
import { DESK, expect, type Page, TABLET, test } from './src/house.ts';
import { readMinutes } from './src/minutes.ts';
import { debate, everybodyVotes, openAndCallTheRoll, putTheQuestion } from './src/session.ts';

const LIMIT_SECONDS = 12;
const REGLEMENTE = { body: 'Kommunfullmäktige', date: '2023-04-24', section: '48' } as const;

test('a member is lost for long: noted absent at the body’s limit, a substitute on link serves, and the two never vote both', async ({
  hallOf,
}) => {
  const hall = await hallOf({
    of: 'Kommunstyrelsen',
    shape: thirteen,
    rules: {
      lossPolicy: {
        value: { kind: 'absentAfter', seconds: LIMIT_SECONDS },
        source: { kind: 'decision', decision: REGLEMENTE },
      },
    },
    withoutBot: ({ people }) => people.filter((one) => one.familyName === 'Kihlberg').map((one) => one.id),
  });
  const { meeting } = hall.plan;
  const [a, b] = [hall.person('Kihlberg'), hall.person('Boman')];
  await hall.send(hall.secretary, { type: 'openCheckIn' });
  const lost = await hall.open(a, `/m/${meeting}/member?capture=small`, TABLET);
  const waiting = await hall.open(b, `/m/${meeting}/member?capture=small`, TABLET);
  for (const page of [lost, waiting]) await checkInAtADistance(page);
  await hall.evening.checkIn(() => 'room');
  await openAndCallTheRoll(hall);
  await hall.send(hall.chair, { type: 'checkNotice' });
  await debate(hall, 215);
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair?capture=small`, DESK);
  await expectPresent(chair, 13);
  await expect(waiting.getByText('Du tjänstgör inte just nu.', { exact: false })).toBeVisible();

  await hall.until((now) => now.attendance.present[b]?.fulfilled === true, 'the substitute is seen and heard');
  await test.step('the link dies: the chair adjourns, and before the limit nobody can be noted absent', async () => {
    await lost.context().setOffline(true);
    await expect(chair.getByText(/David Kihlberg \(SD\) har varit borta|Kihlberg.*har varit borta/)).toBeVisible();
    await expectPresent(chair, 12);
    await pressAll(chair, [/^Ajournera till .*, för David Kihlberg/, 'Verkställ']);
    await expect(chair.getByText('Sammanträdet är ajournerat', { exact: false }).first()).toBeVisible();
  });

  await test.step('at the limit the chair is offered to note A absent and to call B, and does both', async () => {
    await press(chair, `Anteckna ${hall.name(a)} som frånvarande`);
    await press(chair, `Godkänn anslutningen för ${hall.name(b)}`);
    await press(chair, `Kalla in ${hall.name(b)} för ${hall.name(a)}`);
    await expectServes(hall, b, a);
  });

  await test.step('the check after the break counts B, and the debate goes on', async () => {
    hall.evening.confirmPresence();
    await press(chair, 'Återuppta sammanträdet');
    await press(waiting, 'Jag är på plats');
    await press(chair, 'Fortsätt sammanträdet');
    await expect(waiting.getByText('Du tjänstgör nu för David Kihlberg.', { exact: false })).toBeVisible();
    await expectPresent(chair, 13);
  });

  await test.step('B votes; A, back in the middle of the item, has no vote and is told why', async () => {
    await putTheQuestion(hall);
    const [alternative] = Object.values(hall.meeting().decisions.questions)[0]?.alternatives ?? [];
    if (alternative === undefined) throw new Error('Something is put.');
    await hall.send(hall.chair, { type: 'stateFinding', alternative: alternative.id });
    const mover = hall.person('Nordin');
    await hall.send(mover, { type: 'demandVote', person: mover });
    await hall.send(hall.chair, { type: 'openVote', method: 'buttons' });
    await lost.context().setOffline(false);
    await expect(lost.getByText('kan ta platsen när ärendet är avslutat', { exact: false })).toBeVisible();
    await expect(lost.getByRole('button', { name: /^(Ja|Nej|Avstår)/ })).toHaveCount(0);
    await castVote(waiting, 'Nej');
    await everybodyVotes(hall, () => 'yes');
    await press(chair, 'Avsluta omröstningen');
    const [vote] = Object.values(hall.meeting().decisions.votes);
    expect(vote?.electors.map((one) => one.person)).toContain(b);
    expect(vote?.electors.map((one) => one.person)).not.toContain(a);
    expect(vote?.result).toMatchObject({ yes: 12, no: 1, present: 13 });
    await pressAll(chair, [/^Klubbslag/, 'Avsluta § 215']);
  });

  await test.step('between two items A takes the seat again, as the reglemente says, and B steps down', async () => {
    await press(lost, 'Ta din plats igen');
    await hall.until((now) => servedBy(now, a) && !servedBy(now, b), 'A serves, and B does not');
    await expect(waiting.getByText('Du tjänstgör inte just nu.', { exact: false })).toBeVisible();
    await expectPresent(chair, 13);
  });

  await test.step('the minutes: who was noted absent and who served, from when, on distance', async () => {
    const secretary = await hall.open(hall.secretary, '/', DESK);
    const { page } = await readMinutes(hall, secretary);
    expect(page).toMatch(/Petter Boman[^.]*David Kihlberg|David Kihlberg[^.]*Petter Boman/);
    expect(page).toContain('12 Ja mot 1 Nej');
  });
  expect(hall.faults).toEqual([]);
});

/** The board of the demo with two seats more, and the first substitute in turn with a permission to be on link. */
function thirteen(plan: MeetingPlan): MeetingPlan {
  const [twelfth, thirteenth, ...order] = plan.substitutes[0]?.persons ?? [];
  if (twelfth === undefined || thirteenth === undefined) throw new Error('The board has substitutes.');
  const seat = (holder: PersonId, number: number) => ({ id: `seat-${number}` as SeatId, number, holder });
  return {
    ...plan,
    body: { ...plan.body, seatsTotal: 13 },
    seats: [...plan.seats, seat(twelfth, 12), seat(thirteenth, 13)],
    substitutes: [{ persons: order }],
    remoteGranted: [...plan.remoteGranted, ...order.slice(0, 1)],
  };
}

async function expectPresent(chair: Page, present: number): Promise<void> {
  await expect(chair.getByText(`${present} av 13`, { exact: false }).first()).toBeVisible();
}

async function expectServes(hall: Hall, person: PersonId, inPlaceOf: PersonId): Promise<void> {
  await hall.until((now) => servedBy(now, person) && !servedBy(now, inPlaceOf), 'the substitute serves');
}

function servedBy({ attendance }: ReturnType<Hall['meeting']>, person: PersonId): boolean {
  return Object.values(attendance.serving).some((one) => one.person === person);
}
