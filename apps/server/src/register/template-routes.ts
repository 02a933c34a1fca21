import { randomUUID } from 'node:crypto';
import {
  bodyParams,
  dayQuery,
  registerAck,
  templateFile,
  type TemplateLine,
  templatePreview,
  templateUpload,
  templateWish,
} from '@klubba/protocol';
import { type RegisterEvent, type RuleTemplate, templateId, templateOf, templateWith } from '@klubba/register';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { localDate } from '../demo/calendar.ts';
import { HttpRefusal } from '../http/refusals.ts';
import type { Services } from '../http/services.ts';
import { requireAdministrator } from './access.ts';
import { readTemplates } from './read-templates.ts';

const FILE_BYTES_MAX = 2 * 1024 * 1024;

/** Wordings between municipalities: a body's own out, others' in. Those taken over change no rule before a decision here (GOV-23). */
export function templateRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { registry } = services;
  const today = (): string => localDate(services.now());

  app.get('/api/register/templates', { schema: { response: { 200: templateFile } } }, async (request) => {
    const { register } = await requireAdministrator(request, services);
    return { klubbaTemplates: 1 as const, templates: [...register.templates.values()] };
  });

  app.get(
    '/api/register/bodies/:body/template',
    { schema: { params: bodyParams, querystring: dayQuery, response: { 200: templateFile } } },
    async (request, reply) => {
      const { register, acting } = await requireAdministrator(request, services);
      const own = templateOf(register, request.params.body, request.query.on ?? today());
      if (own === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      await registry.note(acting.actor, { type: 'RegisterExported', what: 'templates' });
      reply.headers({
        'content-disposition': 'attachment; filename="klubba-regelmallar.json"',
        'cache-control': 'no-store',
      });
      return { klubbaTemplates: 1 as const, templates: [own] };
    },
  );

  app.post(
    '/api/register/templates/preview',
    { schema: { body: templateUpload, response: { 200: templatePreview } }, bodyLimit: FILE_BYTES_MAX },
    async (request) => {
      const { register } = await requireAdministrator(request, services);
      const read = readTemplates(request.body.file, register, today());
      if (!read.ok) throw new HttpRefusal(422, read.refusal);
      return { lines: [...read.value] };
    },
  );

  app.post(
    '/api/register/templates',
    { schema: { body: templateWish, response: { 200: registerAck } }, bodyLimit: FILE_BYTES_MAX },
    async (request) => {
      const { acting } = await requireAdministrator(request, services);
      const { file, lines } = request.body;
      const outcome = await registry.write(randomUUID(), acting.actor, (register) => {
        const read = readTemplates(file, register, today());
        if (!read.ok) return read;
        const events = chosenOf(read.value, new Set(lines)).map(
          (template): RegisterEvent => ({ type: 'TemplateKept', template: templateWith(register, template) }),
        );
        return { ok: true, value: events };
      });
      if (!outcome.ok) throw new HttpRefusal(422, outcome.refusal);
      return { seq: outcome.value };
    },
  );
}

/** The templates of the lines chosen; what cannot be used is in none. */
function chosenOf(lines: readonly TemplateLine[], chosen: ReadonlySet<number>): readonly RuleTemplate[] {
  const found = new Map<string, RuleTemplate>();
  for (const { line, state, template: name, from, rule } of lines) {
    if (!chosen.has(line) || state === 'error' || rule === undefined) continue;
    const id = templateId({ from, name });
    const rules = (found.get(id)?.rules ?? []).filter((one) => one.kind !== rule.kind || one.rule !== rule.rule);
    found.set(id, { id, name, from, rules: [...rules, rule] });
  }
  return [...found.values()];
}
