import { emptyRegister, evolveRegister, type RuleTemplate } from '@klubba/register';
import { describe, expect, it } from 'vitest';
import { readTemplates } from './read-templates.ts';

const DAY = '2026-11-26';
const rule = { kind: 'council', rule: 'replySeconds', value: 60, wording: 'En replik är högst en minut.' };
const fileOf = (...rules: readonly unknown[]) => ({
  klubbaTemplates: 1,
  templates: [{ id: 'x', name: 'Fullmäktige', from: 'Grannköping', rules }],
});
const linesOf = (file: unknown, register = emptyRegister) => {
  const read = readTemplates(file, register, DAY);
  if (!read.ok) throw new Error(read.refusal);
  return read.value;
};

describe('a file of templates from another municipality', () => {
  it('is told line by line: what can be used, and what cannot and why', () => {
    const lines = linesOf(
      fileOf(
        rule,
        { ...rule, kind: 'senate' },
        { ...rule, rule: 'dressCode', value: 'formal' },
        { ...rule, value: 'soon' },
        { ...rule, wording: '  ' },
        { ...rule, rule: 'doors', value: 'closed' },
        'nonsense',
      ),
    );
    expect(lines.map(({ line, state, problem }) => [line, state, problem?.rule, problem?.detail?.['value']])).toEqual([
      [1, 'new', undefined, undefined],
      [2, 'error', 'REG-TEMPLATE-KIND', 'senate'],
      [3, 'error', 'REG-TEMPLATE-RULE', 'dressCode'],
      [4, 'error', 'REG-TEMPLATE-VALUE', 'soon'],
      [5, 'error', 'REG-TEMPLATE-WORDING', undefined],
      [6, 'error', 'REG-COUNCIL-DOORS', undefined],
      [7, 'error', 'REG-TEMPLATE-KIND', '–'],
    ]);
    expect(lines[0]).toMatchObject({ template: 'Fullmäktige', from: 'Grannköping', rule });
  });

  it('read in again shows the difference', () => {
    const template = { id: 'Grannköping: Fullmäktige', name: 'Fullmäktige', from: 'Grannköping', rules: [rule] };
    const register = evolveRegister(emptyRegister, [
      { seq: 1, at: 0, actor: 'system', event: { type: 'TemplateKept', template: template as RuleTemplate } },
    ]);
    expect(linesOf(fileOf(rule), register)[0]?.state).toBe('same');
    expect(linesOf(fileOf({ ...rule, value: 90 }), register)[0]?.state).toBe('changed');
    const namesake = { ...fileOf(rule), templates: [{ ...template, from: 'Annanköping' }] };
    expect(linesOf(namesake, register)[0]?.state).toBe('new');
  });

  it.each([
    { what: 'no JSON', file: null },
    { what: 'another kind of file', file: { klubbaTemplates: 2, templates: [] } },
    { what: 'no list', file: { klubbaTemplates: 1, templates: 'all' } },
    {
      what: 'a template without its municipality',
      file: { klubbaTemplates: 1, templates: [{ name: 'x', rules: [] }] },
    },
    { what: 'more than anybody decides', file: fileOf(...Array.from({ length: 1_001 }, () => rule)) },
  ])('REG-TEMPLATE-FILE: $what is refused whole', ({ file }) => {
    expect(readTemplates(file, emptyRegister, DAY)).toEqual({ ok: false, refusal: 'REG-TEMPLATE-FILE' });
  });
});
