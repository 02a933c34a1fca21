import { createHash } from 'node:crypto';
import {
  blindCredential,
  type Choice,
  createBallot,
  type CreatedBallot,
  type CredentialSecret,
  type ElectionParameters,
  groupOf,
  newCredentialSecret,
  parseElection,
  publicCredential,
  type RandomSource,
  verifyArchive,
} from '@klubba/ballot';
import { nodeEngine, nodeRandom } from '@klubba/ballot/node';
import type { BallotId, MeetingId, PersonId } from '@klubba/meeting';
import type { BallotBoard, BallotReceipt, SpoilAnswer } from '@klubba/protocol';

const engine = nodeEngine();

export type Answer<T> = { readonly status: number; readonly body: T };

/** What a tablet does, without a screen. Nameless requests carry no cookie. */
export class Voter {
  readonly person: PersonId;
  readonly receipts: BallotReceipt[] = [];
  readonly sent: string[] = [];
  credential = '';
  /** As it was sent without a name. */
  registration: { readonly credential: string; readonly signature: string } | undefined;
  readonly #base: string;
  readonly #cookie: string;
  readonly #random: RandomSource;
  /** The hall's own tablet speaks by its own login, and says for whom. */
  readonly #atBooth: boolean;
  #secret: CredentialSecret | undefined;
  #parameters: ElectionParameters | undefined;

  constructor(
    url: string,
    meeting: MeetingId,
    ballot: BallotId,
    person: PersonId,
    cookie: string,
    { random = nodeRandom, atBooth = false }: { readonly random?: RandomSource; readonly atBooth?: boolean } = {},
  ) {
    this.#base = `${url}/api/meetings/${encodeURIComponent(meeting)}/ballots/${encodeURIComponent(ballot)}`;
    this.person = person;
    this.#cookie = cookie;
    this.#random = random;
    this.#atBooth = atBooth;
  }

  async board(): Promise<BallotBoard> {
    const answer = await fetch(this.#base, { headers: { cookie: this.#cookie } });
    return (await answer.json()) as BallotBoard;
  }

  async register(): Promise<Answer<{ readonly rule?: string }>> {
    const { uuid, group: name, blindKey } = await this.board();
    if (blindKey === undefined) throw new Error('Registration is closed');
    const group = groupOf(name, engine);
    this.#secret = newCredentialSecret(this.#random);
    this.credential = group.write(publicCredential(group, uuid, this.#secret));
    const token = blindCredential(blindKey, this.credential, this.#random);
    const signed = await this.post<{ readonly signed: string; readonly rule?: string }>(
      this.#atBooth ? 'booth/register' : 'register',
      { blinded: token.blinded, ...(this.#atBooth ? { person: this.person } : {}) },
      true,
    );
    if (signed.status !== 200) return signed;
    const signature = token.finish(signed.body.signed);
    if (signature === undefined) throw new Error('The answer was no signature');
    this.registration = { credential: this.credential, signature };
    return this.post('credentials', this.registration);
  }

  async make(choice: Choice): Promise<CreatedBallot> {
    if (this.#parameters === undefined) {
      const { election } = await this.board();
      const parsed = parseElection(Buffer.from(election ?? ''), engine, 3);
      if (!parsed.ok) throw new Error(`No election: ${parsed.failure.rule}`);
      this.#parameters = parsed.value;
    }
    if (this.#secret === undefined) throw new Error('Not registered');
    const made = createBallot(this.#parameters, this.#secret, [choice], this.#random);
    if (!made.ok) throw new Error(made.failure.rule);
    return made.value;
  }

  async cast(choice: Choice): Promise<BallotReceipt> {
    const receipt = await this.castMade(await this.make(choice));
    await this.sayVoted();
    return receipt;
  }

  async castMade({ bytes }: CreatedBallot): Promise<BallotReceipt> {
    const text = Buffer.from(bytes).toString();
    const answer = await this.send(text);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer));
    this.sent.push(text);
    this.receipts.push(answer.body);
    return answer.body;
  }

  sayVoted(): Promise<Answer<unknown>> {
    return this.#atBooth
      ? this.post('booth/voted', { person: this.person }, true)
      : this.post('voted', undefined, true);
  }

  send(text: string): Promise<Answer<BallotReceipt & { readonly rule?: string }>> {
    return this.post('cast', { ballot: text });
  }

  async spoil({ bytes, opening }: CreatedBallot): Promise<Answer<SpoilAnswer>> {
    const told = opening.map((row) =>
      row.map(({ value, randomness }) => ({ value, randomness: randomness.toString() })),
    );
    return this.post('spoil', { ballot: Buffer.from(bytes).toString(), opening: told });
  }

  async archive(): Promise<Uint8Array> {
    const answer = await fetch(`${this.#base}/archive`, { headers: { cookie: this.#cookie } });
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** What every tablet does before the count. */
  async findsItsBallot(): Promise<boolean> {
    const own = this.receipts.at(-1);
    const verdict = verifyArchive(await this.archive(), { engine, receipts: own === undefined ? [] : [own.hash] });
    return verdict.kind === 'sound-unfinished' || verdict.kind === 'sound-complete';
  }

  async post<T>(path: string, body: unknown, named = false, method = 'POST'): Promise<Answer<T>> {
    const answer = await fetch(`${this.#base}/${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(named ? { cookie: this.#cookie } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as T };
  }
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
