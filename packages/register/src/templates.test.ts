import { describe, expect, it } from 'vitest';
import { planOf } from './standing.ts';
import { shippedWordings } from './shipped-wordings.ts';
import { templateChange, templateHindrance, templateOf, templateWith } from './templates.ts';
import { addBody, board, committee, council, remote, town } from './testing/town.ts';
import type { RuleTemplate } from './types.ts';

const DAY = '2026-11-26';
const theirs: RuleTemplate = {
  id: 'Grannköping: Fullmäktige',
  name: 'Fullmäktige',
  from: 'Grannköping',
  rules: [
    { kind: 'council', rule: 'remoteAllowed', value: true, wording: 'Ledamöter får delta på distans.' },
    { kind: 'council', rule: 'replySeconds', value: 60, wording: 'En replik är högst en minut.' },
  ],
};

describe('wordings shipped (GOV-24)', () => {
  it('propose nothing that the law would refuse', () => {
    for (const { kinds, rule, value } of shippedWordings)
      for (const kind of kinds)
        expect([kind, rule, value, templateHindrance({ kind, rule, value, wording: '' }, DAY)]).toEqual([
          kind,
          rule,
          value,
          undefined,
        ]);
  });

  it('are named once each', () => {
    expect(new Set(shippedWordings.map((one) => one.id)).size).toBe(shippedWordings.length);
  });
});

describe('wordings from another municipality (GOV-23)', () => {
  it('change no rule, no plan and no chain until they are decided here', () => {
    const before = planOf(town.register, council, DAY);
    const taken = town.after({ type: 'keepTemplate', template: theirs });
    expect(taken.register.templates.get(theirs.id)).toEqual(theirs);
    expect(planOf(taken.register, council, DAY)).toEqual(before);
    expect(taken.after(remote(committee, board, { from: DAY })).refusal?.rule).toBe('GOV-04');
    expect(taken.after(remote(board, board, { from: DAY })).refusal?.rule).toBe('GOV-03');
  });

  it('are withdrawn again; what has been decided by them stays', () => {
    const decided = town.after({ type: 'keepTemplate', template: theirs }, remote(council, council));
    const without = decided.after({ type: 'withdrawTemplate', template: theirs.id });
    expect(without.register.templates.size).toBe(0);
    expect(planOf(without.register, council, DAY)?.body.settings.remoteAllowed.value).toBe(true);
    expect(without.after({ type: 'withdrawTemplate', template: theirs.id }).refusal?.rule).toBe('REG-UNKNOWN');
  });

  it('read in again show what differs, and what was not chosen stays as it was', () => {
    const [allowed, reply] = theirs.rules;
    if (allowed === undefined || reply === undefined) throw new Error('Two rules');
    const { register } = town.after({ type: 'keepTemplate', template: theirs });
    const longer = { ...reply, value: 120 };
    expect(templateChange(register, theirs.id, allowed)).toBe('same');
    expect(templateChange(register, theirs.id, longer)).toBe('changed');
    expect(templateChange(register, theirs.id, { ...reply, kind: 'board' })).toBe('new');
    expect(templateWith(register, { ...theirs, rules: [longer] }).rules).toEqual([allowed, longer]);
  });

  it('REG-COUNCIL-DOORS: one that no council may decide is told at once', () => {
    const closed = { kind: 'council', rule: 'doors', value: 'closed', wording: 'x' } as const;
    expect(templateHindrance(closed, DAY)?.rule).toBe('REG-COUNCIL-DOORS');
    expect(templateHindrance({ ...closed, kind: 'board' }, DAY)).toBeUndefined();
  });
});

describe('a body’s own rules as a template', () => {
  it('are those in force that day, without the decisions behind them', () => {
    const { register } = town.after(
      remote(council, council),
      remote(council, council, { rule: 'replySeconds', value: 60, wording: 'Gammal', to: '2023-12-31' }),
      remote(council, council, { rule: 'replySeconds', value: 90, wording: 'Ny', from: '2024-01-01', guidance: 'SKR' }),
    );
    expect(templateOf(register, council, DAY)).toEqual({
      id: 'Exempelköpings kommun: Kommunfullmäktige',
      name: 'Kommunfullmäktige',
      from: 'Exempelköpings kommun',
      rules: [
        { kind: 'council', rule: 'remoteAllowed', value: true, wording: 'Ledamöter får delta på distans.' },
        { kind: 'council', rule: 'replySeconds', value: 90, wording: 'Ny', guidance: 'SKR' },
      ],
    });
    expect(templateOf(register, 'nobody' as typeof council, DAY)).toBeUndefined();
  });

  it('of a body that has decided nothing are none', () => {
    const { register } = town.after(
      addBody('k2' as typeof council, { name: 'Kulturnämnden', kind: 'board', parent: council }),
    );
    expect(templateOf(register, 'k2' as typeof council, DAY)?.rules).toEqual([]);
  });
});
