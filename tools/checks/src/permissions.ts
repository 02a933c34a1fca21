import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Check } from './finding.ts';

const REFERENCE = 'docs/reference/permissions.md';
const WRITER = 'apps/server/src/permissions/reference.ts';

/** The page of permissions says what the tables say. */
export const permissions: Check = {
  name: 'permissions',
  about: `${REFERENCE} is what \`node ${WRITER}\` writes from the tables`,
  async run(root) {
    const { permissionsReference } = (await import(pathToFileURL(path.join(root, WRITER)).href)) as {
      readonly permissionsReference: () => string;
    };
    const written = readFileSync(path.join(root, REFERENCE), 'utf8');
    return written === permissionsReference() ? [] : [`${REFERENCE} is out of date: run node ${WRITER}`];
  },
};
