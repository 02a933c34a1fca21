import type { Meeting, MeetingId, PersonId } from '@klubba/meeting';
import type { BreakRoomKind } from './names.ts';
import type { Closing } from './rights.ts';
import type { Identity, Rights, RoomName, VideoRooms } from './video-room.ts';

/** A meeting as the journal has it now. `closing`: the doors are closed, by which fact. */
export type Scene = { readonly meeting: Meeting; readonly closing?: Closing | undefined };

export type VideoPass = {
  readonly url: string;
  readonly token: string;
  readonly room: RoomName;
  readonly identity: Identity;
  readonly rights: Rights;
};

export type PassWish = {
  readonly meeting: MeetingId;
  readonly person: PersonId;
  readonly device: string;
  readonly session: string;
  /** Absent: where the person belongs in the meeting. */
  readonly room?: 'meeting' | BreakRoomKind | undefined;
};

/** Reads the journal and makes the video server do what it says. Decides nothing: `placeOf` answers from the meeting alone. */
export interface Conductor {
  /** The meeting has new facts. Resolves when the video server has carried them out, or failed to (then a sweep will). */
  carryOut(scene: Scene): Promise<void>;
  /** A way into the room where this person belongs now, or into the wanted room of a break; `undefined`: none. */
  pass(wish: PassWish): Promise<VideoPass | undefined>;
  /** A way into an empty room of one's own, to try the connection; for those who have a part in the meeting, also before check-in. */
  trial(wish: Omit<PassWish, 'device' | 'session'>): Promise<VideoPass | undefined>;
  /** From the video server's webhook. False when it is not from our video server. */
  hear(body: string, authorization: string | undefined): Promise<boolean>;
  /** A session was ended: its devices are put out. */
  endSession(session: string): Promise<void>;
  /** Makes the video server's rooms be as the journal says, also after it or this server was restarted. */
  sweep(): Promise<void>;
  stop(): void;
}

export type ConductorOptions = {
  readonly rooms: VideoRooms;
  readonly onFailure: (error: unknown) => void;
  readonly now?: () => number;
};
