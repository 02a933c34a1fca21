import {
  AccessToken,
  type ParticipantInfo,
  RoomServiceClient,
  ServerError,
  TrackSource,
  WebhookReceiver,
} from 'livekit-server-sdk';
import {
  type Identity,
  NOTHING,
  type Participant,
  type Rights,
  type RoomName,
  type RoomSignal,
  type VideoRooms,
} from './video-room.ts';

/** A call that takes longer than this is given up; the next sweep makes it good. */
const ANSWER_WITHIN_SECONDS = 3;
/** A room without anybody in it stays: the meeting decides when it ends. */
const EMPTY_ROOM_SECONDS = 24 * 60 * 60;

export type LivekitAccess = {
  /** As this server reaches it. */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  /** As browsers reach it; the same when left out, and empty when they reach it through this very server, by whatever name they know it. */
  readonly publicUrl?: string;
};

/** The rooms of a real LiveKit server. */
export function livekitRooms(access: LivekitAccess): VideoRooms {
  const api = new RoomServiceClient(access.url, access.key, access.secret, { requestTimeout: ANSWER_WITHIN_SECONDS });
  const webhooks = new WebhookReceiver(access.key, access.secret);
  return {
    clientUrl: (access.publicUrl ?? access.url).replace(/^http/, 'ws'),
    async open(room, emptySeconds = EMPTY_ROOM_SECONDS) {
      await api.createRoom({ name: room, emptyTimeout: emptySeconds, departureTimeout: emptySeconds });
    },
    async close(room) {
      await unlessMissing(api.deleteRoom(room));
    },
    async names() {
      return (await api.listRooms()).map(({ name }) => name as RoomName);
    },
    async participants(room) {
      const [rooms, inside] = await Promise.all([api.listRooms([room]), unlessMissing(api.listParticipants(room))]);
      return rooms.length === 0 ? undefined : (inside ?? []).map(asParticipant);
    },
    async permit(room, identity, rights) {
      const updated = await unlessMissing(api.updateParticipant(room, identity, { permission: asPermission(rights) }));
      return updated === undefined ? 'absent' : 'done';
    },
    async remove(room, identity) {
      // Tokens refresh themselves: without the time stamp a removed client walks in again with its last one.
      await unlessMissing(
        api.removeParticipant(room, identity, { revokeTokenTs: BigInt(Math.floor(Date.now() / 1000)) }),
      );
    },
    token(wish) {
      const token = new AccessToken(access.key, access.secret, {
        identity: wish.identity,
        name: wish.name,
        ttl: wish.ttlSeconds,
        ...(wish.mark === undefined ? {} : { metadata: wish.mark }),
      });
      token.addGrant({ room: wish.room, roomJoin: true, ...asPermission(wish.rights) });
      return token.toJwt();
    },
    async readSignal(body, authorization) {
      try {
        return asSignal(await webhooks.receive(body, authorization));
      } catch {
        return undefined;
      }
    },
  };
}

function sources(rights: Rights): TrackSource[] {
  return [...(rights.camera ? [TrackSource.CAMERA] : []), ...(rights.microphone ? [TrackSource.MICROPHONE] : [])];
}

function asPermission(rights: Rights) {
  const canPublishSources = sources(rights);
  return {
    canPublishSources,
    // An empty list of sources means all of them to LiveKit, so that nothing must be said here.
    canPublish: canPublishSources.length > 0,
    canSubscribe: rights.subscribe,
    canPublishData: false,
    hidden: rights.hidden,
  };
}

function asParticipant(info: ParticipantInfo): Participant {
  const { permission } = info;
  const may = (source: TrackSource): boolean =>
    permission?.canPublish === true &&
    (permission.canPublishSources.length === 0 || permission.canPublishSources.includes(source));
  const rights: Rights =
    permission === undefined
      ? NOTHING
      : {
          camera: may(TrackSource.CAMERA),
          microphone: may(TrackSource.MICROPHONE),
          subscribe: permission.canSubscribe,
          hidden: permission.hidden,
        };
  return {
    identity: info.identity as Identity,
    rights,
    publishes: info.tracks.map((track) => kindOf(track.source)),
    ...(info.metadata === '' ? {} : { mark: info.metadata }),
  };
}

function kindOf(source: TrackSource): Participant['publishes'][number] {
  if (source === TrackSource.CAMERA) return 'camera';
  return source === TrackSource.MICROPHONE ? 'microphone' : 'other';
}

function asSignal(event: Awaited<ReturnType<WebhookReceiver['receive']>>): RoomSignal | undefined {
  const room = event.room?.name as RoomName | undefined;
  const identity = event.participant?.identity as Identity | undefined;
  if (room === undefined || identity === undefined) return undefined;
  switch (event.event) {
    case 'participant_joined':
      return { kind: 'joined', room, identity };
    case 'participant_left':
    case 'participant_connection_aborted':
      return { kind: 'left', room, identity };
    case 'track_published':
      return { kind: 'published', room, identity };
    default:
      return undefined;
  }
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ServerError && (error.status === 404 || error.code === 'not_found')) return undefined;
    throw error;
  }
}
