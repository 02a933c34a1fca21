import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { startBankIdSimulator } from './bankid-simulator.ts';
import { type FrejaStatus, startFrejaSimulator } from './freja-simulator.ts';
import type { Served } from './serve.ts';

const HELP = `
bankid scan <text of the code>        the app reads the code
bankid approve <12 digits> <name>     the person writes the security code
bankid hint <pending hint code>       e.g. userMrtd, processing
bankid fail <failed hint code>        e.g. userCancel, certificateErr
freja scan <text of the code>
freja approve <12 digits> <name>
freja become <status>                 e.g. CANCELED, EXPIRED, REJECTED
`;

const folder = process.argv[2] ?? mkdtempSync(path.join(tmpdir(), 'klubba-simulators-'));
mkdirSync(folder, { recursive: true });
const [bankId, freja] = await Promise.all([startBankIdSimulator(), startFrejaSimulator()]);

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function mutual(name: string, { url, client }: Served) {
  const files = { certificateFile: client.certificate, keyFile: client.key, authorityFile: client.authority };
  const named = Object.entries(files).map(([field, content]) => [field, write(`${name}-${field}.pem`, content)]);
  return { url, ...(Object.fromEntries(named) as Readonly<Record<string, string>>) };
}

function write(name: string, content: string): string {
  writeFileSync(path.join(folder, name), content, { mode: 0o600 });
  return name;
}

const identity = {
  providers: [
    { kind: 'bankId', ...mutual('bankid', bankId) },
    { kind: 'freja', ...mutual('freja', freja), signingCertificateFile: write('freja-signing.pem', freja.signingKey) },
  ],
};
write('identity.json', `${JSON.stringify(identity, null, 2)}\n`);
say(`BankID: ${bankId.url}\nFreja: ${freja.url}\nIDENTITY_FILE=${path.join(folder, 'identity.json')}\n${HELP}`);

function act(line: string): string {
  const [service, what, first = '', ...rest] = line.trim().split(/\s+/);
  const [givenName = 'Test', ...names] = rest;
  const person = { personalNumber: first, givenName, surname: names.join(' ') || 'Testsson' };
  switch (`${service} ${what}`) {
    case 'bankid scan':
      return bankId.scan(first);
    case 'bankid approve':
      bankId.approve(person);
      return 'approved';
    case 'bankid hint':
      bankId.hint(first);
      return first;
    case 'bankid fail':
      bankId.fail(first);
      return first;
    case 'freja scan':
      return freja.scan(first) ? 'opened' : 'invalid';
    case 'freja approve':
      freja.approve(person);
      return 'approved';
    case 'freja become':
      freja.become(first as FrejaStatus);
      return first;
    default:
      return HELP;
  }
}

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  try {
    say(act(line));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
});
lines.on('close', () => {
  void Promise.all([bankId.stop(), freja.stop()]);
});
