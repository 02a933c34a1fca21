import type { Choice } from '@klubba/ballot';
import type { ClosedBallot, PersonId, Refusal } from '@klubba/meeting';
import type { BallotBoard } from '@klubba/protocol';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useCommand, useMeeting } from '../live/index.ts';
import type { OwnStore } from '../own-store/index.ts';
import { runTask } from './run-task.ts';
import type { Tasks } from './task.ts';
import { type Board, readUntil, type Reply } from './requests.ts';
import { type BoardView, useBoard } from './use-board.ts';
import { type Kept, vaultOf } from './vault.ts';

/** A credential follows its signature after a while of its own, so that the two are not seen side by side. */
const APART_MS = 3_000;
/** The tablet that takes another's place enters first, and the one that was given up finds its place taken. */
const AFTER_THE_NEW_MS = 2_000;
const SOON_MS = 500;
const AGAIN_MS = 4_000;

export type Voter = {
  readonly own: Kept;
  /** This tablet has its line on the list. */
  readonly entered: boolean;
  readonly cast: number;
  readonly head: string | undefined;
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
  /** No answer came: the tablet goes on asking by itself. */
  readonly lost: boolean;
  readonly register: () => Promise<void>;
  /** The tablet that entered before is given up for this one. */
  readonly replace: () => Promise<void>;
  /** Takes over from a tablet that is lost, by the code that its voter wrote down. */
  readonly restore: (code: string) => Promise<void>;
  readonly vote: (choice: Choice) => Promise<boolean>;
  /** Seals a ballot and has another computer open it. `undefined`: it could not be done. */
  readonly test: (choice: Choice) => Promise<{ readonly holds: boolean; readonly choice: Choice } | undefined>;
};

const FAILED: Refusal = { rule: 'BALLOT-REFUSED' };
const NO_SUCH_LINE: Refusal = { rule: 'BALLOT-CODE' };

/** What a tablet says with its voter's name: a member's own by the member's login, the hall's by its own. */
export type Door = {
  readonly register: (blinded: string) => Promise<Reply<{ readonly signed: string }>>;
  readonly sayVoted: () => Promise<unknown>;
  readonly tellChecked: (found: boolean) => Promise<unknown>;
  readonly replace: () => Promise<Refusal | undefined>;
};

/** The tablet's part in a closed ballot: what the member presses, and what it does by itself. */
export function useVoter(ballot: ClosedBallot, me: PersonId, store: OwnStore): Voter {
  const view = useBoard(ballot);
  const { board } = view;
  const { send } = useCommand();
  const { id } = ballot;
  const door = useMemo(
    (): Door => ({
      register: board.register,
      sayVoted: board.sayVoted,
      tellChecked: (found) => send({ type: 'checkInclusion', ballot: id, person: me, found }),
      replace: async () => {
        const outcome = await send({ type: 'replaceTablet', ballot: id, person: me });
        return outcome.kind === 'refused' ? outcome.refusal : undefined;
      },
    }),
    [board, send, id, me],
  );
  return useVoterAt(door, view, ballot, me, store);
}

/** The same at any tablet: {@link useVoter} on the member's own, the booth for each who has been let in. */
export function useVoterAt(
  door: Door,
  { board, seen, readNow }: BoardView,
  ballot: ClosedBallot,
  me: PersonId,
  store: OwnStore,
): Voter {
  const { id, state, round } = ballot;
  const meeting = useMeeting();
  const vault = useMemo(() => vaultOf(store, id, me), [store, id, me]);
  const [own, setOwn] = useState(vault.kept);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [lost, setLost] = useState(false);
  const key = meeting.elections.keyHolders?.key ?? '';

  const during = useCallback(async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      return await work();
    } catch {
      setRefusal(FAILED);
      return undefined;
    } finally {
      setBusy(false);
    }
  }, []);

  const register = useCallback(async () => {
    await during(async () => {
      const { uuid, group, blindKey } = await signingOf(board, round);
      const secret = vault.kept().secret ?? (await runTask('newSecret', {}));
      setOwn(vault.keep({ secret }));
      // A secret on the list that a reload would lose is a vote lost.
      await vault.written();
      const { blinded } = await runTask('blind', { secret, uuid, group, key: blindKey });
      const reply = await door.register(blinded);
      setLost(reply.is === 'lost');
      if (reply.is === 'refused') setRefusal(reply.refusal);
      if (reply.is !== 'value') return;
      const { credential, signature } = await runTask('blind', {
        secret,
        uuid,
        group,
        key: blindKey,
        signed: reply.value.signed,
      });
      if (signature !== undefined) setOwn(vault.keep({ registration: { credential, signature }, round }));
      readNow();
    });
  }, [during, vault, board, door, readNow, round]);

  const replace = useCallback(async () => {
    await during(async () => {
      if (vault.kept().secret === undefined) setOwn(vault.keep({ secret: await runTask('newSecret', {}) }));
      setRefusal(await door.replace());
    });
  }, [during, vault, door]);

  const restore = useCallback(
    async (secret: string) => {
      await during(async () => {
        const list = await board.list();
        const now = await board.read();
        setLost(list.is === 'lost' || now.is === 'lost');
        if (list.is !== 'value' || now.is !== 'value') return;
        const { uuid, group } = now.value;
        const known = await runTask('onList', { secret, uuid, group, ...list.value });
        if (known) setOwn(vault.keep({ secret, restored: round }));
        else setRefusal(NO_SUCH_LINE);
      });
    },
    [during, board, vault, round],
  );

  const isEntered = own.registration !== undefined && (own.round ?? 0) === round;
  const entered = isEntered || own.restored === round;
  const isNew = own.registration === undefined;
  const entersAnew =
    state === 'registering' && round > 0 && own.secret !== undefined && !entered && !busy && refusal === undefined;
  useEffect(() => {
    if (!entersAnew) return;
    const delay = isNew ? 0 : AFTER_THE_NEW_MS + Math.random() * APART_MS;
    const timer = setTimeout(() => void register(), delay);
    return () => clearTimeout(timer);
  }, [entersAnew, isNew, register]);

  const deliver = useCallback(
    async (text: string): Promise<boolean> => {
      const reply = await board.cast(text);
      setLost(reply.is === 'lost');
      if (reply.is === 'lost') return false;
      if (reply.is === 'refused') {
        setOwn(vault.dropUnderWay());
        setRefusal(reply.refusal);
        return false;
      }
      vault.dropUnderWay();
      const { hash, height } = reply.value;
      const receipts = [...vault.kept().receipts.filter((one) => one.hash !== hash), { hash, height, at: Date.now() }];
      setOwn(vault.keep({ receipts }));
      readNow();
      return true;
    },
    [board, vault, readNow],
  );

  const sealed = useCallback(
    async (choice: Choice): Promise<Tasks['seal']['answer'] | undefined> => {
      const { secret } = vault.kept();
      if (secret === undefined) return undefined;
      const election = seen?.election ?? (await electionOf(board));
      return runTask('seal', { secret, election, key, choice });
    },
    [vault, seen?.election, board, key],
  );

  const vote = useCallback(
    async (choice: Choice) => {
      const done = await during(async () => {
        const made = await sealed(choice);
        if (made === undefined) return false;
        setOwn(vault.keep({ underWay: made.ballot }));
        await vault.written();
        return deliver(made.ballot);
      });
      return done === true;
    },
    [during, sealed, deliver, vault],
  );

  const test = useCallback(
    (choice: Choice) =>
      during(async () => {
        const made = await sealed(choice);
        const reply = made === undefined ? undefined : await board.spoil(made);
        if (reply?.is === 'refused') setRefusal(reply.refusal);
        if (reply?.is !== 'value') return undefined;
        const { holds, blank, answers } = reply.value;
        return { holds, choice: blank ? ({ blank } as const) : { blank: false, answers } };
      }),
    [during, sealed, board],
  );

  useCredential(ballot, isEntered ? own.registration : undefined, board);

  // A ballot whose answer was lost is sent again, the same: it is in once, or visibly not in.
  const underWay = own.underWay;
  useEffect(() => {
    if (underWay === undefined || busy) return;
    let timer: ReturnType<typeof setTimeout>;
    const later = (): void => {
      timer = setTimeout(() => void deliver(underWay).finally(later), AGAIN_MS);
    };
    later();
    return () => clearTimeout(timer);
  }, [underWay, busy, deliver]);

  const says =
    own.receipts.length > 0 &&
    seen?.marked === false &&
    !ballot.voted.includes(me) &&
    (state === 'voting' || state === 'closed' || state === 'ended');
  useEffect(() => {
    if (!says) return;
    let timer: ReturnType<typeof setTimeout>;
    // With the name, and therefore not in the same moment as the ballot without one.
    const later = (): void => {
      timer = setTimeout(() => void door.sayVoted().finally(later), SOON_MS + Math.random() * APART_MS);
    };
    later();
    return () => clearTimeout(timer);
  }, [says, door]);

  const checks = state === 'ended' && own.receipts.length > 0 && ballot.checked[me] === undefined;
  const checking = useRef(false);
  useEffect(() => {
    if (!checks || checking.current) return;
    checking.current = true;
    const look = async (): Promise<void> => {
      const archive = await board.archive();
      if (archive === undefined) return;
      const last = vault.kept().receipts.at(-1)?.hash ?? '';
      const verdict = await runTask('verify', { archive, receipts: [last] });
      const found = verdict === 'sound-unfinished' || verdict === 'sound-complete';
      await door.tellChecked(found);
    };
    void look()
      .catch(() => undefined)
      .finally(() => {
        checking.current = false;
      });
  }, [checks, board, door, vault, seen]);

  return {
    own,
    entered,
    cast: seen?.cast ?? 0,
    head: seen?.head,
    busy,
    refusal,
    lost,
    register,
    replace,
    restore,
    vote,
    test,
  };
}

/** What blinds and signs a credential, which the server has ready a moment after the ballot is opened. */
function signingOf(
  board: Board,
  round: number,
): Promise<Pick<BallotBoard, 'uuid' | 'group'> & { readonly blindKey: NonNullable<BallotBoard['blindKey']> }> {
  return readUntil(board, ({ uuid, group, blindKey, round: seen }) =>
    blindKey === undefined || seen !== round ? undefined : { uuid, group, blindKey },
  );
}

/** The election's record, which the server writes in the moment after the list is approved. */
function electionOf(board: Board): Promise<string> {
  return readUntil(board, ({ election }) => election);
}

/** Sends the credential without a name, after a while; and again, until it stands in the list. */
function useCredential({ id, state }: ClosedBallot, registration: Kept['registration'], board: Board): void {
  const open = state === 'registering' || state === 'listing' || state === 'listed';
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!open || registration === undefined) return;
    const { credential, signature } = registration;
    let again: ReturnType<typeof setTimeout> | undefined;
    const send = async (): Promise<void> => {
      const list = await board.list();
      if (list.is === 'value' && list.value.credentials.includes(credential)) return;
      await board.sendCredential(credential, signature);
      again = setTimeout(() => setRound((before) => before + 1), AGAIN_MS);
    };
    const timer = setTimeout(() => void send(), state === 'registering' ? Math.random() * APART_MS : 0);
    return () => {
      clearTimeout(timer);
      clearTimeout(again);
    };
  }, [id, open, registration, board, state, round]);
}
