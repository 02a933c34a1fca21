import { isTextKey } from '@klubba/i18n';
import type { Translate } from '../app/text.tsx';
import type { AppWay } from './api.ts';

/** A sentence for a provider's hint. Before its first word we wait for the app; a word it has begun to use since is told as what it at least means. */
export function hintText(t: Translate, way: AppWay, hint: string, state: 'pending' | 'failed'): string {
  if (hint === '') return t(way === 'bankId' ? 'login.bankId.outstandingTransaction' : 'login.freja.STARTED');
  const key = `login.${way}.${hint}`;
  if (isTextKey(key)) return t(key);
  return t(state === 'pending' ? `login.${way}.unknownPending` : `login.${way}.unknownFailed`);
}

/** A sentence for a rule that refused. */
export function refusalSentence(t: Translate, rule: string): string {
  const key = `refusal.${rule}`;
  return isTextKey(key) ? t(key) : t('refusal.LGN-FAILED');
}
