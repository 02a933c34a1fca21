import type { BallotId, MeetingId, PersonId, Refusal } from '@klubba/meeting';
import type {
  BallotBoard,
  BallotReceipt,
  BoothView,
  HttpProblem,
  KeyCeremony,
  KeyStep,
  SpoilAnswer,
} from '@klubba/protocol';
import type { Tasks } from './task.ts';

/** `lost`: no answer came, and nobody knows whether the request did. */
export type Reply<T> =
  | { readonly is: 'value'; readonly value: T }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'lost' };

type Asking = { readonly body?: unknown; readonly nameless?: boolean };

/** `nameless`: sent without the session, so that the request says nothing of whose it is. */
async function request<T>(path: string, { body, nameless = false }: Asking = {}, method = 'GET'): Promise<Reply<T>> {
  try {
    const response = await fetch(path, {
      method,
      credentials: nameless ? 'omit' : 'same-origin',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const value: unknown = text === '' ? {} : JSON.parse(text);
    if (response.ok) return { is: 'value', value: value as T };
    const { rule, detail } = value as HttpProblem;
    return { is: 'refused', refusal: { rule, ...(detail === undefined ? {} : { detail }) } };
  } catch {
    return { is: 'lost' };
  }
}

const post = <T>(path: string, body?: unknown, nameless = false) => request<T>(path, { body, nameless }, 'POST');
const meetingPath = (meeting: MeetingId): string => `/api/meetings/${encodeURIComponent(meeting)}`;

const TRIES = 20;
const SOON_MS = 500;

export type Board = ReturnType<typeof boardOf>;

/** The board of one ballot. */
export function boardOf(meeting: MeetingId, ballot: BallotId) {
  const base = `${meetingPath(meeting)}/ballots/${encodeURIComponent(ballot)}`;
  return {
    archivePath: `${base}/archive`,
    read: () => request<BallotBoard>(base),
    list: () => request<{ readonly credentials: readonly string[] }>(`${base}/list`),
    register: (blinded: string) => post<{ readonly signed: string }>(`${base}/register`, { blinded }),
    sendCredential: (credential: string, signature: string) =>
      post<unknown>(`${base}/credentials`, { credential, signature }, true),
    cast: (ballot_: string) => post<BallotReceipt>(`${base}/cast`, { ballot: ballot_ }, true),
    sayVoted: () => post<unknown>(`${base}/voted`),
    spoil: ({ ballot: text, opening }: Tasks['seal']['answer']) =>
      post<SpoilAnswer>(`${base}/spoil`, { ballot: text, opening }, true),
    booth: {
      read: () => request<BoothView>(`${base}/booth`),
      admit: (person: PersonId) => request<unknown>(`${base}/booth`, { body: { person } }, 'PUT'),
      leave: () => request<unknown>(`${base}/booth`, {}, 'DELETE'),
      register: (person: PersonId, blinded: string) =>
        post<{ readonly signed: string }>(`${base}/booth/register`, { person, blinded }),
      sayVoted: (person: PersonId) => post<unknown>(`${base}/booth/voted`, { person }),
      tellChecked: (person: PersonId, found: boolean) => post<unknown>(`${base}/booth/checked`, { person, found }),
    },
    giveShare: (share: string) => post<unknown>(`${base}/share`, { share }),
    async archive(): Promise<ArrayBuffer | undefined> {
      try {
        const response = await fetch(`${base}/archive`, { cache: 'no-store' });
        return response.ok ? await response.arrayBuffer() : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

export const readKeys = (meeting: MeetingId) => request<KeyCeremony>(`${meetingPath(meeting)}/keys`);
export const sendKeyStep = (meeting: MeetingId, step: KeyStep, message: string) =>
  post<unknown>(`${meetingPath(meeting)}/keys`, { step, message });

/** A press may come before the board's answer: it is read until it holds what is needed. Throws where that does not come. */
export async function readUntil<T>(board: Board, wanted: (seen: BallotBoard) => T | undefined): Promise<T> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const reply = await board.read();
    const found = reply.is === 'value' ? wanted(reply.value) : undefined;
    if (found !== undefined) return found;
    await new Promise((later) => setTimeout(later, SOON_MS));
  }
  throw new Error('The ballot is not set up');
}
