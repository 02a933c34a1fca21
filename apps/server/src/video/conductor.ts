import { createHash } from 'node:crypto';
import { audienceOf, identityTalks, type MeetingId, personName } from '@klubba/meeting';
import { breakPlaceOf, breakStart, isOfBreakNow, isOfPastBreak } from './break-rooms.ts';
import type { Conductor, ConductorOptions, Scene } from './conductor-contract.ts';
import {
  breakOf,
  type BreakRoomKind,
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
import { type Place, placeOf } from './rights.ts';
import { isSameForVideo } from './same-for-video.ts';
import { type Identity, type Rights, type RoomName, sameRights } from './video-room.ts';

/** Long enough to connect; the video server renews it for as long as the person stays. */
export const TOKEN_SECONDS = 120;
const TRIAL_ROOM_SECONDS = 60;
/** Rooms of a break are there while somebody is in them, at most until the break ends. */
const BREAK_ROOM_SECONDS = 60;
/** How often the video server's rooms are compared with the journal, in case something was missed or it was restarted. */
export const SWEEP_MS = 2_000;

type Show = {
  scene: Scene;
  opened: Set<RoomName>;
  /** Everybody who holds a token or was seen inside, by room. */
  known: Map<RoomName, Map<Identity, Known>>;
};
/** `mark`: of the session by whose token this one came in. */
type Known = { applied: Rights | undefined; mark?: string; passUntil: number; work?: Promise<void>; again: boolean };

/** Others in the room can read it, so it leads to no session. */
function markOf(session: string): string {
  return createHash('sha256').update(`video ${session}`).digest('base64url').slice(0, 16);
}

export function conduct({ rooms, onFailure, now = Date.now }: ConductorOptions): Conductor {
  const shows = new Map<MeetingId, Show>();

  const wantedRooms = ({ meeting, closing }: Scene): readonly RoomName[] => {
    if (meeting.agenda.phase === 'planned' || meeting.agenda.phase === 'closed') return [];
    const { meeting: id } = meeting.plan;
    const closed = closing === undefined ? [] : [closedRoom(id, closing.item, closing.seq)];
    return [openRoom(id), ...closed, ...identityTalks(meeting).map((talk) => talkRoom(id, talk))];
  };

  const isWanted = ({ scene }: Show, room: RoomName): boolean =>
    breakOf(room) === undefined ? wantedRooms(scene).includes(room) : isOfBreakNow(scene.meeting, room);

  const placeIn = ({ scene }: Show, identity: Identity, kind: BreakRoomKind | undefined): Place =>
    kind === undefined
      ? placeOf(scene.meeting, personOf(identity), deviceOf(identity), scene.closing)
      : breakPlaceOf(scene.meeting, personOf(identity), kind);

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
    const place = placeIn(show, identity, breakOf(room)?.kind);
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

  /** On demand. False: the break ended meanwhile. */
  const openForBreak = async (show: Show, room: RoomName): Promise<boolean> => {
    await rooms.open(room, BREAK_ROOM_SECONDS);
    show.opened.add(room);
    if (isWanted(show, room)) return true;
    await close(show, room);
    return false;
  };

  const close = async (show: Show, room: RoomName): Promise<void> => {
    show.opened.delete(room);
    show.known.delete(room);
    await rooms.close(room);
  };

  /** All together: no microphone stays open because another room is slow to close. */
  const closeUnwanted = async (show: Show): Promise<void> => {
    const unwanted = [...show.opened].filter((room) => !isWanted(show, room));
    await Promise.all(unwanted.map((room) => close(show, room).catch(onFailure)));
  };

  /** Rooms of the meeting's breaks that the video server holds, whoever opened them: another server, or this one before it was restarted. */
  const breakRoomsOf = (show: Show, there: readonly RoomName[]): readonly RoomName[] =>
    there.filter((room) => breakOf(room) !== undefined && meetingOf(room) === show.scene.meeting.plan.meeting);

  const closePastBreaks = async (show: Show, there: readonly RoomName[]): Promise<void> => {
    const past = breakRoomsOf(show, there).filter((room) => isOfPastBreak(show.scene.meeting, room));
    await Promise.all(past.map((room) => close(show, room).catch(onFailure)));
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
    const closed = closeUnwanted(show);
    await Promise.all([settled, closed, openWanted(show).catch(onFailure)]);
    if (before === undefined || breakStart(before.meeting) !== breakStart(scene.meeting))
      await rooms
        .names()
        .then((there) => closePastBreaks(show, there))
        .catch(onFailure);
    if (scene.meeting.agenda.phase === 'closed' && show.opened.size === 0) shows.delete(scene.meeting.plan.meeting);
  };

  const compare = async (show: Show, room: RoomName): Promise<void> => {
    const inside = await rooms.participants(room);
    if (inside === undefined) {
      show.opened.delete(room);
      if (breakOf(room) !== undefined) return;
      await openWanted(show);
      for (const known of knownIn(show, room).values()) known.applied = undefined;
      return;
    }
    show.opened.add(room);
    const there = new Set(inside.map((one) => one.identity));
    for (const [identity, known] of knownIn(show, room))
      if (!there.has(identity) && known.passUntil < now()) knownIn(show, room).delete(identity);
    await Promise.all(
      inside.map(({ identity, rights, mark }) => {
        const known = remember(show, room, identity);
        if (mark !== undefined) known.mark = mark;
        if (known.work === undefined) known.applied = rights;
        return settle(show, room, identity);
      }),
    );
  };

  const sweep = async (): Promise<void> => {
    const there = await rooms.names();
    for (const show of shows.values()) {
      await closePastBreaks(show, there);
      const ofBreak = breakRoomsOf(show, there).filter((room) => isOfBreakNow(show.scene.meeting, room));
      const wanted = [...wantedRooms(show.scene), ...ofBreak];
      await Promise.all(wanted.map((room) => compare(show, room).catch(onFailure)));
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
    async pass({ meeting, person, device, session, room: wished = 'meeting' }) {
      const show = shows.get(meeting);
      if (show === undefined) return undefined;
      const identity = identityOf(person, device);
      const kind = wished === 'meeting' ? undefined : wished;
      const place = placeIn(show, identity, kind);
      if (place === null) return undefined;
      const { room, rights } = place;
      const known = remember(show, room, identity);
      const mark = markOf(session);
      Object.assign(known, { mark, passUntil: now() + TOKEN_SECONDS * 1000, applied: undefined });
      if (kind === undefined) await openWanted(show);
      else if (!(await openForBreak(show, room))) return undefined;
      const token = await rooms.token({
        room,
        identity,
        name: personName(show.scene.meeting, person),
        rights,
        ttlSeconds: TOKEN_SECONDS,
        mark,
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
      const mark = markOf(session);
      for (const show of shows.values()) {
        for (const [room, inside] of show.known) {
          for (const [identity, known] of inside) {
            if (known.mark !== mark) continue;
            inside.delete(identity);
            await rooms.remove(room, identity).catch(onFailure);
          }
        }
      }
    },
    stop: () => clearInterval(timer),
  };
}
