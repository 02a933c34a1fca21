import {
  audienceOf,
  type DocumentId,
  evolve,
  type Fact,
  foldForPerson,
  foldFor,
  type ItemId,
  type Meeting,
  type MeetingId,
  type MeetingPlan,
  type PersonId,
  PUBLIC_AUDIENCE,
  type Unplanned,
  unplanned,
  decide,
} from '@klubba/meeting';
import { boardPlan, councilPlan, evening, given, withSecrets } from '@klubba/meeting/testing';
import type { CloseReason, ServerMessage } from '@klubba/protocol';
import { factHash, genesisHash } from '@klubba/record';
import { describe, expect, it } from 'vitest';
import type { Journal, JournalFact } from '../journal/journal.ts';
import { memoryJournal } from '../journal/memory-journal.ts';
import { Gallery, type Viewer } from './gallery.ts';
import { type LiveMeeting, openLiveMeeting } from './live-meeting.ts';

/** A page: folds what it is sent as `@klubba/web` does, and remembers every byte. */
class Page implements Viewer {
  readonly person: PersonId | null;
  readonly received: Buffer[] = [];
  meeting: Meeting | Unplanned = unplanned;
  seq = 0;
  audienceKey = '';
  state = '';
  dropped: CloseReason | undefined;
  backlog = 0;

  constructor(person: PersonId | null) {
    this.person = person;
  }

  send(bytes: Buffer): void {
    this.received.push(bytes);
    const message = JSON.parse(bytes.toString()) as ServerMessage;
    if (message.type === 'welcome') ({ audienceKey: this.audienceKey, state: this.state } = message);
    if (message.type === 'snapshot') ({ meeting: this.meeting, seq: this.seq } = message);
    if (message.type === 'facts') {
      this.meeting = message.facts.reduce<Meeting | Unplanned>(evolve, this.meeting);
      this.seq = message.seq;
    }
  }

  backlogBytes = (): number => this.backlog;
  drop(reason: CloseReason): void {
    this.dropped = reason;
  }

  text(): string {
    return Buffer.concat(this.received).toString();
  }
}

type Stage = {
  readonly journal: Journal;
  readonly live: LiveMeeting;
  readonly gallery: Gallery;
  play(count: number): Promise<void>;
};

/** A meeting whose facts have happened elsewhere and arrive here in handfuls. */
async function stage(plan: MeetingPlan, facts: readonly Fact[]): Promise<Stage> {
  const id = plan.meeting as MeetingId;
  const journal = memoryJournal();
  const live = await openLiveMeeting({
    id,
    journal,
    heart: { decide, evolve, unplanned },
    onTrouble: (error) => expect.unreachable(String(error)),
  });
  const gallery = new Gallery(live);
  let prev = genesisHash(id);
  const chained = facts.map((fact, index): JournalFact => {
    const hash = factHash(prev, fact);
    const kept = { ...fact, command: `c-${index}`, part: 0, prev, hash };
    prev = hash;
    return kept;
  });
  let played = 0;
  const play = async (count: number): Promise<void> => {
    await journal.append(id, chained.slice(played, played + count));
    played = Math.min(chained.length, played + count);
    const arrived = new Promise<void>((resolve) => live.follow(() => resolve()));
    live.catchUp(played);
    await arrived;
  };
  return { journal, live, gallery, play };
}

function personsOf(plan: MeetingPlan): readonly (PersonId | null)[] {
  return [null, ...plan.people.map((person) => person.id)];
}
const withoutSeq = (meeting: Meeting | Unplanned): object => ({ ...meeting, seq: 0 });

const evenings = [
  { name: 'a council', plan: withSecrets(councilPlan()), seed: 11 },
  { name: 'a board', plan: withSecrets(boardPlan()), seed: 23 },
];

describe.each(evenings)('those who watch $name', ({ plan, seed }) => {
  const facts = evening(plan, seed, 400);

  it('have by snapshot and facts what they would be given anew', async () => {
    const { gallery, play, live } = await stage(plan, facts);
    await play(1);
    const pages = personsOf(plan).map((person) => new Page(person));
    for (const page of pages) gallery.join(page);
    for (let n = 1; n < facts.length; n += 7) await play(7);
    const whole = live.now();
    if (whole.plan === undefined) return expect.unreachable();
    for (const page of pages) {
      const anew = new Page(page.person);
      gallery.join(anew);
      expect(withoutSeq(page.meeting), `${page.person}`).toEqual(withoutSeq(anew.meeting));
      const folded =
        page.person === null
          ? foldFor(facts, PUBLIC_AUDIENCE)
          : foldForPerson(facts, audienceOf(whole, page.person), page.person);
      expect(withoutSeq(anew.meeting)).toEqual(JSON.parse(JSON.stringify(withoutSeq(folded))));
    }
  });

  it('get only what they missed when they come back with the same eyes', async () => {
    const { gallery, play } = await stage(plan, facts);
    await play(Math.floor(facts.length / 2));
    const away = personsOf(plan).map((person) => new Page(person));
    for (const page of away) {
      gallery.join(page);
      gallery.leave(page);
    }
    await play(facts.length);
    for (const page of away) {
      const anew = new Page(page.person);
      gallery.join(anew);
      gallery.join(page, { after: page.seq, audienceKey: page.audienceKey });
      expect(withoutSeq(page.meeting)).toEqual(withoutSeq(anew.meeting));
    }
    expect(away.filter((page) => page.state === 'resume').length).toBeGreaterThan(away.length / 2);
  });

  it('are sent no byte of what they may not see', async () => {
    const { gallery, play } = await stage(plan, facts);
    await play(1);
    const pages = personsOf(plan).map((person) => new Page(person));
    for (const page of pages) gallery.join(page);
    await play(facts.length);
    const officers = plan.duties
      .filter(({ duty }) => /chair|secretary|assistant/i.test(duty))
      .map(({ person }) => person);
    for (const page of pages) {
      if (page.person !== null && officers.includes(page.person)) continue;
      expect(page.text()).not.toContain('NOTE<words>');
      const phones = page.text().match(/PHONE<number>[^"]*/g) ?? [];
      for (const phone of phones) expect(phone).toBe(`PHONE<number>${page.person}`);
    }
  });

  it('share the same bytes, whoever they are, unless a fact is their own', async () => {
    const { gallery, play } = await stage(plan, facts.slice(0, 60));
    await play(1);
    const pages = Array.from({ length: 3 }, () => new Page(null));
    for (const page of pages) gallery.join(page);
    for (let n = 1; n < 60; n += 1) await play(1);
    const [first, ...others] = pages.map((page) => page.received.slice(1));
    for (const other of others) other.forEach((bytes, index) => expect(bytes).toBe(first?.[index]));
  });
});

describe('a connection that does not keep up', () => {
  it('is let go with the reason, and the others notice nothing', async () => {
    const plan = councilPlan();
    const { gallery, play } = await stage(plan, evening(plan, 5, 100));
    await play(1);
    const [slow, quick] = [new Page(null), new Page(null)];
    gallery.join(slow);
    gallery.join(quick);
    slow.backlog = 100 * 1024 * 1024;
    await play(20);
    expect(slow.dropped).toBe('tooSlow');
    expect(quick.dropped).toBeUndefined();
    expect(quick.seq).toBeGreaterThan(slow.seq);
    expect(gallery.size).toBe(1);
  });
});

it('a page that is open while the plan is changed keeps what is its person’s own, and gets nobody else’s', async () => {
  const plan = withSecrets(boardPlan());
  const by = plan.duties.find(({ duty }) => duty === 'secretary')?.person;
  const person = plan.seats.at(-1)?.holder;
  const phoneOf = (id: PersonId | undefined) => plan.people.find((one) => one.id === id)?.phone;
  if (by === undefined || person === undefined || phoneOf(person) === undefined) return expect.unreachable();
  const changed = given(plan).after({ type: 'changePlan', plan: { ...plan, place: 'Eken' }, by }, 'system');
  const { gallery, play } = await stage(plan, changed.facts);
  await play(1);
  const [page, street] = [new Page(person), new Page(null)];
  for (const one of [page, street]) gallery.join(one);
  await play(1);
  expect(page.meeting.plan?.place).toBe('Eken');
  const phones = page.meeting.plan?.people.flatMap(({ id, phone }) => (phone === undefined ? [] : [id]));
  expect(phones).toEqual([person]);
  expect(street.text()).not.toContain(phoneOf(person));
});

it('shows the meeting anew to one whose login has become too weak, and whole when it is enough again', async () => {
  const SECRET = 'Markköp-hemligt-7391';
  const base = councilPlan();
  const closed = base.items.find(({ doors }) => doors === 'closed')!;
  const documents = [{ id: 'd-closed' as DocumentId, title: SECRET }];
  const plan = { ...base, items: base.items.map((one) => (one.id === closed.id ? { ...one, documents } : one)) };
  const { gallery, play } = await stage(plan, [
    { seq: 1, at: 0, actor: 'system', event: { type: 'MeetingPlanned', plan } },
  ]);
  await play(1);
  let kept: readonly ItemId[] = [];
  const page = Object.assign(new Page(plan.seats[0]?.holder ?? null), {
    eyesOn: () => ({ kind: 'participants', barredFrom: kept }) as const,
  });
  gallery.join(page);
  expect(page.text()).toContain(SECRET);
  const seen = page.text().length;
  gallery.lookAgain(page);
  expect(page.text()).toHaveLength(seen);
  kept = [closed.id];
  gallery.lookAgain(page);
  expect(page.text().slice(seen)).toContain('audienceChanged');
  expect(page.text().slice(seen)).not.toContain(SECRET);
  kept = [];
  gallery.lookAgain(page);
  expect(page.text().slice(seen)).toContain(SECRET);
});
