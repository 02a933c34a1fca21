import type { PersonId } from '@klubba/meeting';
import type { BodyView } from '@klubba/protocol';
import { useText } from '../app/text.tsx';
import { dayAfter, isDate } from './dates.ts';
import type { Done } from './done-line.tsx';
import { FormDialog } from './form-dialog.tsx';
import { LeavingFields, useLeaving } from './leaving-fields.tsx';
import { type RegisterCommand, useRegisterCommand } from './use-register.ts';

/** A substitute leaves: last day and why. The others keep their numbers, and with them their order. */
export function EndSubstituteDialog(props: {
  readonly view: BodyView;
  readonly person: PersonId;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
}) {
  const { view, person, onClose, onDone } = props;
  const t = useText();
  const leaving = useLeaving();
  const { to, why } = leaving;
  const { send, ...sending } = useRegisterCommand();
  const name = view.names[person] ?? person;
  const save = async () => {
    if (!isDate(to)) return;
    if (await send({ type: 'endSubstitute', body: view.body, person, to, why }))
      onDone({ words: t('admin.body.done.substituteEnded', { name }), undo: placeAgain(view, person, to) });
  };
  return (
    <FormDialog
      title={t('admin.body.endSubstitute.title', { name })}
      save={t('admin.body.end.save')}
      sending={sending}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <LeavingFields leaving={leaving} />
    </FormDialog>
  );
}

/** The same place from the day after, so that nothing is missing in between. */
function placeAgain(view: BodyView, person: PersonId, to: string): RegisterCommand | undefined {
  const held = view.places.find((one) => one.person === person && one.from <= to && (one.to ?? to) >= to);
  if (held === undefined || !isDate(to)) return undefined;
  const { ended: _ended, from: _from, ...place } = held;
  return { type: 'addSubstitute', body: view.body, ...place, from: dayAfter(to) };
}
