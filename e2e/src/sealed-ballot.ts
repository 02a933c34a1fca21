import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Choice } from '@klubba/ballot';
import { verifyArchive } from '@klubba/ballot';
import { nodeEngine } from '@klubba/ballot/node';
import type { BallotId, ClosedBallot, Meeting, PersonId } from '@klubba/meeting';
import { KeyHolder } from '../../apps/server/src/ballots/testing/key-holder.ts';
import { Voter } from '../../apps/server/src/ballots/testing/voter.ts';
import { press } from './desk.ts';
import { expect, type Hall, type Page } from './house.ts';
import { debate, putTheQuestion } from './session.ts';

const ELECTION = 123;
const AGAIN_MS = 200;
const VERIFIER = path.join(import.meta.dirname, '../../apps/verify/src/cli.mjs');

const soon = (): Promise<unknown> => new Promise((later) => setTimeout(later, AGAIN_MS));

export type { KeyHolder, Voter };

/** The ballot that was opened last, as the presidium knows it. */
export function ballotNow(hall: Hall): ClosedBallot {
  const ballot = lastOf(hall.meeting());
  if (ballot === undefined) throw new Error('No closed ballot has been opened.');
  return ballot;
}

export async function ballotReaches(hall: Hall, state: ClosedBallot['state']): Promise<ClosedBallot> {
  await hall.until((now) => lastOf(now)?.state === state, `the ballot is ${state}`);
  return ballotNow(hall);
}

const lastOf = ({ elections }: Meeting): ClosedBallot | undefined => Object.values(elections.ballots).at(-1);

/** The election is open, these are nominated, and a vote between them is demanded. */
export async function demandElection(hall: Hall, candidates: readonly PersonId[]): Promise<void> {
  await debate(hall, ELECTION);
  for (const person of candidates)
    await hall.send(person, { type: 'moveProposal', person, kind: 'nomination', text: '', candidates: [person] });
  await putTheQuestion(hall);
  const question = Object.values(hall.meeting().decisions.questions).find(({ kind }) => kind === 'election');
  const alternative = question?.alternatives[0]?.id;
  const [demander] = candidates;
  if (alternative === undefined || demander === undefined) throw new Error('Nobody is nominated.');
  await hall.send(hall.chair, { type: 'stateFinding', alternative });
  await hall.send(demander, { type: 'demandVote', person: demander });
}

/** Key holders without a screen, whose devices take their steps as the others take theirs. */
export async function makeKeys(hall: Hall, persons: readonly PersonId[]): Promise<readonly KeyHolder[]> {
  const holders = persons.map(
    (person) => new KeyHolder(hall.origin, hall.plan.meeting, hall.evening.of(person).cookie),
  );
  for (const step of ['certificate', 'polynomial', 'key'] as const)
    await Promise.all(
      holders.map(async (holder) => {
        while (!(await holder.readyFor(step))) await soon();
        expect(await holder.step(step)).toBe(204);
      }),
    );
  await hall.until(({ elections }) => elections.keyHolders?.key !== undefined, 'the keys are made');
  return holders;
}

/** The tablets of these, without a screen. */
export function tabletsOf(hall: Hall, ballot: BallotId, persons: readonly PersonId[]): readonly Voter[] {
  return persons.map(
    (person) => new Voter(hall.origin, hall.plan.meeting, ballot, person, hall.evening.of(person).cookie),
  );
}

/** Into the list, and the credential after it without a name. */
export async function registers(tablet: Voter, round = 0): Promise<void> {
  const isReady = async (): Promise<boolean> => {
    const board = await tablet.board();
    return board?.blindKey !== undefined && board.round === round;
  };
  while (!(await isReady())) await soon();
  expect((await tablet.register()).status).toBe(204);
}

export const chooseOnScreen = (page: Page, name: string): Promise<void> =>
  page.getByRole('radiogroup', { name: 'Välj' }).getByText(name).click();

/** From a name to the sealed ballot on a member's own screen. */
export async function castOnScreen(page: Page, name: string): Promise<void> {
  await chooseOnScreen(page, name);
  await press(page, 'Granska ditt val');
  await press(page, 'Försegla och lämna rösten');
}

/** Each of these tablets has looked for its own ballot in the file that everybody gets, and tells. */
export async function findBallots(hall: Hall, tablets: readonly Voter[]): Promise<void> {
  const { id } = ballotNow(hall);
  const receipts = tablets.flatMap((tablet) => tablet.receipts.map(({ hash }) => hash));
  const verdict = verifyArchive((await tablets[0]?.archive()) ?? new Uint8Array(), { engine: nodeEngine(), receipts });
  expect(verdict.kind).toBe('sound-unfinished');
  for (const { person } of tablets)
    await hall.send(person, { type: 'checkInclusion', ballot: id, person, found: true });
}

/** The count again from the file alone: by a tool that others wrote, and by our verifier with everybody's receipts. */
export function verifyOutside(archive: Uint8Array, uuid: string, receipts: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'klubba-e2e-bel-'));
  try {
    const file = path.join(folder, `${uuid}.bel`);
    const list = path.join(folder, 'receipts.txt');
    writeFileSync(file, archive);
    execFileSync('belenios-tool', ['election', 'verify', '--dir', folder], { stdio: 'pipe' });
    writeFileSync(list, `${receipts.join('\n')}\n`);
    return execFileSync(process.execPath, [VERIFIER, file, '--receipts', list], { stdio: 'pipe', encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const blank: Choice = { blank: true };
export const candidate = (index: number): Choice => ({ blank: false, answers: [index] });

/** The rule that stops the chair. */
export async function refusal(hall: Hall, command: Parameters<Hall['send']>[1]): Promise<string | undefined> {
  const outcome = await hall.evening.of(hall.chair).bot.send(command);
  return outcome.kind === 'refused' ? outcome.refusal.rule : undefined;
}
