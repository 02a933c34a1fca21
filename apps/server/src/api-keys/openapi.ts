import fastifySwagger from '@fastify/swagger';
import { httpProblem } from '@klubba/protocol';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import { resourceOf } from '../permissions/routes.ts';
import { type Permission, PERMISSIONS } from '../permissions/table.ts';
import { DESCRIBED } from './described.ts';

/** 3.1: its schemas are JSON Schema 2020-12, as zod gives them. */
const OPENAPI_VERSION = '3.1.0';
/** `readonly` is TypeScript's word for what the server does not change; in a description it would mean that nobody may send it. */
const jsonSchemaTransform = createJsonSchemaTransform({
  zodToJsonConfig: {
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  },
});
const SCHEME = 'apiKey';
const ABOUT = `What another system of the municipality may read and write, with a key that an administrator has given out.

The key goes in the header \`Authorization: Bearer klubba_…\` and nowhere else; in an address it is refused. Each operation names the scope that the key must have. A key is nobody: it sees of a meeting what the public sees, and it does nothing in a meeting.

Times are milliseconds since 1970 (UTC), days \`YYYY-MM-DD\` where the municipality lies. Refused requests have a rule, such as \`KEY-SCOPE\`; too many get 429 with \`Retry-After\`. Every request stands in the administration's log.`;

/** The scope by which a key opens a route; undefined: no key does. */
export function scopeOf(method: string, url: string): string | undefined {
  const resource = resourceOf(method, url);
  const permission: Permission | undefined = resource === undefined ? undefined : PERMISSIONS[resource];
  return permission?.key?.scope;
}

/** Describes the routes that are open to keys, from the schemas that they themselves are held to. Before the first route. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: OPENAPI_VERSION,
      info: { title: 'Klubba for other systems', version: '1', description: ABOUT },
      servers: [{ url: '/' }],
      components: { securitySchemes: { [SCHEME]: { type: 'http', scheme: 'bearer', bearerFormat: 'klubba_…' } } },
    },
    transform: (given) => {
      const { schema, url, route } = given;
      const method = [route.method].flat()[0] ?? '';
      const scope = scopeOf(method, url);
      if (scope === undefined) return { schema: { hide: true }, url };
      const { summary = '', description, file } = DESCRIBED[`${method} ${url}`] ?? {};
      const words = {
        summary,
        ...(description === undefined ? {} : { description }),
        operationId: operationOf(method, url),
        tags: [scope],
        security: [{ [SCHEME]: [scope] }],
      };
      const response = { ...(schema?.response as object), '4XX': httpProblem };
      const made = jsonSchemaTransform({ ...given, schema: { ...schema, ...words, response } });
      return file === undefined ? named(made) : withFile(named(made), file);
    },
  });
}

type Made = ReturnType<typeof jsonSchemaTransform>;
const NAMES: Readonly<Record<string, string>> = {
  200: 'What was asked for',
  '4XX': 'Refused: the rule by which, and what fills the gaps in its words',
};

/** Answers have their own words, not the generator's. */
function named({ schema, url }: Made): Made {
  const response = Object.fromEntries(
    Object.entries((schema as { response?: object }).response ?? {}).map(([status, shape]) => [
      status,
      { ...(shape as object), description: NAMES[status] ?? status },
    ]),
  );
  return { schema: { ...schema, response } as FastifySchema, url };
}

function withFile({ schema, url }: Made, file: string): Made {
  const { response } = schema as { readonly response?: object };
  const whole = { description: NAMES['200'], content: { [file]: { schema: { type: 'string', format: 'binary' } } } };
  return { schema: { ...schema, response: { 200: whole, ...response } } as FastifySchema, url };
}

/** `GET /api/meetings/:meeting/notice.pdf` → `getMeetingsNoticePdf`. */
function operationOf(method: string, url: string): string {
  const words = url
    .replace('/api/', '')
    .split(/[/.]/)
    .filter((word) => !word.startsWith(':') || word === ':person' || word === ':body')
    .map((word) => word.replace(':', 'one-'));
  const camel = words.map((word) => word.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()));
  return `${method.toLowerCase()}${camel.join('')}`;
}
