/** What an own camera is asked for, and what it is sent as. Sizes in pixels, `bitrate` in bit/s. */
export type Capture = Size & {
  /** Smaller pictures sent beside the large one, for those who show it small. */
  readonly layers: readonly (Size & { readonly bitrate: number })[];
};
type Size = { readonly width: number; readonly height: number; readonly frameRate: number };

const WEAK_CORES = 2;
const TILE = { width: 320, height: 180, bitrate: 120_000, frameRate: 12 };
const FULL: Capture = {
  width: 1280,
  height: 720,
  frameRate: 25,
  layers: [TILE, { width: 640, height: 360, bitrate: 400_000, frameRate: 20 }],
};
const WEAK: Capture = { width: 640, height: 360, frameRate: 15, layers: [TILE] };
const SMALL: Capture = { width: 320, height: 180, frameRate: 10, layers: [] };

/** `?capture=small` on the address is for very weak devices and for many browsers on one machine. */
export function captureFor(cores: number, query: string): Capture {
  if (new URLSearchParams(query).get('capture') === 'small') return SMALL;
  return cores <= WEAK_CORES ? WEAK : FULL;
}

/** Of this device, on this page. */
export function captureHere(): Capture {
  return captureFor(navigator.hardwareConcurrency, location.search);
}

export function cameraConstraints({ width, height, frameRate }: Capture): MediaTrackConstraints {
  return { width, height, frameRate };
}

/** Rejects as the browser does: not allowed, none there, or taken by another program. */
export function openCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ video: cameraConstraints(captureHere()) });
}
