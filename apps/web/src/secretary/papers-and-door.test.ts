import type { Context, DocumentId, Duty, PersonId } from '@klubba/meeting';
import { councilPlan, given, inSession, item, itemId, person, personOf, withItem } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { doorFor, movements, outsiders } from './lobby.ts';
import { receipts } from './receipts.ts';

const SECRETARY = person('Åsa Lindvall');
const at = (scene: { readonly facts: readonly { readonly at: number }[] }): Context['at'] =>
  scene.facts.at(-1)?.at ?? 0;

describe('receipts of a document that was handed out', () => {
  const document = { id: 'bilaga-3' as DocumentId, title: 'Bilaga 3' };
  const scene = withItem(inSession(councilPlan()), 118).recorded({
    type: 'DocumentHandedOut',
    item: itemId(118),
    document,
  });

  it('name everybody who serves and has not opened it', () => {
    const opened = scene
      .recorded({ type: 'DocumentReceived', item: itemId(118), document: document.id, person: person('Jonas Fridh') })
      .recorded({ type: 'DocumentReceived', item: itemId(118), document: document.id, person: SECRETARY });
    const [one] = receipts(opened.meeting);
    expect(one).toMatchObject({ have: 1, wanted: 41 });
    expect(one?.missing).not.toContain(person('Jonas Fridh'));
    expect(one?.missing).toHaveLength(40);
  });

  it('are not asked for what came with the notice', () => {
    expect(receipts(inSession(councilPlan()).meeting)).toEqual([]);
  });
});

describe('the door', () => {
  const ANNA = person('Anna-Karin Sköld');
  const base = councilPlan();
  const plan = councilPlan({
    people: [...base.people, personOf('Anna-Karin Sköld', { title: 'exploatör' })],
    duties: [...base.duties, { person: ANNA, duty: 'external' satisfies Duty }],
    items: base.items.map((one) => (one.number === 118 ? item(118, one.title, 'matter', { externals: [ANNA] }) : one)),
  });
  const before = given(plan).after({ type: 'openCheckIn' }, SECRETARY);
  const arrived = inSession(plan).recorded({
    type: 'CheckedIn',
    presence: {
      person: ANNA,
      mode: 'remote',
      identified: 'bankId',
      since: 0,
      admitted: false,
      fulfilled: false,
    },
  });
  const anna = (scene: typeof arrived) => {
    const found = outsiders(scene.meeting).find((one) => one.person === ANNA);
    if (found === undefined) throw new Error('She is known at the door.');
    return found;
  };

  it('expects one who is called to an item', () => {
    expect(anna(before)).toMatchObject({ state: 'expected', item: { number: 118 }, expected: true });
  });

  it('keeps her out until her item is open, and says why', () => {
    expect(doorFor(arrived.meeting, anna(arrived), SECRETARY, at(arrived)).refusal?.rule).toBe('MTG-EXTERNAL');
    const open = withItem(arrived, 118);
    expect(doorFor(open.meeting, anna(open), SECRETARY, at(open)).refusal).toBeUndefined();
  });

  it('takes one whom nobody called for unexpected', () => {
    const stranger = 'patrik-holm' as PersonId;
    const scene = arrived.recorded({
      type: 'CheckedIn',
      presence: { person: stranger, mode: 'remote', identified: 'bankId', since: 1, admitted: false, fulfilled: false },
    });
    expect(outsiders(scene.meeting).find((one) => one.person === stranger)).toMatchObject({
      expected: false,
      state: 'outside',
    });
  });

  it('remembers the coming and going of outsiders and not of the elected', () => {
    const people = movements(inSession(plan).meeting).map((one) => one.person);
    expect(people).toContain(SECRETARY);
    expect(people).not.toContain(person('Marie Sandell'));
  });
});
