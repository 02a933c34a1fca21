import type { LocalDate, PersonId } from '@klubba/meeting';
import type { BodyView } from '@klubba/protocol';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { RadioGroup, TextField } from '../ui/index.ts';
import { dayAfter, isDate } from './dates.ts';
import { FormDialog } from './form-dialog.tsx';
import { LeavingFields, useLeaving } from './leaving-fields.tsx';
import { type RegisterCommand, useRegisterCommand } from './use-register.ts';

const NOBODY = '-';

/** A member leaves: last day, why, and who takes the seat the day after. Meetings until then are not touched. */
export function EndSeatDialog(props: {
  readonly view: BodyView;
  readonly seat: BodyView['seats'][number];
  readonly holder: PersonId;
  readonly onClose: () => void;
  /** With what gives the seat back from the day after, where nobody else has taken it. */
  readonly onDone: (undo: RegisterCommand | undefined) => void;
}) {
  const { view, seat, holder, onClose, onDone } = props;
  const t = useText();
  const leaving = useLeaving();
  const { to, why } = leaving;
  const [successor, setSuccessor] = useState<string>(NOBODY);
  const [reference, setReference] = useState('');
  const { send, ...sending } = useRegisterCommand();
  const name = (person: string) => view.names[person] ?? person;
  const lists = view.substitutes.filter((list) => list.party === seat.party);
  const save = async () => {
    if (!isDate(to)) return;
    const isDone = await send(
      { type: 'endMandate', body: view.body, seat: seat.number, person: holder, to, why },
      ...(successor === NOBODY ? [] : succession(view, seat, successor as PersonId, to, reference.trim())),
    );
    if (isDone) onDone(successor === NOBODY ? giveBack(view, seat, holder, to) : undefined);
  };
  return (
    <FormDialog
      title={t('admin.body.end.title', { name: name(holder), seat: seat.number })}
      save={t('admin.body.end.save')}
      sending={sending}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <LeavingFields leaving={leaving} />
      <RadioGroup
        label={t('admin.body.end.successor')}
        hint={t('admin.body.end.successor.hint')}
        value={successor}
        onChange={setSuccessor}
        options={[
          { id: NOBODY, label: t('admin.body.end.nobody') },
          ...lists.flatMap((list) =>
            list.persons.map((person, at) => ({
              id: person,
              label: t('admin.body.end.substitute', { name: name(person), order: at + 1 }),
            })),
          ),
        ]}
      />
      {successor !== NOBODY && (
        <TextField
          label={t('admin.body.reference')}
          hint={t('admin.body.reference.hint')}
          value={reference}
          onChange={setReference}
          maxLength={200}
        />
      )}
      <p>
        {t('admin.body.end.effect', {
          name: name(holder),
          to: isDate(to) ? to : '',
          successor: successor === NOBODY ? 'none' : name(successor),
          from: isDate(to) ? dayAfter(to) : '',
        })}
      </p>
    </FormDialog>
  );
}

function giveBack(
  view: BodyView,
  seat: BodyView['seats'][number],
  holder: PersonId,
  to: LocalDate,
): RegisterCommand | undefined {
  const held = view.mandates.find((one) => one.seat === seat.number && one.person === holder);
  if (held === undefined) return undefined;
  const { ended: _ended, from: _from, ...mandate } = held;
  return { type: 'giveSeat', body: view.body, ...mandate, from: dayAfter(to) };
}

/** The successor leaves the list of substitutes and takes the seat the day after. */
function succession(
  view: BodyView,
  seat: BodyView['seats'][number],
  person: PersonId,
  to: LocalDate,
  reference: string,
): readonly RegisterCommand[] {
  return [
    { type: 'endSubstitute', body: view.body, person, to, why: 'replaced' },
    {
      type: 'giveSeat',
      body: view.body,
      seat: seat.number,
      person,
      basis: 'successor',
      from: dayAfter(to),
      ...(seat.party === undefined ? {} : { party: seat.party }),
      ...(seat.constituency === undefined ? {} : { constituency: seat.constituency }),
      ...(reference === '' ? {} : { reference }),
    },
  ];
}
