import { factHash, genesisHash } from '@klubba/record';
import type { MeetingId } from '@klubba/meeting';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Journal, JournalFact, JournalHead } from '../journal.ts';

let meetings = 0;
/** A meeting of its own for each test, so that no test cleans up after another. */
export function newMeeting(): MeetingId {
  meetings += 1;
  return `kf-§${meetings}-${process.pid}-${Math.random().toString(36).slice(2)}` as MeetingId;
}

/** `count` facts that follow `after`, chained as they should be. */
export function chained(meeting: MeetingId, count: number, after?: JournalFact): readonly JournalFact[] {
  const facts: JournalFact[] = [];
  for (let index = 0; index < count; index += 1) {
    const last = facts.at(-1) ?? after;
    const seq = (last?.seq ?? 0) + 1;
    const prev = last?.hash ?? genesisHash(meeting);
    const event = { type: 'HelpAsked', person: 'p-åsa', text: `Nr ${seq}: "å" 🙂 \\ 1e21` } as JournalFact['event'];
    const fact = { seq, at: 1_763_054_400_000 + seq, actor: 'system', event } as const;
    facts.push({ ...fact, command: `command-${meeting}-${seq}`, part: 0, prev, hash: factHash(prev, fact) });
  }
  return facts;
}

/** What every journal must do. `open` gives a connection to the same store each time. */
export function journalContract(name: string, open: () => Promise<Journal>): void {
  describe(`the journal ${name}`, () => {
    let journal: Journal;
    let other: Journal;
    beforeAll(async () => {
      journal = await open();
      other = await open();
    });
    afterAll(async () => {
      await journal.close();
      await other.close();
    });

    it('gives back what was appended, exactly and in order, from any place on', async () => {
      const meeting = newMeeting();
      const facts = chained(meeting, 5);
      expect(await journal.append(meeting, facts.slice(0, 2))).toBe('appended');
      expect(await journal.append(meeting, facts.slice(2))).toBe('appended');
      expect(await other.read(meeting, 0)).toEqual(facts);
      expect(await other.read(meeting, 3)).toEqual(facts.slice(3));
      expect(await other.read(newMeeting(), 0)).toEqual([]);
      expect(await other.heads()).toContainEqual({ meeting, seq: 5 });
    });

    it('gives back more facts than one answer of the store holds', async () => {
      const meeting = newMeeting();
      const facts = chained(meeting, 2_500);
      await journal.append(meeting, facts);
      expect(await journal.read(meeting, 0)).toEqual(facts);
    });

    it('takes all facts of an append or none', async () => {
      const meeting = newMeeting();
      const facts = chained(meeting, 3);
      await journal.append(meeting, facts.slice(0, 1));
      expect(await journal.append(meeting, facts)).toBe('conflict');
      expect(await journal.read(meeting, 0)).toEqual(facts.slice(0, 1));
    });

    it('leaves no gap: facts that do not follow the last one are refused', async () => {
      const meeting = newMeeting();
      const facts = chained(meeting, 4);
      expect(await journal.append(meeting, facts.slice(1))).toBe('conflict');
      await journal.append(meeting, facts.slice(0, 2));
      expect(await journal.append(meeting, facts.slice(3))).toBe('conflict');
      expect(await journal.read(meeting, 0)).toEqual(facts.slice(0, 2));
    });

    it('keeps one command once, also when it is resent at another place', async () => {
      const meeting = newMeeting();
      const [first, second] = chained(meeting, 2);
      await journal.append(meeting, [first!]);
      expect(await journal.append(meeting, [{ ...second!, command: first!.command }])).toBe('conflict');
      expect(await journal.read(meeting, 0)).toEqual([first]);
    });

    it('lets exactly one of two servers that append at the same place through', async () => {
      const meeting = newMeeting();
      const mine = chained(meeting, 2);
      const theirs = mine.map((fact) => ({ ...fact, command: `other-${fact.command}` }));
      for (let round = 0; round < 10; round += 1) {
        const one = newMeeting();
        const answers = await Promise.all([journal.append(one, mine), other.append(one, theirs)]);
        expect(answers.toSorted()).toEqual(['appended', 'conflict']);
        expect(await journal.read(one, 0)).toHaveLength(2);
      }
    });

    it('keeps one meeting’s facts out for nobody else’s sake: each append has its own answer', async () => {
      const [good, gap, repeated, twice] = [newMeeting(), newMeeting(), newMeeting(), newMeeting()];
      const facts = chained(repeated, 2);
      await journal.append(repeated, facts.slice(0, 1));
      const both = chained(twice, 2);
      expect(
        await Promise.all([
          journal.append(good, chained(good, 3)),
          journal.append(gap, chained(gap, 2).slice(1)),
          journal.append(repeated, [{ ...facts[1]!, command: facts[0]!.command }]),
          journal.append(twice, both.slice(0, 1)),
          journal.append(twice, both.slice(1)),
        ]),
      ).toEqual(['appended', 'conflict', 'conflict', 'appended', 'appended']);
      const lengths = [good, gap, repeated, twice].map(async (meeting) => (await journal.read(meeting, 0)).length);
      expect(await Promise.all(lengths)).toEqual([3, 0, 1, 2]);
    });

    it('lets two servers write the same meetings at the same time: each fact is one server’s, none is lost', async () => {
      const meetings = Array.from({ length: 12 }, newMeeting);
      const of = (meeting: MeetingId, server: string): readonly JournalFact[] =>
        chained(meeting, 1).map((fact) => ({ ...fact, command: `${server}-${meeting}` }));
      const answers = await Promise.all(
        meetings.flatMap((meeting, index) => [
          journal.append(meeting, of(meeting, 'one')),
          // The other way round, as two servers that know nothing of each other would.
          other.append(meetings.at(-1 - index)!, of(meetings.at(-1 - index)!, 'two')),
        ]),
      );
      expect(answers.filter((answer) => answer === 'appended')).toHaveLength(meetings.length);
      for (const meeting of meetings) expect(await journal.read(meeting, 0)).toHaveLength(1);
    });

    it('tells who follows it, also another server, how far a meeting has come', async () => {
      const meeting = newMeeting();
      const heard = new Promise<JournalHead>((resolve) => {
        const stop = other.follow((head) => {
          if (head.meeting !== meeting || head.seq < 3) return;
          stop();
          resolve(head);
        });
      });
      const facts = chained(meeting, 3);
      await journal.append(meeting, facts.slice(0, 1));
      await journal.append(meeting, facts.slice(1));
      expect(await heard).toEqual({ meeting, seq: 3 });
    });
  });
}
