import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { passkeyOptions, sendPasskey } from './api.ts';

export const canUsePasskeys = browserSupportsWebAuthn;

/** `notDone`: the person or the device turned back. Else the server's rule, or nothing when it is done. */
export type PasskeyOutcome = 'done' | 'notDone' | { readonly rule: string };

export async function addPasskey(): Promise<PasskeyOutcome> {
  const options = await passkeyOptions<PublicKeyCredentialCreationOptionsJSON>('add');
  if (options.is !== 'value') return { rule: options.is === 'refused' ? options.rule : 'LGN-PROVIDER' };
  return answer('add', () => startRegistration({ optionsJSON: options.value }));
}

export async function logInByPasskey(): Promise<PasskeyOutcome> {
  const options = await passkeyOptions<PublicKeyCredentialRequestOptionsJSON>('use');
  if (options.is !== 'value') return { rule: options.is === 'refused' ? options.rule : 'LGN-PROVIDER' };
  return answer('use', () => startAuthentication({ optionsJSON: options.value }));
}

async function answer(what: 'add' | 'use', ask: () => Promise<unknown>): Promise<PasskeyOutcome> {
  try {
    const told = await sendPasskey(what, await ask());
    if (told.is === 'value') return 'done';
    return { rule: told.is === 'refused' ? told.rule : 'LGN-PROVIDER' };
  } catch {
    return 'notDone';
  }
}
