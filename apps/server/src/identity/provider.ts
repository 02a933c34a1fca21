import type { Result } from '@klubba/meeting';
import type { Assurance } from '@klubba/protocol';
import type { LoginMethod } from './sessions.ts';

/** What a person may do in the installation as a whole; duties at a meeting are the meeting's own. */
export const ROLES = ['administrator', 'secretary', 'technician'] as const;
export type Role = (typeof ROLES)[number];

/** What a provider calls a person, for ever. `scheme` tells whose word it is: `personalNumber`, `oidc:<issuer>`, `saml:<issuer>`. */
export type Subject = { readonly scheme: string; readonly value: string };

/** Somebody whom a provider vouches for. Who that is here is decided by `Identities`. */
export type Identified = {
  readonly subject: Subject;
  readonly method: LoginMethod;
  readonly assurance: Assurance;
  readonly roles: readonly Role[];
  /** Vouched for by the provider, and allowed to stand for the person the first time. */
  readonly email?: string;
  /** A secret with which the provider is asked later whether the person is still there. */
  readonly renewal?: string;
  /** When a directory itself last saw the person prove it; absent: it does not say. An app's answer is always of now. */
  readonly authenticatedAt?: number;
};

export type LoginRule =
  | 'LGN-CANCELLED'
  | 'LGN-EXPIRED'
  | 'LGN-FAILED'
  | 'LGN-PROVIDER'
  | 'LGN-NOT-ALLOWED'
  | 'LGN-ADDRESS'
  | 'LGN-TOO-WEAK'
  | 'LGN-UNKNOWN';

/** `cause` is for the log alone: a code, never what was sent. */
export type LoginRefusal = { readonly rule: LoginRule; readonly cause?: string };

/** A directory: the browser goes there and comes back. */
export type RedirectProvider = {
  readonly kind: 'redirect';
  /** As in the identity file; part of addresses. */
  readonly id: string;
  readonly name: string;
  /** Where to send the browser, and what to remember until it comes back. `fresh`: the person is to prove it anew. */
  begin(how?: {
    readonly fresh: boolean;
  }): Promise<Result<{ readonly url: string; readonly kept: unknown }, LoginRefusal>>;
  /** `answer`: the whole address the browser came back to, or the form it brought. */
  finish(answer: RedirectAnswer, kept: unknown): Promise<Result<Identified, LoginRefusal>>;
  /** Whether somebody is still there. `unknown`: the directory does not answer; nobody is thrown out for that. */
  recheck?(renewal: string): Promise<Recheck>;
};

export type RedirectAnswer =
  | { readonly kind: 'address'; readonly url: URL }
  | { readonly kind: 'form'; readonly fields: Readonly<Record<string, string>> };

export type Recheck =
  | { readonly kind: 'still'; readonly renewal: string; readonly roles?: readonly Role[] }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unknown' };

/** An app in a telephone: the page shows a code or opens the app, and asks how it goes. */
export type AppProvider = {
  readonly kind: 'app';
  readonly id: 'bankId' | 'freja';
  /** `endUserIp`: the address of the person's own device, as the provider demands it. */
  begin(endUserIp: string): Promise<Result<unknown, LoginRefusal>>;
  /** How it goes. The caller asks no more often than `askEveryMs`. */
  look(kept: unknown): Promise<Result<AppState, LoginRefusal>>;
  /** What the page shows of an order now. Changes every second where the code does. */
  show(kept: unknown): AppPicture;
  cancel(kept: unknown): Promise<void>;
  readonly askEveryMs: number;
};

export type AppState =
  | { readonly kind: 'pending'; readonly hint: string }
  | { readonly kind: 'failed'; readonly hint: string }
  | { readonly kind: 'done'; readonly identified: Identified };

export type AppPicture = {
  /** The text of the code, for a telephone's camera. */
  readonly code: string;
  /** Opens the app on the same device. */
  readonly open: string;
  /** When the order dies by itself. */
  readonly until: number;
};
