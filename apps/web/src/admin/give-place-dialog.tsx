import type { PartyId, PersonId } from '@klubba/meeting';
import type { BodyView } from '@klubba/protocol';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Select, TextField } from '../ui/index.ts';
import css from './admin.module.css';
import { isDate, today } from './dates.ts';
import { FormDialog } from './form-dialog.tsx';
import { PersonPicker } from './person-picker.tsx';
import { useRegister } from './register-context.tsx';
import { useRegisterCommand } from './use-register.ts';

const NO_CONSTITUENCY = '-';
const NO_PARTY = '-';
const BASES = ['election', 'byElection', 'successor', 'appointment'] as const;

/** Gives a vacant seat to somebody, or, without `seat`, puts somebody last among the substitutes of a party. */
export function GivePlaceDialog(props: {
  readonly view: BodyView;
  readonly party: PartyId | undefined;
  readonly seat: number | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { view, seat, onClose, onDone } = props;
  const t = useText();
  const { summary } = useRegister();
  const [person, setPerson] = useState<PersonId | null>(null);
  const [party, setParty] = useState<string>(props.party ?? NO_PARTY);
  const [basis, setBasis] = useState<(typeof BASES)[number]>('byElection');
  const [reference, setReference] = useState('');
  const [from, setFrom] = useState<string>(today);
  const [constituency, setConstituency] = useState(NO_CONSTITUENCY);
  const [tried, setTried] = useState(false);
  const { send, ...sending } = useRegisterCommand();
  const constituencies = summary.constituencies.filter(
    (one) => one.council === view.body && one.from <= from && (one.to ?? from) >= from,
  );
  const save = async () => {
    setTried(true);
    if (person === null || !isDate(from)) return;
    const ofParty = party === NO_PARTY ? {} : { party: party as PartyId };
    const within = constituency === NO_CONSTITUENCY ? {} : { constituency };
    const place = { body: view.body, person, from, ...ofParty, ...within };
    const isDone = await send(
      seat === undefined
        ? { type: 'addSubstitute', order: nextOrder(view, { ...ofParty, ...within }), ...place }
        : {
            type: 'giveSeat',
            seat,
            basis,
            ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
            ...place,
          },
    );
    if (isDone) onDone();
  };
  return (
    <FormDialog
      title={seat === undefined ? t('admin.body.addSubstitute') : t('admin.body.giveSeat', { seat })}
      sending={sending}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <PersonPicker
        label={t('admin.picker.person')}
        near={[]}
        value={person}
        onChange={setPerson}
        error={tried && person === null ? t('admin.fault.missing') : undefined}
      />
      <div className={css.two}>
        <Select
          label={t('admin.person.party')}
          value={party}
          onChange={setParty}
          options={[
            { id: NO_PARTY, label: t('admin.person.noParty') },
            ...summary.parties.map((one) => ({ id: one.id, label: one.name })),
          ]}
        />
        <TextField
          label={t('admin.from')}
          type="date"
          value={from}
          onChange={setFrom}
          error={isDate(from) ? undefined : t('admin.fault.date')}
        />
      </div>
      {constituencies.length > 0 && (
        <Select
          label={t('admin.body.constituency')}
          value={constituency}
          onChange={setConstituency}
          options={[
            { id: NO_CONSTITUENCY, label: t('admin.body.noConstituency') },
            ...constituencies.map((one) => ({ id: one.name, label: one.name })),
          ]}
        />
      )}
      {seat !== undefined && (
        <div className={css.two}>
          <Select
            label={t('admin.body.basis')}
            value={basis}
            onChange={(id) => setBasis(BASES.find((one) => one === id) ?? 'byElection')}
            options={BASES.map((one) => ({ id: one, label: t(`admin.basis.${one}`) }))}
          />
          <TextField
            label={t('admin.body.reference')}
            hint={t('admin.body.reference.hint')}
            value={reference}
            onChange={setReference}
            maxLength={200}
          />
        </div>
      )}
    </FormDialog>
  );
}

/** After the last who stands there on the day shown, or later. */
function nextOrder(view: BodyView, list: { readonly party?: PartyId; readonly constituency?: string }): number {
  const taken = view.places
    .filter((place) => place.party === list.party && place.constituency === list.constituency)
    .filter((place) => place.to === undefined || place.to >= view.on)
    .map((place) => place.order);
  return Math.max(0, ...taken) + 1;
}
