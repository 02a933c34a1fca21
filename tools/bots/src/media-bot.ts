import type { Meeting, MeetingId, PersonId } from '@klubba/meeting';
import type { VideoPass } from '@klubba/protocol';
import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  type LocalTrackPublication,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
} from '@livekit/rtc-node';
import type { ProtocolBot } from './protocol-bot.ts';
import { PATTERN_HEIGHT, PATTERN_WIDTH, patternFrame, SAMPLE_RATE, toneSamples } from './test-pattern.ts';

const FRAMES_PER_SECOND = 10;
const SOUND_MS = 20;
const RETRY_MS = 1_000;
/** A video server that is killed in the middle may leave rtc-node waiting for ever: a step not done by then is given up, and the room with it. */
const STEP_WITHIN_MS = 20_000;
/** rtc-node tells nothing of permissions: the fact and the right come together, the right some ms later. */
const RIGHT_AFTER_FACT_MS = 80;

export type MediaBotOptions = {
  readonly origin: string;
  readonly meeting: MeetingId;
  readonly cookie: string;
  readonly bot: ProtocolBot /** Told at random when absent; `room` and `rostrum` for hall devices. */;
  readonly device?: string;
};

/** A bot with a picture and a voice: it sends a test picture always, and a tone when the meeting has given it the microphone. */
export interface MediaBot {
  isConnected(): boolean;
  isSounding(): boolean;
  /** Persons whose picture this bot knows to be published. */
  sees(): readonly PersonId[];
  close(): Promise<void>;
}

/** Joins where the server places it, follows to other rooms, and comes back after a loss, until it is closed. */
export function startMediaBot(options: MediaBotOptions): MediaBot {
  const { bot } = options;
  const device = options.device ?? `bot${Math.floor(Math.random() * 1e6)}`;
  const shade = 40 + (hash(options.cookie) % 120);
  let room: Room | undefined;
  let roomName: string | undefined;
  let camera: Sender | undefined;
  let voice: Sender | undefined;
  let closed = false;
  /** Of the room: what an earlier one's forgotten step still brings is not taken. */
  let generation = 0;
  let work: Promise<void> = Promise.resolve();
  let place = '';
  let heard = false;

  const fetchPass = async (): Promise<VideoPass | undefined> => {
    const response = await fetch(`${options.origin}/api/meetings/${encodeURIComponent(options.meeting)}/video`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: options.cookie },
      body: JSON.stringify({ device }),
    });
    return response.ok ? ((await response.json()) as VideoPass) : undefined;
  };

  const leave = async (): Promise<void> => {
    generation += 1;
    camera?.stop();
    voice?.stop();
    camera = undefined;
    voice = undefined;
    const old = room;
    room = undefined;
    roomName = undefined;
    await old?.disconnect().catch(() => undefined);
  };

  const settle = async (): Promise<void> => {
    if (closed) return;
    const pass = await fetchPass();
    if (pass === undefined) {
      await leave();
      // No place, or a server that has only just started: asked again, as a page does.
      setTimeout(again, 2 * RETRY_MS);
      return;
    }
    if (room === undefined || roomName !== pass.room || !room.isConnected) await enter(pass);
    if (room === undefined) return;
    const mine = generation;
    const isOld = (): boolean => mine !== generation;
    if (pass.rights.camera && camera === undefined) {
      const sender = await sendPicture(room, shade);
      if (isOld()) return sender?.stop();
      camera = sender;
    }
    if (!pass.rights.camera) {
      camera?.stop();
      camera = undefined;
    }
    if (pass.rights.microphone && voice === undefined) {
      await pause(RIGHT_AFTER_FACT_MS);
      // A refused track costs rtc-node ten seconds: an answer at the roll call is over before that.
      if ((await fetchPass())?.rights.microphone !== true || isOld()) return;
      const sender = await sendTone(room, 220 + (shade % 40) * 11);
      if (isOld()) return sender?.stop();
      voice = sender;
    }
    if (!pass.rights.microphone) {
      voice?.stop();
      voice = undefined;
    }
  };

  const enter = async (pass: VideoPass): Promise<void> => {
    await leave();
    const mine = generation;
    const opened = new Room();
    const lost = (): void => {
      if (opened !== room) return;
      void leave();
      setTimeout(again, RETRY_MS);
    };
    opened.on(RoomEvent.Disconnected, lost);
    // Begun anew rather than resumed: after a killed server rtc-node may call itself connected and know nobody.
    opened.on(RoomEvent.Reconnecting, lost);
    opened.on(RoomEvent.LocalTrackUnpublished, (publication) => {
      // The right was withdrawn: the server has taken the track down.
      if (camera !== undefined && camera.publication === publication) camera = stopped(camera);
      if (voice !== undefined && voice.publication === publication) voice = stopped(voice);
    });
    try {
      await opened.connect(pass.url === '' ? options.origin.replace(/^http/, 'ws') : pass.url, pass.token, {
        autoSubscribe: false,
        dynacast: false,
      });
    } catch {
      setTimeout(again, RETRY_MS);
      return;
    }
    if (mine !== generation) {
      await opened.disconnect().catch(() => undefined);
      return;
    }
    room = opened;
    roomName = pass.room;
  };

  /** One change at a time; a failure is tried again at the next change or after a second. */
  const again = (): void => {
    if (closed) return;
    work = work
      .then(() => within(STEP_WITHIN_MS, settle()))
      .catch(() => {
        void leave();
        setTimeout(again, RETRY_MS);
      });
  };

  const stopListening = bot.onChange(() => {
    const meeting = bot.meeting();
    const me = bot.you()?.person;
    if (meeting.plan === undefined || me === undefined) return;
    const [placeNow, heardNow] = [placeKey(meeting, me), isHeard(meeting, me)];
    if (placeNow === place && heardNow === heard) return;
    place = placeNow;
    heard = heardNow;
    again();
  });
  again();

  return {
    isConnected: () => room?.isConnected === true,
    isSounding: () => voice !== undefined,
    sees: () =>
      [...(room?.remoteParticipants.values() ?? [])]
        .filter((one) =>
          [...one.trackPublications.values()].some((publication) => publication.source === TrackSource.SOURCE_CAMERA),
        )
        .map((one) => one.identity.slice(0, one.identity.lastIndexOf('#')) as PersonId),
    async close() {
      closed = true;
      stopListening();
      await work;
      await leave();
    },
  };
}

/** What of the meeting may move this person to another place: when it changes, the server is asked. */
function placeKey(meeting: Meeting, me: PersonId): string {
  const presence = meeting.attendance.present[me];
  const { agenda, secrecy, adjournment } = meeting;
  const declared = secrecy.closedFor !== undefined && secrecy.declarations[secrecy.closedFor]?.[me] !== undefined;
  return [
    agenda.phase,
    agenda.leader,
    agenda.current,
    secrecy.closedFor,
    declared,
    adjournment.current === undefined,
    presence?.admitted,
    presence?.mode,
  ].join();
}

/** A hint that the microphone may have been opened or closed; the server is asked for the truth. */
function isHeard(meeting: Meeting, me: PersonId): boolean {
  const { floor, decisions, attendance } = meeting;
  if (floor.speaking?.person === me && floor.speaking.to === undefined) return true;
  if (floor.commonMicrophones) return true;
  const { rollCall } = attendance;
  if (
    rollCall.state === 'running' &&
    rollCall.called !== undefined &&
    rollCall.answers[rollCall.called] === undefined
  ) {
    return (
      (attendance.serving[rollCall.called]?.person ??
        meeting.plan.seats.find((seat) => seat.id === rollCall.called)?.holder) === me
    );
  }
  const vote = decisions.openVote === undefined ? undefined : decisions.votes[decisions.openVote];
  return vote?.called === me && vote.cast[me] === undefined;
}

type Sender = { readonly publication: LocalTrackPublication; stop(): void };

function stopped(sender: Sender): undefined {
  sender.stop();
  return undefined;
}

async function sendPicture(room: Room, shade: number): Promise<Sender | undefined> {
  const source = new VideoSource(PATTERN_WIDTH, PATTERN_HEIGHT);
  const track = LocalVideoTrack.createVideoTrack('camera', source);
  const publication = await room.localParticipant?.publishTrack(
    track,
    new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA, simulcast: false }),
  );
  if (publication === undefined) return undefined;
  let index = 0;
  const timer = setInterval(() => {
    source.captureFrame(
      new VideoFrame(patternFrame(index, shade), PATTERN_WIDTH, PATTERN_HEIGHT, VideoBufferType.I420),
    );
    index += 1;
  }, 1_000 / FRAMES_PER_SECOND);
  return { publication, stop: once(() => closeTrack(room, publication, timer, () => source.close())) };
}

async function sendTone(room: Room, hertz: number): Promise<Sender | undefined> {
  const source = new AudioSource(SAMPLE_RATE, 1);
  const track = LocalAudioTrack.createAudioTrack('microphone', source);
  const publication = await room.localParticipant?.publishTrack(
    track,
    new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, dtx: false, red: false }),
  );
  if (publication === undefined) return undefined;
  const count = (SAMPLE_RATE * SOUND_MS) / 1_000;
  let from = 0;
  const timer = setInterval(() => {
    source.captureFrame(new AudioFrame(toneSamples(from, count, hertz), SAMPLE_RATE, 1, count)).catch(() => undefined);
    from += count;
  }, SOUND_MS);
  return { publication, stop: once(() => closeTrack(room, publication, timer, () => source.close())) };
}

function closeTrack(
  room: Room,
  publication: LocalTrackPublication,
  timer: NodeJS.Timeout,
  closeSource: () => Promise<void>,
): void {
  clearInterval(timer);
  const { sid } = publication;
  const unpublished =
    sid === undefined || !room.isConnected ? Promise.resolve() : room.localParticipant?.unpublishTrack(sid, true);
  Promise.resolve(unpublished)
    .catch(() => undefined)
    .then(closeSource)
    .catch(() => undefined);
}

function within(ms: number, step: Promise<void>): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(`Not done within ${ms} ms.`)), ms);
  });
  return Promise.race([step, over]).finally(() => clearTimeout(late));
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function hash(text: string): number {
  let value = 7;
  for (const sign of text) value = (value * 31 + (sign.codePointAt(0) ?? 0)) >>> 0;
  return value;
}
