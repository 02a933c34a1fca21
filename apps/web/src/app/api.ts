import type { HttpProblem, LoginWays, Me, MeetingList } from '@klubba/protocol';
import { closeOwnStore } from '../own-store/page.ts';

/** Where the shell asks the server. Views inside a meeting go through `live/` instead. */
export const API = { me: '/api/me', loginWays: '/api/login/ways', meetings: '/api/meetings' } as const;

type Answers = { readonly me: Me; readonly loginWays: LoginWays; readonly meetings: MeetingList };

/** `anonymous`: nobody is logged in. `unreachable`: no answer, or not one of ours. */
export type Answer<Value> =
  | { readonly is: 'value'; readonly value: Value }
  | { readonly is: 'anonymous' }
  | { readonly is: 'refused'; readonly problem: HttpProblem }
  | { readonly is: 'unreachable' };

const early = new Map<keyof Answers, Promise<Answer<Answers[keyof Answers]>>>();

/** Asks with the page, for the view that will ask first. */
export function askEarly(name: keyof Answers): void {
  early.set(name, request(name));
}

export function ask<Name extends keyof Answers>(name: Name, signal?: AbortSignal): Promise<Answer<Answers[Name]>> {
  const begun = early.get(name) as Promise<Answer<Answers[Name]>> | undefined;
  early.delete(name);
  return begun ?? request(name, signal);
}

async function request<Name extends keyof Answers>(name: Name, signal?: AbortSignal): Promise<Answer<Answers[Name]>> {
  try {
    const response = await fetch(API[name], { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });
    if (response.status === 401) return { is: 'anonymous' };
    const body: unknown = await response.json();
    return response.ok
      ? { is: 'value', value: body as Answers[Name] }
      : { is: 'refused', problem: body as HttpProblem };
  } catch {
    return { is: 'unreachable' };
  }
}

/** True when the link belonged to somebody, who is then logged in here. */
export async function logInByDemoLink(token: string): Promise<boolean> {
  try {
    const response = await fetch('/api/login/demo', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    return response.ok;
  } catch {
    return false;
  }
}

export async function logOut(): Promise<void> {
  await fetch('/api/logout', { method: 'POST' });
  closeOwnStore();
}
