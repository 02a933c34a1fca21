import {
  createCertificate,
  createPolynomial,
  createTrusteeKey,
  decryptTally,
  encodeCertificate,
  encodeDecryption,
  encodePolynomial,
  encodeTrusteeKey,
  groupOf,
  newTrusteeSeed,
  openTrusteeKey,
  parseElection,
  parseTally,
  readCertificate,
  readDelivery,
  readTrusteeKey,
  type Result,
  webCryptoAead,
} from '@klubba/ballot';
import { nodeEngine, nodeRandom } from '@klubba/ballot/node';
import type { MeetingId } from '@klubba/meeting';
import type { BallotBoard, KeyCeremony, KeyStep } from '@klubba/protocol';

const aead = webCryptoAead(crypto.subtle);

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** What a key holder's device does, without a screen. */
export class KeyHolder {
  readonly seed = newTrusteeSeed(nodeRandom);
  readonly #url: string;
  readonly #cookie: string;

  constructor(url: string, meeting: MeetingId, cookie: string) {
    this.#url = `${url}/api/meetings/${encodeURIComponent(meeting)}`;
    this.#cookie = cookie;
  }

  async view(): Promise<KeyCeremony> {
    return (await (await fetch(`${this.#url}/keys`, { headers: { cookie: this.#cookie } })).json()) as KeyCeremony;
  }

  /** Whether the others have done what the step waits for. */
  async readyFor(step: KeyStep): Promise<boolean> {
    const { certificates, delivery } = await this.view();
    switch (step) {
      case 'certificate':
        return true;
      case 'polynomial':
        return certificates !== undefined;
      case 'key':
        return delivery !== undefined;
    }
  }

  async step(step: KeyStep): Promise<number> {
    return this.#post('keys', { step, message: await this.#message(step) });
  }

  async #message(step: KeyStep): Promise<string> {
    const { group: name, holders, needed, place, certificates = [], delivery = '' } = await this.view();
    const group = groupOf(name, nodeEngine());
    const plan = { size: holders.length, threshold: needed };
    const all = certificates.map((text) => must(readCertificate(group, text)));
    switch (step) {
      case 'certificate':
        return encodeCertificate(createCertificate(group, plan, place, this.seed, nodeRandom));
      case 'polynomial':
        return encodePolynomial(must(await createPolynomial(group, aead, plan, all, this.seed, nodeRandom)));
      case 'key': {
        const letters = must(readDelivery(group, delivery));
        return encodeTrusteeKey(
          group,
          must(await createTrusteeKey(group, aead, plan, all, this.seed, letters, nodeRandom)),
        );
      }
    }
  }

  /** `falsely`: with another key than the own. */
  async share(path: string, board: BallotBoard, falsely = false): Promise<number> {
    const { key = '' } = await this.view();
    const parameters = must(parseElection(Buffer.from(board.election ?? ''), nodeEngine()));
    const tally = must(parseTally(parameters.group, board.tally ?? ''));
    const { sealedKey } = must(readTrusteeKey(parameters.group, key));
    const own = must(await openTrusteeKey(parameters.group, aead, this.seed, sealedKey));
    const share = decryptTally(parameters, falsely ? own + 1n : own, tally, nodeRandom);
    return this.#post(path, { share: Buffer.from(encodeDecryption(parameters.group, share)).toString() });
  }

  async #post(path: string, body: unknown): Promise<number> {
    const answer = await fetch(`${this.#url}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.#cookie },
      body: JSON.stringify(body),
    });
    return answer.status;
  }
}
