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
import { LOCK_SECONDS, NOTE_MAX_CHARACTERS } from './decide.ts';
import { passage, worded } from './known.ts';
import { itemOfPassage } from './passage-key.ts';
import type { MinutesCommand } from './types.ts';

const hall = hallOf({ S: 3, M: 2 }, { items: [item(1, 'Detaljplan')] });
/** Two may write: the secretary, and S 3 who assists. */
const scene = given({ ...hall, duties: [...hall.duties, { person: member('S', 3), duty: 'assistant' }] });

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

  it('may be as long as a person would read, and no longer', () => {
    const longest = 'a'.repeat(NOTE_MAX_CHARACTERS);
    const commands = (text: string): readonly MinutesCommand[] => [
      { type: 'writeNote', note: 'n', item: null, text },
      { type: 'wordPassage', passage: 'item-1/conflict', text },
    ];
    for (const command of commands(longest)) scene.after(command, SECRETARY);
    for (const command of commands(`${longest}a`))
      scene.when(command, SECRETARY).refuses('MTG-MINUTES-TEXT', { maximum: NOTE_MAX_CHARACTERS });
    scene.when({ type: 'wordScript', line: '/script.words.open', text: `${longest}a` }).refuses('MTG-MINUTES-TEXT');
  });

  it('a note is removed by its own name, and the others stay', () => {
    const two = scene
      .after({ type: 'writeNote', note: 'n1', item: null, text: 'Ett.' }, SECRETARY)
      .after({ type: 'writeNote', note: 'n2', item: null, text: 'Två.' }, SECRETARY);
    two.when({ type: 'removeNote', note: 'n3' }, SECRETARY).refuses('MTG-MINUTES-UNKNOWN');
    const { notes } = two.after({ type: 'removeNote', note: 'n1' }, SECRETARY).meeting.minutes;
    expect(notes.map(({ id, text }) => [id, text])).toEqual([['n2', 'Två.']]);
  });

  it('the pen is one person’s at one computer, for as long as that is heard of', () => {
    const locked = scene.after({ type: 'lockMinutes', device: 'd1' }, SECRETARY);
    const { at } = locked.facts.at(-1) ?? { at: 0 };
    const note = { type: 'writeNote', note: 'n', item: null, text: 'Ett.', device: 'd1' } as const;
    locked.when(note, member('S', 3)).refuses('MTG-MINUTES-LOCK');
    const lock = { type: 'lockMinutes', device: 'd2' } as const;
    locked.when(lock, SECRETARY, at + LOCK_SECONDS * 1000 - 1).refuses('MTG-MINUTES-LOCK');
    locked.when(lock, SECRETARY, at + LOCK_SECONDS * 1000).then({ type: 'MinutesLocked', device: 'd2' });
  });

  it('a meeting begins with nothing written; what is adjusted at once is so once', () => {
    expect(given(hall).meeting.minutes).toEqual({ notes: [], wordings: {}, scriptWords: {}, adjustedAtOnce: [] });
    const adjusted = scene.recorded(
      { type: 'AdjustedAtOnce', item: itemId(1) },
      { type: 'AdjustedAtOnce', item: itemId(2) },
      { type: 'AdjustedAtOnce', item: itemId(1) },
    );
    expect(adjusted.meeting.minutes.adjustedAtOnce).toEqual([itemId(1), itemId(2)]);
  });

  it('the pen that nobody holds is laid down without a fact', () => {
    scene.when({ type: 'unlockMinutes', device: 'd1' }, SECRETARY).then();
  });

  it('hangs on its item, or on the meeting', () => {
    expect(itemOfPassage('item-1/decision/id-3')).toBe(itemId(1));
    expect(itemOfPassage('/notice')).toBeNull();
  });
});

describe('a passage', () => {
  const facts = [{ seq: 7, at: 1000 }];

  it('has no heading, no quotation and no time where there is none; blanks are no words', () => {
    expect(passage('decision', 'k', 'w', {}, [])).toStrictEqual({
      key: 'k',
      group: 'decision',
      phrase: { key: 'minutes.w', values: {} },
      seqs: [],
    });
    expect(passage('decision', 'k', 'w', {}, facts, { verbatim: ['', '  '] })).toStrictEqual({
      key: 'k',
      group: 'decision',
      phrase: { key: 'minutes.w', values: {} },
      seqs: [7],
      at: 1000,
    });
    expect(passage('decision', 'k', 'w', {}, facts, { verbatim: ['', ' Ord. '] }).verbatim).toEqual([' Ord. ']);
  });

  it('that nobody abstained is told by silence, that somebody did is not', () => {
    const voted = (abstain: number) =>
      worded(passage('decision', 'k', 'w', { yes: 4, abstain }, facts), { k: '{yes} ja.' });
    expect(voted(0)).toMatchObject({ words: '{yes} ja.' });
    expect(voted(1)).toMatchObject({ lacks: ['abstain'] });
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
