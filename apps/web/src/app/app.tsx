import { I18nProvider } from 'react-aria-components/I18nProvider';
import { BrowserRouter, Route, Routes } from 'react-router';
import { SkipLink } from '../ui/preferences.tsx';
import { EmptyState } from '../ui/states.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { LoggedInPages } from '../login/way-out.tsx';
import { OwnScreen } from './own-screen.tsx';
import {
  AdminScreen,
  BallotScreen,
  BoothScreen,
  HearingEntryScreen,
  HearingScreen,
  LoginScreen,
  NewMeetingScreen,
  NoticeDeskScreen,
  NoticeScreen,
  ChangePlanScreen,
  PermissionsScreen,
  SCREENS,
  SessionsScreen,
  StartScreen,
} from './screens.tsx';
import { usePreferences, useText } from './text.tsx';

/** The whole of the participants' side. */
export function App() {
  const t = useText();
  const { language } = usePreferences();
  return (
    <I18nProvider locale={language === 'sv' ? 'sv-SE' : 'en-GB'}>
      <SkipLink>{t('shell.skip')}</SkipLink>
      <ErrorBoundary>
        <BrowserRouter>
          <Paths />
        </BrowserRouter>
      </ErrorBoundary>
    </I18nProvider>
  );
}

function Paths() {
  return (
    <Routes>
      <Route path="/" element={<StartScreen />} />
      <Route element={<LoggedInPages />}>
        <Route path="/m/:meetingId" element={<OwnScreen />} />
        <Route path="/m/:meetingId/member/*" element={<SCREENS.member />} />
        <Route path="/m/:meetingId/chair/*" element={<SCREENS.chair />} />
        <Route path="/m/:meetingId/secretary/*" element={<SCREENS.secretary />} />
        <Route path="/m/:meetingId/support/*" element={<SCREENS.support />} />
        <Route path="/m/:meetingId/notice" element={<NoticeScreen />} />
        <Route path="/m/:meetingId/notice/desk" element={<NoticeDeskScreen />} />
        <Route path="/m/:meetingId/plan" element={<ChangePlanScreen />} />
        <Route path="/plan" element={<NewMeetingScreen />} />
        <Route path="/m/:meetingId/permissions" element={<PermissionsScreen />} />
        <Route path="/m/:meetingId/ballot" element={<BallotScreen />} />
        <Route path="/admin/*" element={<AdminScreen />} />
        <Route path="/hearing" element={<HearingScreen />} />
        <Route path="/sessions" element={<SessionsScreen />} />
      </Route>
      {/* In everybody’s reach in the hall: whoever manages them ends their logins from elsewhere. */}
      <Route path="/display/:meetingId/*" element={<SCREENS.display />} />
      <Route path="/m/:meetingId/booth" element={<BoothScreen />} />
      <Route path="/login/:way" element={<LoginScreen />} />
      <Route path="/h" element={<HearingEntryScreen />} />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  );
}

function NoSuchPage() {
  const t = useText();
  return (
    <main id="main">
      <EmptyState page level={1} title={t('shell.noPage.title')} action={<a href="/">{t('shell.toStart')}</a>}>
        {t('shell.noPage.text')}
      </EmptyState>
    </main>
  );
}
