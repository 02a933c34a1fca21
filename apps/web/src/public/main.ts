import 'klubba-texts/public';
import '../ui/base.css';
import './public.css';
import type { MeetingId } from '@klubba/meeting';
import { readKept, THEME_KEY, themeFrom } from '../app/preferences.ts';
import { followList } from './follow-list.ts';
import { followMeeting } from './follow-meeting.ts';

/**
 * `/public` and `/public/:meeting`. The page stands complete before this runs; this keeps it as the meeting is. No framework: the
 * server's own words are written again, by the same functions, and put in where something changed.
 */
async function follow(): Promise<void> {
  const theme = themeFrom(readKept(THEME_KEY));
  if (theme !== 'system') document.documentElement.dataset['theme'] = theme;
  const language = document.documentElement.lang === 'en' ? 'en' : 'sv';
  if (language === 'en') await import('klubba-texts/public-en');
  const [, meeting] = /^\/public\/([^/]+)$/u.exec(location.pathname) ?? [];
  if (meeting === undefined) followList(language);
  else followMeeting(decodeURIComponent(meeting) as MeetingId, language);
}

void follow();
