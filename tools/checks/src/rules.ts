import type { Check, Finding } from './finding.ts';
import { type Definition, HEART, idsIn, type Law, readLaw, readSources, readTexts, REGISTRY } from './law.ts';

const LANGUAGES = ['sv', 'en'] as const;
const SPEC = 'SPEC.md';
/** Requirements of the mission are numbered with two digits (`JAV-04`), rules of the law with one (`JAV-2`). */
const REQUIREMENT = /^[A-Z]+-\d\d$/;

/**
 * Every refusal names a rule of the law registry; every rule has its words in both languages, its place in SPEC.md and a
 * test that names it; no test names a rule that does not exist. That a rule has a statute is seen to by its type.
 */
export const rules: Check = {
  name: 'rules',
  about: 'every rule has a statute, words in sv and en, and a test that names it',
  async run(root) {
    const law = readLaw(root);
    const known = new Set(law.definitions.map((one) => one.id));
    return [
      ...(known.size === 0 ? [`${HEART}/law: no rule was found at all`] : []),
      ...twice(law.definitions),
      ...unregistered(law),
      ...unknownRefusals(law, known),
      ...untested(law),
      ...unknownInTests(law, known),
      ...(await wordless(root, law.definitions)),
      ...unspecified(root, law.definitions),
    ];
  },
};

function twice(definitions: readonly Definition[]): readonly Finding[] {
  return definitions
    .filter((one, index) => definitions.findIndex((other) => other.id === one.id) !== index)
    .map(({ id, file }) => `${file} defines ${id} a second time`);
}

function unregistered({ sources, definitions }: Law): readonly Finding[] {
  const registry = sources.find((source) => source.name === REGISTRY)?.text ?? '';
  const list = registry.slice(registry.indexOf('export const rules'));
  return definitions
    .filter(({ constant }) => !new RegExp(`\\b${constant}\\b`).test(list))
    .map(({ id, file }) => `${file} ${id} is not in the list of ${REGISTRY}`);
}

function unknownRefusals({ sources }: Law, known: ReadonlySet<string>): readonly Finding[] {
  return sources.flatMap((source) =>
    [...source.text.matchAll(/\brule:\s*'([^']+)'/g)].flatMap((match) => {
      const id = match[1] ?? '';
      const line = source.text.slice(0, match.index).split('\n').length;
      return known.has(id) ? [] : [`${source.name}:${line} refuses by ${id}, which is not in ${HEART}/law`];
    }),
  );
}

function untested({ definitions, tests }: Law): readonly Finding[] {
  const named = new Set(tests.flatMap((one) => one.titles).flatMap(idsIn));
  return definitions.filter(({ id }) => !named.has(id)).map(({ id, file }) => `${file} no test names ${id}`);
}

function unknownInTests({ definitions, tests }: Law, known: ReadonlySet<string>): readonly Finding[] {
  const kinds = new Set(definitions.map(({ id }) => id.split('-')[0]));
  return tests.flatMap(({ file, titles }) =>
    titles
      .flatMap(idsIn)
      .filter((id) => kinds.has(id.split('-')[0]) && !known.has(id) && !REQUIREMENT.test(id))
      .map((id) => `${file} tests ${id}, which is not in ${HEART}/law`),
  );
}

async function wordless(root: string, definitions: readonly Definition[]): Promise<readonly Finding[]> {
  const texts = await readTexts(root);
  return LANGUAGES.flatMap((language) =>
    definitions
      .filter(({ id }) => (texts[language]?.[`refusal.${id}`] ?? '').trim() === '')
      .map(({ id }) => `packages/i18n has no text refusal.${id} in ${language}`),
  );
}

function unspecified(root: string, definitions: readonly Definition[]): readonly Finding[] {
  const spec = readSources(root, SPEC)[0];
  if (spec === undefined) return [`${SPEC} is missing`];
  const named = new Set(idsIn(spec.text));
  return definitions.filter(({ id }) => !named.has(id)).map(({ id }) => `${SPEC} does not speak of ${id}`);
}
