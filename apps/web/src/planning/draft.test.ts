import type { AgendaDocument, DocumentId, Item, ItemId, PersonId } from '@klubba/meeting';
import { describe, expect, it } from 'vitest';
import { draftOf, newDraft, wishOf } from './draft.ts';

const paper = (id: string): AgendaDocument => ({ id: id as DocumentId, title: id });
const bill: Item = {
  id: 'item-4' as ItemId,
  number: 4,
  title: 'Motion om fler laddplatser',
  kind: 'bill',
  diaryNumber: 'KS 2025/0318',
  doors: 'open',
  documents: [paper('motionen'), paper('svaret')],
  preparedBy: ['Samhällsbyggnadsnämnden', 'Kommunstyrelsen'],
  tabled: { by: 'Kommunstyrelsen', text: 'Motionen avslås.' },
  raisedOn: '2025-02-03',
};

describe('an item while it is being written', () => {
  it('asked for as it was is the item that was', () => {
    const { number: _, documents, ...same } = bill;
    expect(wishOf(draftOf(bill), bill.documents)).toEqual({ ...same, documents: documents.map(({ id }) => id) });
  });

  it('keeps the documents that are not taken away, those that came since included', () => {
    const draft = { ...draftOf(bill), removed: ['motionen' as DocumentId] };
    expect(wishOf(draft, [...bill.documents, paper('tillägget')]).documents).toEqual(['svaret', 'tillägget']);
  });

  it('says nothing of empty boxes, and takes organs apart at the commas', () => {
    const draft = { ...newDraft('matter', 'Taxa'), preparedBy: ' Arbetsutskottet,, Kommunstyrelsen ' };
    expect(wishOf(draft, [])).toEqual({
      title: 'Taxa',
      kind: 'matter',
      preparedBy: ['Arbetsutskottet', 'Kommunstyrelsen'],
      documents: [],
    });
  });

  it('names those to be heard, and says nothing of it where nothing was', () => {
    const people = [{ id: 'p-elsa' as PersonId, givenName: 'Elsa', familyName: 'Enskild' }];
    const draft = draftOf({ ...bill, externals: people.map(({ id }) => id) }, people);
    expect(wishOf(draft, []).heard).toEqual(['Elsa Enskild']);
    expect(wishOf({ ...draft, heard: '' }, []).heard).toEqual([]);
    expect(wishOf(draftOf(bill, people), [])).not.toHaveProperty('heard');
  });

  it('asks for an election’s office and places, and for who puts a question only where one is put', () => {
    const asker = 'p-karin' as PersonId;
    const draft = { ...newDraft('election', 'Val'), office: ' ledamot i valnämnden ', places: '3,5', asker };
    expect(wishOf(draft, [])).toMatchObject({ election: { office: 'ledamot i valnämnden', places: 1 } });
    expect(wishOf(draft, [])).not.toHaveProperty('asker');
    expect(wishOf({ ...draft, kind: 'question' }, [])).toMatchObject({ asker });
  });
});
