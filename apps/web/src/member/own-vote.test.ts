import type { PersonId, Vote } from '@klubba/meeting';
import { describe, expect, it } from 'vitest';
import { ownVoteState } from './own-vote.ts';

const ME = 'me' as PersonId;
const OPEN = { state: 'open', method: 'buttons', cast: {}, electors: [] } as unknown as Vote;
const QUIET = { sending: false, pressed: undefined, outcome: undefined };
const cast = (choice: 'yes' | 'no'): Vote => ({ ...OPEN, cast: { [ME]: { choice, how: 'button', at: 7 } } });

describe('the own vote', () => {
  it('is told from the meeting, so a reload shows the same', () => {
    expect(ownVoteState(cast('yes'), ME, QUIET)).toEqual({ is: 'cast', choice: 'yes', at: 7 });
  });

  it('is being saved until the meeting has it, also when it is changed', () => {
    expect(ownVoteState(OPEN, ME, { ...QUIET, sending: true, pressed: 'no' })).toEqual({ is: 'sending', choice: 'no' });
    expect(ownVoteState(cast('yes'), ME, { ...QUIET, sending: true, pressed: 'no' })).toEqual({
      is: 'sending',
      choice: 'no',
    });
  });

  it('is not saved when the answer never came or was no, and says so on the button pressed', () => {
    const lost = { kind: 'lost', why: 'sessionEnded' } as const;
    expect(ownVoteState(OPEN, ME, { ...QUIET, pressed: 'no', outcome: lost })).toEqual({
      is: 'notSaved',
      choice: 'no',
    });
  });

  it('stands still while somebody is lost, and says whether it is oneself', () => {
    const frozen = { ...OPEN, state: 'frozen', frozenBy: ['other' as PersonId] } as Vote;
    expect(ownVoteState(frozen, ME, QUIET)).toEqual({ is: 'stopped', why: 'stopped' });
    expect(ownVoteState({ ...frozen, frozenBy: [ME] }, ME, QUIET)).toEqual({ is: 'stopped', why: 'stopped.own' });
  });

  it('waits for the own name in a vote by roll call', () => {
    const rollCall: Vote = { ...OPEN, method: 'rollCall' };
    expect(ownVoteState(rollCall, ME, QUIET)).toEqual({ is: 'stopped', why: 'waitTurn' });
    expect(ownVoteState({ ...rollCall, called: ME }, ME, QUIET)).toEqual({ is: 'open' });
  });
});
