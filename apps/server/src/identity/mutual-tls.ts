import { readFileSync } from 'node:fs';
import { Agent, request as httpsRequest } from 'node:https';

/** Whom we are to the other side, and whose word we take for who they are. */
export type MutualSettings = {
  readonly url: string;
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly authorityFile: string;
};

/** Undefined: no answer that can be read. `body` is not checked for anything yet. */
export type MutualAnswer = { readonly status: number; readonly body: unknown } | undefined;
export type MutualClient = (path: string, contentType: string, body: string) => Promise<MutualAnswer>;

const ANSWER_WITHIN_MS = 10_000;
const ANSWER_BYTES_MAX = 256 * 1024;

/** Posts to a service that knows us by our certificate and that we know by its authority's alone (mTLS). Files are read once. */
export function mutualClient({ url, certificateFile, keyFile, authorityFile }: MutualSettings): MutualClient {
  const agent = new Agent({
    cert: readFileSync(certificateFile),
    key: readFileSync(keyFile),
    ca: readFileSync(authorityFile),
    keepAlive: true,
    minVersion: 'TLSv1.2',
  });
  return (path, contentType, body) =>
    new Promise((resolve) => {
      const request = httpsRequest(
        new URL(path, url),
        { agent, method: 'POST', headers: { 'content-type': contentType, 'content-length': Buffer.byteLength(body) } },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (part: string) => {
            text += part;
            if (text.length > ANSWER_BYTES_MAX) request.destroy();
          });
          answer.on('end', () => resolve(asAnswer(answer.statusCode ?? 0, text)));
          answer.on('error', () => resolve(undefined));
        },
      );
      request.setTimeout(ANSWER_WITHIN_MS, () => request.destroy());
      request.on('error', () => resolve(undefined));
      request.on('close', () => resolve(undefined));
      request.end(body);
    });
}

function asAnswer(status: number, text: string): MutualAnswer {
  try {
    return { status, body: JSON.parse(text) as unknown };
  } catch {
    return status === 0 ? undefined : { status, body: undefined };
  }
}
