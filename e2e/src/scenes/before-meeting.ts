import { type Language, text } from '@klubba/i18n';
import type { MeetingPlan, PersonId } from '@klubba/meeting';
import type { Hall } from '../hall.ts';
import { goTo, named, openViews, pressOn, type Scene, type Screen, showOn } from '../scene.ts';

const PLACES = 2;

/** Weeks and hours before a meeting: plan, notice, answers, permissions to take part at a distance, and the check of one's device. */
export const beforeMeeting: Scene = {
  name: 'before-meeting',
  moments: [
    'plan',
    'notice',
    'apply',
    'applied',
    'notice-desk',
    'permissions',
    'check-in',
    'checked-in',
    'calling-off',
    'called-off',
  ],
  async *play({ languages, hallOf }) {
    const hall = await hallOf({ of: 'Kommunstyrelsen', shape: withFewPlaces });
    const { meeting } = hall.plan;
    const desk = await openViews(hall, languages, [{ name: 'new-meeting', who: hall.secretary, at: '/plan' }]);
    yield { moment: 'plan', screens: desk };
    yield { moment: 'plan', screens: await goTo(desk, 'change', `/m/${meeting}/plan`) };

    const applicants = applicantsOf(hall);
    const members = await openViews(hall, languages, (language) => [
      { name: 'member', who: applicants[languages.indexOf(language)] ?? null, at: `/m/${meeting}/notice` },
    ]);
    yield { moment: 'notice', screens: members };
    await pressOn(members, 'notice.answer.remote');
    yield { moment: 'apply', screens: members };
    for (const screen of members) await apply(screen);
    await showOn(members, 'notice.remote.applied');
    yield { moment: 'applied', screens: members };
    yield { moment: 'notice-desk', screens: await goTo(desk, 'notice-desk', `/m/${meeting}/notice/desk`) };
    const chair = await openViews(hall, languages, [
      { name: 'chair', who: hall.chair, at: `/m/${meeting}/permissions` },
    ]);
    yield { moment: 'permissions', screens: chair };

    yield* checkIn(hall, members, await goTo(desk, 'secretary', `/m/${meeting}/secretary?capture=small`), applicants);
    yield* callingOff(await hallOf({ of: 'Kommunstyrelsen', shape: (plan) => plan }), languages);
  },
};

/** As it was announced long ago, with nobody granted a place at a distance and few places to give. */
function withFewPlaces(plan: MeetingPlan): MeetingPlan {
  const { settings } = plan.body;
  return {
    ...plan,
    notice: { announcedOn: null, sentOn: null },
    body: {
      ...plan.body,
      settings: {
        ...settings,
        remoteMaximum: { ...settings.remoteAllowed, value: PLACES },
        mustBeInRoom: { ...settings.mustBeInRoom, value: [] },
      },
    },
    remoteGranted: [],
  };
}

function applicantsOf(hall: Hall): readonly PersonId[] {
  const bound = new Set(hall.plan.duties.map(({ person }) => person));
  return hall.plan.seats.flatMap(({ holder }) => (holder === undefined || bound.has(holder) ? [] : [holder]));
}

async function apply({ page, language }: Screen): Promise<void> {
  await page.getByRole('textbox').first().fill('Gipsad fot.');
  for (const box of await page.locator('label:has(input[type=checkbox])').all()) await box.click();
  await pressOn([{ name: 'apply', page, language }], 'notice.apply.send');
}

/** The device is tried, the lobby fills, and the secretary sees who is in. */
async function* checkIn(
  hall: Hall,
  members: readonly Screen[],
  secretary: readonly Screen[],
  applicants: readonly PersonId[],
) {
  await hall.send(hall.secretary, { type: 'openCheckIn' });
  const [granted = hall.chair] = applicants;
  await hall.send(hall.chair, { type: 'grantRemote', person: granted });
  const checking = await goTo(members, 'member', `/m/${hall.plan.meeting}/member?capture=small`);
  yield { moment: 'check-in', screens: [...checking, ...secretary] };
  await hall.evening.checkIn(({ person }) => (person === granted ? 'remote' : 'room'));
  const open = named(secretary, 'secretary');
  for (const { page } of open)
    await page
      .getByRole('button', { name: /^(Väntrum|Waiting room)/ })
      .first()
      .click();
  yield { moment: 'checked-in', screens: [...checking, ...open] };
}

/** Asked for once more, with the reason; then the meeting's own screens say that it is not held. */
async function* callingOff(hall: Hall, languages: readonly Language[]) {
  const { meeting } = hall.plan;
  const desk = await openViews(hall, languages, [
    { name: 'notice-desk', who: hall.secretary, at: `/m/${meeting}/notice/desk` },
  ]);
  await pressOn(desk, 'planning.off.open');
  await showOn(desk, 'planning.off.reason.hint');
  yield { moment: 'calling-off', screens: desk };
  for (const { page, language } of desk.slice(0, 1)) {
    const sure = page.getByRole('dialog');
    await sure.getByRole('textbox').fill('Vattenläcka i sessionssalen.');
    await sure.getByRole('button', { name: text(language, 'planning.off.open') }).click();
  }
  await showOn(desk, 'notice.calledOff');
  const device = hall.plan.duties.find((one) => one.duty === 'hallDevice')?.person ?? null;
  const screens = await openViews(hall, languages, [
    { name: 'member', who: hall.plan.seats.at(-1)?.holder ?? null, at: `/m/${meeting}/member` },
    { name: 'chair', who: hall.chair, at: `/m/${meeting}/chair` },
    ...(device === null ? [] : [{ name: 'wall', who: device, at: `/display/${meeting}` }]),
    { name: 'public', who: null, at: `/public/${meeting}` },
  ]);
  yield { moment: 'called-off', screens };
}
