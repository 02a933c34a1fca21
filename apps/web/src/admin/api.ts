import type { HttpProblem } from '@klubba/protocol';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../app/api.ts';

/** `at` is the address with its query; answers are trusted to be of our own server's making. */
async function call<Value>(at: string, init: RequestInit): Promise<Answer<Value>> {
  try {
    const response = await fetch(at, { ...init, headers: { accept: 'application/json', ...init.headers } });
    if (response.status === 401) return { is: 'anonymous' };
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    return response.ok ? { is: 'value', value: body as Value } : { is: 'refused', problem: body as HttpProblem };
  } catch {
    return { is: 'unreachable' };
  }
}

export function get<Value>(at: string, signal: AbortSignal): Promise<Answer<Value>> {
  return call(at, { signal });
}

export function post<Value>(at: string, body: unknown): Promise<Answer<Value>> {
  return call(at, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

export function remove(at: string): Promise<Answer<undefined>> {
  return call(at, { method: 'DELETE' });
}

export type Asked<Value> = Answer<Value> | { readonly is: 'asking' };

/**
 * What the server has at this address: asked when the address changes, and again on demand. While a new answer is on its
 * way the old one stays, so that a list one searches in does not flicker. `undefined` asks nothing.
 */
export function useServer<Value>(at: string | undefined): readonly [Asked<Value>, () => void] {
  const [answer, setAnswer] = useState<Asked<Value>>({ is: 'asking' });
  const [round, setRound] = useState(0);
  const page = useRef<string>(undefined);
  useEffect(() => {
    if (at === undefined) return undefined;
    const [path] = at.split('?');
    if (page.current !== path) setAnswer({ is: 'asking' });
    page.current = path;
    const leaving = new AbortController();
    const wait = async () => {
      const next = await call<Value>(at, { signal: leaving.signal });
      if (!leaving.signal.aborted) setAnswer(next);
    };
    void wait();
    return () => leaving.abort();
  }, [at, round]);
  return [answer, useCallback(() => setRound((before) => before + 1), [])];
}

export function postFile<Value>(at: string, file: File): Promise<Answer<Value>> {
  const body = new FormData();
  body.append('file', file, file.name);
  return call(at, { method: 'POST', body });
}
