import type { Page } from '@playwright/test';

/** The first frame of a video element that came onto the page. */
export type FirstFrame = {
  /** Wall clock, ms. */
  readonly at: number;
  readonly own: boolean;
  /** What stands around the picture: whose it is. */
  readonly text: string;
};

declare global {
  interface Window {
    benchFrames: FirstFrame[];
  }
}

/** From the next page on: notes the first frame of each video. */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.benchFrames = [];
    const wall = (): number => performance.timeOrigin + performance.now();
    const around = (video: Element): string => {
      for (let at: Element | null = video; at !== null; at = at.parentElement)
        if ((at.textContent ?? '').trim() !== '') return at.textContent ?? '';
      return '';
    };
    // The fake camera says what it is; what comes over the network is called by its track's id.
    const isOwn = ({ srcObject }: HTMLVideoElement): boolean =>
      srcObject instanceof MediaStream && srcObject.getVideoTracks().some((track) => track.label.startsWith('fake'));
    const known = new WeakSet<HTMLVideoElement>();
    const look = (): void => {
      for (const video of document.querySelectorAll('video')) {
        if (known.has(video)) continue;
        known.add(video);
        video.requestVideoFrameCallback(() => {
          window.benchFrames.push({ at: wall(), own: isOwn(video), text: around(video).slice(0, 80) });
        });
      }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  });
}

/** When the page was asked for, and every first frame since. */
export function framesOf(page: Page): Promise<{ readonly askedAt: number; readonly frames: readonly FirstFrame[] }> {
  return page.evaluate(() => ({ askedAt: performance.timeOrigin, frames: window.benchFrames }));
}
