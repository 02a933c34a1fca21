import {
  type Aead,
  blindCredential,
  createBallot,
  createCertificate,
  createPolynomial,
  createTrusteeKey,
  type CredentialSecret,
  decryptTally,
  encodeCertificate,
  encodeDecryption,
  encodePolynomial,
  encodeTrusteeKey,
  type Group,
  type GroupName,
  groupOf,
  newCredentialSecret,
  newTrusteeSeed,
  openTrusteeKey,
  parseCredentialSecret,
  parseElection,
  parseTally,
  parseTrusteeSeed,
  publicCredential,
  type RandomSource,
  readCertificate,
  readDelivery,
  readTrusteeKey,
  type Result,
  type TrusteeSeed,
  verifyArchive,
  webCryptoAead,
} from '@klubba/ballot';
import type { TaskMessage, Tasks } from './task.ts';

/** A worker of its own: sealing takes a moment, and the page never stands still. */
const groups = new Map<GroupName, Group>();
function keptGroup(name: GroupName): Group {
  const group = groups.get(name) ?? groupOf(name);
  groups.set(name, group);
  return group;
}
const aead: Aead = webCryptoAead(crypto.subtle);
const random: RandomSource = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));
const encoder = new TextEncoder();
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function must<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.failure));
}

addEventListener('message', ({ data }: MessageEvent<TaskMessage>) => {
  void work(data).then(
    (answer) => postMessage({ id: data.id, answer }),
    (fault: unknown) => postMessage({ id: data.id, failed: fault instanceof Error ? fault.message : String(fault) }),
  );
});

async function work(message: TaskMessage): Promise<unknown> {
  switch (message.task) {
    case 'newSecret':
      return newCredentialSecret(random);
    case 'blind':
      return blind(message.ask);
    case 'onList':
      return onList(message.ask);
    case 'seal':
      return seal(message.ask);
    case 'verify':
      return verifyArchive(new Uint8Array(message.ask.archive), { receipts: message.ask.receipts }).kind;
    case 'newSeed':
      return newTrusteeSeed(random);
    case 'keyStep':
      return keyStep(message.ask);
    case 'share':
      return share(message.ask);
  }
}

async function blind({
  secret,
  uuid,
  group: name,
  key,
  signed,
}: Tasks['blind']['ask']): Promise<Tasks['blind']['answer']> {
  const group = keptGroup(name);
  const credential = group.write(publicCredential(group, uuid, secretOf(secret)));
  const { blinded, finish } = blindCredential(key, credential, await derived(secret, uuid));
  const signature = signed === undefined ? undefined : finish(signed);
  if (signed !== undefined && signature === undefined) throw new Error('The answer is no signature');
  return { credential, blinded, ...(signature === undefined ? {} : { signature }) };
}

function onList({ secret: text, uuid, group: name, credentials }: Tasks['onList']['ask']): boolean {
  const group = keptGroup(name);
  const secret = parseCredentialSecret(text);
  return secret !== undefined && credentials.includes(group.write(publicCredential(group, uuid, secret)));
}

/** From the secret, so that a page that is loaded again asks for the signature on the same number. */
async function derived(secret: string, uuid: string): Promise<RandomSource> {
  const BLOCKS = 40;
  const blocks = await Promise.all(
    Array.from({ length: BLOCKS }, (_, index) =>
      crypto.subtle.digest('SHA-512', encoder.encode(`klubba-blind|${uuid}|${secret}|${index}`)),
    ),
  );
  const bytes = new Uint8Array(blocks.flatMap((block) => [...new Uint8Array(block)]));
  let used = 0;
  return (count) => {
    used += count;
    return bytes.slice(used - count, used);
  };
}

async function seal({ secret, election, key, choice }: Tasks['seal']['ask']): Promise<Tasks['seal']['answer']> {
  const parameters = must(parseElection(encoder.encode(election), {}, 1));
  const ours = await sha256(parameters.group.write(parameters.election.publicKey));
  if (ours !== key) throw new Error('The ballot would be sealed to other keys than those of the key holders');
  const made = must(createBallot(parameters, secretOf(secret), [choice], random));
  return {
    ballot: textOf(made.bytes),
    opening: made.opening.map((row) =>
      row.map(({ value, randomness }) => ({ value, randomness: randomness.toString() })),
    ),
  };
}

async function keyStep({ seed: text, ceremony, step }: Tasks['keyStep']['ask']): Promise<string> {
  const { holders, needed, place, certificates = [], delivery = '' } = ceremony;
  const group = keptGroup(ceremony.group);
  const seed = seedOf(text);
  const plan = { size: holders.length, threshold: needed };
  const all = certificates.map((one) => must(readCertificate(group, one)));
  switch (step) {
    case 'certificate':
      return encodeCertificate(createCertificate(group, plan, place, seed, random));
    case 'polynomial':
      return encodePolynomial(must(await createPolynomial(group, aead, plan, all, seed, random)));
    case 'key': {
      const letters = must(readDelivery(group, delivery));
      return encodeTrusteeKey(group, must(await createTrusteeKey(group, aead, plan, all, seed, letters, random)));
    }
  }
}

async function share({ seed, key, election, tally }: Tasks['share']['ask']): Promise<string> {
  const parameters = must(parseElection(encoder.encode(election)));
  const { sealedKey } = must(readTrusteeKey(parameters.group, key));
  const own = must(await openTrusteeKey(parameters.group, aead, seedOf(seed), sealedKey));
  const part = decryptTally(parameters, own, must(parseTally(parameters.group, tally)), random);
  return textOf(encodeDecryption(parameters.group, part));
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', encoder.encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function secretOf(text: string): CredentialSecret {
  const secret = parseCredentialSecret(text);
  if (secret === undefined) throw new Error('No secret of a voter');
  return secret;
}

function seedOf(text: string): TrusteeSeed {
  const seed = parseTrusteeSeed(text);
  if (seed === undefined) throw new Error('No code of a key holder');
  return seed;
}
