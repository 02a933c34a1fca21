import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyRegister, evolveRegister } from '../evolve.ts';
import { planOf } from '../standing.ts';
import { addPerson, board, council, giveSeat, town } from '../testing/town.ts';
import type { Register } from '../types.ts';
import { csvText, parseCsv } from './csv.ts';
import { exportCsv } from './export.ts';
import { type Imported, importRows } from './import.ts';
import { readRows } from './rows.ts';

let made = 0;
function read(register: Register, csv: string, lines?: ReadonlySet<number>): Imported {
  const rows = readRows(parseCsv(csv));
  if (!rows.ok) throw new Error(rows.refusal.rule);
  return importRows(register, rows.value, () => `n${(made += 1)}`, lines);
}
const after = (register: Register, { events }: Imported): Register =>
  evolveRegister(
    register,
    events.map((event, index) => ({ seq: register.seq + 1 + index, at: 0, actor: 'system', event })),
  );
const problems = (of: Imported) => of.rows.map((row) => row.problem?.rule ?? row.state);
const HEAD = 'organ;roll;plats;förnamn;efternamn;e-post;parti;från;till\n';

describe('a table', () => {
  it('has semicolons, commas or tabs, quoted cells with line breaks in them, and perhaps a mark that it is UTF-8', () => {
    expect(parseCsv('\uFEFFa;b\r\n"x;""y""\nz";å\r\n')).toEqual([
      ['a', 'b'],
      ['x;"y"\nz', 'å'],
    ]);
    expect(parseCsv('a,b\n1,"2,3"')).toEqual([
      ['a', 'b'],
      ['1', '2,3'],
    ]);
    expect(parseCsv('a\tb\n1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('is written so that no cell is a formula, and read back as it was', () => {
    const cells = [['=1+1', '-5', 'å;"ä"', 'a\nb']];
    expect(csvText(cells)).toContain("'=1+1");
    expect(parseCsv(csvText(cells))).toEqual(cells);
  });

  it('REG-FILE-COLUMNS, REG-FILE-EMPTY: needs its headings and a row', () => {
    expect(readRows(parseCsv('organ;roll\nKF;ledamot'))).toMatchObject({
      ok: false,
      refusal: { rule: 'REG-FILE-COLUMNS', detail: { columns: 'förnamn, efternamn, från' } },
    });
    expect(readRows(parseCsv(HEAD))).toMatchObject({ ok: false, refusal: { rule: 'REG-FILE-EMPTY' } });
  });
});

describe('rows', () => {
  it('make what is missing: party, body, person and seat, each told', () => {
    const outcome = read(
      town.register,
      `${HEAD}Miljönämnden;ledamot;;Åsa;Ängström;;Lokalpartiet;2022-10-15;2026-10-14\n`,
    );
    expect(outcome.rows[0]).toMatchObject({ state: 'new', name: 'Åsa Ängström' });
    expect(outcome.rows[0]?.changes.map((one) => one.what)).toEqual(['party', 'body', 'person', 'seat']);
    expect(after(town.register, outcome).bodies.get('b-miljonamnden' as never)?.shapes[0]?.parent).toBe(council);
  });

  it('REG-ROW-DATE, REG-ROW-ROLE, REG-ROW-NUMBER, REG-ROW-NAME, REG-ROW-KIND: say what cannot be read', () => {
    const rows = [
      'Socialnämnden;ledamot;1;Ina;Ek;;;2025-13-01;',
      'Socialnämnden;kung;1;Ina;Ek;;;2025-01-01;',
      'Socialnämnden;ledamot;första;Ina;Ek;;;2025-01-01;',
      'Socialnämnden;ledamot;1;;;;;2025-01-01;',
      'Gänget;ledamot;1;Ina;Ek;;;2025-01-01;',
    ];
    expect(problems(read(town.register, HEAD + rows.join('\n')))).toEqual([
      'REG-ROW-DATE',
      'REG-ROW-ROLE',
      'REG-ROW-NUMBER',
      'REG-ROW-NAME',
      'REG-ROW-KIND',
    ]);
  });

  it('REG-ROW-AMBIGUOUS: namesakes are told apart by address, by party or by their place, or not at all', () => {
    const two = town.after(
      addPerson('Kim', { person: 'k1' as never, contact: {}, party: 'S' as never }),
      addPerson('Kim', { person: 'k2' as never, contact: {}, party: 'C' as never }),
    ).register;
    const row = (party: string, email = '') => `${HEAD}Socialnämnden;ledamot;1;Kim;Ek;${email};${party};2025-01-01;\n`;
    expect(problems(read(two, row('')))).toEqual(['REG-ROW-AMBIGUOUS']);
    expect(planOf(after(two, read(two, row('C'))), board, '2025-01-01')?.seats[0]?.holder).toBe('k2');
    const other = read(town.after(addPerson('Kim')).register, row('', 'other@example.se'));
    expect(other.rows[0]?.changes.map((one) => one.what)).toEqual(['person', 'seat']);
  });

  it('a row that is refused leaves nothing behind, not even its person', () => {
    const seated = town.after(giveSeat(board, 1, 'Anna')).register;
    const outcome = read(seated, `${HEAD}Socialnämnden;ledamot;1;Ny;Person;;Nyparti;2024-01-01;\n`);
    expect(outcome).toMatchObject({ events: [], rows: [{ problem: { rule: 'REG-SEAT-TAKEN' }, changes: [] }] });
  });

  it('a successor’s row is taken when the same file says when the one before ends', () => {
    const seated = town.after(giveSeat(board, 1, 'Anna')).register;
    const outcome = read(
      seated,
      `${HEAD}Socialnämnden;ledamot;1;Bo;Ek;;S;2025-04-01;2026-10-14\nSocialnämnden;ledamot;1;Anna;Ek;;S;2022-10-15;2025-03-31\n`,
    );
    expect(outcome.rows.map((row) => row.state)).toEqual(['new', 'changed']);
    const plan = planOf(after(seated, outcome), board, '2025-04-01');
    expect(plan?.seats[0]?.holder).toBe('p-bo');
  });

  it('nothing is read in that was not chosen, and the same file again is the same', () => {
    const file = `${HEAD}Socialnämnden;ordförande;1;Anna;Ek;;S;2022-10-15;\nSocialnämnden;ersättare;1;Bo;Ek;;S;2022-10-15;\nSocialnämnden;sekreterare;;Cia;Ek;;;2022-10-15;\n`;
    const chosen = after(town.register, read(town.register, file, new Set([2, 4])));
    expect(planOf(chosen, board, '2025-01-01')?.substitutes).toEqual([]);
    expect(problems(read(chosen, file))).toEqual(['same', 'new', 'same']);
    const all = after(chosen, read(chosen, file));
    expect(problems(read(all, file))).toEqual(['same', 'same', 'same']);
  });
});

describe('the export', () => {
  it('reads in again as the same', () => {
    const { register } = town.after(
      giveSeat(board, 1, 'Anna', { constituency: 'Norra' }),
      { type: 'giveDuty', body: board, person: 'p-anna' as never, duty: 'chair', from: '2023-01-01' },
      { type: 'endMandate', body: board, seat: 1, person: 'p-anna' as never, to: '2025-01-01', why: 'resigned' },
      giveSeat(board, 1, 'Bo', { from: '2025-02-01' }),
    );
    const again = read(register, exportCsv(register));
    expect(new Set(problems(again))).toEqual(new Set(['same']));
    expect(again.rows.length).toBe(9);
  });

  it('leaves out how one with protected identity is reached', () => {
    const { register } = town.after(addPerson('Zoe', { isProtected: true }));
    expect(exportCsv(register)).not.toContain('zoe@');
    expect(problems(read(register, exportCsv(register)))).not.toContain('changed');
  });
});

describe('a municipality’s whole file: a council, 13 boards and 6 companies', () => {
  const file = readFileSync(new URL('../../../../e2e/data/register-13-namnder-6-bolag.csv', import.meta.url), 'utf8');

  it('is read into an empty register without a fault, and is then the same', () => {
    const first = read(emptyRegister, file);
    expect(first.rows.filter((row) => row.state !== 'new').map((row) => [row.line, row.problem])).toEqual([]);
    const full = after(emptyRegister, first);
    expect(full.bodies.size).toBe(20);
    expect(new Set(problems(read(full, file)))).toEqual(new Set(['same']));
    expect(new Set(problems(read(full, exportCsv(full))))).toEqual(new Set(['same']));
    const council = planOf(full, 'b-kommunfullmaktige' as never, '2027-01-01');
    expect(council?.seats.filter((seat) => seat.holder !== undefined)).toHaveLength(61);
  });
});
