import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstPictures } from './first-pictures.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what waits for the first pictures', () => {
  it('has its turn as soon as one is drawn', async () => {
    const { drawn, past } = firstPictures(700);
    const turn = vi.fn();
    void past.then(turn);
    await vi.advanceTimersByTimeAsync(100);
    expect(turn).not.toHaveBeenCalled();
    drawn();
    await vi.advanceTimersByTimeAsync(0);
    expect(turn).toHaveBeenCalledOnce();
  });

  it('does not wait for ever where there are none', async () => {
    const turn = vi.fn();
    void firstPictures(700).past.then(turn);
    await vi.advanceTimersByTimeAsync(699);
    expect(turn).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(turn).toHaveBeenCalledOnce();
  });
});
