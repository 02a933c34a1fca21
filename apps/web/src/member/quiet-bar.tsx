import { type PersonId, personWithParty } from '@klubba/meeting';
import { LifeBuoy } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { Button, ButtonRow, OnAirMark } from '../ui/index.ts';

/** The foot of a screen without pictures: that nobody hears or sees one, and help. */
export function QuietBar({
  me,
  onHelp,
  beside,
}: {
  readonly me: PersonId;
  readonly onHelp: () => void;
  /** On a phone: what the top bar has no room for. */
  readonly beside?: ReactNode;
}) {
  const t = useText();
  const meeting = useMeeting();
  const mode = meeting.attendance.present[me]?.mode;
  const where = mode === undefined ? '' : `, ${t(mode === 'remote' ? 'video.remote' : 'video.inRoom')}`;
  return (
    <>
      <OnAirMark state="off" title={t('member.nobody')} note={`${personWithParty(meeting.plan, me)}${where}`} />
      <ButtonRow>
        {beside}
        <Button icon={LifeBuoy} onPress={onHelp}>
          {t('member.help.title')}
        </Button>
      </ButtonRow>
    </>
  );
}
