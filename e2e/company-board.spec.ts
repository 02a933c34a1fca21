import { checkInAtADistance, press } from './src/desk.ts';
import { DESK, expect, TABLET, test } from './src/house.ts';
import { readMinutes } from './src/minutes.ts';
import { debate, openAndCallTheRoll } from './src/session.ts';

test('a company board decides per capsulam: all sign the same words, one “no” stops it, and the last signature dates it', async ({
  hallOf,
}) => {
  const hall = await hallOf({
    of: 'Energi',
    shape: (plan) => ({
      ...plan,
      items: plan.items.filter((one) => one.number >= 4).map((item) => ({ ...item, kind: 'matter' })),
    }),
  });
  const { meeting } = hall.plan;
  const members = hall.plan.seats.flatMap((seat) => seat.holder ?? []);
  const [karimi, ek] = [hall.person('Karimi'), hall.person('Ek')];
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair`, DESK);
  const member = await hall.open(karimi, `/m/${meeting}/member`, TABLET);
  const land = chair.getByRole('listitem').filter({ hasText: '§ 4' }).first();

  await test.step('the chair sends the words to be signed, and every member has them', async () => {
    await press(land, 'Skicka för underskrift');
    const dialog = chair.getByRole('dialog');
    await expect(dialog.getByRole('textbox')).toHaveValue(/Ställverket i Norrhamn/);
    await press(dialog, 'Skicka');
    await expect(member.getByText('Ställverket i Norrhamn', { exact: false }).first()).toBeVisible();
    await expect(member.getByText('0 av 7 har skrivit under', { exact: false })).toBeVisible();
  });

  await test.step('in another matter one says no: that is for a meeting, and nobody can sign it any more', async () => {
    const item = hall.plan.items.find((one) => one.number === 5)?.id;
    if (item === undefined) throw new Error('The agenda has a § 5.');
    await hall.send(hall.chair, { type: 'proposePerCapsulam', item, text: 'Rapporten läggs till handlingarna.' });
    await hall.send(ek, { type: 'refusePerCapsulam', item, person: ek });
    await expect(member.getByText('Torbjörn Ek har sagt nej', { exact: false })).toBeVisible();
    const late = await hall.evening.of(karimi).bot.send({ type: 'signPerCapsulam', item, person: karimi });
    expect(late).toMatchObject({ kind: 'refused', refusal: { rule: 'ABL-8', detail: { why: 'refused' } } });
    await hall.send(hall.chair, { type: 'withdrawItem', item, reason: 'Tas upp på ett sammanträde.' });
  });

  await test.step('six sign and nothing is decided; with the seventh it is', async () => {
    const item = hall.plan.items.find((one) => one.number === 4)?.id;
    if (item === undefined) throw new Error('The agenda has a § 4.');
    for (const person of members.filter((one) => one !== karimi))
      await hall.send(person, { type: 'signPerCapsulam', item, person });
    await expect(land.getByText('6 av 7 har skrivit under', { exact: false })).toBeVisible();
    expect(hall.meeting().company.perCapsulam[item]?.decidedAt).toBeUndefined();
    await press(member, 'Skriv under');
    await expect(member.getByText(/^Beslutat .* när den sista skrev under\./)).toBeVisible();
    await hall.until((now) => now.agenda.phase === 'closed', 'it is over');
  });

  await test.step('the minutes are in the form per capsulam, by everybody’s name; the public sees nothing', async () => {
    const secretary = await hall.open(hall.secretary, '/', DESK);
    const { page } = await readMinutes(hall, secretary);
    expect(page).toMatch(/beslutar per capsulam\. Alla ledamöter har skrivit under: .*Leyla Karimi/);
    const outside = await hall.open(null, `/public/${meeting}`, DESK);
    await expect(outside.getByText('Norrhamn', { exact: false })).toHaveCount(0);
  });
  expect(hall.faults.filter((one) => !one.startsWith('/public'))).toEqual([]);
});

test('a company board at a distance: only with everybody’s consent, and no decision before everybody has had the material', async ({
  hallOf,
}) => {
  const hall = await hallOf({
    of: 'Energi',
    withoutBot: ({ people }) => people.filter((one) => one.familyName === 'Karimi').map((one) => one.id),
  });
  const { meeting } = hall.plan;
  const members = hall.plan.seats.flatMap((seat) => seat.holder ?? []);
  const [karimi, ek] = [hall.person('Karimi'), hall.person('Ek')];
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair?capture=small`, DESK);
  const member = await hall.open(karimi, `/m/${meeting}/member?capture=small`, TABLET);

  await test.step('the member on link consents with the others; the seventh says no, and the meeting is not opened', async () => {
    await hall.send(hall.secretary, { type: 'openCheckIn' });
    await press(member, 'Jag samtycker');
    await checkInAtADistance(member);
    await hall.evening.checkIn(() => 'room');
    for (const person of members.filter((one) => one !== karimi && one !== ek))
      await hall.send(person, { type: 'consentToForm', person });
    await expect(chair.getByText('Svar saknas från Torbjörn Ek', { exact: false })).toBeVisible();
    const seventh = await hall.open(ek, `/m/${meeting}/member?capture=small`, TABLET);
    await press(seventh, 'Nej, inte på distans');
    await expect(
      seventh.getByText('Du har sagt nej till att någon deltar på distans.', { exact: false }),
    ).toBeVisible();
    await expect(chair.getByText('Nej från Torbjörn Ek', { exact: false })).toBeVisible();
    const outcome = await hall.evening.of(hall.chair).bot.send({ type: 'openMeeting' });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { rule: 'MTG-COMPANY-FORM' } });
  });

  await test.step('the chair rings him, he comes round, his consent is noted, and the board meets', async () => {
    await press(chair, 'Anteckna samtycke: Torbjörn Ek');
    await openAndCallTheRoll(hall);
    await hall.send(hall.chair, { type: 'checkNotice' });
    await debate(hall, 4);
    for (const type of ['closeDebate', 'proposeOrder', 'approveOrder'] as const) await hall.send(hall.chair, { type });
    await expect(chair.getByText('7 av 7').first()).toBeVisible();
  });

  await test.step('nothing is put before all have a receipt; who has another urgent matter is told, with the reason', async () => {
    const item = hall.plan.items.find((one) => one.number === 4);
    if (item === undefined) throw new Error('The agenda has a § 4.');
    for (const person of members.filter((one) => one !== karimi && one !== ek))
      for (const document of item.documents)
        await hall.send(person, { type: 'confirmReceipt', item: item.id, document: document.id });
    await expect(chair.getByText('inte kvitterat underlaget', { exact: false }).first()).toBeVisible();
    await press(chair, /^Gå vidare utan kvitto från .*Ek/);
    const dialog = chair.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Köpet är brådskande, och handlingen är uppläst i sin helhet.');
    await press(dialog, 'Verkställ');
    await press(chair, 'Ställ proposition');
    await press(chair, /^Jag finner att/);
    await press(chair, /^Klubbslag/);
  });

  await test.step('the minutes: the decision, and why it was made without a receipt from all', async () => {
    const secretary = await hall.open(hall.secretary, '/', DESK);
    const { page } = await readMinutes(hall, secretary);
    expect(page).toContain('Alla ledamöter har inte kvitterat underlaget. Ordföranden tar ställning:');
    expect(page).toContain('Köpet är brådskande');
    expect(page).toContain('Leyla Karimi, på distans');
  });
  expect(hall.faults).toEqual([]);
});
