/** Name of a room at the video server. One meeting has one open room, one more for each closed item, and in a break one for each party and one across them. */
export type RoomName = string & { readonly room: unique symbol };
/** `<person>#<device>`: the same person may be there with two devices, and rights belong to the person. */
export type Identity = string & { readonly identity: unique symbol };

/** What one participant may do in a room. Nothing here is a wish to the client: the video server enforces it. */
export type Rights = {
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly subscribe: boolean;
  /** Seen by nobody, not even by name: a screen of the hall. */
  readonly hidden: boolean;
};

export const NOTHING: Rights = { camera: false, microphone: false, subscribe: false, hidden: false };

export function sameRights(a: Rights, b: Rights): boolean {
  return a.camera === b.camera && a.microphone === b.microphone && a.subscribe === b.subscribe && a.hidden === b.hidden;
}

export type Participant = {
  readonly identity: Identity;
  readonly rights: Rights;
  readonly publishes: readonly ('camera' | 'microphone' | 'other')[];
  /** As its token had it. */
  readonly mark?: string;
};

export type TokenWish = {
  readonly room: RoomName;
  readonly identity: Identity;
  readonly name: string;
  readonly rights: Rights;
  readonly ttlSeconds: number;
  /** By which the participant is known again, also by a server that did not give the token. Others in the room can read it. */
  readonly mark?: string;
};

/** What the video server says has happened, already proved to come from it. */
export type RoomSignal =
  | { readonly kind: 'joined'; readonly room: RoomName; readonly identity: Identity }
  | { readonly kind: 'left'; readonly room: RoomName; readonly identity: Identity }
  | { readonly kind: 'published'; readonly room: RoomName; readonly identity: Identity };

/**
 * The video server as the meeting needs it. Every call may be repeated: the second changes nothing.
 * Rejects only when the video server cannot be reached or answers against its own contract.
 */
export interface VideoRooms {
  /** Address for clients, `ws://` or `wss://`; empty: the one they have their page from. */
  readonly clientUrl: string;
  /** `emptySeconds`: the room goes by itself when nobody has been in it for so long; without it, it stays until closed. */
  open(room: RoomName, emptySeconds?: number): Promise<void>;
  /** Everybody in it is put out. */
  close(room: RoomName): Promise<void>;
  /** Of all rooms that there are. */
  names(): Promise<readonly RoomName[]>;
  /** `undefined`: there is no such room. */
  participants(room: RoomName): Promise<readonly Participant[] | undefined>;
  /** A right withdrawn takes down what was published by it at once. */
  permit(room: RoomName, identity: Identity, rights: Rights): Promise<'done' | 'absent'>;
  remove(room: RoomName, identity: Identity): Promise<void>;
  token(wish: TokenWish): Promise<string>;
  /** `undefined` when the signature does not hold, or when it tells of something that does not concern us. */
  readSignal(body: string, authorization: string | undefined): Promise<RoomSignal | undefined>;
}
