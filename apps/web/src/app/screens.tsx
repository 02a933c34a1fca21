import { type ComponentType, lazy } from 'react';
import { restOfTexts } from './rest-of-texts.ts';
import type { ScreenName } from './screen-of.ts';

/** A screen as a download of its own, with the texts that a member's first screen does without. */
function screen(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => {
    const [Screen] = await Promise.all([load(), restOfTexts()]);
    return { default: Screen };
  });
}

/** Each screen is its own download: a member never fetches the secretary's desk. */
export const SCREENS: Readonly<Record<ScreenName, ComponentType>> = {
  member: lazy(() => import('../member/index.tsx')),
  chair: screen(async () => (await import('../chair/index.tsx')).default),
  secretary: screen(async () => (await import('../secretary/index.tsx')).default),
  support: screen(async () => (await import('../support/index.tsx')).default),
  display: screen(async () => (await import('../display/index.tsx')).default),
};

/** Ways in for somebody unknown, my meetings for somebody known. */
export const StartScreen = screen(async () => (await import('./start.tsx')).Start);

/** Keys before a closed ballot, and its count. */
export const BallotScreen = screen(async () => (await import('../ballots/index.tsx')).default);
/** The hall's own tablet for voting. */
export const BoothScreen = screen(async () => (await import('../ballots/booth.tsx')).BoothView);

/** Before a meeting: its notice with one's answer, and the chair's permissions to take part at a distance. */
export const NoticeScreen = screen(async () => (await import('../planning/notice-view.tsx')).NoticeView);
export const NoticeDeskScreen = screen(async () => (await import('../planning/desk-view.tsx')).NoticeDeskView);
export const NewMeetingScreen = screen(async () => (await import('../planning/new-meeting.tsx')).NewMeeting);
export const ChangePlanScreen = screen(async () => (await import('../planning/change-view.tsx')).ChangePlanView);
export const PermissionsScreen = screen(async () => (await import('../planning/permissions-view.tsx')).PermissionsView);

export const AdminScreen = screen(async () => (await import('../admin/index.tsx')).default);

/** `/login/:way` and `/sessions`: beside the meetings, not in them. */
export const LoginScreen = screen(async () => (await import('../login/index.tsx')).default);
export const SessionsScreen = screen(async () => (await import('../login/sessions-view.tsx')).SessionsView);

/** The two pages of one who is heard in a single item. */
export const HearingEntryScreen = screen(async () => (await import('../login/hearing-entry.tsx')).HearingEntry);
export const HearingScreen = screen(async () => (await import('../login/hearing-view.tsx')).HearingView);
