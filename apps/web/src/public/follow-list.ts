import type { Language } from '@klubba/i18n';
import { type ListedMeeting, MEETINGS_DATA, meetingsPage, say } from '@klubba/portal';
import { show } from './show.ts';

/** The list changes seldom, and caches answer. */
const AGAIN_MS = 10_000;

/** Keeps the list of meetings fresh while somebody looks at it. */
export function followList(language: Language): void {
  const refresh = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    const response = await fetch(MEETINGS_DATA);
    if (!response.ok) return;
    const { meetings } = (await response.json()) as { readonly meetings: readonly ListedMeeting[] };
    const reader = { language, now: Date.now(), freshness: { is: 'live' } as const };
    show(meetingsPage(meetings, reader), say(reader, 'public.meetings'));
  };
  // Without an answer the list stays as it was, and is asked for again.
  const ask = (): void => void refresh().catch(() => undefined);
  document.addEventListener('visibilitychange', ask);
  setInterval(ask, AGAIN_MS);
  ask();
}
