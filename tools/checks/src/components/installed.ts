/** A library that is built in: its name, and each version of it that the lock file holds. */
export type Component = { readonly name: string; readonly versions: readonly string[] };
export type Installed = {
  readonly npm: readonly Component[];
  /** What our own package.json files ask for by name, as `name@version`. */
  readonly direct: readonly Component[];
  readonly go: readonly Component[];
};

type Entry = {
  readonly name?: string;
  readonly version?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
};
const FOLDER = 'node_modules/';

/** The components of a package-lock.json (version 3) and of a go.mod, given as texts. */
export function installedBy(lockFile: string, goMod: string): Installed {
  const { packages } = JSON.parse(lockFile) as { readonly packages: Readonly<Record<string, Entry>> };
  const entries = Object.entries(packages);
  const npm = new Map<string, Set<string>>();
  for (const [place, entry] of entries) {
    if (!place.includes(FOLDER) || entry.link === true || entry.version === undefined) continue;
    const name = entry.name ?? place.slice(place.lastIndexOf(FOLDER) + FOLDER.length);
    npm.set(name, (npm.get(name) ?? new Set()).add(entry.version));
  }
  const direct = new Map<string, Set<string>>();
  for (const [place, entry] of entries.filter(([at]) => !at.includes(FOLDER))) {
    for (const asked of Object.keys({ ...entry.dependencies, ...entry.devDependencies })) {
      const own = packages[`${place}/${FOLDER}${asked}`] ?? packages[FOLDER + asked];
      if (own?.version === undefined || own.link === true) continue;
      const name = own.name ?? asked;
      direct.set(name, (direct.get(name) ?? new Set()).add(own.version));
    }
  }
  const modules = [...goMod.matchAll(/^(?:require )?\s*([\w.~/-]+\.[\w.~/-]+) v(\d[^\s]*)/gm)];
  return {
    npm: listed(npm),
    direct: listed(direct),
    go: modules.map(([, name = '', version = '']) => ({ name, versions: [version] })),
  };
}

function listed(found: ReadonlyMap<string, ReadonlySet<string>>): readonly Component[] {
  return [...found].map(([name, versions]) => ({ name, versions: [...versions] }));
}
