import { type MeetingPlan, type PersonId, proportionalNow, proportionalResult } from '@klubba/meeting';
import type { Hall } from '../hall.ts';
import { named, openViews, pressOn, type Scene } from '../scene.ts';
import { inSession, itemOf } from '../session.ts';

const ELECTION = 123;
const PLACES = 7;
const ASKING = 6;
const LISTS = [
  { label: 'A', votes: 23 },
  { label: 'Borgerlig samverkan', votes: 7 },
  { label: 'C', votes: 7 },
  { label: 'G', votes: 4 },
] as const;

/** A proportional election with slips, and the chair's list of what may happen. */
export const slips: Scene = {
  name: 'slips',
  moments: ['what-if', 'asking', 'urn', 'slip-count', 'lot', 'comparison', 'declared'],
  async *play({ languages, hallOf }) {
    const hall = await hallOf({ of: 'Exempelköping', shape: proportional });
    await inSession(hall);
    const { meeting } = hall.plan;
    const members = hall.plan.seats.flatMap((seat) => seat.holder ?? []);
    const assistant = hall.person('Stjernholm');
    const plain = members.filter((one) => one !== hall.chair && one !== assistant);
    await hall.send(hall.chair, { type: 'openItem', item: itemOf(hall, ELECTION) });
    await hall.send(hall.chair, { type: 'beginDebate' });
    const screens = await openViews(hall, languages, [
      { name: 'chair', who: hall.chair, at: `/m/${meeting}/chair?capture=small` },
      { name: 'member', who: assistant, at: `/m/${meeting}/member?capture=small` },
      { name: 'wall', who: hall.device('Väggskärmen'), at: `/display/${meeting}?capture=small` },
      { name: 'public', who: null, at: `/public/${meeting}` },
    ]);
    const chair = named(screens, 'chair');
    await pressOn(chair, 'chair.whatIf');
    yield { moment: 'what-if', screens: chair };
    for (const { page } of chair) await page.keyboard.press('Escape');
    for (const person of plain.slice(0, ASKING)) await hall.send(person, { type: 'requestProportional', person });
    yield { moment: 'asking', screens };
    await hall.send(hall.chair, { type: 'openProportional', assistants: [assistant] });
    yield { moment: 'urn', screens };
    for (const person of members) await hall.send(hall.secretary, { type: 'markSlip', person });
    await hall.send(hall.chair, { type: 'closeSlips' });
    yield { moment: 'slip-count', screens };
    const groups = LISTS.map((list, at) => ({ ...list, names: plain.slice(at * PLACES, (at + 1) * PLACES) }));
    for (const person of [hall.chair, assistant])
      await hall.send(person, { type: 'enterSlips', count: { groups, invalid: {} } });
    yield { moment: 'lot', screens };
    await drawLots(hall, assistant);
    yield { moment: 'comparison', screens };
    await hall.send(hall.chair, { type: 'declareProportional' });
    yield { moment: 'declared', screens };
  },
};

/** As often as two groups have the same number. */
async function drawLots(hall: Hall, witness: PersonId): Promise<void> {
  for (;;) {
    const election = proportionalNow(hall.meeting());
    const result = election && proportionalResult(election);
    const [group] = result?.state === 'lotNeeded' ? result.tied : [];
    if (group === undefined) return;
    await hall.send(hall.secretary, { type: 'drawProportionalLot', group, witness, manner: 'Två lappar i en skål' });
  }
}

function proportional(plan: MeetingPlan): MeetingPlan {
  return {
    ...plan,
    items: plan.items.map((item) =>
      item.number === ELECTION
        ? {
            ...item,
            election: { office: 'ledamöter i kultur- och fritidsnämnden', places: PLACES, proportional: true },
          }
        : item,
    ),
  };
}
