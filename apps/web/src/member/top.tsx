import { timeText } from '@klubba/i18n';
import { currentItem, type Meeting, quorum } from '@klubba/meeting';
import type { ReactNode } from 'react';
import { useText } from '../app/text.tsx';
import { useMeeting, useServerNow } from '../live/index.ts';
import { TopBar } from '../ui/index.ts';

/** What meets, which item is open, whether the body is quorate, and the time: the same on every screen of the member. */
export function MemberTop({
  short = false,
  item,
  isHeading = false,
  actions,
}: {
  /** A phone that needs the room below: one line. */
  readonly short?: boolean;
  /** Instead of the open item. */
  readonly item?: { readonly number?: string; readonly title: string } | undefined;
  readonly isHeading?: boolean;
  /** Before the clock. */
  readonly actions?: ReactNode;
}) {
  const meeting = useMeeting();
  const now = useServerNow(1_000);
  const current = currentItem(meeting);
  const counted = meeting.agenda.phase === 'open' && !short;
  const shown = item ?? (current && { number: `§ ${current.number}`, title: current.title });
  return (
    <TopBar
      body={meeting.plan.body.name}
      item={shown}
      itemIsHeading={isHeading && shown !== undefined}
      presence={counted ? <Presence meeting={meeting} /> : undefined}
      presenceBrief={counted ? <Presence meeting={meeting} brief /> : undefined}
      actions={actions}
      clock={timeText(now)}
      short={short}
    />
  );
}

function Presence({ meeting, brief = false }: { readonly meeting: Meeting; readonly brief?: boolean }): ReactNode {
  const t = useText();
  const { present, seats, required, quorate } = quorum(meeting);
  const { rollCall } = meeting.attendance;
  if (rollCall.state === 'running') {
    const answered = Object.values(rollCall.answers).filter((answer) => answer === 'yes').length;
    return (
      <>
        <b>{answered}</b> {t('member.answered', { required })}
      </>
    );
  }
  const ending = brief ? '.brief' : '';
  return (
    <>
      <b>{t('member.present', { present, seats })}</b>
      {brief ? ', ' : ' '}
      {t(quorate ? (`member.quorate${ending}` as const) : (`member.notQuorate${ending}` as const))}
    </>
  );
}
