import type { MeetingId, PersonId } from '@klubba/meeting';
import type { VideoPass } from '@klubba/protocol';
import {
  ConnectionQuality,
  DisconnectReason,
  type Participant,
  type RemoteTrackPublication,
  Room,
  RoomEvent,
  setLogLevel,
  Track,
} from 'livekit-client';
import { measureRoom } from './measure.ts';
import { type Allowed, ownMedia } from './own-media.ts';
import { fetchPass, type PassAnswer, type PassTrouble, personOfIdentity } from './pass.ts';
import { keepTicketsOutOfAddresses } from './ticket-out-of-address.ts';
import { type Guest, NO_VIDEO, type VideoSession, type VideoView, type VideoWish } from './view.ts';

/** Changes of what is shown are sent together after so long: turning a page is one message, not twelve. */
const BATCH_MS = 50;
/** Where there is no place or no server now, ask again after so long. */
const AGAIN_MS: Readonly<Record<PassTrouble, number>> = {
  noServer: 30_000,
  noPlace: 5_000,
  anonymous: 30_000,
  unreachable: 2_000,
};
/** When all change rooms at once, not all in the same instant: bursts of joins are what a video server bears worst. */
const SPREAD_MS = 250;

setLogLevel('error');
keepTicketsOutOfAddresses(globalThis);

const NOTHING_WANTED: VideoWish = {
  pictures: [],
  sound: false,
  leads: false,
  mayOpenMicrophone: false,
  microphoneSoon: false,
};

/** `yields`: gives way to a device of the same person that comes in later. The hall's own devices do not: each has its place. */
export type Device = { readonly name: string; readonly yields: boolean };

/** The way in that was asked for with the page, and the camera, where the way in gives one. */
export type Early = {
  readonly pass: Promise<PassAnswer>;
  readonly camera: Promise<MediaStream | undefined>;
  /** The video server has answered: what follows is between it and the browser. */
  readonly isAtDoor: () => void;
};

/**
 * Joins the video room where this person belongs, stays through breaks, and follows to another room when the doors are closed.
 * `early`: what was begun with the page. There is no screen yet to wish anything: the camera begins if the server gives it, and
 * the hall's picture, which every screen shows, is on its way.
 */
export function startVideo(meeting: MeetingId, device: Device, early?: Early): VideoSession {
  const listeners = new Set<() => void>();
  const sounding = new Map<string, HTMLMediaElement>();
  let view: VideoView = { ...NO_VIDEO, link: 'connecting' };
  let wanted: VideoWish = { ...NOTHING_WANTED, leads: early !== undefined };
  let isWished = early === undefined;
  let room: Room | undefined;
  let roomName: string | undefined;
  let stopped = false;
  let entering = false;
  let turn = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let batch: ReturnType<typeof setTimeout> | undefined;

  const tell = (change: Partial<VideoView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const own = ownMedia(() => tell(own.state()), early?.camera);

  const allowed = (): Allowed => {
    const may = (source: Track.Source): boolean => {
      const permissions = room?.localParticipant.permissions;
      return permissions?.canPublish === true && permissions.canPublishSources.includes(Track.sourceToProto(source));
    };
    const microphone = wanted.leads && wanted.mayOpenMicrophone;
    return {
      camera: wanted.leads && may(Track.Source.Camera),
      cameraReady: wanted.leads && entering,
      microphone: microphone && may(Track.Source.Microphone),
      microphoneReady: microphone && wanted.microphoneSoon,
    };
  };

  const settleOwn = (): void => {
    if (!stopped) own.settle(room, allowed());
  };

  const seeGuests = (): void => {
    if (room === undefined) return;
    const guests = [...room.remoteParticipants.values()].map(asGuest);
    const overtaken = device.yields && isOvertaken(asGuest(room.localParticipant), guests);
    tell({ guests, overtaken, soundBlocked: !room.canPlaybackAudio });
  };

  /** Sound goes first and is never delayed; pictures follow in the order wished, together. */
  const settleSound = (): void => {
    const on = wanted.sound && wanted.leads;
    for (const publication of publications(room, Track.Source.Microphone))
      if (publication.isDesired !== on) publication.setSubscribed(on);
    if (view.sound !== on) tell({ sound: on });
  };
  const settlePictures = (): void => {
    batch = undefined;
    if (room === undefined) return;
    const pictures = isWished ? wanted.pictures : hallCameras(room);
    const ordered = pictures.flatMap(
      (identity) => room?.remoteParticipants.get(identity)?.getTrackPublication(Track.Source.Camera) ?? [],
    );
    for (const publication of publications(room, Track.Source.Camera))
      if (!ordered.includes(publication) && publication.isDesired) publication.setSubscribed(false);
    for (const publication of ordered) if (!publication.isDesired) publication.setSubscribed(true);
  };
  const settlePicturesSoon = (): void => {
    batch ??= setTimeout(settlePictures, BATCH_MS);
  };

  const listenTo = (opened: Room): void => {
    const ours = (then: () => void) => () => {
      if (opened === room) then();
    };
    opened
      .on(
        RoomEvent.SignalConnected,
        ours(() => {
          // Who is there is known before a way for pictures has been found, and what is wished can be said meanwhile.
          settleSound();
          settlePictures();
          seeGuests();
          early?.isAtDoor();
        }),
      )
      .on(RoomEvent.ParticipantConnected, ours(seeGuests))
      .on(RoomEvent.ParticipantDisconnected, ours(seeGuests))
      .on(
        RoomEvent.TrackPublished,
        ours(() => {
          settleSound();
          settlePictures();
          seeGuests();
        }),
      )
      .on(RoomEvent.TrackUnpublished, ours(seeGuests))
      .on(RoomEvent.TrackMuted, ours(seeGuests))
      .on(RoomEvent.TrackUnmuted, ours(seeGuests))
      .on(RoomEvent.ConnectionQualityChanged, ours(seeGuests))
      .on(RoomEvent.AudioPlaybackStatusChanged, ours(seeGuests))
      .on(RoomEvent.TrackSubscribed, (track, publication) => {
        if (opened !== room) return;
        if (track.kind === Track.Kind.Audio)
          sounding.set(publication.trackSid, document.body.appendChild(track.attach()));
        seeGuests();
      })
      .on(RoomEvent.TrackUnsubscribed, (track, publication) => {
        track.detach();
        sounding.get(publication.trackSid)?.remove();
        sounding.delete(publication.trackSid);
        if (opened === room) seeGuests();
      })
      .on(
        RoomEvent.ParticipantPermissionsChanged,
        ours(() => {
          settleOwn();
          // After a break everybody may receive again, and must say what.
          settleSound();
          settlePicturesSoon();
        }),
      )
      .on(RoomEvent.LocalTrackUnpublished, ours(settleOwn))
      .on(RoomEvent.LocalTrackPublished, ours(settleOwn))
      .on(
        RoomEvent.Reconnecting,
        ours(() => tell({ link: 'reconnecting' })),
      )
      .on(
        RoomEvent.Reconnected,
        ours(() => {
          tell({ link: 'connected' });
          settleOwn();
          settleSound();
          settlePictures();
        }),
      )
      .on(RoomEvent.Disconnected, (reason) => {
        if (opened === room) lose(reason);
      });
  };

  const lose = (reason: DisconnectReason | undefined): void => {
    room = undefined;
    roomName = undefined;
    entering = false;
    silence();
    tell({ link: 'disconnected', guests: [], overtaken: false });
    settleOwn();
    // The same person on the same device came in anew, elsewhere: that one has the place.
    if (reason !== DisconnectReason.DUPLICATE_IDENTITY)
      joinAfter(reason === DisconnectReason.PARTICIPANT_REMOVED ? AGAIN_MS.noPlace / 5 : 300);
  };

  const silence = (): void => {
    for (const element of sounding.values()) element.remove();
    sounding.clear();
  };

  const joinAfter = (ms: number): void => {
    clearTimeout(retry);
    if (!stopped) retry = setTimeout(() => void join(), ms);
  };

  const join = async (asked = fetchPass(meeting, device.name)): Promise<void> => {
    turn += 1;
    const mine = turn;
    const answer = await asked;
    if (mine !== turn || stopped) return;
    if (answer.is !== 'pass') {
      if (room !== undefined && answer.is === 'unreachable') return;
      leave();
      tell({ link: answer.is === 'noServer' ? 'none' : 'disconnected', trouble: answer.is, guests: [] });
      joinAfter(AGAIN_MS[answer.is]);
      return;
    }
    const { pass } = answer;
    if (room !== undefined && roomName === pass.room) return;
    const moves = room !== undefined;
    leave();
    if (moves) await new Promise((resolve) => setTimeout(resolve, Math.random() * SPREAD_MS));
    if (mine === turn && !stopped) await enter(pass);
  };

  const enter = async ({ url, token, room: name, rights }: VideoPass): Promise<void> => {
    const opened = new Room({
      adaptiveStream: true,
      dynacast: true,
      stopLocalTrackOnUnpublish: false,
      disconnectOnPageLeave: true,
    });
    room = opened;
    roomName = name;
    tell({ link: view.link === 'disconnected' ? 'reconnecting' : 'connecting', trouble: undefined });
    listenTo(opened);
    entering = rights.camera;
    settleOwn();
    try {
      await opened.connect(url, token, { autoSubscribe: false });
    } catch {
      if (opened !== room) return;
      entering = false;
      room = undefined;
      roomName = undefined;
      tell({ link: 'disconnected', trouble: 'unreachable' });
      joinAfter(AGAIN_MS.unreachable);
      return;
    }
    if (opened !== room) return;
    entering = false;
    tell({ link: 'connected', trouble: undefined });
    settleOwn();
    settleSound();
    settlePictures();
    seeGuests();
  };

  const leave = (): void => {
    const old = room;
    room = undefined;
    roomName = undefined;
    entering = false;
    silence();
    settleOwn();
    void old?.disconnect(false);
  };

  void join(early?.pass);

  return {
    current: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wish(wish) {
      const before = wanted;
      wanted = wish;
      if (
        before.leads !== wish.leads ||
        before.mayOpenMicrophone !== wish.mayOpenMicrophone ||
        before.microphoneSoon !== wish.microphoneSoon
      )
        settleOwn();
      if (before.sound !== wish.sound || before.leads !== wish.leads) settleSound();
      isWished ||= wish.pictures.length > 0;
      // Who speaks now is shown at once; a turned page may wait for the rest of the turn.
      if (before.pictures[0] !== wish.pictures[0]) settlePictures();
      else if (before.pictures.join() !== wish.pictures.join()) settlePicturesSoon();
    },
    attach(identity, element) {
      if (identity === 'own') return own.attach(element);
      const track = room?.remoteParticipants.get(identity)?.getTrackPublication(Track.Source.Camera)?.videoTrack;
      track?.attach(element);
      return () => track?.detach(element);
    },
    refresh: () => joinAfter(0),
    takeOver() {
      leave();
      joinAfter(0);
    },
    async startSound() {
      await room?.startAudio();
      seeGuests();
    },
    restartMicrophone: () => own.restart('microphone'),
    restartCamera: () => own.restart('camera'),
    measure: () => measureRoom(room, own.cameraTrack(), own.framesCaptured()),
    stop() {
      stopped = true;
      turn += 1;
      clearTimeout(retry);
      clearTimeout(batch);
      leave();
      own.stop();
      listeners.clear();
    },
  };
}

function hallCameras(room: Room): readonly string[] {
  return [...room.remoteParticipants.keys()].filter((identity) => personOfIdentity(identity).device === 'room');
}

function publications(room: Room | undefined, source: Track.Source): readonly RemoteTrackPublication[] {
  return [...(room?.remoteParticipants.values() ?? [])].flatMap((one) => one.getTrackPublication(source) ?? []);
}

/** Times are whole seconds: of two in the same one the name decides, alike on both. */
function isOvertaken(own: Guest, guests: readonly Guest[]): boolean {
  return guests.some(
    (one) =>
      one.person === own.person &&
      (one.joinedAt > own.joinedAt || (one.joinedAt === own.joinedAt && one.identity > own.identity)),
  );
}

function asGuest(participant: Participant): Guest {
  const camera = participant.getTrackPublication(Track.Source.Camera);
  const microphone = participant.getTrackPublication(Track.Source.Microphone);
  const { person, device } = personOfIdentity(participant.identity);
  return {
    identity: participant.identity,
    person: person as PersonId,
    device,
    joinedAt: participant.joinedAt?.getTime() ?? 0,
    poor:
      participant.connectionQuality === ConnectionQuality.Poor ||
      participant.connectionQuality === ConnectionQuality.Lost,
    ...(camera === undefined || camera.isMuted
      ? {}
      : { camera: { sid: camera.trackSid, arrives: camera.track !== undefined } }),
    ...(microphone === undefined || microphone.isMuted
      ? {}
      : { microphone: { sid: microphone.trackSid, arrives: microphone.track !== undefined } }),
  };
}
