import type { DocumentId, ItemState, PersonId } from '@klubba/meeting';
import { item } from '@klubba/meeting/testing';
import { expect, it } from 'vitest';
import { unreadHandout } from './handouts.ts';

const ME = 'sofia' as PersonId;
const sent = { id: 'd1' as DocumentId, title: 'Tjänsteskrivelse' };
const late = { id: 'd2' as DocumentId, title: 'Nytt förslag', handedOutAt: 5 };
const matter = (receipts: ItemState['receipts']): ItemState =>
  ({ ...item(118, 'Budget'), documents: [sent, late], receipts }) as unknown as ItemState;

it('tells of a document handed out until it has been opened, and never of those sent with the notice', () => {
  expect(unreadHandout(matter({}), ME)?.title).toBe('Nytt förslag');
  expect(unreadHandout(matter({ [late.id]: [ME] }), ME)).toBeUndefined();
});
