import { type ChildProcess, fork } from 'node:child_process';

/** A process of its own, so that what is measured and what measures do not share one thread. */
export type Worker = {
  readonly pid: number;
  /** Asks it by name and waits for the answer; rejects with what it threw. */
  ask<Answer>(name: string, detail?: unknown): Promise<Answer>;
  stop(): Promise<void>;
  /** Told once when the process has ended, asked to or not; `signal`: what killed it. */
  onExit(listener: (signal: NodeJS.Signals | null) => void): void;
};

type Question = { readonly id: number; readonly name: string; readonly detail: unknown };
type Reply = { readonly id: number; readonly answer?: unknown; readonly error?: string };
type Handlers = Readonly<Record<string, (detail: never) => unknown>>;

const STOP_WITHIN_MS = 20_000;

export function startWorker(file: URL, nodeFlags: readonly string[] = []): Worker {
  const child = fork(file, { execArgv: [...nodeFlags], serialization: 'advanced' });
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  child.on('message', (reply: Reply) => {
    const { resolve, reject } = waiting.get(reply.id) ?? {};
    waiting.delete(reply.id);
    if (reply.error === undefined) resolve?.(reply.answer);
    else reject?.(new Error(reply.error));
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file.pathname} ended: ${code}`));
    waiting.clear();
  });
  return {
    pid: child.pid ?? 0,
    ask<Answer>(name: string, detail: unknown = {}): Promise<Answer> {
      asked += 1;
      const question: Question = { id: asked, name, detail };
      return new Promise<Answer>((resolve, reject) => {
        waiting.set(question.id, { resolve: (answer) => resolve(answer as Answer), reject });
        child.send(question, (error) => error !== null && reject(error));
      });
    },
    stop: () => end(child),
    onExit: (listener) => void child.once('exit', (_code, signal) => listener(signal)),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.disconnect();
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(late);
}

/** In the worker: answers each question with the handler of its name; when the asker is gone, `stop` and then the end. */
export function serve(handlers: Handlers, stop: () => Promise<unknown> | undefined = () => undefined): void {
  process.on('message', (question: Question) => {
    const handler = handlers[question.name] as ((detail: unknown) => unknown) | undefined;
    Promise.resolve()
      .then(() => handler?.(question.detail))
      .then(
        (answer) => process.send?.({ id: question.id, answer } satisfies Reply),
        (error: unknown) =>
          process.send?.({ id: question.id, error: error instanceof Error ? (error.stack ?? '') : String(error) }),
      );
  });
  // A terminal's signal comes to all at once: the asker's end says when to stop.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  process.once('disconnect', () => {
    Promise.resolve(stop()).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

/** ms on the clock that all processes of a machine share (CLOCK_MONOTONIC). */
export function machineMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** ms since 1970, finer than a millisecond: the clock that processes share with pages in a browser. */
export function wallMs(): number {
  return performance.timeOrigin + performance.now();
}
