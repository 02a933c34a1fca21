import { BODY_KINDS, type BodyId, type BodyKind, type LocalDate } from '@klubba/meeting';
import type { BodyLine } from '@klubba/protocol';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Select, TextField } from '../ui/index.ts';
import css from './admin.module.css';
import { isDate, today } from './dates.ts';
import { FormDialog } from './form-dialog.tsx';
import { newId, useRegisterCommand } from './use-register.ts';

const NO_PARENT = '-';
const SEATS_MAX = 1_000;

/** A new body: what it is called, its kind, its full number of seats, whom it answers to, and from which day. */
export function BodyForm({
  bodies,
  onClose,
  onSaved,
}: {
  readonly bodies: readonly BodyLine[];
  readonly onClose: () => void;
  readonly onSaved: (body: BodyId) => void;
}) {
  const t = useText();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<string | null>(null);
  const [seats, setSeats] = useState('');
  const [parent, setParent] = useState(NO_PARENT);
  const [from, setFrom] = useState<string>(today);
  const [tried, setTried] = useState(false);
  const { send, ...sending } = useRegisterCommand();
  const total = /^\d{1,4}$/u.test(seats.trim()) ? Number(seats) : 0;
  const faults = {
    name: name.trim() === '' ? t('admin.fault.missing') : undefined,
    kind: kind === null ? t('admin.fault.missing') : undefined,
    seats: total >= 1 && total <= SEATS_MAX ? undefined : t('admin.fault.number'),
    from: isDate(from) ? undefined : t('admin.fault.date'),
  };
  const error = (field: keyof typeof faults) => (tried ? faults[field] : undefined);
  const save = async () => {
    setTried(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    const body = newId('body') as BodyId;
    const isDone = await send({
      type: 'addBody',
      body,
      name: name.trim(),
      kind: kind as BodyKind,
      seatsTotal: total,
      from: from as LocalDate,
      ...(parent === NO_PARENT ? {} : { parent: parent as BodyId }),
    });
    if (isDone) onSaved(body);
  };
  return (
    <FormDialog title={t('admin.body.add')} sending={sending} onClose={onClose} onSubmit={() => void save()}>
      <TextField label={t('admin.body.name')} value={name} onChange={setName} error={error('name')} maxLength={200} />
      <div className={css.two}>
        <Select
          label={t('admin.body.kind')}
          placeholder={t('admin.choose')}
          value={kind}
          onChange={setKind}
          error={error('kind')}
          options={BODY_KINDS.map((one) => ({ id: one, label: t(`label.body.${one}`) }))}
        />
        <TextField
          label={t('admin.body.seats')}
          inputMode="numeric"
          value={seats}
          onChange={setSeats}
          error={error('seats')}
        />
      </div>
      <div className={css.two}>
        <Select
          label={t('admin.body.parent')}
          hint={t('admin.body.parent.hint')}
          value={parent}
          onChange={setParent}
          options={[
            { id: NO_PARENT, label: t('admin.body.noParent') },
            ...bodies.map((one) => ({ id: one.body, label: one.name })),
          ]}
        />
        <TextField
          label={t('admin.from')}
          hint={t('admin.body.from.hint')}
          type="date"
          value={from}
          onChange={setFrom}
          error={error('from')}
        />
      </div>
    </FormDialog>
  );
}
