import { describe, expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import {
  boardPlan,
  councilPlan,
  inSession,
  itemId,
  person,
  REMOTE_MEMBERS,
  type Scene,
  withItem,
} from '../testing/index.ts';
import { demands, finds, inDebate, moves, toDecision } from '../testing/procedure.ts';
import type { Meeting } from '../types.ts';
import { audienceKey, audienceOf, PUBLIC_AUDIENCE } from './audience.ts';
import { foldFor } from './fold.ts';
import { show, showTo } from './show.ts';

const akerlund = person('Ruth Åkerlund');
const ahlqvist = person('Karin Ahlqvist');
const council = councilPlan({ remoteGranted: REMOTE_MEMBERS });

function seenBy(scene: Scene, who: PersonId): Meeting {
  const shown = foldFor(scene.facts, audienceOf(scene.meeting, who));
  if (shown.plan === undefined) throw new Error('Nothing is shown.');
  return shown;
}

function moversSeenBy(scene: Scene, who: PersonId): readonly (PersonId | undefined)[] {
  return Object.values(seenBy(scene, who).proposals.byId)
    .filter((p) => p.mover !== undefined)
    .map((p) => p.mover);
}

describe('conflict of interest', () => {
  it('JAV-1 in a council: the one in conflict sees of the item what the public sees', () => {
    const open = inDebate(council, 120).after(
      { type: 'declareConflict', item: itemId(120), person: akerlund, ground: 'Äger marken.' },
      akerlund,
    );
    const [scene] = moves(open, ahlqvist, 'amendment', { text: 'Ett annat förslag.' });
    expect(audienceOf(scene.meeting, akerlund)).toEqual({ kind: 'participants', barredFrom: [itemId(120)] });
    expect(moversSeenBy(scene, akerlund)).toEqual([ahlqvist]);
    expect(JSON.stringify(foldFor(scene.facts, PUBLIC_AUDIENCE))).not.toContain('Äger marken');
  });

  it('JAV-2 in a board: nothing of the item, its documents and its proposals, and everything of the next', () => {
    const open = inDebate(boardPlan(), 86).recorded({ type: 'ConflictDeclared', item: itemId(86), person: akerlund });
    const [scene] = moves(open, person('Helena Ståhl'), 'amendment', { text: 'Ett annat förslag.' });
    expect(moversSeenBy(scene, akerlund)).toEqual([]);
    expect(seenBy(scene, akerlund).agenda.items[itemId(86)]?.tabled).toBeUndefined();
    expect(moversSeenBy(scene, person('Jonas Fridh'))).toEqual([person('Helena Ståhl')]);
  });
});

describe('closed doors', () => {
  it('SEC-1 open, closed and secret items: who sees the title, the inside and the vote', () => {
    const text = (number: number, audience: Parameters<typeof foldFor>[1]) => {
      const [scene] = moves(inDebate(boardPlan(), number), person('Helena Ståhl'), 'amendment', {
        text: 'Innehållet.',
      });
      return JSON.stringify(foldFor(scene.facts, audience));
    };
    const member = audienceOf(inDebate(boardPlan(), 89).meeting, person('Jonas Fridh'));
    const technician = boardPlan().duties.find((one) => one.duty === 'technician')?.person;
    for (const number of [86, 89]) {
      expect(text(number, member)).toContain('Innehållet');
      expect(text(number, PUBLIC_AUDIENCE)).not.toContain('Innehållet');
      if (technician !== undefined)
        expect(text(number, audienceOf(inDebate(boardPlan(), number).meeting, technician))).not.toContain('Innehållet');
    }
    const [open] = moves(inDebate(council, 120), ahlqvist, 'amendment', { text: 'Innehållet.' });
    expect(JSON.stringify(foldFor(open.facts, PUBLIC_AUDIENCE))).toContain('Innehållet');
  });

  it('OFF-1 a council deliberates unseen by the public and by officials, and decides in the open', () => {
    const closed = withItem(inSession(council), 123).after({ type: 'closeDoors' }).after({ type: 'beginDebate' });
    const [scene] = moves(closed, ahlqvist, 'amendment', { text: 'Hemligt.' });
    expect(JSON.stringify(foldFor(scene.facts, PUBLIC_AUDIENCE))).not.toContain('Hemligt');
    expect(moversSeenBy(scene, person('Jonas Fridh'))).toEqual([ahlqvist]);
    const opened = scene.after({ type: 'openDoors' }).after({ type: 'closeDebate' });
    const question = opened.when({ type: 'proposeOrder' }).events[0];
    expect(question && show(question, PUBLIC_AUDIENCE, opened.meeting)).toEqual(question);
  });

  it('DIST-6 at a distance a closed item is seen only from a declared room', () => {
    const remote = person('Birgitta Nordin');
    const plan = councilPlan({ remoteGranted: REMOTE_MEMBERS, settings: { remoteForSecretItems: 'protected' } });
    const closed = withItem(inSession(plan, { remote: [remote] }), 123).after({ type: 'closeDoors' });
    expect(audienceOf(closed.meeting, remote)).toMatchObject({ barredFrom: [itemId(123)] });
    const declared = closed.after({ type: 'declareRoom', person: remote }, remote);
    expect(audienceOf(declared.meeting, remote)).toMatchObject({ barredFrom: [] });
  });

  it('OFF-2 the public of a board sees its notice and that an item is decided, and no secret title', () => {
    const scene = inSession(boardPlan());
    const shown = foldFor(scene.facts, PUBLIC_AUDIENCE);
    const secret = boardPlan().items.filter((item) => item.doors === 'secret');
    expect(secret.length).toBeGreaterThan(0);
    for (const item of secret) expect(JSON.stringify(shown)).not.toContain(item.title);
    expect(shown.plan && Object.keys(shown.attendance.present)).toEqual([]);
  });
});

describe('one vote', () => {
  const [moved] = moves(inDebate(council, 118), ahlqvist, 'rejection');
  const open = demands(finds(toDecision(moved), 'proposal'), ahlqvist).after({ type: 'openVote', method: 'buttons' });
  const vote = open.meeting.decisions.openVote;
  const cast = vote && open.when({ type: 'castVote', vote, choice: 'no' }, ahlqvist).events[0];

  it('is shown as cast to all and as what it is to the voter alone, until the vote is closed', () => {
    if (cast === undefined || cast.type !== 'VoteCast') throw new Error('No vote was cast.');
    const chair = audienceOf(open.meeting, person('Marie Sandell'));
    const voter = audienceOf(open.meeting, ahlqvist);
    expect(show(cast, chair, open.meeting)).toEqual({ type: 'VoteCast', vote, person: ahlqvist, how: 'button' });
    expect(show(cast, PUBLIC_AUDIENCE, open.meeting)).not.toHaveProperty('choice');
    expect(showTo(cast, voter, ahlqvist, open.meeting)).toHaveProperty('choice', 'no');
    expect(showTo(cast, voter, person('Jonas Fridh'), open.meeting)).not.toHaveProperty('choice');
  });

  it('is not told as cast either, where the body has decided so, but to the presidium', () => {
    if (cast === undefined) throw new Error('No vote was cast.');
    const { body } = open.meeting.plan;
    const hidden = { ...body.settings.whoHasVotedIsShown, value: false };
    const quiet: Meeting = {
      ...open.meeting,
      plan: { ...open.meeting.plan, body: { ...body, settings: { ...body.settings, whoHasVotedIsShown: hidden } } },
    };
    expect(show(cast, audienceOf(quiet, ahlqvist), quiet)).toBeNull();
    expect(show(cast, audienceOf(quiet, person('Åsa Lindvall')), quiet)).toMatchObject({ type: 'VoteCast' });
  });
});

describe('an audience', () => {
  it('has the same key when it has the same bytes', () => {
    const a = audienceKey({ kind: 'participants', barredFrom: [itemId(2), itemId(1)] });
    expect(a).toBe(audienceKey({ kind: 'participants', barredFrom: [itemId(1), itemId(2)] }));
    expect(a).not.toBe(audienceKey({ kind: 'presidium', barredFrom: [itemId(1), itemId(2)] }));
  });

  it('of technicians knows links and no proposal', () => {
    const [scene] = moves(inDebate(council, 118), ahlqvist, 'amendment', { text: 'Ett annat förslag.' });
    const technician = council.duties.find((d) => d.duty === 'technician')?.person;
    if (technician === undefined) throw new Error('The plan has no technician.');
    expect(moversSeenBy(scene, technician)).toEqual([]);
  });
});
