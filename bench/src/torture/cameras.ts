import { startWorker, type Worker } from '../worker.ts';
import type { Filmed } from './cameras.worker.ts';

const AGAIN_MS = 500;

/** Members with a camera, in a process of their own: the video client is native code, and a crash in it must not end the evening. */
export type Cameras = {
  /** Who is not in the video room or does not see the others, in words. Empty: all are in picture. */
  missing(): Promise<readonly string[]>;
  /** How often the cameras' process ended by itself and was started again. */
  crashes(): number;
  close(): Promise<void>;
};

export async function startCameras(filmed: Filmed): Promise<Cameras> {
  let crashes = 0;
  let closed = false;
  let worker: Worker;
  const start = async (): Promise<void> => {
    const mine = startWorker(new URL('./cameras.worker.ts', import.meta.url));
    worker = mine;
    mine.onExit((signal) => {
      if (closed) return;
      if (signal !== null) crashes += 1;
      setTimeout(() => closed || void start().catch(() => undefined), AGAIN_MS);
    });
    // A server that is down just now: the process tries until it is in, or ends and is started again.
    await mine.ask('open', filmed).catch(() => mine.stop());
  };
  await start();
  return {
    missing: () => worker.ask<readonly string[]>('missing').catch(() => ['the cameras do not answer']),
    crashes: () => crashes,
    async close() {
      closed = true;
      await worker.stop();
    },
  };
}
