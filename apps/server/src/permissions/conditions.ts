import {
  type Audience,
  audienceOf,
  type BallotId,
  type DocumentId,
  type Meeting,
  PUBLIC_AUDIENCE,
} from '@klubba/meeting';
import { type ChatRule, chatRefusal, groupChatRefusal } from '../chat/law.ts';
import type { RunningMeeting } from '../meetings/meetings.ts';
import { breakRoomRefusal, type BreakRoomRule, placeOf } from '../video/index.ts';
import type { Asker } from './capacities.ts';

/** What a condition is judged by: the meeting as it is at this moment, who asks, and what the address names. */
export type Scene = {
  readonly meeting: Meeting;
  readonly asker: Asker | undefined;
  readonly params: Readonly<Record<string, string | undefined>>;
  /** The meeting as these eyes know it. */
  readonly shownTo: (eyes: Audience) => Meeting | undefined;
};

export type Condition = {
  readonly about: string;
  readonly holds: (scene: Scene) => boolean;
  /** Where more than one thing may be in the way: which it is. */
  readonly inTheWay?: (scene: Scene) => ChatRule | BreakRoomRule | undefined;
};

export function sceneOf(running: RunningMeeting, meeting: Meeting, asker: Asker | undefined, params: unknown): Scene {
  return {
    meeting,
    asker,
    params: params as Scene['params'],
    shownTo: (eyes) => running.gallery.shownTo(eyes),
  };
}

/** One who is heard in a single item reads what the public reads (EXT-05). */
function eyesOf({ meeting, asker }: Scene): Audience {
  return asker === undefined || asker.onlyMeeting !== undefined ? PUBLIC_AUDIENCE : audienceOf(meeting, asker.person);
}

const ballotIn = (scene: Scene): Meeting['elections']['ballots'][BallotId] | undefined =>
  scene.meeting.elections.ballots[(scene.params['ballot'] ?? '') as BallotId];
const isAmong = (scene: Scene, persons: readonly string[] | undefined): boolean =>
  scene.asker !== undefined && persons?.includes(scene.asker.person) === true;

function chatInTheWay({ meeting, asker }: Scene): ChatRule | undefined {
  return asker === undefined ? 'CHAT-NOT-YOURS' : chatRefusal(meeting, asker.person);
}

function groupInTheWay({ meeting, asker }: Scene): ChatRule | undefined {
  return asker === undefined ? 'CHAT-NOT-YOURS' : groupChatRefusal(meeting, asker.person);
}

const breakRoomInTheWay =
  (kind: 'group' | 'break') =>
  ({ meeting, asker }: Scene): BreakRoomRule | undefined =>
    asker === undefined ? 'VIDEO-NO-PLACE' : breakRoomRefusal(meeting, asker.person, kind);

/** The states on which a right may hang. Each is the same rule that shows the meeting's facts, never a second opinion of it. */
export const CONDITIONS = {
  seesAll: {
    about: 'no item of the meeting is barred to the person: no conflict of interest, no closed item without clearance',
    holds: (scene) => {
      const eyes = eyesOf(scene);
      return eyes.kind === 'presidium' && eyes.barredFrom.length === 0;
    },
  },
  shown: {
    about: 'the meeting is one that this person, or the public, may know of',
    holds: (scene) => scene.shownTo(eyesOf(scene)) !== undefined,
  },
  openToTheEnd: {
    about: 'the meeting is closed, and none of its items was behind closed doors or secret',
    holds: ({ meeting }) =>
      meeting.agenda.phase === 'closed' &&
      meeting.secrecy.closedItems.length === 0 &&
      Object.values(meeting.agenda.items).every(({ doors }) => doors === 'open'),
  },
  documentShown: {
    about: 'the meeting as this person may see it now names the document in one of its items',
    holds: (scene) =>
      Object.values(scene.shownTo(eyesOf(scene))?.agenda.items ?? {}).some((item) =>
        item.documents.some(({ id }) => id === (scene.params['document'] as DocumentId)),
      ),
  },
  ballotShown: {
    about: 'the meeting as this person may see it now shows the ballot; to the public once it is counted',
    holds: (scene) => {
      const eyes = eyesOf(scene);
      const id = (scene.params['ballot'] ?? '') as BallotId;
      const isShown = scene.shownTo(eyes)?.elections.ballots[id] !== undefined;
      return isShown && (eyes.kind !== 'public' || ballotIn(scene)?.state === 'counted');
    },
  },
  elector: {
    about: 'the ballot has the person as a voter',
    holds: (scene) => isAmong(scene, ballotIn(scene)?.electors),
  },
  registered: {
    about: 'the person’s tablet has registered for the ballot',
    holds: (scene) => isAmong(scene, ballotIn(scene)?.registered),
  },
  keyHolder: {
    about: 'the meeting has the person as a key holder',
    holds: (scene) => isAmong(scene, scene.meeting.elections.keyHolders?.persons),
  },
  hasPlace: {
    about:
      'video/rights.ts gives the person a place now: checked in, admitted, not barred, no one-time guest outside the own item',
    holds: ({ meeting, asker }) => asker !== undefined && placeOf(meeting, asker.person, '') !== null,
  },
  hasPart: {
    about: 'the person has a part in the meeting, also before check-in',
    holds: ({ meeting, asker }) => asker !== undefined && audienceOf(meeting, asker.person).kind !== 'public',
  },
  chatOpen: {
    about:
      'the body has decided to have a chat, the meeting goes on, the person is checked in and let in and not in conflict of interest, and no closed item is dealt with',
    holds: (scene) => chatInTheWay(scene) === undefined,
    inTheWay: chatInTheWay,
  },
  groupRoomOpen: {
    about: 'as for the meeting’s chat, in a break for group meetings, in the room of the person’s own party',
    holds: (scene) => groupInTheWay(scene) === undefined,
    inTheWay: groupInTheWay,
  },
  inGroupBreak: {
    about:
      'there is a break for group meetings, and the person has a party, is checked in and let in, and is neither in conflict of interest over the item nor shut out of it',
    holds: (scene) => breakRoomInTheWay('group')(scene) === undefined,
    inTheWay: breakRoomInTheWay('group'),
  },
  inBreak: {
    about:
      'there is a break, and the person is checked in and let in, and is neither in conflict of interest over the item nor shut out of it',
    holds: (scene) => breakRoomInTheWay('break')(scene) === undefined,
    inTheWay: breakRoomInTheWay('break'),
  },
} satisfies Readonly<Record<string, Condition>>;
export type ConditionName = keyof typeof CONDITIONS;
