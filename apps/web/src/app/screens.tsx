import type { ComponentType } from 'react';
import { laterScreen } from './later.tsx';
import type { ScreenName } from './screen-of.ts';

/** What a member's first screen says comes with the page. */
const noMoreTexts = (): Promise<void> => Promise.resolve();

/** Each screen is its own download: a member never fetches the secretary's desk. */
export const SCREENS: Readonly<Record<ScreenName, ComponentType>> = {
  member: laterScreen(async () => (await import('../member/index.tsx')).default, noMoreTexts),
  chair: laterScreen(async () => (await import('../chair/index.tsx')).default),
  secretary: laterScreen(async () => (await import('../secretary/index.tsx')).default),
  support: laterScreen(async () => (await import('../support/index.tsx')).default),
  display: laterScreen(async () => (await import('../display/index.tsx')).default),
};

/** Ways in for somebody unknown, my meetings for somebody known. */
export const StartScreen = laterScreen(async () => (await import('./start.tsx')).Start);

/** Keys before a closed ballot, and its count. */
export const BallotScreen = laterScreen(async () => (await import('../ballots/index.tsx')).default);
/** The hall's own tablet for voting. */
export const BoothScreen = laterScreen(async () => (await import('../ballots/booth.tsx')).BoothView);

/** Before a meeting: its notice with one's answer, and the chair's permissions to take part at a distance. */
export const NoticeScreen = laterScreen(async () => (await import('../planning/notice-view.tsx')).NoticeView);
export const NoticeDeskScreen = laterScreen(async () => (await import('../planning/desk-view.tsx')).NoticeDeskView);
export const NewMeetingScreen = laterScreen(async () => (await import('../planning/new-meeting.tsx')).NewMeeting);
export const ChangePlanScreen = laterScreen(async () => (await import('../planning/change-view.tsx')).ChangePlanView);
export const PermissionsScreen = laterScreen(
  async () => (await import('../planning/permissions-view.tsx')).PermissionsView,
);

export const AdminScreen = laterScreen(async () => (await import('../admin/index.tsx')).default);

/** `/login/:way` and `/sessions`: beside the meetings, not in them. */
export const LoginScreen = laterScreen(async () => (await import('../login/index.tsx')).default);
export const SessionsScreen = laterScreen(async () => (await import('../login/sessions-view.tsx')).SessionsView);

/** The two pages of one who is heard in a single item. */
export const HearingEntryScreen = laterScreen(async () => (await import('../login/hearing-entry.tsx')).HearingEntry);
export const HearingScreen = laterScreen(async () => (await import('../login/hearing-view.tsx')).HearingView);
