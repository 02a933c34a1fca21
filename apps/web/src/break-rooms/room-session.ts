import type { MeetingId, PersonId } from '@klubba/meeting';
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
import { type Allowed, ownMedia } from '../video/own-media.ts';
import { personOfIdentity } from '../video/pass.ts';
import { keepTicketsOutOfAddresses } from '../video/ticket-out-of-address.ts';
import { fetchRoomPass } from './room-pass.ts';
import type { RoomGuest, RoomSession, RoomView } from './room-view.ts';
import type { BreakRoom } from './rooms-of.ts';

/** After a lost link or a server that does not answer, the room is tried anew after so long. */
const AGAIN_MS = 2_000;

setLogLevel('error');
keepTicketsOutOfAddresses(globalThis);

const OUTSIDE: RoomView = {
  link: { is: 'connecting' },
  guests: [],
  speaking: [],
  camera: 'off',
  microphone: 'off',
  cameraTurn: 0,
  wants: { camera: false, microphone: false },
  soundBlocked: false,
  overtaken: false,
};

/** Goes into a room of the break, beside the meeting's own connection: heard and seen only when the person has pressed so. */
export function enterRoom(meeting: MeetingId, kind: BreakRoom['is']): RoomSession {
  const listeners = new Set<() => void>();
  const sounding = new Map<string, HTMLMediaElement>();
  let view = OUTSIDE;
  let room: Room | undefined;
  let shown: readonly string[] = [];
  let stopped = false;
  let turn = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const tell = (change: Partial<RoomView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const own = ownMedia(() => tell(own.state()));

  const settleOwn = (): void => {
    // A short loss stops nothing: what was on goes on when the link is back.
    const isIn = room !== undefined && view.link.is !== 'connecting' && !view.overtaken;
    const allowed: Allowed = {
      camera: isIn && view.wants.camera,
      cameraReady: false,
      microphone: isIn && view.wants.microphone,
      microphoneReady: false,
    };
    own.settle(room, allowed);
  };

  /** Sound first, and of everybody; pictures of those on the page. A device that another of the same person has overtaken is silent. */
  const settleOthers = (): void => {
    for (const one of publications(room, Track.Source.Microphone)) want(one, !view.overtaken);
    for (const participant of room?.remoteParticipants.values() ?? []) {
      const camera = participant.getTrackPublication(Track.Source.Camera);
      if (camera !== undefined) want(camera, shown.includes(participant.identity));
    }
  };

  const see = (): void => {
    if (room === undefined) return;
    const everybody = [...room.remoteParticipants.values()].map(asGuest);
    const me = asGuest(room.localParticipant);
    const overtaken = everybody.some((one) => one.person === me.person && isLater(one, me));
    tell({
      guests: latestOfEach(everybody.filter((one) => one.person !== me.person)),
      soundBlocked: !room.canPlaybackAudio,
      overtaken,
    });
    settleOwn();
    settleOthers();
  };

  const listenTo = (opened: Room): void => {
    const ours = (then: () => void) => () => {
      if (opened === room) then();
    };
    for (const event of SEEN_AT) opened.on(event, ours(see));
    opened
      .on(RoomEvent.ActiveSpeakersChanged, (speakers) => {
        if (opened === room) tell({ speaking: speakers.map(({ identity }) => identity) });
      })
      .on(RoomEvent.TrackSubscribed, (track, { trackSid }) => {
        if (opened !== room) return;
        if (track.kind === Track.Kind.Audio) sounding.set(trackSid, document.body.appendChild(track.attach()));
        see();
      })
      .on(RoomEvent.TrackUnsubscribed, (track, { trackSid }) => {
        track.detach();
        sounding.get(trackSid)?.remove();
        sounding.delete(trackSid);
        if (opened === room) see();
      })
      .on(
        RoomEvent.Reconnecting,
        ours(() => tell({ link: { is: 'reconnecting' } })),
      )
      .on(
        RoomEvent.Reconnected,
        ours(() => {
          tell({ link: { is: 'connected' } });
          see();
        }),
      )
      .on(RoomEvent.Disconnected, (reason) => {
        if (opened === room) lose(reason);
      });
  };

  const leave = (): void => {
    const old = room;
    room = undefined;
    for (const element of sounding.values()) element.remove();
    sounding.clear();
    settleOwn();
    void old?.disconnect(false);
  };

  const lose = (reason: DisconnectReason | undefined): void => {
    leave();
    const isElsewhere = reason === DisconnectReason.DUPLICATE_IDENTITY;
    tell({ link: { is: isElsewhere ? 'elsewhere' : 'reconnecting' }, guests: [], speaking: [], overtaken: false });
    // Put out or lost: the server says which, when it is asked for the way in again.
    if (!isElsewhere) enterAfter(AGAIN_MS / 10);
  };

  const enterAfter = (ms: number): void => {
    clearTimeout(retry);
    if (!stopped) retry = setTimeout(() => void enter(), ms);
  };

  const enter = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const answer = await fetchRoomPass(meeting, kind);
    if (mine !== turn || stopped) return;
    if (answer.is !== 'pass') {
      tell({ link: answer });
      if (answer.is === 'unreachable') enterAfter(AGAIN_MS);
      return;
    }
    const opened = new Room({
      adaptiveStream: true,
      dynacast: true,
      stopLocalTrackOnUnpublish: false,
      disconnectOnPageLeave: true,
    });
    room = opened;
    listenTo(opened);
    try {
      await opened.connect(answer.pass.url, answer.pass.token, { autoSubscribe: false });
    } catch {
      if (opened !== room) return;
      room = undefined;
      tell({ link: { is: 'unreachable' } });
      enterAfter(AGAIN_MS);
      return;
    }
    if (opened !== room) return;
    tell({ link: { is: 'connected' } });
    see();
  };

  void enter();

  return {
    current: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    turn(device, on) {
      tell({ wants: { ...view.wants, [device]: on } });
      // A device that was refused or missing is tried anew by a new press.
      if (on) void own.restart(device);
      settleOwn();
    },
    show(identities) {
      if (shown.join() === identities.join()) return;
      shown = identities;
      settleOthers();
    },
    attach(identity, element) {
      if (identity === 'own') return own.attach(element);
      const track = room?.remoteParticipants.get(identity)?.getTrackPublication(Track.Source.Camera)?.videoTrack;
      track?.attach(element);
      return () => track?.detach(element);
    },
    async startSound() {
      await room?.startAudio();
      see();
    },
    enterAnew() {
      leave();
      tell({ link: { is: 'connecting' }, guests: [], speaking: [], overtaken: false });
      enterAfter(0);
    },
    stop() {
      stopped = true;
      turn += 1;
      clearTimeout(retry);
      leave();
      own.stop();
      listeners.clear();
    },
  };
}

const SEEN_AT = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.AudioPlaybackStatusChanged,
  RoomEvent.ParticipantPermissionsChanged,
] as const;

function publications(room: Room | undefined, source: Track.Source): readonly RemoteTrackPublication[] {
  return [...(room?.remoteParticipants.values() ?? [])].flatMap((one) => one.getTrackPublication(source) ?? []);
}

function want(publication: RemoteTrackPublication, on: boolean): void {
  if (publication.isDesired !== on) publication.setSubscribed(on);
}

function asGuest(participant: Participant): RoomGuest {
  const camera = participant.getTrackPublication(Track.Source.Camera);
  const microphone = participant.getTrackPublication(Track.Source.Microphone);
  return {
    identity: participant.identity,
    person: personOfIdentity(participant.identity).person as PersonId,
    joinedAt: participant.joinedAt?.getTime() ?? 0,
    ...(camera === undefined || camera.isMuted ? {} : { camera: camera.trackSid }),
    arrives: camera?.track !== undefined,
    heard: microphone !== undefined && !microphone.isMuted,
    poor: [ConnectionQuality.Poor, ConnectionQuality.Lost].includes(participant.connectionQuality),
  };
}

/** Times are whole seconds: of two in the same one the name decides, alike on both. */
function isLater(one: RoomGuest, other: RoomGuest): boolean {
  return one.joinedAt > other.joinedAt || (one.joinedAt === other.joinedAt && one.identity > other.identity);
}

/** A person with two devices is there once, by the one that came last. */
function latestOfEach(guests: readonly RoomGuest[]): readonly RoomGuest[] {
  return guests
    .filter((one) => !guests.some((other) => other.person === one.person && isLater(other, one)))
    .toSorted((a, b) => (isLater(a, b) ? 1 : -1));
}
