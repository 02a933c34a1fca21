import { type Meeting, missingFromCheck, personWithParty } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { Countdown, WallQuiet } from '../ui/index.ts';

/** More names than these would not be read. */
const NAMED = 8;

/** The check after a break: how many are in place, and who is missing when few are. */
export function WallCheck({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const missing = missingFromCheck(meeting);
  const serving = Object.keys(meeting.attendance.serving).length;
  const names = missing.map((person) => personWithParty(meeting.plan, person)).join(', ');
  const few = missing.length > 0 && missing.length <= NAMED;
  return (
    <WallQuiet
      headline={t('wall.check')}
      why={few ? t('wall.check.missing', { names }) : t('wall.check.why')}
      aside={
        <Countdown look="hall" figure={`${serving - missing.length}`}>
          {t('wall.check.of', { serving })}
        </Countdown>
      }
    />
  );
}
