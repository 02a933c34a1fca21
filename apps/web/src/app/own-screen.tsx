import { Navigate, useParams } from 'react-router';
import { EmptyState } from '../ui/states.tsx';
import { later } from './later.tsx';
import { Loading } from './loading.tsx';
import { WayOut } from '../login/way-out.tsx';
import { screenOf } from './screen-of.ts';
import { SCREENS } from './screens.tsx';
import { useText } from './text.tsx';
import { Unreachable } from './unreachable.tsx';
import { useAnswer } from './use-answer.ts';

const SessionNotice = later('quiet', async () => (await import('../login/session-notice.tsx')).SessionNotice);
const StepUpNotice = later('quiet', async () => (await import('../login/step-up-notice.tsx')).StepUpNotice);

function ToStartOrOut() {
  const t = useText();
  return (
    <>
      <a href="/">{t('shell.toStart')}</a>
      <WayOut />
    </>
  );
}

/** `/m/:meetingId`: the screen of the one who is logged in, by duty at that meeting. */
export function OwnScreen() {
  const t = useText();
  const { meetingId } = useParams();
  const [answer, again] = useAnswer('meetings');
  switch (answer.is) {
    case 'asking':
      return <Loading />;
    case 'anonymous':
      return <Navigate replace to={`/?next=${encodeURIComponent(`/m/${meetingId ?? ''}`)}`} />;
    case 'refused':
    case 'unreachable':
      return <Unreachable again={again} />;
    case 'value': {
      const card = answer.value.meetings.find((one) => one.meeting === meetingId);
      if (card === undefined) {
        return (
          <main id="main">
            <EmptyState page level={1} title={t('shell.notYours.title')} action={<ToStartOrOut />}>
              {t('shell.notYours.text')}
            </EmptyState>
          </main>
        );
      }
      const Screen = SCREENS[screenOf(card.duties)];
      return (
        <>
          <SessionNotice />
          <StepUpNotice meeting={card.meeting} />
          <Screen />
        </>
      );
    }
  }
}
