import { foldFor, type Meeting, PUBLIC_AUDIENCE, type SlipCount } from '@klubba/meeting';
import { hallOf, inSession, item, member, type Scene, SECRETARY, withItem } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { meetingPage } from './meeting-page.ts';

const BOARD = item(1, 'Val av ledamöter', 'election', {
  election: { office: 'ledamot i socialnämnden', places: 3, proportional: true },
});
const plan = hallOf({ S: 6, M: 3, V: 3 }, { items: [BOARD] });
const [CHAIR, ASSISTANT] = [member('S', 1), member('M', 1)];

/** 12 present, three places: three must ask. */
const asked = (): Scene =>
  [1, 2, 3].reduce(
    (scene, n) => scene.after({ type: 'requestProportional', person: member('M', n) }, member('M', n)),
    withItem(inSession(plan), 1),
  );
const voting = (): Scene => asked().after({ type: 'openProportional', assistants: [ASSISTANT] });
const counting = (): Scene =>
  plan.seats
    .reduce((s, { holder }) => (holder ? s.after({ type: 'markSlip', person: holder }, SECRETARY) : s), voting())
    .after({ type: 'closeSlips' });

const list = (label: string, party: string, votes: number) => ({
  label,
  votes,
  names: [member(party, 2), member(party, 3)],
});
const SLIPS: SlipCount = {
  groups: [list('Rött', 'S', 6), list('Blått', 'M', 3), list('Vänster', 'V', 2)],
  invalid: { noLabel: 1 },
};
const counted = (): Scene =>
  counting().after({ type: 'enterSlips', count: SLIPS }, CHAIR).after({ type: 'enterSlips', count: SLIPS }, ASSISTANT);

function publicly(facts: Scene['facts']): Meeting {
  const meeting = foldFor(facts, PUBLIC_AUDIENCE);
  if (meeting.plan === undefined) throw new Error('Nothing was planned.');
  return meeting;
}
const NOW = Date.UTC(2025, 10, 13, 19, 0);
const page = (scene: Scene, language: 'sv' | 'en' = 'sv'): string =>
  meetingPage(publicly(scene.facts), { language, now: NOW, freshness: { is: 'page' } })
    .html.replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');

describe('a proportional election on the public page', () => {
  it('LPV-1 tells how many have asked, and once opened how many had to', () => {
    expect(page(asked())).toContain('3 ledamöter har begärt att valet hålls proportionellt.');
    expect(page(voting())).toContain('12 var närvarande, och 3 måste begära det.');
  });

  it('LPV-5 says that slips are put, and nothing of what they say before two have counted the same', () => {
    expect(page(voting())).toContain('Ledamöterna lämnar slutna valsedlar.');
    const one = page(counting().after({ type: 'enterSlips', count: SLIPS }, CHAIR));
    expect(one).toContain('Valsedlarna räknas av två, var för sig.');
    expect(one).not.toContain('Rött');
  });

  it('LPV-8 shows the comparison numbers place by place, and who got each', () => {
    const told = page(counted());
    expect(told).toContain('Plats Rött (6) Blått (3) Vänster (2) Fick platsen');
    expect(told).toContain(' 1 6 3 2 S 2 (S) ');
    expect(told).toContain(' 2 3 3 2 lotten avgör');
    expect(told).toContain('En valsedel var ogiltig.');
  });

  it('LPV-9 tells before whom the lot was drawn', () => {
    const drawn = counted().after(
      { type: 'drawProportionalLot', group: 1, witness: ASSISTANT, manner: 'lott' },
      SECRETARY,
    );
    expect(page(drawn)).toContain(' 2 3 3 2 M 2 (M), efter lottning inför M 1 (M) ');
    expect(page(drawn, 'en')).toContain(' 2 3 3 2 M 2 (M), by lot before M 1 (M) ');
    expect(page(drawn.after({ type: 'declareProportional' }))).toContain('Valet är avgjort.');
  });
});
