import {
  createLocalAudioTrack,
  type LocalAudioTrack,
  type LocalTrack,
  LocalVideoTrack,
  type Room,
  Track,
  type TrackPublishOptions,
  VideoPreset,
} from 'livekit-client';
import { cameraConstraints, captureHere, openCamera } from './capture.ts';
import { type FrameWatch, isFrozen, watchFrames } from './frame-watch.ts';
import type { OwnCamera, OwnMicrophone } from './view.ts';

/** What one's own devices do in a room now. */
export type Allowed = {
  readonly camera: boolean;
  /** The way in is known and gives the camera: it starts while the room is entered, and is sent when it may be. */
  readonly cameraReady: boolean;
  readonly microphone: boolean;
  readonly microphoneReady: boolean;
};
export type OwnState = { readonly camera: OwnCamera; readonly microphone: OwnMicrophone; readonly cameraTurn: number };

export interface OwnMedia {
  state(): OwnState;
  /** Brings the devices to what is allowed, one change at a time; called as often as one likes. */
  settle(room: Room | undefined, allowed: Allowed): void;
  attach(element: HTMLVideoElement): () => void;
  restart(kind: 'camera' | 'microphone'): Promise<void>;
  cameraTrack(): LocalVideoTrack | undefined;
  /** Frames the camera has delivered, seen at its source: independent of whether anybody watches. */
  framesCaptured(): number;
  stop(): void;
}

const WATCH_EVERY_MS = 1_000;

/** `begun`: a camera that was opened with the page; nothing where it may not send. Taken once, or closed. */
export function ownMedia(onChange: () => void, begun?: Promise<MediaStream | undefined>): OwnMedia {
  const capture = captureHere();
  let waiting = begun;
  let camera: LocalVideoTrack | undefined;
  let microphone: LocalAudioTrack | undefined;
  let state: OwnState = { camera: 'off', microphone: 'off', cameraTurn: 0 };
  let wanted: { readonly room: Room | undefined; readonly allowed: Allowed } = {
    room: undefined,
    allowed: { camera: false, cameraReady: false, microphone: false, microphoneReady: false },
  };
  let work: Promise<void> | undefined;
  let again = false;
  let frames: FrameWatch | undefined;
  const counter = countFrames();

  const tell = (change: Partial<OwnState>): void => {
    if (Object.entries(change).every(([key, value]) => state[key as keyof OwnState] === value)) return;
    state = { ...state, ...change };
    onChange();
  };

  const takeBegun = (): Promise<MediaStream | undefined> => {
    const taken = waiting ?? Promise.resolve(undefined);
    waiting = undefined;
    return taken;
  };
  const closeBegun = async (): Promise<void> => {
    const stream = await takeBegun().catch(() => undefined);
    for (const track of stream?.getTracks() ?? []) track.stop();
  };

  const settleOnce = async (): Promise<void> => {
    const { room, allowed } = wanted;
    await Promise.all([settleCamera(room, allowed), settleMicrophone(room, allowed)]);
  };

  const settleCamera = async (room: Room | undefined, allowed: Allowed): Promise<void> => {
    if (!allowed.camera) await withdraw(room, camera);
    if (!allowed.camera && !allowed.cameraReady) {
      camera?.stop();
      camera = undefined;
      counter.follow(undefined);
      // Inside, and it may not send: what was opened with the page is let go of too.
      if (room !== undefined) void closeBegun();
      tell({ camera: 'off' });
      return;
    }
    if (camera === undefined) {
      if (isTrouble(state.camera)) return;
      tell({ camera: 'starting' });
      try {
        camera = asTrack((await takeBegun()) ?? (await openCamera()));
      } catch (error) {
        tell({ camera: troubleOf(error) });
        return;
      }
      frames = undefined;
      counter.follow(camera.mediaStreamTrack);
      tell({ camera: 'on', cameraTurn: state.cameraTurn + 1 });
    }
    if (!allowed.camera) return;
    await publish(room, camera, {
      source: Track.Source.Camera,
      simulcast: capture.layers.length > 0,
      videoCodec: 'vp8',
      videoSimulcastLayers: capture.layers.map(
        ({ width, height, bitrate, frameRate }) => new VideoPreset(width, height, bitrate, frameRate),
      ),
    });
  };

  const settleMicrophone = async (room: Room | undefined, allowed: Allowed): Promise<void> => {
    if (!allowed.microphone) {
      await withdraw(room, microphone);
      if (!allowed.microphoneReady) {
        microphone?.stop();
        microphone = undefined;
        tell({ microphone: 'off' });
        return;
      }
    }
    if (microphone === undefined) {
      if (isTrouble(state.microphone)) return;
      try {
        microphone = await createLocalAudioTrack({
          echoCancellation: true,
          noiseSuppression: true,
          autoGainControl: true,
        });
      } catch (error) {
        tell({ microphone: troubleOf(error) });
        return;
      }
      for (const event of ['mute', 'unmute', 'ended'] as const)
        microphone.mediaStreamTrack.addEventListener(event, () => tell({ microphone: soundOf() }));
    }
    if (allowed.microphone) await publish(room, microphone, { source: Track.Source.Microphone, red: false });
    tell({ microphone: soundOf() });
  };

  /** A telephone call takes the microphone from an iPad and does not give it back. */
  const soundOf = (): OwnMicrophone => {
    if (microphone === undefined) return 'off';
    const { mediaStreamTrack: source } = microphone;
    if (!isPublished(wanted.room, microphone)) return 'ready';
    return source.muted || source.readyState === 'ended' ? 'silent' : 'on';
  };

  const settle = (): void => {
    again = true;
    work ??= (async () => {
      while (again) {
        again = false;
        await settleOnce();
      }
      work = undefined;
    })();
  };

  const watch = setInterval(() => {
    if (camera === undefined || (state.camera !== 'on' && state.camera !== 'frozen')) return;
    const now = performance.now();
    frames = watchFrames(frames, counter.count(), now);
    tell({ camera: camera.mediaStreamTrack.readyState === 'ended' || isFrozen(frames, now) ? 'frozen' : 'on' });
  }, WATCH_EVERY_MS);

  return {
    state: () => state,
    settle(room, allowed) {
      wanted = { room, allowed };
      settle();
    },
    attach(element) {
      const shown = camera;
      shown?.attach(element);
      return () => shown?.detach(element);
    },
    async restart(kind) {
      const track: LocalTrack | undefined = kind === 'camera' ? camera : microphone;
      if (track === undefined) tell(kind === 'camera' ? { camera: 'off' } : { microphone: 'off' });
      else {
        await track.restartTrack({});
        if (kind === 'camera') counter.follow(track.mediaStreamTrack);
        tell(kind === 'camera' ? { camera: 'on', cameraTurn: state.cameraTurn + 1 } : { microphone: soundOf() });
      }
      settle();
    },
    cameraTrack: () => camera,
    framesCaptured: () => counter.count(),
    stop() {
      clearInterval(watch);
      counter.follow(undefined);
      camera?.stop();
      microphone?.stop();
      void closeBegun();
    },
  };
}

function asTrack(stream: MediaStream): LocalVideoTrack {
  const [source] = stream.getVideoTracks();
  if (source === undefined) throw new DOMException('The camera gave no picture.', 'NotFoundError');
  const track = new LocalVideoTrack(source, cameraConstraints(captureHere()), false);
  track.source = Track.Source.Camera;
  track.mediaStream = stream;
  return track;
}

function isPublished(room: Room | undefined, track: LocalTrack): boolean {
  return [...(room?.localParticipant.trackPublications.values() ?? [])].some((one) => one.track === track);
}

async function publish(room: Room | undefined, track: LocalTrack, options: TrackPublishOptions): Promise<void> {
  if (room === undefined || isPublished(room, track)) return;
  try {
    await room.localParticipant.publishTrack(track, options);
  } catch {
    // Withdrawn between the permission and the try, or the room is going: the next word from the server settles it.
  }
}

async function withdraw(room: Room | undefined, track: LocalTrack | undefined): Promise<void> {
  if (room === undefined || track === undefined || !isPublished(room, track)) return;
  await room.localParticipant.unpublishTrack(track, false);
}

function troubleOf(error: unknown): 'denied' | 'missing' | 'busy' {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy';
}

function isTrouble(state: OwnCamera | OwnMicrophone): boolean {
  return state === 'denied' || state === 'missing' || state === 'busy';
}

/** Counts the frames a camera really delivers, in an element nobody sees. A hidden page draws nothing: then the count is taken for moving. */
function countFrames() {
  const element = document.createElement('video');
  element.muted = true;
  element.playsInline = true;
  let count = 0;
  const step = (): void => {
    count += 1;
    element.requestVideoFrameCallback(step);
  };
  element.requestVideoFrameCallback(step);
  return {
    follow(track: MediaStreamTrack | undefined): void {
      element.srcObject = track === undefined ? null : new MediaStream([track]);
      if (track !== undefined) element.play().catch(() => undefined);
    },
    count(): number {
      if (document.visibilityState === 'hidden') count += 1;
      return count;
    },
  };
}
