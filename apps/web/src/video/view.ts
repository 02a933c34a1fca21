import type { PersonId } from '@klubba/meeting';
import type { PassTrouble } from './pass.ts';

export type OwnCamera = 'off' | 'starting' | 'on' | 'frozen' | 'denied' | 'missing' | 'busy';
export type OwnMicrophone = 'off' | 'ready' | 'on' | 'silent' | 'denied' | 'missing' | 'busy';

/** One remote participant's device, as the video server tells of it. */
export type Guest = {
  readonly identity: string;
  readonly person: PersonId;
  /** `room` and `rostrum` are the hall's cameras. */
  readonly device: string;
  readonly joinedAt: number;
  readonly camera?: { readonly sid: string; readonly arrives: boolean };
  readonly microphone?: { readonly sid: string; readonly arrives: boolean };
  readonly poor: boolean;
};

/** Everything a screen needs to know of the video link. A new object exactly when something changed. */
export type VideoView = {
  readonly link: 'none' | 'connecting' | 'connected' | 'reconnecting' | 'disconnected';
  readonly trouble?: PassTrouble | undefined;
  readonly guests: readonly Guest[];
  readonly camera: OwnCamera;
  readonly microphone: OwnMicrophone;
  /** Counts changes of the own picture's source, so that its element attaches again. */
  readonly cameraTurn: number;
  /** The browser plays no sound before the person has pressed something. */
  readonly soundBlocked: boolean;
  readonly sound: boolean;
  /** The same person came in later with another device or tab: that one is seen, heard and sounds; this one watches. */
  readonly overtaken: boolean;
};

export const NO_VIDEO: VideoView = {
  link: 'none',
  guests: [],
  camera: 'off',
  microphone: 'off',
  cameraTurn: 0,
  soundBlocked: false,
  sound: false,
  overtaken: false,
};

/** What this page wants of its link, from the meeting and the person's own choices. */
export type VideoWish = {
  /** Identities whose pictures are to arrive, the most important first. */
  readonly pictures: readonly string[];
  /** Sound of the others is to be heard here. */
  readonly sound: boolean;
  /** This page publishes and sounds; of several devices and tabs of one person the last to come does. */
  readonly leads: boolean;
  /** The microphone may be opened when the meeting gives the right (a hall with own microphones says no). */
  readonly mayOpenMicrophone: boolean;
  /** The right is expected soon: have the microphone ready, so that the first word is heard. */
  readonly microphoneSoon: boolean;
};

export interface VideoSession {
  current(): VideoView;
  subscribe(listener: () => void): () => void;
  wish(wish: VideoWish): void;
  /** Shows a guest's picture in `element`; the answer takes it away. `own`: this device's own camera. */
  attach(identity: string | 'own', element: HTMLVideoElement): () => void;
  /** The place may have changed: ask the server anew. */
  refresh(): void;
  /** Comes in anew, so that this device is the last and leads. */
  takeOver(): void;
  startSound(): Promise<void>;
  restartMicrophone(): Promise<void>;
  restartCamera(): Promise<void>;
  /** Counters since the session began, for telemetry. */
  measure(): Promise<Measured>;
  stop(): void;
}

export type Received = {
  readonly person: PersonId;
  readonly video: number;
  readonly audio: number;
  readonly videoExpected: boolean;
  readonly audioExpected: boolean;
};

/** Cumulative counters at one instant. */
export type Measured = {
  readonly at: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly packetsReceived: number;
  readonly packetsLost: number;
  readonly framesReceived: number;
  /** Came too late to be drawn, or the device was too slow. */
  readonly framesDropped: number;
  readonly framesSent: number;
  readonly framesCaptured: number;
  readonly roundTripMs?: number;
  readonly receives: readonly Received[];
};
