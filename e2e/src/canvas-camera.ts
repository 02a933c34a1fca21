import type { Page } from '@playwright/test';

type Stopped = { stopPainting?: () => void; startPainting?: () => void };

/** Runs in the page before anything else: the camera is a canvas, so that its picture can stand still while sound goes on. */
export function canvasCamera(): void {
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 180;
  const brush = canvas.getContext('2d');
  let turn = 0;
  let painting: ReturnType<typeof setInterval> | undefined;
  const hooks = window as unknown as Stopped;
  hooks.startPainting = () => {
    painting ??= setInterval(() => {
      turn += 1;
      if (brush === null) return;
      brush.fillStyle = `hsl(${turn % 360} 60% 45%)`;
      brush.fillRect(0, 0, canvas.width, canvas.height);
    }, 100);
  };
  hooks.stopPainting = () => {
    clearInterval(painting);
    painting = undefined;
  };
  hooks.startPainting();
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    if (wanted?.video === undefined || wanted.video === false) return ask(wanted);
    return canvas.captureStream(10);
  };
}

export async function freezePicture(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as Stopped).stopPainting?.());
}

export async function movePicture(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as Stopped).startPainting?.());
}
