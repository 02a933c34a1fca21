import { type Meeting, personWithParty } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, Dialog } from '../ui/index.ts';

/** Who leads from now on. Queue and item stay as they are. */
export function HandOverDialog({
  isOpen,
  onClose,
  meeting,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly meeting: Meeting;
}) {
  const t = useText();
  const { send, refusal } = useCommand();
  const candidates = meeting.plan.duties.filter(
    (d) =>
      (d.duty === 'chair' || d.duty === 'viceChair' || d.duty === 'secondViceChair') &&
      d.person !== meeting.agenda.leader,
  );
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('chair.handOver')}
      actions={<Button onPress={onClose}>{t('common.cancel')}</Button>}
    >
      <p>{t('chair.handOver.effect')}</p>
      {candidates.map(({ person, duty }) => (
        <Button
          key={person}
          wide
          align="start"
          note={t(`label.duty.${duty}`)}
          onPress={() =>
            void send({ type: 'handOverChair', to: person }).then((outcome) => outcome.kind === 'done' && onClose())
          }
        >
          {personWithParty(meeting.plan, person)}
        </Button>
      ))}
      <RefusalLine refusal={refusal} />
    </Dialog>
  );
}
