import { RotateCcw } from 'lucide-react';
import { Navigate, useParams } from 'react-router';
import { SessionNotice } from '../login/session-notice.tsx';
import { StepUpNotice } from '../login/step-up-notice.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { Loading } from './loading.tsx';
import { screenOf } from './screen-of.ts';
import { SCREENS } from './screens.tsx';
import { useText } from './text.tsx';
import { useAnswer } from './use-answer.ts';

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
            <EmptyState page level={1} title={t('shell.notYours.title')} action={<a href="/">{t('shell.toStart')}</a>}>
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

export function Unreachable({ again }: { readonly again: () => void }) {
  const t = useText();
  return (
    <main id="main">
      <ErrorState
        page
        level={1}
        title={t('shell.unreachable.title')}
        happened={t('shell.unreachable.happened')}
        kept={t('shell.unreachable.kept')}
        todo={t('shell.unreachable.todo')}
        actions={
          <Button kind="primary" size="l" icon={RotateCcw} onPress={again}>
            {t('shell.unreachable.again')}
          </Button>
        }
      />
    </main>
  );
}
