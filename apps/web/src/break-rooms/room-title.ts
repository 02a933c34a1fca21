import { plain } from '@klubba/i18n';
import { usePreferences, useText } from '../app/text.tsx';
import type { BreakRoom } from './rooms-of.ts';

/** "Moderaternas rum", "Pausrummet" */
export function useRoomTitle(room: BreakRoom): string {
  const t = useText();
  const { language } = usePreferences();
  return room.is === 'break'
    ? t('breaks.break.title')
    : t('breaks.group.title', { owner: plain(language, { owner: room.party.name }) });
}
