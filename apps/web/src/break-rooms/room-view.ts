import type { PersonId } from '@klubba/meeting';
import type { OwnCamera, OwnMicrophone } from '../video/view.ts';

/** One who is in the room, on one device. */
export type RoomGuest = {
  readonly identity: string;
  readonly person: PersonId;
  readonly joinedAt: number;
  /** The picture's source; absent: the camera is off. */
  readonly camera?: string;
  readonly arrives: boolean;
  readonly heard: boolean;
  readonly poor: boolean;
};

/**
 * `refused`: the server says no, by `rule`; the break may be over. `elsewhere`: the same tab's name came in from another page, which
 * has the place now.
 */
export type RoomLink =
  | { readonly is: 'connecting' | 'connected' | 'reconnecting' | 'unreachable' | 'noServer' | 'elsewhere' }
  | { readonly is: 'refused'; readonly rule: string };

/** Everything the screen of a break room needs to know. A new object exactly when something changed. */
export type RoomView = {
  readonly link: RoomLink;
  /** The others, in the order they came. */
  readonly guests: readonly RoomGuest[];
  /** Identities of those who speak now, the loudest first. */
  readonly speaking: readonly string[];
  readonly camera: OwnCamera;
  readonly microphone: OwnMicrophone;
  readonly cameraTurn: number;
  /** What the person has asked for; both are off until then. */
  readonly wants: { readonly camera: boolean; readonly microphone: boolean };
  /** The browser plays no sound before the person has pressed something. */
  readonly soundBlocked: boolean;
  /** The same person came in later with another device: that one is seen and heard. */
  readonly overtaken: boolean;
};

export interface RoomSession {
  current(): RoomView;
  subscribe(listener: () => void): () => void;
  turn(device: 'camera' | 'microphone', on: boolean): void;
  /** Whose pictures are on the page now; no others are sent here. */
  show(identities: readonly string[]): void;
  /** Shows a guest's picture, or with `own` this device's camera, in `element`; the answer takes it away. */
  attach(identity: string, element: HTMLVideoElement): () => void;
  startSound(): Promise<void>;
  /** Comes in anew: after a trouble, or to be the device that is seen and heard. */
  enterAnew(): void;
  /** Leaves; camera and microphone of this room are let go of. */
  stop(): void;
}
