import type { Meeting, MeetingCommand, MeetingEvent, MeetingId, PersonId, Result, Unplanned } from '@klubba/meeting';
import { factHash, genesisHash } from '@klubba/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../journal/journal.ts';
import { memoryJournal } from '../journal/memory-journal.ts';
import type { Heart } from './heart.ts';
import { bare, type LiveMeeting, openLiveMeeting, type Outcome, type Press } from './live-meeting.ts';

/** A meeting of three words: help may be asked for once by each person until it is answered. */
type Helped = { readonly seq: number; readonly plan: object; readonly asking?: readonly PersonId[] };
const stateOf = (meeting: Meeting | Unplanned): Helped => meeting as unknown as Helped;
const heart: Heart = {
  unplanned: { seq: 0 },
  decide(meeting, command): Result<readonly MeetingEvent[]> {
    const asking = stateOf(meeting).asking ?? [];
    if (command.type !== 'askForHelp' && command.type !== 'answerHelp') return { ok: true, value: [] };
    const isAsking = asking.includes(command.person);
    if (isAsking === (command.type === 'askForHelp')) return { ok: false, refusal: { rule: 'MTG-HELP' } };
    const { person } = command;
    return {
      ok: true,
      value: [
        command.type === 'askForHelp'
          ? { type: 'HelpAsked', person, text: command.text }
          : { type: 'HelpAnswered', person },
      ],
    };
  },
  evolve(meeting, fact) {
    const asking = stateOf(meeting).asking ?? [];
    const { event } = fact;
    const others = 'person' in event ? asking.filter((person) => person !== event.person) : asking;
    const next: Helped = {
      seq: fact.seq,
      plan: {},
      asking: event.type === 'HelpAsked' ? [...others, event.person] : others,
    };
    return next as unknown as Meeting;
  },
};

const id = 'kf-2025-11-13' as MeetingId;
const sofia = 'p-sofia' as PersonId;
const birgitta = 'p-birgitta' as PersonId;
let presses = 0;
const press = (command: MeetingCommand, actor: PersonId, at = 1_000): Press => {
  presses += 1;
  return { id: `press-${presses}`, made: `made-${presses}`, command, actor, at };
};
const ask = (person: PersonId, at?: number): Press => press({ type: 'askForHelp', person, text: 'Ljudet' }, person, at);
const answer = (person: PersonId): Press => press({ type: 'answerHelp', person }, birgitta);
const open = (journal: Journal): Promise<LiveMeeting> =>
  openLiveMeeting({ id, journal, heart, onTrouble: () => undefined });

describe('a running meeting', () => {
  it('acknowledges what is in the journal, and nothing before', async () => {
    const journal = memoryJournal();
    const meeting = await open(journal);
    expect(await meeting.submit(ask(sofia))).toEqual({ kind: 'done', seq: 1 });
    expect((await journal.read(id, 0)).map((fact) => fact.event.type)).toEqual(['HelpAsked']);
    expect(await meeting.submit(ask(sofia))).toEqual({ kind: 'refused', refusal: { rule: 'MTG-HELP' } });
  });

  it('chains its facts, and makes none older than the one before', async () => {
    const meeting = await open(memoryJournal());
    await meeting.submit(ask(sofia, 5_000));
    await meeting.submit(ask(birgitta, 4_000));
    const [first, second] = meeting.facts();
    expect(first).toMatchObject({ at: 5_000, prev: genesisHash(id), hash: factHash(genesisHash(id), bare(first!)) });
    expect(second).toMatchObject({ at: 5_000, prev: first!.hash, hash: factHash(first!.hash, bare(second!)) });
  });

  it('gives the same press its first answer: sent again, doubled at once, or on another server', async () => {
    const journal = memoryJournal();
    const meeting = await open(journal);
    const once = ask(sofia);
    expect(
      await Promise.all([meeting.submit(once), meeting.submit({ ...once }), meeting.submit(answer(sofia))]),
    ).toEqual([
      { kind: 'done', seq: 1 },
      { kind: 'done', seq: 1 },
      { kind: 'done', seq: 2 },
    ]);
    expect(await meeting.submit(once)).toEqual({ kind: 'done', seq: 1 });
    expect(await (await open(journal)).submit(once)).toEqual({ kind: 'done', seq: 1 });
    expect(meeting.facts()).toHaveLength(2);
  });

  it('does not give one person the answer to a press of another', async () => {
    const meeting = await open(memoryJournal());
    const hers = ask(sofia);
    await meeting.submit(hers);
    expect(await meeting.submit({ ...hers, actor: birgitta })).toEqual({ kind: 'replayed' });
  });

  it('writes what gathers while the disk is busy in one transaction', async () => {
    const journal = memoryJournal();
    let writes = 0;
    const meeting = await open({
      ...journal,
      append: (...args) => {
        writes += 1;
        return journal.append(...args);
      },
    });
    await Promise.all(Array.from({ length: 50 }, (_, n) => meeting.submit(ask(`p-${n}` as PersonId))));
    expect(meeting.facts()).toHaveLength(50);
    expect(writes).toBe(1);
  });

  it('answers a press that changes nothing with the fact it was decided on, whatever is written with it', async () => {
    const meeting = await open(memoryJournal());
    const nothing = press({ type: 'strikeGavel' }, birgitta);
    expect(
      await Promise.all([meeting.submit(ask(sofia)), meeting.submit(nothing), meeting.submit(answer(sofia))]),
    ).toEqual([
      { kind: 'done', seq: 1 },
      { kind: 'done', seq: 1 },
      { kind: 'done', seq: 2 },
    ]);
  });

  it('decides again on what another server wrote first, and tells everybody the same order', async () => {
    const journal = memoryJournal();
    const [one, two] = [await open(journal), await open(journal)];
    const heard: string[] = [];
    two.follow((steps) => heard.push(...steps.map((step) => step.fact.event.type)));
    expect(await one.submit(ask(sofia))).toEqual({ kind: 'done', seq: 1 });
    expect(await two.submit(ask(sofia))).toEqual({ kind: 'refused', refusal: { rule: 'MTG-HELP' } });
    expect(await two.submit(answer(sofia))).toEqual({ kind: 'done', seq: 2 });
    expect(heard).toEqual(['HelpAsked', 'HelpAnswered']);
  });

  it('catches up when it hears that another server was there', async () => {
    const journal = memoryJournal();
    const [one, two] = [await open(journal), await open(journal)];
    const caughtUp = new Promise<void>((resolve) => two.follow(() => resolve()));
    journal.follow((head) => two.catchUp(head.seq));
    await one.submit(ask(sofia));
    await caughtUp;
    expect(two.now()).toEqual(one.now());
  });

  it('finds out from the journal what became of a write whose answer was lost', async () => {
    const journal = memoryJournal();
    let losses = 0;
    const lossy: Journal = {
      ...journal,
      async append(meeting, facts) {
        losses += 1;
        // Written or not before the connection broke, turn by turn.
        if (losses % 2 === 1) await journal.append(meeting, facts);
        if (losses <= 4) throw new Error('connection lost');
        return journal.append(meeting, facts);
      },
    };
    const meeting = await open(lossy);
    expect(await Promise.all([meeting.submit(ask(sofia)), meeting.submit(ask(birgitta))])).toEqual([
      { kind: 'done', seq: 1 },
      { kind: 'done', seq: 2 },
    ]);
    expect(meeting.facts()).toHaveLength(2);
  });

  it('loses, doubles and reorders nothing between three servers, whatever they do at once', async () => {
    const persons = ['p-1', 'p-2', 'p-3'] as PersonId[];
    const action = fc.record({ server: fc.nat(2), person: fc.constantFrom(...persons), asks: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 30 }), async (actions) => {
        const journal = memoryJournal();
        const servers = [await open(journal), await open(journal), await open(journal)];
        const outcomes: Outcome[] = await Promise.all(
          actions.map(({ server, person, asks }) => servers[server]!.submit(asks ? ask(person) : answer(person))),
        );
        const kept = await journal.read(id, 0);
        const done = outcomes.flatMap((outcome) => (outcome.kind === 'done' ? [outcome.seq] : []));
        expect(done.toSorted((a, b) => a - b)).toEqual(kept.map((fact) => fact.seq));
        for (const server of servers) {
          server.catchUp(kept.length);
          await server.close();
          expect(server.facts()).toEqual(kept);
        }
      }),
      { numRuns: 50 },
    );
  });
});
