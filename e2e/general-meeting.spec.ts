import { press } from './src/desk.ts';
import { DESK, expect, TABLET, test } from './src/house.ts';
import { readMinutes } from './src/minutes.ts';
import { debate, everybodyVotes, openAndCallTheRoll, putTheQuestion } from './src/session.ts';

test('a general meeting approves its voting register by shares before it decides, and votes go by it', async ({
  hallOf,
}) => {
  const hall = await hallOf({
    of: 'Energi',
    shape: (plan) => ({
      ...plan,
      body: { ...plan.body, kind: 'generalMeeting', name: 'Bolagsstämman i Exempelköpings Energi AB' },
      seats: plan.seats.map((seat) => ({ ...seat, votes: 10, shares: 10 })),
      items: plan.items.map((item) => (item.number === 4 ? { ...item, kind: 'matter' } : item)),
    }),
  });
  const { meeting } = hall.plan;
  const members = hall.plan.seats.flatMap((seat) => seat.holder ?? []);
  const [karimi, ek] = [hall.person('Karimi'), hall.person('Ek')];
  const arrives = (person: typeof ek) =>
    hall.send(hall.secretary, { type: 'checkIn', person, mode: 'room', identified: 'secretaryInRoom' });
  const secretary = await hall.open(hall.secretary, `/m/${meeting}/secretary`, DESK);
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair`, DESK);
  const member = await hall.open(karimi, `/m/${meeting}/member`, TABLET);
  const register = (page: typeof chair) => page.getByRole('table', { name: 'Röstlängd' });

  await test.step('the secretary enters whom a proxy represents, and every member reads it before it is approved', async () => {
    await hall.send(hall.secretary, { type: 'openCheckIn' });
    for (const person of members.filter((one) => one !== ek)) await arrives(person);
    await openAndCallTheRoll(hall);
    await press(secretary, `Ändra ${hall.name(karimi)}`);
    const dialog = secretary.getByRole('dialog');
    await dialog.getByLabel(`Aktieägare, om ${hall.name(karimi)} är ombud`).fill('Exempelköpings kommun');
    await dialog.getByLabel('Aktier').fill('6 000');
    await dialog.getByLabel('Röster').fill('många');
    await press(dialog, 'Skriv in');
    await expect(dialog.getByText('Aktier och röster anges i hela tal', { exact: false })).toBeVisible();
    await dialog.getByLabel('Röster').fill('60 000');
    await press(dialog, 'Skriv in');
    await expect(dialog).toHaveCount(0);
    await expect(register(member)).toContainText('Exempelköpings kommun');
    await expect(register(member)).toContainText('genom ombudet Leyla Karimi');
  });

  await test.step('nothing is decided before it is approved; the chair has the words, and one press does it', async () => {
    await hall.send(hall.chair, { type: 'checkNotice' });
    await expect(chair.getByText('Godkänner stämman den som röstlängd?', { exact: false })).toBeVisible();
    const order = await hall.evening.of(hall.chair).bot.send({ type: 'approveOrder' });
    expect(order).toMatchObject({ kind: 'refused', refusal: { rule: 'ABL-9', detail: { why: 'register' } } });
    await press(chair, 'Klubbslag: stämman godkänner röstlängden');
    await expect(member.getByText(/^Gäller från kl\./)).toBeVisible();
  });

  await test.step('one who comes late is not in it until the meeting approves the change', async () => {
    await arrives(ek);
    await expect(member.getByText('Något har ändrats sedan röstlängden godkändes', { exact: false })).toBeVisible();
    await press(chair, 'Klubbslag: stämman godkänner röstlängden');
    await expect(register(chair)).toContainText(hall.name(ek));
  });

  await test.step('one proxy with 60,000 votes outvotes the six others', async () => {
    await debate(hall, 4);
    await hall.send(ek, { type: 'moveProposal', person: ek, kind: 'rejection', text: '' });
    await putTheQuestion(hall);
    await press(chair, /^Jag finner att/);
    await hall.send(ek, { type: 'demandVote', person: ek });
    await hall.send(hall.chair, { type: 'openVote', method: 'buttons' });
    await everybodyVotes(hall, (person) => (person === karimi ? 'yes' : 'no'));
    await hall.send(hall.chair, { type: 'closeVote' });
    const { decisions } = await hall.until(
      (now) => Object.values(now.decisions.votes).some((one) => one.result !== undefined),
      'the vote is counted',
    );
    const [vote] = Object.values(decisions.votes);
    expect([vote?.result?.yes, vote?.result?.no]).toEqual([60_000, 60]);
  });

  await test.step('the minutes have the register both times; the public learns nothing of it', async () => {
    const { page } = await readMinutes(hall, secretary);
    expect(page).toContain('Stämman godkänner följande röstlängd');
    expect(page).toContain('Exempelköpings kommun genom ombudet Leyla Karimi med 6 000 aktier och 60 000 röster');
    expect(page).toMatch(/Stämman godkänner kl\. .* att röstlängden ändras till följande: .*Torbjörn Ek/);
    const outside = await hall.open(null, `/public/${meeting}`, DESK);
    await expect(outside.getByText(/aktie|Exempelköpings kommun genom/)).toHaveCount(0);
  });
  expect(hall.faults).toEqual([]);
});
