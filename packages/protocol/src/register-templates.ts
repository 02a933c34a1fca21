import { z } from 'zod';
import { count, listOf, optional, shortText, text } from './fields.ts';
import { bodyKind, ruleValue, settings } from './plan.ts';

/** Two of them make an id. */
const titleText = shortText.max(200);

export const ruleName = z.enum(
  Object.keys(settings.shape) as [keyof typeof settings.shape, ...(keyof typeof settings.shape)[]],
);

type RuleOf = { readonly rule: keyof typeof settings.shape; readonly value: unknown };
/** Each setting has values of its own. */
export const hasItsValue = ({ rule, value }: RuleOf): boolean => {
  const shape = settings.shape[rule];
  const setting = shape instanceof z.ZodExactOptional ? shape.unwrap() : shape;
  return setting.shape.value.safeParse(value).success;
};

export const templateRule = z
  .strictObject({ kind: bodyKind, rule: ruleName, value: ruleValue, wording: text, guidance: optional(shortText) })
  .refine(hasItsValue);
/** Whose it is and what it is called, which together say which it is. */
export const templateTitle = z.strictObject({ name: titleText, from: titleText });
export const template = z.strictObject({
  id: shortText,
  ...templateTitle.shape,
  rules: listOf(templateRule),
});
export const templateFile = z.strictObject({ klubbaTemplates: z.literal(1), templates: listOf(template) });
export type TemplateFile = z.infer<typeof templateFile>;

/** A file as somebody chose it: what of it can be read is told line by line, so nothing of its form is asked beforehand. */
export const templateUpload = z.strictObject({ file: z.unknown() });
/** One rule of the file. `line` counts the rules through the whole file, from 1. */
const templateLine = z.strictObject({
  line: count,
  template: shortText,
  from: shortText,
  state: z.enum(['new', 'changed', 'same', 'error']),
  /** Absent when it cannot be read. */
  rule: optional(templateRule),
  /** `refusal.<rule>`, with `detail` for its gaps. */
  problem: optional(z.strictObject({ rule: z.string(), detail: optional(z.record(z.string(), z.string())) })),
});
export type TemplateLine = z.infer<typeof templateLine>;
export const templatePreview = z.strictObject({ lines: z.array(templateLine) });
export type TemplatePreview = z.infer<typeof templatePreview>;
/** The file once more, and the lines that were chosen. */
export const templateWish = z.strictObject({ file: z.unknown(), lines: listOf(count) });
