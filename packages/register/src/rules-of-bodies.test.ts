import { describe, expect, it } from 'vitest';
import { settingsOn } from './standing.ts';
import { board, committee, council, drafting, remote, town } from './testing/town.ts';

const allowed = (of: typeof town, body: typeof board, day: string) => settingsOn(of.register, body, day)?.remoteAllowed;

describe('taking part at a distance (scenario 13)', () => {
  it('is off for every body that has registered nothing', () => {
    for (const body of [council, board, committee, drafting])
      expect(allowed(town, body, '2026-01-01')).toEqual({ value: false, source: { kind: 'statuteDefault' } });
  });

  it('GOV-02: a council decides for itself', () => {
    expect(town.after(remote(council, board)).refusal?.rule).toBe('GOV-02');
    expect(allowed(town.after(remote(council, council)), council, '2023-05-01')).toEqual({
      value: true,
      source: {
        kind: 'decision',
        decision: { body: 'Kommunfullmäktige', date: '2023-04-24', section: '47' },
        clause: '31 §',
      },
      from: '2023-05-01',
    });
  });

  it('GOV-03: a board cannot give itself the right; its council’s decision gives it', () => {
    expect(town.after(remote(board, board)).refusal).toEqual({
      rule: 'GOV-03',
      detail: { body: 'Socialnämnden', by: 'Kommunfullmäktige' },
    });
    expect(town.after(remote(board, council)).refusal).toBeUndefined();
  });

  it('GOV-04: a committee follows its board, which must have the right first', () => {
    expect(town.after(remote(committee, board)).refusal?.rule).toBe('GOV-04');
    const on = town.after(remote(board, council), remote(committee, board, { from: '2023-06-01' }));
    expect(on.refusal).toBeUndefined();
    expect(on.after(remote(committee, committee)).refusal?.rule).toBe('GOV-04');
    const withdrawn = on.after(remote(board, council, { value: false, from: '2024-01-01' }));
    expect(allowed(withdrawn, committee, '2023-12-31')?.value).toBe(true);
    expect(allowed(withdrawn, committee, '2024-01-01')?.value).toBe(false);
  });

  it('GOV-05: where the law is silent somebody must choose, and say why', () => {
    expect(town.after(remote(drafting, council)).refusal?.rule).toBe('GOV-05');
    const chosen = town.after(remote(drafting, council, { note: 'Beredningen fattar inga beslut.' }));
    expect(allowed(chosen, drafting, '2023-05-01')?.value).toBe(true);
  });

  it('GOV-27: a decided no is kept like a yes, with its decision', () => {
    const no = town.after(remote(board, board, { value: false }));
    expect(allowed(no, board, '2023-05-01')).toMatchObject({ value: false, source: { kind: 'decision' } });
  });

  it('GOV-28: a meeting of an earlier day keeps the rules of its day; what has run out no longer holds', () => {
    const trial = town.after(remote(council, council, { to: '2024-12-31' }));
    expect(allowed(trial, council, '2023-04-30')?.value).toBe(false);
    expect(allowed(trial, council, '2024-12-31')?.value).toBe(true);
    expect(allowed(trial, council, '2025-01-01')?.value).toBe(false);
  });

  it('REG-DECISION-LATER: no rule holds before its decision', () => {
    expect(town.after(remote(council, council, { from: '2023-04-01' })).refusal?.rule).toBe('REG-DECISION-LATER');
  });
});

describe('what the law puts beyond a council’s choice', () => {
  const inRoom = (value: readonly string[], from: string) =>
    remote(council, council, { rule: 'mustBeInRoom', value: value as never, from });

  it('REG-PRESIDIUM-ROOM: from 2026-07-01 the whole presidium is in the room, whatever was decided before', () => {
    expect(town.after(inRoom(['chair'], '2026-07-01')).refusal?.rule).toBe('REG-PRESIDIUM-ROOM');
    const earlier = town.after(
      remote(council, council, { rule: 'mustBeInRoom', value: ['chair', 'secretary'] as never, to: '2026-06-30' }),
    );
    expect(settingsOn(earlier.register, council, '2026-06-30')?.mustBeInRoom.value).toEqual(['chair', 'secretary']);
    expect(settingsOn(earlier.register, council, '2026-07-01')?.mustBeInRoom.value).toEqual([
      'chair',
      'viceChair',
      'secondViceChair',
    ]);
  });

  it('REG-COUNCIL-DOORS: a council meets in public', () => {
    expect(town.after(remote(council, council, { rule: 'doors', value: 'closed' })).refusal?.rule).toBe(
      'REG-COUNCIL-DOORS',
    );
  });

  it('GOV-23: wordings from another municipality change nothing until decided here', () => {
    const rules = [{ kind: 'council', rule: 'remoteAllowed', value: true, wording: '31 § …' }] as const;
    const taken = town.after({
      type: 'keepTemplate',
      template: { id: 't', name: 'Distans', from: 'Grannkommun', rules },
    });
    expect(taken.register.templates.size).toBe(1);
    expect(allowed(taken, council, '2026-01-01')?.value).toBe(false);
  });
});
