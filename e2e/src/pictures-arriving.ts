import { expect, type Page } from '@playwright/test';

type Kept = { keptConnections?: RTCPeerConnection[]; keptTracks?: MediaStreamTrack[] };

/** Runs in the page before anything else: the browser's own figures about what arrives are asked for later. */
export function keepConnections(): void {
  const kept: RTCPeerConnection[] = [];
  (window as unknown as Kept).keptConnections = kept;
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = new Proxy(Original, {
    construct(target, args: ConstructorParameters<typeof Original>) {
      const made = new target(...args);
      kept.push(made);
      return made;
    },
  });
  const tracks: MediaStreamTrack[] = [];
  (window as unknown as Kept).keptTracks = tracks;
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wish) => {
    const stream = await open(wish);
    tracks.push(...stream.getTracks());
    return stream;
  };
}

/** No microphone of this page is open: not one that was opened runs. */
export async function expectNoOpenMicrophone(page: Page): Promise<void> {
  const open = () =>
    page.evaluate(() => {
      const { keptTracks = [] } = window as unknown as Kept;
      return keptTracks.filter((track) => track.kind === 'audio' && track.readyState === 'live').length;
    });
  await expect.poll(open, { message: 'no microphone is open' }).toBe(0);
}

export type Arrived = {
  /** Frames decoded since the page was opened, of all pictures together. */
  readonly frames: number;
  /** Sound that is sound and not silence: the sum of its energy. */
  readonly energy: number;
  /** Packets with sound that this page has sent. */
  readonly soundSent: number;
};

/** What the browser has received and sent, by its own WebRTC statistics. */
export async function arrived(page: Page): Promise<Arrived> {
  return page.evaluate(async () => {
    const sum = { frames: 0, energy: 0, soundSent: 0 };
    for (const connection of (window as unknown as Kept).keptConnections ?? []) {
      if (connection.connectionState === 'closed') continue;
      for (const report of (await connection.getStats()).values()) {
        if (report.type === 'inbound-rtp' && report.kind === 'video') sum.frames += report.framesDecoded ?? 0;
        if (report.type === 'inbound-rtp' && report.kind === 'audio') sum.energy += report.totalAudioEnergy ?? 0;
        if (report.type === 'outbound-rtp' && report.kind === 'audio') sum.soundSent += report.packetsSent ?? 0;
      }
    }
    return sum;
  });
}

/** The picture of this name is drawn on the page and moves: the video's own clock goes on, with a real size. */
export async function expectMovingPicture(page: Page, name: string | RegExp): Promise<void> {
  const tile = page
    .locator('figure, li, div')
    .filter({ has: page.locator('video'), hasText: name })
    .last();
  const clock = () =>
    tile
      .locator('video')
      .first()
      .evaluate((video: HTMLVideoElement) => (video.videoWidth > 0 ? video.currentTime : 0));
  await expect.poll(clock, { message: `a picture of ${name}` }).toBeGreaterThan(0);
  const before = await clock();
  await expect.poll(clock, { message: `the picture of ${name} moves` }).toBeGreaterThan(before + 0.3);
}

/** Sound goes on arriving at the page. */
export async function expectSound(page: Page): Promise<void> {
  const before = await arrived(page);
  await expect
    .poll(async () => (await arrived(page)).energy, { message: 'sound arrives' })
    .toBeGreaterThan(before.energy + 0.001);
}

/** Pictures have really stopped: not one frame more is decoded. */
export async function expectNoPictures(page: Page): Promise<void> {
  let before = -1;
  await expect
    .poll(
      async () => {
        const { frames } = await arrived(page);
        const stands = frames === before;
        before = frames;
        return stands;
      },
      { message: 'pictures stop', intervals: [1_000] },
    )
    .toBe(true);
}
