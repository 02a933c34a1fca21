import { type Rule, rules, type Statute } from '@klubba/meeting';
import { type Definition, idsIn, type Law, readLaw, readTexts } from './law.ts';
import { tree } from './overlay.ts';

const LAW_FOLDER = '/law/';

/** `npm run -s rules`: every rule of the meeting, its statute and validity, where it is checked, its tests and its words. */
async function main(): Promise<void> {
  const law = readLaw(tree);
  const texts = await readTexts(tree);
  for (const rule of rules) {
    const definition = law.definitions.find((one) => one.id === rule.id);
    console.log(`${rule.id}  ${rule.statutes.map(cited).join(', ')}  ${validity(rule)}  ${bodies(rule)}`);
    for (const place of definition === undefined ? [] : checkedAt(law, definition)) console.log(`  checked  ${place}`);
    for (const title of testsOf(law, rule.id)) console.log(`  test     ${title}`);
    for (const language of ['sv', 'en']) {
      console.log(`  ${language.padEnd(8)} ${texts[language]?.[`refusal.${rule.id}`] ?? '(no words)'}`);
    }
  }
  const bare = rules.filter((rule) => testsOf(law, rule.id).length === 0).length;
  console.log(`${rules.length} rules, ${bare} without a test`);
}

function cited({ act, chapter, section }: Statute): string {
  if (section === undefined) return act;
  return chapter === undefined ? `${act} ${section} §` : `${act} ${chapter}:${section}`;
}

function validity({ from, to, unsettled }: Rule): string {
  const days = from === undefined && to === undefined ? 'always' : `${from ?? ''}–${to ?? ''}`;
  return unsettled === true ? `${days}, unsettled` : days;
}

function bodies(rule: Rule): string {
  return rule.bodies === 'all' ? 'all bodies' : rule.bodies.join(', ');
}

/** Places that name the rule, outside its own definition and the list of rules. */
function checkedAt({ sources }: Law, { constant, id, file }: Definition): readonly string[] {
  const named = new RegExp(`\\b${constant}\\b|'${id}'`);
  return sources
    .filter((source) => !source.name.endsWith(`${LAW_FOLDER}index.ts`))
    .flatMap(({ name, text }) =>
      text.split('\n').flatMap((line, index) => {
        const defines = name === file && line.includes(`const ${constant} =`);
        return named.test(line) && !defines && !line.startsWith('import ') ? [`${name}:${index + 1}`] : [];
      }),
    );
}

function testsOf({ tests }: Law, id: string): readonly string[] {
  return tests.flatMap(({ file, titles }) =>
    titles.filter((title) => idsIn(title).includes(id)).map((title) => `${title} (${file})`),
  );
}

await main();
