import { DESK, expect, TABLET, test } from './src/house.ts';
import { chooseByArrows, reach, strike, strikeAll, write } from './src/keyboard.ts';
import { everybodyVotes } from './src/session.ts';

test('a whole meeting of the executive board by keyboard alone, the chair’s and a member’s', async ({ hallOf }) => {
  const hall = await hallOf({
    of: 'Kommunstyrelsen',
    withoutBot: ({ people }) =>
      people.filter((one) => ['Ståhl', 'Ahlqvist'].includes(one.familyName)).map((one) => one.id),
  });
  const { meeting } = hall.plan;
  const karin = hall.person('Ahlqvist');
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair?capture=small`, DESK);
  const member = await hall.open(karin, `/m/${meeting}/member?capture=small`, TABLET);

  await test.step('check-in', async () => {
    await strike(chair, 'Öppna incheckningen');
    await chooseByArrows(member, 'I salen');
    await strike(member, 'Checka in');
    await expect(member.getByText('Du är incheckad')).toBeVisible();
    await hall.evening.checkIn(() => 'room');
    await hall.send(hall.secretary, {
      type: 'checkIn',
      person: hall.chair,
      mode: 'room',
      identified: 'secretaryInRoom',
    });
  });

  await test.step('the roll', async () => {
    hall.evening.answerRollCall();
    await strikeAll(chair, ['Öppna sammanträdet', 'Öppna § 211', 'Börja uppropet']);
    const started = await hall.until((now) => now.attendance.rollCall.state === 'running', 'the roll call');
    for (const seat of started.attendance.rollCall.order) {
      const person = started.plan.seats.find((one) => one.id === seat)?.holder ?? hall.chair;
      await strike(chair, `Ropa upp ${hall.name(person)}`);
      if (person === karin) await strike(member, 'Svara ja');
      if (person === hall.chair) await strike(chair, 'Anteckna ja');
      await hall.until((now) => now.attendance.rollCall.answers[seat] === 'yes', `${hall.name(person)} answers`);
    }
    await strikeAll(chair, [
      'Avsluta uppropet',
      'Förklara mötet beslutfört',
      'Avsluta paragrafen',
      'Kallelsen är i ordning',
    ]);
  });

  await test.step('an item is opened from the agenda, and the floor is asked for, given and left', async () => {
    await strike(chair, 'Dagordning');
    const row = chair.getByRole('dialog').getByRole('listitem').filter({ hasText: '§ 215' });
    await strike(row, 'Öppna');
    await strike(chair, 'Öppna överläggningen');
    await strike(member, 'Begär ordet');
    await strike(chair, 'Ge ordet till Karin Ahlqvist (M)');
    await strike(member, 'Jag är klar');
  });

  await test.step('a proposal is written, and a vote demanded and cast', async () => {
    await strike(member, 'Yrkande');
    await chooseByArrows(member, 'Ändring');
    await write(member.getByRole('textbox', { name: 'Så ska beslutet lyda' }), 'Yttrandet kompletteras om vattnet.');
    await strike(member, 'Lämna in yrkandet');
    await strikeAll(chair, [
      'Avsluta överläggningen',
      'Lägg fram förslag till beslut',
      'Propositionsordningen är godkänd',
    ]);
    await strikeAll(chair, ['Ställ proposition', 'Jag finner att arbetsutskottets förslag har bifallits']);
    await strike(member, 'Begär omröstning');
    await strike(chair, 'Öppna omröstningen');
    await strike(member, /^Nej/);
    await expect(member.getByText('Din röst är mottagen')).toBeVisible();
    await strike(chair, /^Ja/);
    await everybodyVotes(hall, () => 'yes');
    await strikeAll(chair, ['Avsluta omröstningen', /^Klubbslag/]);
  });

  await test.step('a reservation, and the end', async () => {
    await strike(member, 'Reservera dig');
    const dialog = member.getByRole('dialog');
    await write(dialog.getByRole('textbox', { name: 'Motivering' }), 'Vattnet saknas.');
    await strike(dialog, 'Lämna reservationen');
    await expect(member.getByText('Din reservation är antecknad')).toBeVisible();
    await strikeAll(chair, ['Avsluta § 215', 'Avsluta sammanträdet', 'Verkställ']);
    await hall.until((now) => now.agenda.phase === 'closed', 'the meeting is closed');
    await reach(member.getByRole('link', { name: 'Till startsidan' }));
    expect(hall.meeting().decisions.reservations.map((one) => one.text)).toEqual(['Vattnet saknas.']);
  });
  expect(hall.faults).toEqual([]);
});
