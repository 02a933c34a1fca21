import { isCouncil, type Meeting, type PersonId, personWithParty, type SeatId } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, Dialog } from '../ui/index.ts';
import type { SeatAction } from './seat-actions.ts';
import { seatNow } from './seat-board-view.ts';

/** A change of who serves, with its effect said before it is carried out. */
export function CallInDialog({
  meeting,
  seat,
  action,
  onClose,
}: {
  readonly meeting: Meeting;
  readonly seat: SeatId;
  readonly action: Pick<SeatAction, 'act' | 'about' | 'command'>;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { send, sending, refusal } = useCommand();
  const name = personWithParty(meeting.plan, action.about);
  const carryOut = async () => {
    const outcome = await send(action.command);
    if (outcome.kind === 'done') onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`secretary.act.${action.act}`, { name })}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" onPress={() => void carryOut()} busy={sending ? t('chair.sending') : undefined}>
            {t(`secretary.act.${action.act}`, { name })}
          </Button>
        </>
      }
    >
      {effectsOf(meeting, seat, action.act, action.about, t).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <RefusalLine refusal={refusal} />
    </Dialog>
  );
}

/** What follows, in sentences. In a council one who leaves for another reason than conflict may not serve again that day (KL 5:20). */
function effectsOf(
  meeting: Meeting,
  id: SeatId,
  act: SeatAction['act'],
  about: PersonId,
  t: ReturnType<typeof useText>,
): readonly string[] {
  const seat = meeting.plan.seats.find((one) => one.id === id);
  const away = seat === undefined ? undefined : seatNow(meeting, seat).person;
  const name = personWithParty(meeting.plan, about);
  const { settings, kind } = meeting.plan.body;
  const bars =
    meeting.attendance.rollCall.declaredQuorate !== undefined &&
    (isCouncil(kind) || !settings.memberMayResumeAfterHindrance.value);
  const barred = (who: PersonId) =>
    bars && meeting.attendance.serving[id]?.person === who
      ? [t('script.effect.substituteBars', { name: personWithParty(meeting.plan, who) })]
      : [];
  switch (act) {
    case 'callSubstitute':
      return [
        away === undefined || away === about
          ? t('secretary.effect.serves', { name })
          : t('secretary.effect.servesFor', { name, away: personWithParty(meeting.plan, away) }),
        ...(away === undefined ? [] : barred(away)),
      ];
    case 'noteAbsent':
      return [t('script.effect.noteAbsent', { name }), ...barred(about)];
    case 'leaves':
      return [t('secretary.effect.leaves', { name }), ...barred(about)];
    case 'conflict':
      return [t('secretary.effect.conflict', { name })];
    default:
      return [];
  }
}
