import { type Audience, audienceOf, type DocumentId, type Fact, foldFor, type PersonId } from '@klubba/meeting';
import { councilPlan, given, itemId, person } from '@klubba/meeting/testing';
import type { AssuranceDemand } from '@klubba/protocol';
import { describe, expect, it } from 'vitest';
import { sureEyes } from './sure-eyes.ts';

/** What a closed item's document is called; that the item is there, everybody knows. */
const SECRET = 'Markköp-hemligt-7391';
const base = councilPlan();
const closedItem = itemId(123);
const plan = {
  ...base,
  duties: [...base.duties, { person: 'p-screen' as PersonId, duty: 'hallDevice' as const }],
  items: base.items.map((one) =>
    one.id === closedItem ? { ...one, documents: [{ id: 'd-closed' as DocumentId, title: SECRET }] } : one,
  ),
};
const { meeting } = given(plan);
const facts: readonly Fact[] = [{ seq: 0, at: 0, actor: 'system', event: { type: 'MeetingPlanned', plan } }];
/** Whether what is sent to these eyes holds the secret. */
const isTold = (eyes: Audience): boolean => JSON.stringify(foldFor(facts, eyes)).includes(SECRET);
const demands = [
  { scope: 'meeting', act: 'closedItem', assurance: 'substantial' },
] as const satisfies AssuranceDemand[];
const member = person('Birgitta Nordin');
const chair = person('Marie Sandell');
const weak = (who: PersonId): Audience => sureEyes(meeting, { person: who, assurance: 'low' }, demands);
const strong = (who: PersonId): Audience => sureEyes(meeting, { person: who, assurance: 'substantial' }, demands);

describe('IDA-03 the eyes of a login', () => {
  it('are told nothing of a closed item while the login is weaker than demanded', () => {
    for (const who of [member, chair]) expect([isTold(weak(who)), isTold(strong(who))]).toEqual([false, true]);
  });

  it('are those of the person when nothing is demanded of closed items, or only of another item', () => {
    const login = { person: member, assurance: 'low' } as const;
    const other = { scope: 'item', item: itemId(118), act: 'closedItem', assurance: 'high' } as const;
    const vote = { scope: 'body', act: 'vote', assurance: 'high' } as const;
    for (const held of [[], [other], [vote]])
      expect(sureEyes(meeting, login, held)).toEqual(audienceOf(meeting, member));
  });

  it('give nobody more than the law does', () => {
    const stranger = 'p-stranger' as PersonId;
    expect(strong(stranger)).toEqual(audienceOf(meeting, stranger));
    expect(isTold(strong(stranger))).toBe(false);
  });

  it('of a screen of the hall are left alone: it cannot log in again', () => {
    const screen = 'p-screen' as PersonId;
    expect(weak(screen)).toEqual(audienceOf(meeting, screen));
  });

  it('are the ones that matter: with a hole where the demand is not asked, the secret is found', () => {
    const holed = (who: PersonId): Audience => audienceOf(meeting, who);
    expect(isTold(holed(member))).toBe(true);
  });
});
