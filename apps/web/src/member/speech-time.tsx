import { durationText } from '@klubba/i18n';
import type { Speech } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { useMeeting, useServerNow } from '../live/index.ts';
import { speakerTime } from '../ui/index.ts';

/** Beside the speaker's name: "på distans   3.12 av 6.00". */
export function SpeechTime({ speech }: { readonly speech: Speech }) {
  const t = useText();
  const now = useServerNow(1_000);
  const remote = useMeeting((meeting) => meeting.attendance.present[speech.person]?.mode === 'remote');
  const where = remote ? t('video.remote') : t('video.inRoom');
  if (speech.limit === null) return where;
  const { elapsed } = speakerTime(now - speech.from, speech.limit);
  return `${where}  ${durationText(elapsed)} ${t('member.timer.of')} ${durationText(speech.limit)}`;
}
