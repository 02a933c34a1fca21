import { foldFor, type Meeting, PUBLIC_AUDIENCE } from '@klubba/meeting';
import {
  boardPlan,
  councilPlan,
  counted,
  demands,
  evening,
  finds,
  GOTEBORG,
  hallOf,
  inDebate,
  member,
  moves,
  type Scene,
  toDecision,
  withSecrets,
} from '@klubba/meeting/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingPage } from './meeting-page.ts';
import type { Reader } from './reader.ts';

const READER: Reader = { language: 'sv', now: Date.UTC(2025, 10, 13, 19, 0), freshness: { is: 'page' } };
const EVENINGS = 6;

function publicly(facts: Scene['facts']): Meeting {
  const meeting = foldFor(facts, PUBLIC_AUDIENCE);
  if (meeting.plan === undefined) throw new Error('Nothing was planned.');
  return meeting;
}

const pageOf = (scene: Scene, reader = READER): string => meetingPage(publicly(scene.facts), reader).html;

/** What a reader meets: no marks, one space between words. */
const words = (page: string): string => page.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

describe('the public page of a meeting', () => {
  it('follows the item, the speaker, the list and the proposals word for word', () => {
    const debate = inDebate(councilPlan(), 118);
    const [first, second] = debate.meeting.plan.seats.slice(4, 6).flatMap((seat) => seat.holder ?? []);
    if (first === undefined || second === undefined) throw new Error('The council has seats.');
    const asked = debate
      .after({ type: 'requestFloor', person: first, kind: 'speech' }, first)
      .after({ type: 'requestFloor', person: second, kind: 'speech' }, second);
    const request = asked.meeting.floor.queue[0]?.id;
    if (request === undefined) throw new Error('Two wait.');
    const [scene] = moves(asked.after({ type: 'giveFloor', request }), first, 'amendment', {
      text: 'Ramen är 198 <mnkr>.',
    });
    const page = words(pageOf(scene));
    expect(page).toContain('§ 118 · Överläggning');
    expect(page).toMatch(/ talar .*Talarlista, § 118 1 väntar/u);
    expect(page).toContain('Ramen är 198 &lt;mnkr&gt;.');
  });

  it('BES-3 tells nothing of how a vote goes before it is closed, and then every one of 81 names', () => {
    const [moved] = moves(inDebate(hallOf(GOTEBORG), 118), member('M'), 'amendment', {
      text: 'Ett annat förslag.',
    });
    const votes = {
      S: 'yes',
      V: 'yes',
      MP: 'yes',
      M: 'no',
      D: 'no',
      L: 'no',
      KD: 'no',
      SD: 'abstain',
      C: 'abstain',
    } as const;
    const put = toDecision(moved);
    const found = finds(put, 'proposal');
    const closed = counted(demands(found, member('M')), votes);
    const cut = closed.facts.findIndex(({ event }) => event.type === 'VoteClosed');
    const open = meetingPage(publicly(closed.facts.slice(0, cut)), READER).html;
    expect(words(open)).toContain('har röstat');
    expect(open).not.toContain('pub-ballots');
    const page = pageOf(closed);
    const named = closed.meeting.plan.seats.filter(({ holder }) =>
      page.includes(`<li>${name(closed.meeting, holder)} (`),
    );
    expect(named.length).toBe(81);
  });

  it('OFF-1 shows neither list, proposals nor documents of the item while the doors are closed', () => {
    const debate = inDebate(councilPlan(), 118);
    const mover = debate.meeting.plan.seats[4]?.holder;
    if (mover === undefined) throw new Error('The seat is held.');
    const [scene] = moves(debate, mover, 'amendment', { text: 'Ramen är 198 mnkr.' });
    const page = pageOf(scene.happened({ type: 'DoorsClosed', item: scene.meeting.agenda.current ?? ('' as never) }));
    expect(words(page)).toContain('Stängda dörrar');
    expect(page).not.toContain('198 mnkr');
    expect(words(page)).not.toContain('Talarlista, §');
  });

  it('is for a board that meets behind closed doors only the notice: nobody is named', () => {
    const plan = withSecrets(boardPlan());
    for (const seed of [1, 2, 3]) {
      const page = meetingPage(publicly(evening(plan, seed, 400)), READER).html;
      expect(plan.people.filter(({ givenName, familyName }) => page.includes(`${givenName} ${familyName}`))).toEqual(
        [],
      );
    }
  });

  it('never shows a gap, whatever an evening brings, in either language', () => {
    const plan = fc.constantFrom(withSecrets(councilPlan()), withSecrets(boardPlan()));
    fc.assert(
      fc.property(plan, fc.nat(), (planned, seed) => {
        const facts = evening(planned, seed, 500);
        for (let at = 1; at <= facts.length; at += 23)
          for (const language of ['sv', 'en'] as const) {
            const page = words(meetingPage(publicly(facts.slice(0, at)), { ...READER, language }).html);
            expect(page).not.toMatch(/undefined|NaN|\[object|\{\w+[,}]|(?:public|label|alternative)\.\w/u);
          }
      }),
      { numRuns: EVENINGS },
    );
  });
});

function name(meeting: Meeting, person: string | undefined): string {
  const known = meeting.plan.people.find(({ id }) => id === person);
  return `${known?.givenName} ${known?.familyName}`;
}
