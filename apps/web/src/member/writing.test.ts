import type { PersonId, Proposal, ProposalId } from '@klubba/meeting';
import { item } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, forgetDraft, keepDraft, readDraft } from './draft.ts';
import { commandOf, faultOf, kindsFor, sensitiveWord } from './writing.ts';

const ME = 'sofia' as PersonId;
const one = { id: 'p1' as ProposalId } as Proposal;
const two = { id: 'p2' as ProposalId } as Proposal;

describe('a proposal being written', () => {
  it('offers nominations in an election and the rest in a matter', () => {
    expect(kindsFor(item(114, 'Val av justerare', 'adjusters') as never)).toContain('nomination');
    expect(kindsFor(item(118, 'Budget') as never)).not.toContain('nomination');
  });

  it('must be written when it changes something (MOT-01)', () => {
    expect(faultOf({ ...EMPTY_DRAFT, kind: 'amendment', text: '  ' }, [one])).toBe('text');
    expect(faultOf({ ...EMPTY_DRAFT, kind: 'referralBack' }, [one])).toBe('reason');
    expect(faultOf({ ...EMPTY_DRAFT, kind: 'rejection' }, [one])).toBeUndefined();
  });

  it('asks what is approved only when there is a choice', () => {
    expect(faultOf({ ...EMPTY_DRAFT, kind: 'approval' }, [one])).toBeUndefined();
    expect(faultOf({ ...EMPTY_DRAFT, kind: 'approval' }, [one, two])).toBe('of');
    expect(commandOf({ ...EMPTY_DRAFT, kind: 'approval' }, ME, [one])).toMatchObject({ of: 'p1' });
  });

  it('sends nothing that its kind does not ask for, whatever was written before the kind was changed', () => {
    const draft = { ...EMPTY_DRAFT, kind: 'tabling', text: 'gammalt', reason: 'gammalt', clause: 2 } as const;
    expect(commandOf(draft, ME, [one])).toEqual({
      type: 'moveProposal',
      person: ME,
      kind: 'tabling',
      text: '',
      instance: 1,
    });
  });

  it('stays on the device over a reload, and goes when it is handed in', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    const [meeting, matter] = ['kf' as never, 'item-118' as never];
    keepDraft(storage, meeting, matter, { ...EMPTY_DRAFT, text: '226 mnkr' });
    expect(readDraft(storage, meeting, matter)?.text).toBe('226 mnkr');
    expect(readDraft(storage, meeting, 'item-119' as never)).toBeUndefined();
    forgetDraft(storage, meeting, matter);
    expect(readDraft(storage, meeting, matter)).toBeUndefined();
  });
});

describe('what should not be written where all can read it', () => {
  it('knows a personal number, with and without century and hyphen', () => {
    expect(sensitiveWord('enligt 850709-9805 ska')).toBe('850709-9805');
    expect(sensitiveWord('198507099805')).toBe('198507099805');
  });
  it('knows words of health and social affairs, inside other words too', () => {
    expect(sensitiveWord('efter hennes cancerdiagnos')).toBe('cancerdiagnos');
  });
  it('lets figures, years and diary numbers be', () => {
    expect(sensitiveWord('226 mnkr år 2026, KS 2025/0318, 0980-31 92 14')).toBeUndefined();
  });
});
