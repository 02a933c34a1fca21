import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check, Finding } from './finding.ts';

const FOLDERS = ['apps/server/src', 'packages', 'apps/verify/src'] as const;

type Hazard = { readonly is: string; readonly looksLike: RegExp; readonly fine?: RegExp };

/** What no review should have to look for twice. Values go into a query, a command or a pattern as values, never as text. */
const HAZARDS: readonly Hazard[] = [
  // A constant of our own, in capitals, is the only text that a query is put together from.
  {
    is: 'a query is made of text',
    looksLike: /`\s*(?:select|insert into|update|delete from|with) [^`]*?\$\{(?![A-Z_]+(?: [+*-] \d+)?\})[^`]*`/gs,
  },
  { is: 'a command goes through a shell', looksLike: /\bexec(?:Sync)?\([`'"]|\bshell: true/g },
  {
    is: 'a command goes through a shell',
    looksLike: /import \{[^}]*\bexec(?:Sync)?\b[^}]*\} from 'node:child_process'/g,
  },
  { is: 'chance that can be guessed', looksLike: /\bMath\.random\b/g },
  { is: 'a hash that is broken', looksLike: /\bcreate(?:Hash|Hmac)\(\s*'(?!sha(?:256|384|512)')[^']*'/g },
  {
    is: 'a cipher that does not notice changes',
    looksLike: /\bcreate(?:Cipher|Decipher)iv\(\s*'(?!(?:aes-256-gcm|chacha20-poly1305)')[^']*'/g,
  },
  {
    is: 'another address is followed to wherever it points',
    looksLike: /\bfetch\((?:new URL|\w*[uU]rl\b)(?:[^;]*?);/gs,
    fine: /redirect: 'manual'/,
  },
];

/** The server, the packages and the verifier, without tests, their counterparts and what stands in for a service of others. */
export const hazards: Check = {
  name: 'hazards',
  about: 'no query or command made of text, no chance that can be guessed, no weak hash, no address followed blindly',
  run: async (root) => FOLDERS.flatMap((folder) => sourcesIn(root, folder)).flatMap((file) => foundIn(root, file)),
};

function sourcesIn(root: string, folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => !/(?:^|\/)(?:testing|simulators|node_modules)\//.test(file))
    .map((file) => path.join(folder, file));
}

function foundIn(root: string, file: string): readonly Finding[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return HAZARDS.flatMap(({ is, looksLike, fine }) =>
    [...text.matchAll(looksLike)]
      .filter(([found]) => fine?.test(found) !== true)
      .map(({ index }) => `${file}:${text.slice(0, index).split('\n').length} ${is}`),
  );
}
