import type {
  AppLogin,
  AssuranceStanding,
  HearingView,
  HearingWindow,
  HttpProblem,
  Me,
  NewHearing,
  NewHearingCode,
  PasskeyView,
  SessionView,
} from '@klubba/protocol';

/** What came of a request: its value, why it was refused, or that nobody answered. */
export type Told<Value> =
  | { readonly is: 'value'; readonly value: Value }
  | { readonly is: 'refused'; readonly rule: string }
  | { readonly is: 'unreachable' };

export async function tell<Value>(path: string, method = 'GET', body?: unknown): Promise<Told<Value>> {
  try {
    const init =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await fetch(path, { method, ...init });
    if (answer.status === 204) return { is: 'value', value: undefined as Value };
    const read: unknown = await answer.json();
    return answer.ok ? { is: 'value', value: read as Value } : { is: 'refused', rule: (read as HttpProblem).rule };
  } catch {
    return { is: 'unreachable' };
  }
}

export type AppWay = 'bankId' | 'freja';
const appPath = (way: AppWay): string => `/api/login/app/${way}`;

export const beginAppLogin = (way: AppWay, next: string) => tell<AppLogin>(appPath(way), 'POST', { next });
export const lookAtAppLogin = (way: AppWay) => tell<AppLogin>(appPath(way));
export const cancelAppLogin = (way: AppWay) => tell<undefined>(appPath(way), 'DELETE');

export const mySessions = () => tell<{ readonly sessions: readonly SessionView[] }>('/api/sessions');
export const endSession = (id: string) => tell<undefined>(`/api/sessions/${encodeURIComponent(id)}`, 'DELETE');
export const endOtherSessions = () => tell<undefined>('/api/sessions', 'DELETE');
/** This one too: needs no fresh login. */
export const endAllSessions = () => tell<undefined>('/api/sessions?this=too', 'DELETE');

export const hearingWindow = (token: string) => tell<HearingWindow>('/api/login/hearing/window', 'POST', { token });
export const enterHearing = (token: string, code: string) => tell<Me>('/api/login/hearing', 'POST', { token, code });

export const assuranceAt = (meeting: string) =>
  tell<AssuranceStanding>(`/api/meetings/${encodeURIComponent(meeting)}/assurance`);

const hearingsPath = (meeting: string): string => `/api/meetings/${encodeURIComponent(meeting)}/hearings`;
export const hearingsOf = (meeting: string) =>
  tell<{ readonly hearings: readonly HearingView[] }>(hearingsPath(meeting));
export const makeHearing = (meeting: string, person: string, item: string) =>
  tell<NewHearing>(hearingsPath(meeting), 'POST', { person, item });
export const newHearingCode = (meeting: string, id: string) =>
  tell<NewHearingCode>(`${hearingsPath(meeting)}/${encodeURIComponent(id)}/code`, 'POST', {});
export const endHearing = (meeting: string, id: string) =>
  tell<undefined>(`${hearingsPath(meeting)}/${encodeURIComponent(id)}`, 'DELETE');

export const passkeyOptions = <Options>(what: 'add' | 'use') =>
  tell<Options>(what === 'add' ? '/api/passkeys/options' : '/api/login/passkey/options', 'POST', {});
export const sendPasskey = (what: 'add' | 'use', answer: unknown) =>
  tell<undefined>(what === 'add' ? '/api/passkeys' : '/api/login/passkey', 'POST', answer);
export const myPasskeys = () => tell<{ readonly passkeys: readonly PasskeyView[] }>('/api/passkeys');
export const removePasskey = (id: string) => tell<undefined>(`/api/passkeys/${encodeURIComponent(id)}`, 'DELETE');
