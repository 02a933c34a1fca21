import { minutesDocument, type ItemId, type Passage, type Phrase } from '@klubba/meeting';
import { councilPlan, inSession, itemId, linkDown, person, withItem } from '@klubba/meeting/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computerName, keepDraft, keepShown, keptDraft, shownHere } from './computer.ts';
import { itemDuration, minutesRows, partNow } from './minutes-rows.ts';
import { draftOf, wordingOf } from './wording.ts';

const passageOf = (key: string, values: Phrase['values'], words?: string): Passage => ({
  key: 'item-118/x',
  group: 'proposals',
  phrase: { key, values },
  seqs: [1],
  ...(words === undefined ? {} : { words }),
});
const approval = passageOf('minutes.proposal.approval', {
  persons: ['Jonas Fridh (V)', 'Helena Ståhl (S)'],
  name: 'kommunstyrelsens förslag',
  form: 'first',
});

describe('the words of a passage', () => {
  it('are edited with what happened in brackets', () => {
    expect(draftOf(approval, 'sv')).toBe(
      '[Jonas Fridh (V) och Helena Ståhl (S)] yrkar bifall till [kommunstyrelsens förslag].',
    );
  });

  it('go back to facts by name, and read as they will stand', () => {
    const wording = wordingOf(
      'Bifall till [kommunstyrelsens förslag] yrkas av [Jonas Fridh (V) och Helena Ståhl (S)].',
      approval,
      'sv',
    );
    expect(wording).toEqual({
      text: 'Bifall till {name} yrkas av {persons}.',
      lacks: [],
      reading: 'Bifall till kommunstyrelsens förslag yrkas av Jonas Fridh (V) och Helena Ståhl (S).',
    });
  });

  it('may not leave out or alter a fact', () => {
    const { lacks } = wordingOf('[Jonas Fridh (V)] yrkar bifall till [kommunstyrelsens förslag].', approval, 'sv');
    expect(lacks.map((fact) => fact.name)).toEqual(['persons']);
  });

  it('open again as they were written', () => {
    const own = { ...approval, words: 'Bifall till {name} yrkas av {persons}.' };
    const draft = draftOf(own, 'sv');
    expect(draft).toBe('Bifall till [kommunstyrelsens förslag] yrkas av [Jonas Fridh (V) och Helena Ståhl (S)].');
    expect(wordingOf(draft, own, 'sv').text).toBe(own.words);
  });

  it('unchanged or emptied, leave the automatic text in use', () => {
    expect(wordingOf(draftOf(approval, 'sv'), approval, 'sv').text).toBe('');
    expect(wordingOf('  ', approval, 'sv')).toMatchObject({ text: '', lacks: [] });
  });

  it('need not name a figure that is none', () => {
    const vote = passageOf('minutes.quorate', { body: { organ: 'Kommunfullmäktige' }, present: 35, required: 0 });
    expect(wordingOf(draftOf(vote, 'sv'), vote, 'sv').lacks).toEqual([]);
  });

  it('keep apart two facts of which one stands inside the other', () => {
    const inside = passageOf('minutes.chairHandedOver', { from: 'Bo', to: 'Bo Ek', at: { at: 0 } });
    const draft = draftOf(inside, 'sv');
    expect(draft.startsWith('[Bo Ek] övertar ordförandeskapet från [Bo] kl. [')).toBe(true);
    expect(wordingOf(`${draft} Så.`, inside, 'sv')).toMatchObject({
      lacks: [],
      text: '{to} övertar ordförandeskapet från {from} kl. {at}. Så.',
    });
  });

  it('never change a fact, whatever is written around it', () => {
    const prose = fc.string().filter((text) => !/[[\]{}]/u.test(text));
    fc.assert(
      fc.property(prose, prose, (before, after) => {
        const { reading, lacks } = wordingOf(
          `${before}[Jonas Fridh (V) och Helena Ståhl (S)]${after}[kommunstyrelsens förslag]`,
          approval,
          'sv',
        );
        return (
          lacks.length === 0 &&
          reading === `${before}Jonas Fridh (V) och Helena Ståhl (S)${after}kommunstyrelsens förslag`
        );
      }),
    );
  });
});

describe('the lines of the draft', () => {
  const BIRGITTA = person('Birgitta Nordin');
  const scene = withItem(inSession(councilPlan(), { remote: [BIRGITTA] }), 118);
  const rows = (from: typeof scene, part: ItemId | null = itemId(118)) =>
    minutesRows(from.meeting, minutesDocument(from.meeting, from.facts), part);

  it('begin with the opening of the item and follow time', () => {
    const written = scene
      .recorded({
        type: 'DocumentHandedOut',
        item: itemId(118),
        document: { id: 'd1' as never, title: 'Bilaga 3' },
      })
      .after({ type: 'writeNote', note: 'n1', item: itemId(118), text: 'Paus.' }, person('Åsa Lindvall'));
    expect(rows(written).map((row) => row.is)).toEqual(['opened', 'passage', 'note']);
    const times = rows(written).map((row) => row.at ?? Infinity);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('tell of a link that is down now, in the open item alone, until it is back', () => {
    const gone = linkDown(scene, BIRGITTA);
    expect(rows(gone).some((row) => row.is === 'lost' && row.person === BIRGITTA)).toBe(true);
    expect(rows(gone, null).some((row) => row.is === 'lost')).toBe(false);
    expect(rows(scene).some((row) => row.is === 'lost')).toBe(false);
  });

  it('are of the open item, else of the one opened last, else of the meeting as a whole', () => {
    expect(partNow(inSession(councilPlan()).meeting)).toBeNull();
    expect(partNow(scene.meeting)).toBe(itemId(118));
    const closed = scene.recorded({ type: 'ItemClosed', item: itemId(118), outcome: 'decided' });
    expect(partNow(closed.meeting)).toBe(itemId(118));
  });

  it('say how long an item has taken', () => {
    const openedAt = scene.meeting.agenda.items[itemId(118)]?.openedAt ?? 0;
    expect(itemDuration(scene.meeting, itemId(118), openedAt + 90_000)).toBe(90_000);
    expect(itemDuration(scene.meeting, itemId(119), openedAt)).toBeUndefined();
  });
});

describe('what a computer keeps of its own', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
  };
  const meeting = councilPlan().meeting;

  it('is its name, the same at every visit', () => {
    const kept = storage();
    expect(computerName(kept, () => 'dator-1')).toBe('dator-1');
    expect(computerName(kept, () => 'dator-2')).toBe('dator-1');
  });

  it('is the column chosen for it, everything until then', () => {
    const kept = storage();
    expect(shownHere(kept)).toBe('all');
    keepShown(kept, 'minutes');
    expect(shownHere(kept)).toBe('minutes');
  });

  it('is text that is not saved, until it is', () => {
    const kept = storage();
    const draft = { of: 'note:', item: itemId(118), text: 'Halv mening' };
    keepDraft(kept, meeting, draft);
    expect(keptDraft(kept, meeting)).toEqual(draft);
    keepDraft(kept, meeting, undefined);
    expect(keptDraft(kept, meeting)).toBeUndefined();
  });

  it('is nothing when the storage holds something else', () => {
    const kept = storage();
    kept.setItem(`draft/${meeting}`, '{"of":');
    expect(keptDraft(kept, meeting)).toBeUndefined();
  });
});
