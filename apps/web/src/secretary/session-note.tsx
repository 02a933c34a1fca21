import { timeText } from '@klubba/i18n';
import { type Meeting, sessionState } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { Alert, Countdown } from '../ui/index.ts';

/** What the whole meeting is in, when it is not simply going on: a break with its clock, closed doors, or over. */
export function SessionNote({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const state = sessionState(meeting);
  const pause = meeting.adjournment.current;
  if (state === 'adjourned' && pause !== undefined)
    return (
      <Countdown figure={timeText(pause.until ?? pause.from)}>
        {t(pause.until === undefined ? 'secretary.session.adjournedSince' : 'secretary.session.adjournedUntil', {
          cause: t(`label.adjournment.${pause.cause}`),
        })}
      </Countdown>
    );
  if (state === 'closed')
    return (
      <Alert rank="information" word={t('wall.closed')} compact>
        {t('secretary.session.closed')}
      </Alert>
    );
  if (meeting.secrecy.closedFor !== undefined)
    return (
      <Alert rank="information" word={t('wall.doors')} compact>
        {t('secretary.session.doors')}
      </Alert>
    );
  return null;
}
