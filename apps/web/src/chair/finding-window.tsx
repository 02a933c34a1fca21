import { timeWithSeconds } from '@klubba/i18n';
import { currentFrame, currentQuestion, type Meeting, openVote, personWithParty } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { useServerNow } from '../live/index.ts';
import { WindowTrail } from '../ui/index.ts';

/** Between the finding and the gavel: how long it has been open to demand a vote, and whether somebody has. */
export function FindingWindow({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const now = useServerNow(1_000);
  const question = currentQuestion(meeting);
  const frame = question && currentFrame(question);
  if (frame?.foundAt === undefined || frame.vote !== undefined || openVote(meeting.decisions) !== undefined)
    return null;
  // Once demanded in a chain, the figure says what is voted on; the window is over.
  if (frame.demandedBy !== undefined && question !== undefined && question.frames.length > 1) return null;
  const seconds = Math.max(0, Math.floor((now - frame.foundAt) / 1_000));
  const demanded = frame.demandedBy;
  return (
    <WindowTrail
      label={t('chair.window')}
      finding={{ title: t('chair.window.finding'), note: timeWithSeconds(frame.foundAt) }}
      open={{
        title: t('chair.window.open'),
        note:
          demanded === undefined
            ? t('chair.window.nobody', { seconds })
            : t('chair.window.demanded', { name: personWithParty(meeting.plan, demanded) }),
      }}
      gavel={{
        title: t('chair.window.gavel'),
        note: t(demanded === undefined ? 'chair.window.gavel.yours' : 'chair.window.gavel.afterVote'),
      }}
    />
  );
}
