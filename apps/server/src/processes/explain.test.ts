import { describe, expect, test } from 'vitest';
import { explain, terminalLanguage } from './explain.ts';
import { StartProblem } from './start-problem.ts';

describe('a start that fails', () => {
  test('says in one sentence which port is taken and which setting moves it', () => {
    const problem = new StartProblem('port-in-use', { port: '7880', setting: 'LIVEKIT_PORT' });
    expect(explain(problem, 'sv')).toBe(
      'Port 7880 används redan av ett annat program. Stoppa det, eller ange en annan port med LIVEKIT_PORT.',
    );
    expect(explain(problem, 'en')).toContain('Port 7880 is already used');
  });

  test.each([
    ['none', '(process 7).'],
    ['http://localhost:3000', '(process 7, http://localhost:3000).'],
  ])('names the server that runs already, address %s', (address, expected) => {
    const problem = new StartProblem('already-running', { path: '/data', pid: '7', address });
    expect(explain(problem, 'en')).toContain(expected);
  });
});

test.each([
  [{ LANG: 'sv_SE.UTF-8' }, 'sv'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'sv_SE.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'sv_SE.UTF-8', LC_ALL: '' }, 'sv'],
  [{}, 'en'],
] as const)('a terminal with %o is spoken to in %s', (env, language) => {
  expect(terminalLanguage(env)).toBe(language);
});
