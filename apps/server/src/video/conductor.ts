import { audienceOf, identityTalks, type Meeting, type MeetingId, type PersonId, personName } from '@klubba/meeting';
import {
  closedRoom,
  deviceOf,
  identityOf,
  isTrial,
  meetingOf,
  openRoom,
  personOf,
  talkRoom,
  trialRoom,
} from './names.ts';
import { type Closing, type Place, placeOf } from './rights.ts';
import { type Identity, type Rights, type RoomName, sameRights, type VideoRooms } from './video-room.ts';

/** Long enough to connect; the video server renews it for as long as the person stays. */
export const TOKEN_SECONDS = 120;
const TRIAL_ROOM_SECONDS = 60;
/** How often the video server's rooms are compared with the journal, in case something was missed or it was restarted. */
export const SWEEP_MS = 2_000;

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
};

/** Reads the journal and makes the video server do what it says. Decides nothing: `placeOf` answers from the meeting alone. */
export interface Conductor {
  /** The meeting has new facts. Resolves when the video server has carried them out, or failed to (then a sweep will). */
  carryOut(scene: Scene): Promise<void>;
  /** A way into the room where this person belongs now; `undefined`: nowhere. */
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

type Show = {
  scene: Scene;
  opened: Set<RoomName>;
  /** Everybody who holds a token or was seen inside, by room. */
  known: Map<RoomName, Map<Identity, Known>>;
};
type Known = { applied: Rights | undefined; session?: string; passUntil: number; work?: Promise<void>; again: boolean };

export function conduct({ rooms, onFailure, now = Date.now }: ConductorOptions): Conductor {
  const shows = new Map<MeetingId, Show>();

  const wantedRooms = ({ meeting, closing }: Scene): readonly RoomName[] => {
    if (meeting.agenda.phase === 'planned' || meeting.agenda.phase === 'closed') return [];
    const { meeting: id } = meeting.plan;
    const closed = closing === undefined ? [] : [closedRoom(id, closing.item, closing.seq)];
    return [openRoom(id), ...closed, ...identityTalks(meeting).map((talk) => talkRoom(id, talk))];
  };

  const placeIn = (show: Show, identity: Identity): Place =>
    placeOf(show.scene.meeting, personOf(identity), deviceOf(identity), show.scene.closing);

  const knownIn = (show: Show, room: RoomName): Map<Identity, Known> => {
    const inside = show.known.get(room) ?? new Map<Identity, Known>();
    show.known.set(room, inside);
    return inside;
  };

  const remember = (show: Show, room: RoomName, identity: Identity): Known => {
    const inside = knownIn(show, room);
    const known = inside.get(identity) ?? { applied: undefined, passUntil: 0, again: false };
    inside.set(identity, known);
    return known;
  };

  /** Brings one participant to where the meeting stands *when the call is made*, one call at a time, so that a late answer never undoes a newer fact. */
  const settle = (show: Show, room: RoomName, identity: Identity): Promise<void> => {
    const known = remember(show, room, identity);
    known.again = true;
    known.work ??= (async () => {
      while (known.again) {
        known.again = false;
        await apply(show, room, identity, known).catch(onFailure);
      }
      delete known.work;
    })();
    return known.work;
  };

  const apply = async (show: Show, room: RoomName, identity: Identity, known: Known): Promise<void> => {
    const place = placeIn(show, identity);
    if (place?.room !== room) {
      knownIn(show, room).delete(identity);
      await rooms.remove(room, identity);
      return;
    }
    if (known.applied !== undefined && sameRights(known.applied, place.rights)) return;
    // Forgotten while on its way: if the call fails, nobody believes that it was done.
    known.applied = undefined;
    if ((await rooms.permit(room, identity, place.rights)) === 'done') known.applied = place.rights;
  };

  const openWanted = async (show: Show): Promise<void> => {
    const wanted = wantedRooms(show.scene);
    await Promise.all(
      wanted.map(async (room) => {
        if (show.opened.has(room)) return;
        await rooms.open(room);
        show.opened.add(room);
      }),
    );
  };

  const closeUnwanted = async (show: Show): Promise<void> => {
    const wanted = wantedRooms(show.scene);
    for (const room of [...show.opened].filter((one) => !wanted.includes(one))) {
      show.opened.delete(room);
      show.known.delete(room);
      await rooms.close(room);
    }
  };

  const settleAll = async (show: Show): Promise<void> => {
    const everybody = [...show.known].flatMap(([room, inside]) =>
      [...inside.keys()].map((identity) => settle(show, room, identity)),
    );
    await Promise.all(everybody);
  };

  const showOf = (scene: Scene): Show => {
    const id = scene.meeting.plan.meeting;
    const show = shows.get(id) ?? {
      scene,
      opened: new Set<RoomName>(),
      known: new Map<RoomName, Map<Identity, Known>>(),
    };
    // Facts may be told out of order by two readers; an older picture of the meeting never replaces a newer one.
    if (scene.meeting.seq >= show.scene.meeting.seq) show.scene = scene;
    shows.set(id, show);
    return show;
  };

  const carryOut = async (scene: Scene): Promise<void> => {
    const before = shows.get(scene.meeting.plan.meeting)?.scene;
    const show = showOf(scene);
    if (before !== undefined && isSameForVideo(before, scene)) return;
    // Rights first: a microphone to close must not wait for a room to open.
    const settled = settleAll(show);
    await Promise.all([settled, openWanted(show).catch(onFailure)]);
    await closeUnwanted(show).catch(onFailure);
    if (scene.meeting.agenda.phase === 'closed' && show.opened.size === 0) shows.delete(scene.meeting.plan.meeting);
  };

  const compare = async (show: Show, room: RoomName): Promise<void> => {
    const inside = await rooms.participants(room);
    if (inside === undefined) {
      show.opened.delete(room);
      await openWanted(show);
      for (const known of knownIn(show, room).values()) known.applied = undefined;
      return;
    }
    show.opened.add(room);
    const there = new Set(inside.map((one) => one.identity));
    for (const [identity, known] of knownIn(show, room))
      if (!there.has(identity) && known.passUntil < now()) knownIn(show, room).delete(identity);
    await Promise.all(
      inside.map(({ identity, rights }) => {
        const known = remember(show, room, identity);
        if (known.work === undefined) known.applied = rights;
        return settle(show, room, identity);
      }),
    );
  };

  const sweep = async (): Promise<void> => {
    for (const show of shows.values()) {
      await Promise.all(wantedRooms(show.scene).map((room) => compare(show, room).catch(onFailure)));
    }
  };
  let sweeping = false;
  const timer = setInterval(() => {
    if (sweeping) return;
    sweeping = true;
    sweep()
      .catch(onFailure)
      .finally(() => {
        sweeping = false;
      });
  }, SWEEP_MS);
  timer.unref();

  return {
    carryOut,
    sweep,
    async pass({ meeting, person, device, session }) {
      const show = shows.get(meeting);
      if (show === undefined) return undefined;
      const identity = identityOf(person, device);
      const place = placeIn(show, identity);
      if (place === null) return undefined;
      const { room, rights } = place;
      const known = remember(show, room, identity);
      Object.assign(known, { session, passUntil: now() + TOKEN_SECONDS * 1000, applied: undefined });
      await openWanted(show);
      const token = await rooms.token({
        room,
        identity,
        name: personName(show.scene.meeting, person),
        rights,
        ttlSeconds: TOKEN_SECONDS,
      });
      return { url: rooms.clientUrl, token, room, identity, rights };
    },
    async trial({ meeting, person }) {
      const show = shows.get(meeting);
      if (show === undefined || audienceOf(show.scene.meeting, person).kind === 'public') return undefined;
      const [room, identity] = [trialRoom(meeting, person), identityOf(person, 'trial')];
      await rooms.open(room, TRIAL_ROOM_SECONDS);
      const rights: Rights = { camera: true, microphone: true, subscribe: true, hidden: false };
      const token = await rooms.token({ room, identity, name: '', rights, ttlSeconds: TOKEN_SECONDS });
      return { url: rooms.clientUrl, token, room, identity, rights };
    },
    async hear(body, authorization) {
      const signal = await rooms.readSignal(body, authorization);
      if (signal === undefined) return false;
      if (isTrial(signal.room)) return true;
      const show = shows.get(meetingOf(signal.room));
      // A room of no meeting of ours is nobody's business here: another installation may share the video server.
      if (show === undefined) return true;
      if (signal.kind === 'left') return true;
      remember(show, signal.room, signal.identity).applied = undefined;
      await settle(show, signal.room, signal.identity);
      return true;
    },
    async endSession(session) {
      for (const show of shows.values()) {
        for (const [room, inside] of show.known) {
          for (const [identity, known] of inside) {
            if (known.session !== session) continue;
            inside.delete(identity);
            await rooms.remove(room, identity).catch(onFailure);
          }
        }
      }
    },
    stop: () => clearInterval(timer),
  };
}

/** Most facts move nobody: 81 votes in a second must not ask 150 times about 150 people. */
function isSameForVideo(before: Scene, after: Scene): boolean {
  const [a, b] = [before.meeting, after.meeting];
  const slices = ['agenda', 'attendance', 'lobby', 'remote', 'floor', 'conflicts', 'secrecy', 'adjournment'] as const;
  return (
    before.closing?.seq === after.closing?.seq &&
    slices.every((slice) => a[slice] === b[slice]) &&
    rollCallVote(a) === rollCallVote(b)
  );
}

function rollCallVote({ decisions }: Meeting): unknown {
  const vote = decisions.openVote === undefined ? undefined : decisions.votes[decisions.openVote];
  return vote?.method === 'rollCall' ? vote : undefined;
}
