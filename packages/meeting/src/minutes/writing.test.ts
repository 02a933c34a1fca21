import { describe, expect, it } from 'vitest';
import {
  alternative,
  finds,
  given,
  hallOf,
  inDebate,
  item,
  itemId,
  member,
  moves,
  SECRETARY,
  toDecision,
  toldOf,
} from '../testing/index.ts';
import { itemOfPassage } from './passage-key.ts';

const scene = given(hallOf({ S: 3, M: 2 }, { items: [item(1, 'Detaljplan')] }));

describe('what the secretary and the chair write', () => {
  it('stands without the blanks around it', () => {
    scene
      .when({ type: 'wordPassage', passage: 'item-1/conflict', text: '  Jäv: {persons}. ' }, SECRETARY)
      .then({ type: 'PassageWorded', passage: 'item-1/conflict', text: 'Jäv: {persons}.' });
    scene
      .when({ type: 'writeNote', note: 'n', item: itemId(1), text: ' Ett ord. ' }, SECRETARY)
      .then({ type: 'NoteWritten', text: 'Ett ord.' });
    scene
      .when({ type: 'wordScript', line: '/script.words.open', text: ' Välkomna. ' })
      .then({ type: 'ScriptWorded', line: '/script.words.open', text: 'Välkomna.' });
  });

  it('the pen that nobody holds is laid down without a fact', () => {
    scene.when({ type: 'unlockMinutes', device: 'd1' }, SECRETARY).then();
  });

  it('hangs on its item, or on the meeting', () => {
    expect(itemOfPassage('item-1/decision/id-3')).toBe(itemId(1));
    expect(itemOfPassage('/notice')).toBeNull();
  });
});

describe('an order that was approved, and approved again in a debate that was opened again', () => {
  it('is told once', () => {
    const debate = inDebate(hallOf({ S: 3, M: 2 }, { items: [item(1, 'Detaljplan')] }), 1);
    const [moved] = moves(debate, member('M'), 'addition', { text: 'En bro byggs.' });
    const again = toDecision(toDecision(moved).after({ type: 'reopenDebate', reason: 'Begärt.' }));
    const main = finds(again, 'proposal').after({ type: 'strikeGavel' });
    const put = main.after({ type: 'putQuestion' });
    const found = put.after({ type: 'stateFinding', alternative: alternative(put, 'adopt') });
    expect(toldOf(found, 1, 'procedure').filter((line) => line.includes('orderApproved'))).toEqual([
      'procedure item-1/order: orderApproved {body: Kommunfullmäktige} ← OrderApproved',
    ]);
  });
});
