import { afterEach, describe, expect, it, vi } from 'vitest';
import { afterTheFirst, download, downloadTheRest } from './download.ts';

const noTexts = (): Promise<void> => Promise.resolve();

afterEach(() => vi.useRealTimers());

describe('a part that comes later', () => {
  it('is fetched once, however many ask for it', async () => {
    const load = vi.fn(() => Promise.resolve('part'));
    const part = download(load, noTexts);
    await Promise.all([part.begin(), part.begin()]);
    await part.begin();
    expect(load).toHaveBeenCalledTimes(1);
    expect(part.current()).toEqual({ is: 'here', value: 'part' });
  });

  it('is not shown before the texts it says have come', async () => {
    const part = download(
      () => Promise.resolve('part'),
      () => Promise.reject(new Error('offline')),
    );
    await part.begin();
    expect(part.current()).toEqual({ is: 'failed' });
  });

  it('says that it did not come, and comes at the next try', async () => {
    const load = vi.fn(() => Promise.resolve('part'));
    load.mockRejectedValueOnce(new Error('offline'));
    const part = download(load, noTexts);
    const seen: string[] = [];
    part.subscribe(() => seen.push(part.current().is));
    await part.begin();
    await part.begin();
    expect(seen).toEqual(['failed', 'asked', 'here']);
  });

  it('is fetched when the first screen has had its time, unless the screen has gone', async () => {
    vi.useFakeTimers();
    const load = vi.fn(() => Promise.resolve('part'));
    download(load, noTexts);
    afterTheFirst(() => void downloadTheRest())();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(load).not.toHaveBeenCalled();
    afterTheFirst(() => void downloadTheRest());
    await vi.advanceTimersByTimeAsync(5_000);
    expect(load).toHaveBeenCalledTimes(1);
  });
});
