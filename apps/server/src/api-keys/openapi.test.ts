import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { DESCRIBED } from './described.ts';
import { apiDescription, asPage, OPENAPI_REFERENCE, type OpenApi } from './openapi-reference.ts';
import { scopeOf } from './openapi.ts';

let told: Awaited<ReturnType<typeof apiDescription>>;
beforeAll(async () => {
  told = await apiDescription();
});

/** `GET /api/meetings/:meeting/agenda meetings`: an operation and what it asks for. */
function operationsIn({ paths }: OpenApi): readonly string[] {
  return Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security }]) => {
        const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
        return `${method.toUpperCase()} ${url} ${security?.[0]?.['apiKey']?.join(' ') ?? 'anybody'}`;
      }),
    )
    .toSorted();
}
function opened(routes: typeof told.routes): readonly string[] {
  return routes
    .flatMap(({ method, url }) => {
      const scope = method === 'HEAD' ? undefined : scopeOf(method, url);
      return scope === undefined ? [] : [`${method} ${url} ${scope}`];
    })
    .toSorted();
}

/** All that a description says which the routes do not, and the other way round. */
function differences(document: OpenApi, { document: made, routes }: typeof told): readonly string[] {
  const [says, holds] = [operationsIn(document), opened(routes)];
  return [
    ...says.filter((one) => !holds.includes(one)).map((one) => `there is no ${one}`),
    ...holds.filter((one) => !says.includes(one)).map((one) => `${one} is not told`),
    ...(asPage(document) === asPage(made) ? [] : ['the schemas differ']),
  ];
}
const written = (): OpenApi => JSON.parse(readFileSync(OPENAPI_REFERENCE, 'utf8')) as OpenApi;
const without = ({ paths, ...rest }: OpenApi, gone: string): OpenApi => ({
  ...rest,
  paths: Object.fromEntries(Object.entries(paths).filter(([path]) => path !== gone)),
});

describe('the description for other systems', () => {
  it('is OpenAPI 3.1, and as docs/reference/openapi.json has it, which node apps/server/src/api-keys/openapi-reference.ts writes', () => {
    expect(told.document.openapi).toMatch(/^3\.1\./);
    expect(readFileSync(OPENAPI_REFERENCE, 'utf8')).toBe(asPage(told.document));
  });

  it('tells each route that a key opens, with its scope, and no other', () => {
    expect(opened(told.routes).length).toBeGreaterThan(10);
    expect(differences(written(), told)).toEqual([]);
  });

  it('notices a route left out, one made up, another scope and another schema: the planted faults', () => {
    const true_ = written();
    const people = true_.paths['/api/register/people']?.['get'];
    if (people === undefined) throw new Error('People can be read');
    expect(differences(without(true_, '/api/meetings/{meeting}/agenda'), told)).toContain(
      'GET /api/meetings/:meeting/agenda meetings is not told',
    );
    const madeUp = { ...true_, paths: { ...true_.paths, '/api/register/audit': { get: people } } };
    expect(differences(madeUp, told)).toContain('there is no GET /api/register/audit register.read');
    const elsewhere = { ...people, security: [{ apiKey: ['meetings'] }] };
    const otherScope = { ...true_, paths: { ...true_.paths, '/api/register/people': { get: elsewhere } } };
    expect(differences(otherScope, told)).toContain('GET /api/register/people register.read is not told');
    const schemas = JSON.parse(JSON.stringify(true_).replace('"total"', '"sum"')) as OpenApi;
    expect(differences(schemas, told)).toEqual(['the schemas differ']);
  });

  it('has words and a name of its own for every operation, and a shape for every answer', () => {
    expect(Object.keys(DESCRIBED).toSorted()).toEqual(opened(told.routes).map((one) => one.replace(/ \S+$/, '')));
    const names = Object.values(told.document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(names).size).toBe(names.length);
    for (const [path, methods] of Object.entries(told.document.paths))
      for (const [method, { summary = '', responses }] of Object.entries(methods)) {
        expect(summary, `${method} ${path}`).not.toBe('');
        expect(responses['200']?.content, `${method} ${path}`).toBeDefined();
        expect(responses['4XX']?.content, `${method} ${path}`).toBeDefined();
      }
  });
});
