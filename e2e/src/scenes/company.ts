import { text } from '@klubba/i18n';
import type { MeetingPlan } from '@klubba/meeting';
import { named, openViews, pressOn, type Scene } from '../scene.ts';
import { itemOf } from '../session.ts';

/** A company board that decides without a meeting: the words are sent, signed, refused. */
export const company: Scene = {
  name: 'company',
  moments: ['wording', 'signing', 'refused'],
  async *play({ languages, hallOf }) {
    const hall = await hallOf({ of: 'Energi', shape: mattersAlone });
    const { meeting } = hall.plan;
    const [karimi, ek] = [hall.person('Karimi'), hall.person('Ek')];
    const screens = await openViews(hall, languages, [
      { name: 'chair', who: hall.chair, at: `/m/${meeting}/chair` },
      { name: 'member', who: karimi, at: `/m/${meeting}/member` },
    ]);
    const chair = named(screens, 'chair');
    await pressOn(chair, 'chair.capsulam.propose');
    yield { moment: 'wording', screens: chair };
    for (const { page, language } of chair)
      await page
        .getByRole('dialog')
        .getByRole('button', { name: text(language, 'common.cancel') })
        .click();
    const [first, second] = [itemOf(hall, 4), itemOf(hall, 5)];
    await hall.send(hall.chair, {
      type: 'proposePerCapsulam',
      item: first,
      text: 'Rapporten läggs till handlingarna.',
    });
    await hall.send(ek, { type: 'signPerCapsulam', item: first, person: ek });
    yield { moment: 'signing', screens };
    await hall.send(hall.chair, { type: 'proposePerCapsulam', item: second, text: 'Avtalet godkänns.' });
    await hall.send(ek, { type: 'refusePerCapsulam', item: second, person: ek });
    yield { moment: 'refused', screens };
  },
};

function mattersAlone(plan: MeetingPlan): MeetingPlan {
  return {
    ...plan,
    items: plan.items.filter((one) => one.number >= 4).map((item) => ({ ...item, kind: 'matter' })),
  };
}
