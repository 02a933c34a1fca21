import { TELEMETRY_EVERY_MS } from '@klubba/protocol';
import type { Connection } from '../live/index.ts';
import type { Load } from './capacity.ts';
import { loadBetween, summarise } from './telemetry.ts';
import type { Measured, VideoSession, VideoView } from './view.ts';

/** A change of room, a camera that starts: over before this. What lasts longer is a loss, and is told at once. */
const LOSS_AFTER_MS = 1_500;

type WithBattery = Navigator & { readonly getBattery?: () => Promise<{ readonly level: number }> };

/** Tells the server every five seconds how this page's link is, and at once when picture or connection is lost or back. `onLoad`: each round's load. */
export function reportLink(session: VideoSession, live: Connection, onLoad: (load: Load) => void): () => void {
  let before: Measured | undefined;
  let lostSince: number | undefined;
  let lossTimer: ReturnType<typeof setTimeout> | undefined;
  let toldLost = false;

  const tell = async (): Promise<void> => {
    const now = await session.measure();
    const battery = await (navigator as WithBattery).getBattery?.().catch(() => undefined);
    const view = session.current();
    // The person is judged by the device that leads; this one is none the worse for showing pictures only.
    if (view.overtaken) return;
    if (lostSince !== undefined && performance.now() - lostSince < LOSS_AFTER_MS) return;
    toldLost = isLost(view);
    live.report(
      summarise(view, before, now, {
        at: Date.now() + (live.current().clock?.offsetMs ?? 0),
        visible: document.visibilityState === 'visible',
        device: navigator.userAgent.slice(0, 200),
        ...(battery === undefined ? {} : { battery: battery.level * 100 }),
      }),
    );
    if (before !== undefined && now.at - before.at >= TELEMETRY_EVERY_MS / 2) onLoad(loadBetween(before, now));
    before = now;
  };

  const look = (): void => {
    if (!isLost(session.current())) {
      lostSince = undefined;
      clearTimeout(lossTimer);
      if (toldLost) void tell();
      return;
    }
    if (lostSince !== undefined) return;
    lostSince = performance.now();
    lossTimer = setTimeout(() => void tell(), LOSS_AFTER_MS);
  };

  look();
  const stopListening = session.subscribe(look);
  const timer = setInterval(() => void tell(), TELEMETRY_EVERY_MS);
  return () => {
    stopListening();
    clearInterval(timer);
    clearTimeout(lossTimer);
  };
}

function isLost(view: VideoView): boolean {
  return !view.overtaken && (view.link !== 'connected' || view.camera !== 'on');
}
