import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Setting, settings } from './config-table.ts';

/** Where the reference lies. `node apps/server/src/config-reference.ts` writes it anew. */
export const CONFIG_REFERENCE = fileURLToPath(new URL('../../../docs/reference/configuration.md', import.meta.url));

/** The reference of all settings, as a page. */
export function configReference(): string {
  const sections = Object.values(settings).map((setting: Setting<unknown>) => {
    const fallback =
      setting.fallback === undefined ? 'Not set unless you set it.' : `Default: \`${setting.fallback}\`.`;
    const byFile =
      setting.secret === true ? `\nA secret: \`${setting.name}_FILE\` may name a file that holds it instead.\n` : '';
    return `## ${setting.name}\n\n${setting.about}\n\nExpected: ${setting.expected}. ${fallback}\n${byFile}`;
  });
  const head = [
    '# Configuration',
    '',
    'All settings are environment variables. A wrong value stops the start, with its name and what was expected.',
    '',
    'What is marked a secret is read from a file where a setting of the same name with `_FILE` after it names one: a docker or Kubernetes secret (`/run/secrets/…`), a systemd credential (`$CREDENTIALS_DIRECTORY/…`), or what the agent of a vault writes. Then no secret stands in the environment. The value itself, where it is set too, goes first.',
    '',
    'This page is made from `apps/server/src/config-table.ts` by `node apps/server/src/config-reference.ts`.',
    '',
  ];
  return [...head, ...sections].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(CONFIG_REFERENCE, configReference());
