import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { isOwnMachine } from '../own-machine.ts';

export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: Buffer | string }[];
};

/** `answer`: what the mail server said, or why it could not be asked; for the dispatch log. */
export type Posted = { readonly sent: boolean; readonly answer: string };

/** The way letters leave. Never rejects: what went wrong is an answer, and belongs in the log of what was sent. */
export type Post = { readonly send: (letter: Letter) => Promise<Posted>; readonly close: () => void };

const ANSWER_LENGTH_MAX = 200;
const WITHIN_MS = 20_000;

/** Through a mail server: `smtps://user:password@mail.example.se`. */
export function smtpPost(url: string, from: string): Post {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    // A mail server elsewhere that offers no TLS gets no letter, and the log of letters says so.
    requireTLS: !isOwnMachine(url),
    connectionTimeout: WITHIN_MS,
    greetingTimeout: WITHIN_MS,
    socketTimeout: WITHIN_MS,
  });
  return {
    async send(letter) {
      try {
        const { response } = await transport.sendMail(messageOf(letter, from));
        return { sent: true, answer: response.slice(0, ANSWER_LENGTH_MAX) };
      } catch (error) {
        return { sent: false, answer: reasonOf(error) };
      }
    },
    close: () => transport.close(),
  };
}

/** Into a folder, one .eml a letter: where there is no mail server, and for rehearsals. */
export function folderPost(folder: string, from: string): Post {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(letter) {
      try {
        const { message } = await transport.sendMail(messageOf(letter, from));
        const name = `${randomUUID()}.eml`;
        await mkdir(folder, { recursive: true });
        await writeFile(path.join(folder, name), Buffer.isBuffer(message) ? message : '', { mode: 0o600 });
        return { sent: true, answer: name };
      } catch (error) {
        return { sent: false, answer: reasonOf(error) };
      }
    },
    close: () => undefined,
  };
}

function messageOf({ to, subject, text, attachments }: Letter, from: string) {
  return {
    from,
    // As an address and not as text: nothing in it can name a second receiver.
    to: { name: '', address: to },
    subject,
    text,
    attachments: attachments.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, ANSWER_LENGTH_MAX);
}
