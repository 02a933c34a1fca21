import type { LocalDate, Result } from '@klubba/meeting';
import type { TemplateLine } from '@klubba/protocol';
import { templateRule, templateTitle } from '@klubba/protocol';
import { type Register, templateChange, templateHindrance, templateId, type TemplateRule } from '@klubba/register';

/** Three templates of every kind with every setting have fewer. */
const LINES_MAX = 1_000;

type Problem = NonNullable<TemplateLine['problem']>;

/**
 * What a file of templates holds, rule by rule, against what is here: what is new, what differs, and what cannot be used and why.
 * `REG-TEMPLATE-FILE`: it is no such file at all.
 */
export function readTemplates(
  file: unknown,
  register: Register,
  day: LocalDate,
): Result<readonly TemplateLine[], 'REG-TEMPLATE-FILE'> {
  const templates = listIn(file, 'templates');
  if (templates === undefined || fieldOf(file, 'klubbaTemplates') !== 1) return refusedFile;
  const lines: TemplateLine[] = [];
  for (const one of templates) {
    const title = templateTitle.safeParse({ name: fieldOf(one, 'name'), from: fieldOf(one, 'from') });
    const rules = listIn(one, 'rules');
    if (!title.success || rules === undefined || lines.length + rules.length > LINES_MAX) return refusedFile;
    const { name, from } = title.data;
    for (const rule of rules)
      lines.push({
        line: lines.length + 1,
        template: name,
        from,
        ...lineOf(rule, register, templateId(title.data), day),
      });
  }
  return { ok: true, value: lines };
}

const refusedFile = { ok: false, refusal: 'REG-TEMPLATE-FILE' } as const;

function lineOf(
  one: unknown,
  register: Register,
  id: string,
  day: LocalDate,
): Pick<TemplateLine, 'state' | 'rule' | 'problem'> {
  const read = templateRule.safeParse(one);
  if (!read.success) return { state: 'error', problem: problemOf(one) };
  const rule: TemplateRule = read.data;
  if (rule.wording.trim() === '') return { state: 'error', rule, problem: { rule: 'REG-TEMPLATE-WORDING' } };
  const hindrance = templateHindrance(rule, day);
  if (hindrance !== undefined) {
    const { rule: why, detail } = hindrance;
    return { state: 'error', rule, problem: { rule: why, ...(detail === undefined ? {} : { detail }) } };
  }
  return { state: templateChange(register, id, rule), rule };
}

const SHOWN_MAX = 60;

/** The first thing that is wrong with it, with what stands there. */
function problemOf(one: unknown): Problem {
  for (const field of ['kind', 'rule'] as const)
    if (!templateRule.shape[field].safeParse(fieldOf(one, field)).success)
      return {
        rule: field === 'kind' ? 'REG-TEMPLATE-KIND' : 'REG-TEMPLATE-RULE',
        detail: { value: shown(fieldOf(one, field)) },
      };
  if (!templateRule.shape.wording.safeParse(fieldOf(one, 'wording')).success) return { rule: 'REG-TEMPLATE-WORDING' };
  return { rule: 'REG-TEMPLATE-VALUE', detail: { value: shown(fieldOf(one, 'value')) } };
}

function shown(value: unknown): string {
  const whole = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return whole === '' ? '–' : whole.slice(0, SHOWN_MAX);
}

function fieldOf(one: unknown, name: string): unknown {
  return typeof one === 'object' && one !== null && Object.hasOwn(one, name)
    ? (one as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function listIn(one: unknown, name: string): readonly unknown[] | undefined {
  const list = fieldOf(one, name);
  return Array.isArray(list) ? (list as readonly unknown[]) : undefined;
}
