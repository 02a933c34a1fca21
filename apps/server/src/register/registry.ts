import { randomUUID } from 'node:crypto';
import type { PersonId, Result } from '@klubba/meeting';
import type { RecordedFact } from '@klubba/record';
import {
  type Acting,
  decideRegister,
  emptyRegister,
  evolveRegister,
  type Register,
  type RegisterActor,
  type RegisterCommand,
  type RegisterEvent,
  type RegisterFact,
  type RegisterRefusal,
} from '@klubba/register';
import type pg from 'pg';
import { openRegisterStore, type StoredFact, type StoreHead } from './register-store.ts';

/** Others were before as many times in a row: somebody writes in a loop. */
const ATTEMPTS_MAX = 20;

export type Decide<E> = (register: Register) => Result<readonly RegisterEvent[], E>;

/** The municipality's register, as it is in the database now. */
export type Registry = {
  now(): Promise<Register>;
  facts(): readonly RegisterFact[];
  head(): StoreHead;
  /** The chain as it is kept, for a record that others can check. */
  recorded(): Promise<readonly RecordedFact[]>;
  /** A refusal is noted in the audit with who tried what. */
  command(id: string, command: RegisterCommand, acting: Acting): Promise<Result<number, RegisterRefusal>>;
  /**
   * Decides on the register as it is, and again if somebody was before. The same `id` again gives the first answer. `onChained` is
   * told how many facts of many have been made ready.
   */
  write<E>(
    id: string,
    actor: RegisterActor,
    decide: Decide<E>,
    onChained?: (facts: number) => void,
  ): Promise<Result<number, E>>;
  /** Something for the audit that changes nothing. */
  note(actor: RegisterActor, event: RegisterEvent): Promise<void>;
};

/** `onBroken` is told once, when the chain is first found not to be what was written, with its first wrong fact. */
export async function openRegistry(
  pool: pg.Pool,
  now: () => number,
  onBroken: (fact: number) => void = () => undefined,
): Promise<Registry> {
  const store = openRegisterStore(pool);
  const facts: RegisterFact[] = [];
  /** The last fact of each command. */
  const answers = new Map<string, number>();
  let register = emptyRegister;
  let queue: Promise<unknown> = Promise.resolve();

  const take = (more: readonly StoredFact[]): void => {
    if (more.length === 0) return;
    for (const { command, ...fact } of more) {
      facts.push(fact);
      answers.set(command, fact.seq);
    }
    register = evolveRegister(register, more);
  };
  /** One at a time: a reading and a writing at once would both think that they were next. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = queue.then(act);
    queue = done.catch(() => undefined);
    return done;
  };
  let isTold = false;
  const catchUp = async (): Promise<void> => {
    take(await store.readNew());
    const { damagedAt } = store.head();
    if (damagedAt === undefined || isTold) return;
    isTold = true;
    onBroken(damagedAt);
  };

  const write = <E>(
    id: string,
    actor: RegisterActor,
    decide: Decide<E>,
    onChained?: (facts: number) => void,
  ): Promise<Result<number, E>> =>
    inTurn(async () => {
      for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
        await catchUp();
        const answered = answers.get(id);
        if (answered !== undefined) return { ok: true, value: answered };
        const decided = decide(register);
        if (!decided.ok) return decided;
        if (decided.value.length === 0) return { ok: true, value: register.seq };
        const added = await store.append(id, actor, now(), decided.value, onChained);
        if (added === 'conflict') continue;
        take(added);
        return { ok: true, value: register.seq };
      }
      throw new Error('The register is written to without a pause');
    });

  const note = async (actor: RegisterActor, event: RegisterEvent): Promise<void> => {
    const outcome = await write<never>(`note-${randomUUID()}`, actor, () => ({ ok: true, value: [event] }));
    if (!outcome.ok) throw new Error('A note is never refused');
  };
  await inTurn(catchUp);
  return {
    facts: () => facts,
    head: store.head,
    recorded: store.recorded,
    write,
    note,
    now: () =>
      inTurn(async () => {
        await catchUp();
        return register;
      }),
    async command(id, command, acting) {
      const outcome = await write(id, acting.actor, (current) => decideRegister(current, command, acting));
      if (!outcome.ok)
        await note(acting.actor, {
          type: 'AttemptRefused',
          act: command.type,
          rule: outcome.refusal.rule,
          ...aboutOf(command),
        });
      return outcome;
    },
  };
}

/** Whom or what a command is about, by id. */
function aboutOf(command: RegisterCommand): { readonly about?: PersonId | string } {
  if ('body' in command) return { about: command.body };
  return 'person' in command ? { about: command.person } : {};
}
