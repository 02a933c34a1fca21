import { type ComponentType, lazy } from 'react';
import type { ScreenName } from './screen-of.ts';

/** Each screen is its own download: a member never fetches the secretary's desk. */
export const SCREENS: Readonly<Record<ScreenName, ComponentType>> = {
  member: lazy(() => import('../member/index.tsx')),
  chair: lazy(() => import('../chair/index.tsx')),
  secretary: lazy(() => import('../secretary/index.tsx')),
  support: lazy(() => import('../support/index.tsx')),
  display: lazy(() => import('../display/index.tsx')),
};

/** Keys before a closed ballot, and its count. */
export const BallotScreen = lazy(() => import('../ballots/index.tsx'));
/** The hall's own tablet for voting. */
export const BoothScreen = lazy(async () => ({ default: (await import('../ballots/booth.tsx')).BoothView }));

/** Before a meeting: its notice with one's answer, and the chair's permissions to take part at a distance. */
export const NoticeScreen = lazy(async () => ({ default: (await import('../planning/notice-view.tsx')).NoticeView }));
export const NoticeDeskScreen = lazy(async () => ({
  default: (await import('../planning/desk-view.tsx')).NoticeDeskView,
}));
export const NewMeetingScreen = lazy(async () => ({
  default: (await import('../planning/new-meeting.tsx')).NewMeeting,
}));
export const ChangePlanScreen = lazy(async () => ({
  default: (await import('../planning/change-view.tsx')).ChangePlanView,
}));
export const PermissionsScreen = lazy(async () => ({
  default: (await import('../planning/permissions-view.tsx')).PermissionsView,
}));

export const AdminScreen = lazy(() => import('../admin/index.tsx'));

/** `/login/:way` and `/sessions`: beside the meetings, not in them. */
export const LoginScreen = lazy(() => import('../login/index.tsx'));
export const SessionsScreen = lazy(async () => ({
  default: (await import('../login/sessions-view.tsx')).SessionsView,
}));

/** The two pages of one who is heard in a single item. */
export const HearingEntryScreen = lazy(async () => ({
  default: (await import('../login/hearing-entry.tsx')).HearingEntry,
}));
export const HearingScreen = lazy(async () => ({ default: (await import('../login/hearing-view.tsx')).HearingView }));
