import type { RegisterAck, RegisterWish } from '@klubba/protocol';
import { useCallback } from 'react';
import { post } from './api.ts';
import { type Sending, useSending } from './use-sending.ts';

export type RegisterCommand = RegisterWish['command'];

const ID_BYTES = 12;

/** A name for something new, which nobody else has thought of: `person-3f9c…`. */
export function newId(what: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return `${what}-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Sends commands one after the other until one is refused; true when all were taken. */
export function useRegisterCommand(): Sending & {
  readonly send: (...commands: readonly RegisterCommand[]) => Promise<boolean>;
  readonly forget: () => void;
} {
  const { send, ...state } = useSending();
  const sendAll = useCallback(
    async (...commands: readonly RegisterCommand[]) => {
      for (const command of commands) {
        const ack = await send(post<RegisterAck>('/api/register/commands', { id: newId('wish'), command }));
        if (ack === undefined) return false;
      }
      return true;
    },
    [send],
  );
  return { ...state, send: sendAll };
}
