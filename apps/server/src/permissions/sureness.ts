import {
  type BallotId,
  identityTalkOf,
  isCouncil,
  type ItemId,
  type Meeting,
  type PersonId,
  wasClosed,
} from '@klubba/meeting';
import type { AssuranceAct } from '@klubba/protocol';
import { isHallDevice } from '../identity/sure-eyes.ts';
import type { Scene } from './conditions.ts';

/** In which of the meeting's items a login must be sure enough for an act. `undefined` among them: in the meeting as such. */
type Asked = { readonly act: AssuranceAct; readonly items: readonly (ItemId | undefined)[] };

/** What a login can be asked to be sure for, before something is given out (IDA-03, IDA-10). */
export const SURENESS = {
  closedDocument: ({ meeting, params }) => ({ act: 'closedItem', items: itemOfDocument(meeting, params['document']) }),
  closedItems: ({ meeting }) => ({
    act: 'closedItem',
    items: meeting.agenda.order.filter((item) => wasClosed(meeting, item)),
  }),
  closedRoom: ({ meeting, asker }) => ({
    act: 'closedItem',
    items: asker === undefined ? [] : itemBehindDoors(meeting, asker.person),
  }),
  ballot: ({ meeting, params }) => ({
    act: 'vote',
    items: [meeting.elections.ballots[params['ballot'] as BallotId]?.item],
  }),
} satisfies Readonly<Record<string, (scene: Scene) => Asked>>;
export type Sureness = keyof typeof SURENESS;

function itemOfDocument(meeting: Meeting, document: string | undefined): readonly ItemId[] {
  const items = Object.values(meeting.agenda.items).filter(({ documents }) =>
    documents.some(({ id }) => id === document),
  );
  return items.map(({ id }) => id).filter((item) => wasClosed(meeting, item));
}

/** The item that is heard in the meeting's room now and that the public does not hear. Two who talk outside are not in that room. */
function itemBehindDoors(meeting: Meeting, person: PersonId): readonly ItemId[] {
  if (isHallDevice(meeting, person) || identityTalkOf(meeting, person) !== undefined) return [];
  const { closedFor } = meeting.secrecy;
  if (closedFor !== undefined) return [closedFor];
  const { current } = meeting.agenda;
  // A council's doors are shut for the deliberation alone (KL 5:42); a board's closed item is closed from first to last (KL 6:25).
  return current !== undefined && !isCouncil(meeting.plan.body.kind) && wasClosed(meeting, current) ? [current] : [];
}
