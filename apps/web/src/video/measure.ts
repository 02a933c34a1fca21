import type { PersonId } from '@klubba/meeting';
import type { LocalVideoTrack, RemoteParticipant, RemoteTrack, Room } from 'livekit-client';
import { Track } from 'livekit-client';
import { personOfIdentity } from './pass.ts';
import type { Measured, Received } from './view.ts';

/** Reads the counters of everything that arrives and of the own picture. `packetsReceived` is the only proof of hearing. */
export async function measureRoom(
  room: Room | undefined,
  camera: LocalVideoTrack | undefined,
  framesCaptured: number,
): Promise<Measured> {
  const guests = await Promise.all([...(room?.remoteParticipants.values() ?? [])].map(measureGuest));
  const layers = (await camera?.getSenderStats().catch(() => [])) ?? [];
  const sum = (pick: (one: GuestCounters) => number): number => guests.reduce((all, one) => all + pick(one), 0);
  const roundTrip = layers.find((layer) => layer.roundTripTime !== undefined)?.roundTripTime;
  return {
    at: performance.now(),
    bytesSent: layers.reduce((all, layer) => all + (layer.bytesSent ?? 0), 0),
    bytesReceived: sum((one) => one.bytes),
    packetsReceived: sum((one) => one.received.video + one.received.audio),
    packetsLost: sum((one) => one.lost),
    framesReceived: sum((one) => one.frames),
    framesDropped: sum((one) => one.dropped),
    framesSent: layers.reduce((most, layer) => Math.max(most, layer.framesSent ?? 0), 0),
    framesCaptured,
    ...(roundTrip === undefined ? {} : { roundTripMs: roundTrip * 1_000 }),
    receives: guests.map((one) => one.received).filter((one) => one.videoExpected || one.audioExpected),
  };
}

type GuestCounters = {
  readonly received: Received;
  readonly bytes: number;
  readonly lost: number;
  readonly frames: number;
  readonly dropped: number;
};

/** A picture is expected where this page has asked for it; pictures of other pages are not sent here at all. */
async function measureGuest(guest: RemoteParticipant): Promise<GuestCounters> {
  const camera = guest.getTrackPublication(Track.Source.Camera);
  const microphone = guest.getTrackPublication(Track.Source.Microphone);
  const [video, audio] = await Promise.all([inbound(camera?.track), inbound(microphone?.track)]);
  return {
    received: {
      person: personOfIdentity(guest.identity).person as PersonId,
      // A picture is seen when it is decoded, not when its packets come.
      video: video.framesDecoded ?? 0,
      audio: audio.packetsReceived ?? 0,
      videoExpected: camera?.isDesired === true && !camera.isMuted,
      audioExpected: microphone?.isDesired === true && !microphone.isMuted,
    },
    bytes: (video.bytesReceived ?? 0) + (audio.bytesReceived ?? 0),
    lost: (video.packetsLost ?? 0) + (audio.packetsLost ?? 0),
    frames: video.framesReceived ?? 0,
    dropped: video.framesDropped ?? 0,
  };
}

/** The browser's own counters of one arriving track; livekit-client's summary leaves out the packets of sound. */
async function inbound(track: RemoteTrack | undefined): Promise<Partial<RTCInboundRtpStreamStats>> {
  const report = await track?.getRTCStatsReport().catch(() => undefined);
  const all: Partial<RTCInboundRtpStreamStats>[] = [];
  report?.forEach((one: Partial<RTCInboundRtpStreamStats>) => {
    if (one.type === 'inbound-rtp') all.push(one);
  });
  return all[0] ?? {};
}
