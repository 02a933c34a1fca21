/** A moving test picture (I420) and a tone (48 kHz, mono), made without any file, the same in every run. */
export const PATTERN_WIDTH = 320;
export const PATTERN_HEIGHT = 180;
export const SAMPLE_RATE = 48_000;
const CHROMA = 128;
const BAR_WIDTH = 24;
const SPEED_PX = 4;

/** Frame number `index`: a light bar that wanders over a ground whose shade tells the bots apart. Y, U and V planes in turn. */
export function patternFrame(index: number, shade: number, width = PATTERN_WIDTH, height = PATTERN_HEIGHT): Uint8Array {
  const luma = width * height;
  const frame = new Uint8Array((luma * 3) / 2).fill(shade, 0, luma).fill(CHROMA, luma);
  const from = (index * SPEED_PX) % width;
  for (let row = 0; row < height; row += 1)
    frame.fill(235, row * width + from, row * width + Math.min(from + BAR_WIDTH, width));
  return frame;
}

/** `count` samples of a sine from sample number `from`, quiet enough not to clip when many sound together. */
export function toneSamples(from: number, count: number, hertz: number): Int16Array {
  const samples = new Int16Array(count);
  for (let index = 0; index < count; index += 1)
    samples[index] = Math.round(3_000 * Math.sin((2 * Math.PI * hertz * (from + index)) / SAMPLE_RATE));
  return samples;
}
