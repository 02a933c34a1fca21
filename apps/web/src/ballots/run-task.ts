import type { TaskMessage, TaskName, TaskReply, Tasks } from './task.ts';

type Waiting = { readonly settle: (answer: unknown) => void; readonly fail: (fault: Error) => void };
let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, Waiting>();

function started(): Worker {
  if (worker !== undefined) return worker;
  const made = new Worker(new URL('./ballot-worker.ts', import.meta.url), { type: 'module' });
  made.addEventListener('message', ({ data }: MessageEvent<TaskReply>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ('failed' in data) one?.fail(new Error(data.failed));
    else one?.settle(data.answer);
  });
  made.addEventListener('error', (event) => {
    for (const one of waiting.values()) one.fail(new Error(event.message));
    waiting.clear();
  });
  worker = made;
  return made;
}

/** Has the ballot's worker do something; rejects with the reason where it could not. */
export function runTask<Name extends TaskName>(task: Name, ask: Tasks[Name]['ask']): Promise<Tasks[Name]['answer']> {
  const id = (last += 1);
  return new Promise((settle, fail) => {
    waiting.set(id, { settle: (answer) => settle(answer as Tasks[Name]['answer']), fail });
    started().postMessage({ id, task, ask } as TaskMessage);
  });
}
