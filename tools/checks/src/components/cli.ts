import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { judgeComponents } from './components.ts';
import { installedBy } from './installed.ts';

const root = path.join(import.meta.dirname, '..', '..', '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const { values } = parseArgs({ options: { published: { type: 'string', multiple: true, default: [] } } });
const configured = execFileSync('npm', ['config', 'get', 'registry'], { cwd: root, encoding: 'utf8' }).trim();
const { code, lines } = await judgeComponents({
  installed: installedBy(read('package-lock.json'), read('tools/livekit/go.mod')),
  registry: withSlash(configured),
  goDatabase: withSlash(process.env['GOVULNDB'] ?? 'https://vuln.go.dev'),
  now: new Date(),
  published: new Map(
    values.published.map((given) => {
      const at = given.lastIndexOf('=');
      return [given.slice(0, at), given.slice(at + 1)] as const;
    }),
  ),
});
for (const line of lines) console.log(line);
process.exitCode = code;

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}
