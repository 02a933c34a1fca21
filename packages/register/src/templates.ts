import type { BodyId, LocalDate } from '@klubba/meeting';
import { valueHindrance } from './decide-rule.ts';
import type { RegisterRefusal } from './rules.ts';
import { ruleOn, shapeOn } from './standing.ts';
import type { Register, RuleName, RuleTemplate } from './types.ts';

export type TemplateRule = RuleTemplate['rules'][number];

/** A body's own rules of a day as another municipality can read them: wordings and values, and none of the decisions behind them. */
export function templateOf(register: Register, id: BodyId, day: LocalDate): RuleTemplate | undefined {
  const body = register.bodies.get(id);
  const shape = shapeOn(body, day);
  if (body === undefined || shape === undefined) return undefined;
  const names = [...new Set(body.rules.map((one) => one.rule))].toSorted();
  const inForce = names.flatMap((name: RuleName) => ruleOn(body, name, day) ?? []);
  return {
    id: templateId({ from: register.municipality, name: shape.name }),
    name: shape.name,
    from: register.municipality,
    rules: inForce.map(({ rule, value, wording, guidance }) => ({
      kind: shape.kind,
      rule,
      value,
      wording,
      ...(guidance === undefined ? {} : { guidance }),
    })),
  };
}

/** Two municipalities may call theirs the same: what a template is, is whose it is and what it is called. */
export function templateId({ from, name }: Pick<RuleTemplate, 'from' | 'name'>): string {
  return `${from}: ${name}`;
}

/** Why a rule of a template could hold in no body of its kind, whoever decided it. */
export function templateHindrance({ kind, rule, value }: TemplateRule, day: LocalDate): RegisterRefusal | undefined {
  return valueHindrance(kind, { rule, value, from: day });
}

/** What taking it over would do to a template that is here already. */
export function templateChange(register: Register, id: string, rule: TemplateRule): 'new' | 'changed' | 'same' {
  const known = register.templates.get(id)?.rules.find((one) => isAbout(one, rule));
  if (known === undefined) return 'new';
  return JSON.stringify(inOrder(known)) === JSON.stringify(inOrder(rule)) ? 'same' : 'changed';
}

/** The template with these rules: those of the same kind and setting give way, the others stay. */
export function templateWith(register: Register, template: RuleTemplate): RuleTemplate {
  const kept = (register.templates.get(template.id)?.rules ?? []).filter(
    (one) => !template.rules.some((rule) => isAbout(one, rule)),
  );
  return { ...template, rules: [...kept, ...template.rules] };
}

/** A body decides a setting once: so does a template for a kind of body. */
function isAbout(one: TemplateRule, other: TemplateRule): boolean {
  return one.kind === other.kind && one.rule === other.rule;
}

function inOrder({ kind, rule, value, wording, guidance }: TemplateRule): readonly unknown[] {
  return [kind, rule, value, wording, guidance ?? null];
}
