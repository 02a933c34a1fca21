import type { Component } from './installed.ts';

export type Advisory = {
  readonly component: Component;
  readonly id: string;
  readonly severity: string;
  /** RFC 3339; absent where the source does not say, as npm's registry does not. */
  readonly published?: string;
  readonly url: string;
};
type Told = {
  readonly id?: unknown;
  readonly url?: unknown;
  readonly severity?: unknown;
  readonly published?: unknown;
};
type GoModule = { readonly path: string; readonly vulns: readonly { readonly id: string; readonly fixed?: string }[] };

/** A source gave no answer that says anything of vulnerabilities: nothing may be concluded of it. */
export class NoAnswer extends Error {}

/** What the npm registry knows against these, by the question that `npm audit` asks. Throws `NoAnswer`. */
export async function npmAdvisories(registry: string, components: readonly Component[]): Promise<readonly Advisory[]> {
  const told = await answer(new URL('-/npm/v1/security/advisories/bulk', registry), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(components.map(({ name, versions }) => [name, versions]))),
  });
  if (typeof told !== 'object' || told === null || Array.isArray(told))
    throw new NoAnswer('the registry answered something else than advisories');
  return Object.entries(told as Record<string, unknown>).flatMap(([name, list]) => {
    if (!Array.isArray(list)) throw new NoAnswer(`the registry answered something else than advisories for ${name}`);
    const component = components.find((one) => one.name === name) ?? { name, versions: [] };
    return list.map((one: Told) => asAdvisory(component, one));
  });
}

function asAdvisory(component: Component, told: Told): Advisory {
  const url = typeof told.url === 'string' ? told.url : '';
  const id = /GHSA-[\w-]+/.exec(url)?.[0] ?? String(told.id);
  const published = typeof told.published === 'string' ? { published: told.published } : {};
  return { component, id, severity: String(told.severity), ...published, url };
}

/** What Go's vulnerability database knows against these modules. It grades nothing, so each is critical. Throws `NoAnswer`. */
export async function goAdvisories(database: string, modules: readonly Component[]): Promise<readonly Advisory[]> {
  const index = await answer(new URL('index/modules.json', database));
  if (!Array.isArray(index)) throw new NoAnswer('the Go database answered something else than its index');
  const hits = (index as readonly GoModule[]).flatMap(({ path, vulns }) =>
    modules
      .filter(({ name }) => name === path)
      .flatMap((component) =>
        vulns.filter(({ fixed }) => isOpen(component, fixed)).map(({ id }) => ({ component, id })),
      ),
  );
  return Promise.all(
    hits.map(async ({ component, id }) => {
      const url = new URL(`ID/${id}.json`, database);
      const { published } = (await answer(url)) as { readonly published?: string };
      return { component, id, severity: 'critical', ...(published === undefined ? {} : { published }), url: url.href };
    }),
  );
}

/** A version before the mended one, or none mended yet. A version between two releases comes before the later of them. */
function isOpen({ versions: [version = ''] }: Component, fixed: string | undefined): boolean {
  if (fixed === undefined || fixed === '') return true;
  const order = compared(release(version), release(fixed));
  if (order !== 0) return order < 0;
  return version.includes('-') && (!fixed.includes('-') || compared(version, fixed) < 0);
}

function release(version: string): string {
  return version.split('-')[0] ?? version;
}

function compared(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** Those of the given that their makers have given up, with their words, and those that the registry has no word of. */
export async function deprecated(registry: string, components: readonly Component[]): Promise<readonly string[]> {
  const pairs = components.flatMap(({ name, versions }) => versions.map((version) => ({ name, version })));
  const notes = await Promise.all(
    pairs.map(async ({ name, version }) => {
      try {
        const about = await answer(new URL(`${name.replace('/', '%2f')}/${version}`, registry));
        const words = (about as { readonly deprecated?: unknown } | null)?.deprecated;
        return typeof words === 'string' && words !== ''
          ? [`${name}@${version} is given up by its maker: ${words}`]
          : [];
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        return [`${name}@${version}: whether it is given up is not known (${error.message})`];
      }
    }),
  );
  return notes.flat();
}

async function answer(url: URL, init: RequestInit = {}): Promise<unknown> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(30_000) });
    if (response.ok) return await response.json();
    await response.body?.cancel();
    throw new NoAnswer(`${url.pathname} was answered with ${response.status}`);
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    throw new NoAnswer(`${url.pathname} was not answered`, { cause: error });
  }
}
