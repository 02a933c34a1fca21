import { text } from '@klubba/i18n';
import type { MeetingPlan, PersonId } from '@klubba/meeting';
import type { Hall } from '../hall.ts';
import { named, openViews, type Scene, type Screen } from '../scene.ts';
import { openAndCallTheRoll } from '../session.ts';

/** Municipalities that own the company, as its share register has them; each has sent a proxy. One owner is there in person. */
const OWNERS: readonly { readonly owner: string; readonly shares: number; readonly votes: number }[] = [
  { owner: 'Exempelköpings kommun', shares: 6_000, votes: 60_000 },
  {
    owner: 'Norra Bergslagens och Västra Sjölandets kommunalförbund för energi och renhållning',
    shares: 2_500,
    votes: 2_500,
  },
  { owner: 'Sjöstads kommun', shares: 1_250, votes: 1_250 },
  { owner: 'Åviks kommun', shares: 200, votes: 200 },
];

/** A general meeting with its voting register by shares: laid before it, put right, approved, and changed when somebody comes late. */
export const generalMeeting: Scene = {
  name: 'general-meeting',
  moments: ['laid', 'holding', 'approved', 'changed', 'approved-anew'],
  async *play({ languages, hallOf }) {
    const hall = await hallOf({ of: 'Energi', shape: asGeneralMeeting });
    const { meeting } = hall.plan;
    const members = hall.plan.seats.flatMap((seat) => seat.holder ?? []);
    const late = members.at(-1) ?? hall.chair;
    const proxies = members.filter((one) => one !== hall.chair && one !== late);
    await hall.send(hall.secretary, { type: 'openCheckIn' });
    for (const person of members.filter((one) => one !== late)) await arrives(hall, person);
    await openAndCallTheRoll(hall);
    for (const [at, { owner, shares, votes }] of OWNERS.entries()) {
      const seat = hall.plan.seats.find(({ holder }) => holder === proxies[at])?.id;
      if (seat !== undefined) await hall.send(hall.secretary, { type: 'enterHolding', seat, owner, shares, votes });
    }
    const screens = await openViews(hall, languages, [
      { name: 'chair', who: hall.chair, at: `/m/${meeting}/chair?capture=small` },
      { name: 'secretary', who: hall.secretary, at: `/m/${meeting}/secretary?capture=small` },
      { name: 'member', who: proxies[0] ?? null, at: `/m/${meeting}/member?capture=small` },
      { name: 'public', who: null, at: `/public/${meeting}` },
    ]);
    yield { moment: 'laid', screens };
    const desk = named(screens, 'secretary');
    await changeOne(desk, hall.name(proxies[1] ?? hall.chair));
    yield { moment: 'holding', screens: desk };
    for (const { page } of desk) await page.keyboard.press('Escape');
    await hall.send(hall.chair, { type: 'approveVotingRegister' });
    yield { moment: 'approved', screens };
    await arrives(hall, late);
    yield { moment: 'changed', screens };
    await hall.send(hall.chair, { type: 'approveVotingRegister' });
    yield { moment: 'approved-anew', screens };
  },
};

function arrives(hall: Hall, person: PersonId): Promise<void> {
  return hall.send(hall.secretary, { type: 'checkIn', person, mode: 'room', identified: 'secretaryInRoom' });
}

async function changeOne(desk: readonly Screen[], name: string): Promise<void> {
  for (const { page, language } of desk)
    await page
      .getByRole('button', { name: `${text(language, 'company.register.edit')} ${name}` })
      .first()
      .click();
}

function asGeneralMeeting(plan: MeetingPlan): MeetingPlan {
  return {
    ...plan,
    body: { ...plan.body, kind: 'generalMeeting', name: 'Bolagsstämman i Exempelköpings Energi AB' },
    seats: plan.seats.map((seat) => ({ ...seat, votes: 10, shares: 10 })),
  };
}
