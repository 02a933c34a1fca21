import { dateText, timeText, weekdayText } from '@klubba/i18n';
import type { Meeting } from '@klubba/meeting';
import { usePreferences, useText } from '../app/text.tsx';
import { Countdown, WallQuiet } from '../ui/index.ts';

/** Before the meeting: what, when, where, and how many have come. */
export function WallBefore({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { language } = usePreferences();
  const { plan, attendance } = meeting;
  const elected = new Set([...plan.seats.map((s) => s.holder), ...plan.substitutes.flatMap((l) => l.persons)]);
  const here = Object.values(attendance.present).filter((one) => one.admitted && elected.has(one.person)).length;
  return (
    <WallQuiet
      headline={plan.body.name}
      why={
        <>
          {t('wall.before', {
            weekday: weekdayText(language, plan.date),
            date: dateText(language, plan.date),
            place: plan.place,
          })}
          {attendance.checkInOpen && <span> {t('wall.before.checkedIn', { count: here })}</span>}
        </>
      }
      aside={
        <Countdown look="hall" figure={timeText(plan.startsAt)}>
          {t('wall.before.begins')}
        </Countdown>
      }
    />
  );
}
