import { describe, expect, it } from 'vitest';
import { unplanned } from '../meeting.ts';
import { boardPlan, inSession } from '../testing/index.ts';
import { PUBLIC_AUDIENCE } from './audience.ts';
import { emptyView, foldFor, foldForPerson, see } from './fold.ts';

describe('how far an audience has come', () => {
  const { facts } = inSession(boardPlan());
  const member = boardPlan().seats[0]!.holder!;

  it('is as far as the journal, also past facts that it was not shown', () => {
    const hidden = facts.slice(0, facts.findLastIndex(({ event }) => event.type === 'SeatTaken') + 1);
    for (const part of [facts, hidden]) {
      expect(foldFor(part, PUBLIC_AUDIENCE).seq).toBe(part.at(-1)?.seq);
      expect(foldForPerson(part, PUBLIC_AUDIENCE, member).seq).toBe(part.at(-1)?.seq);
    }
  });

  it('is nowhere before the meeting is planned', () => {
    const opened = { seq: 5, at: 1, actor: 'system' as const, event: { type: 'CheckInOpened' as const } };
    expect(see(emptyView, opened, PUBLIC_AUDIENCE)).toEqual({ whole: unplanned, shown: unplanned });
  });
});
