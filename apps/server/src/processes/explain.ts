import { type Language, text } from '@klubba/i18n';
import type { StartProblem } from './start-problem.ts';

/** The sentence for whoever sits at the terminal: what is wrong and what to do. */
export function explain(problem: StartProblem, language: Language): string {
  return text(language, `start.${problem.key}`, problem.detail);
}

/** Swedish where the terminal is Swedish, English everywhere else. */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('sv') ? 'sv' : 'en';
}
