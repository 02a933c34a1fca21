import { durationText, timeText } from '@klubba/i18n';
import { BellRing } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useText } from '../app/text.tsx';
import { useMeeting, useServerNow } from '../live/index.ts';
import { Icon } from '../ui/index.ts';
import css from './break-rooms.module.css';
import { soundSignal } from './tone.ts';
import { type BreakEnd, breakEnd, type Heard, sounds } from './two-minutes.ts';

/** How near the end of the break is, followed to the second. `audible`: the signal sounds here when two minutes are left. */
export function useBreakEnd(audible: boolean): BreakEnd {
  const until = useMeeting((meeting) => meeting.adjournment.current?.until);
  const end = breakEnd(until, useServerNow(1_000));
  const before = useRef<Heard>(undefined);
  useEffect(() => {
    const now: Heard = { until, end };
    if (audible && sounds(before.current, now)) soundSignal().catch(() => undefined);
    before.current = now;
  }, [until, end, audible]);
  return end;
}

/**
 * The two-minute signal on a screen: words that are read out once, and a figure that counts down for the eye alone. Keep it mounted
 * through the break.
 */
export function BreakEndLine({ audible }: { readonly audible: boolean }) {
  const t = useText();
  const until = useMeeting((meeting) => meeting.adjournment.current?.until);
  const now = useServerNow(1_000);
  const end = useBreakEnd(audible);
  return (
    <div className={end === 'far' ? css.noEnd : css.end}>
      <p role="status">
        {end !== 'far' && until !== undefined && (
          <>
            <Icon shape={BellRing} />
            <span>
              <b>{t(end === 'near' ? 'breaks.near' : 'breaks.over')}</b>{' '}
              {end === 'near' ? t('breaks.near.note', { time: timeText(until) }) : t('breaks.over.note')}
            </span>
          </>
        )}
      </p>
      {end === 'near' && until !== undefined && (
        <span aria-hidden="true" className={css.left}>
          {durationText(Math.ceil((until - now) / 1_000))}
        </span>
      )}
    </div>
  );
}
