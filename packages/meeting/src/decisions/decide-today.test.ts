import { describe, expect, it } from 'vitest';
import { finds, gavel, hallOf, inDebate, member, moves, toDecision } from '../testing/procedure.ts';
import { item, scriptOf } from '../testing/index.ts';

/** Raised by somebody, with nothing tabled by those who prepared it. */
function withoutProposal() {
  const { tabled: _, ...rest } = item(1, 'Väckt ärende');
  return rest;
}

/** One item in which nobody has proposed anything, and one member who wants to wait. */
function onlyWaiting(kind: 'tabling' | 'referralBack') {
  const plan = hallOf({ S: 9 }, { items: [withoutProposal()] });
  const [scene] = moves(inDebate(plan, 1), member('S', 3), kind, { text: kind === 'tabling' ? '' : 'Utred mer.' });
  return gavel(finds(toDecision(scene), 'decideToday'));
}

describe('a matter is decided only by a decision in the matter', () => {
  it.each(['tabling', 'referralBack'] as const)(
    'voted down, %s leaves an item in which nothing has been moved as it was: the debate goes on',
    (kind) => {
      const today = onlyWaiting(kind);
      expect(today.meeting.agenda.items[today.meeting.agenda.current!]).toMatchObject({ stage: 'deciding' });
      today.when({ type: 'closeItem' }).refuses('MTG-UNDECIDED', { number: 1 });
      expect(scriptOf(today)).toMatchObject({ next: 'reopenDebate ⇒ reopenDebate reason –; asks reason' });
      const again = today.after({ type: 'reopenDebate', reason: 'Förslag saknas.' });
      const [moved] = moves(again, member('S', 4), 'approval');
      gavel(finds(toDecision(moved), 'proposal'));
    },
  );
});
