import type { PartyId } from '@klubba/meeting';
import type { RegisterSummary } from '@klubba/protocol';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { TextField } from '../ui/index.ts';
import css from './admin.module.css';
import type { Done } from './done-line.tsx';
import { FormDialog } from './form-dialog.tsx';
import { Swatch } from './swatch.tsx';
import { newId, useRegisterCommand } from './use-register.ts';

type Party = RegisterSummary['parties'][number];

const COLOUR = /^#[0-9a-f]{6}$/u;
const ORDER = /^[1-9]\d{0,2}$/u;

/** What a party is called, its short name, its colour and its place in lists. Meetings planned before keep what they have. */
export function PartyDialog(props: {
  readonly party: Party | undefined;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
}) {
  const { party, onClose, onDone } = props;
  const t = useText();
  const [name, setName] = useState(party?.name ?? '');
  const [short, setShort] = useState(party?.short ?? '');
  const [colour, setColour] = useState(party?.colour ?? '');
  const [order, setOrder] = useState(party?.order === undefined ? '' : String(party.order));
  const [tried, setTried] = useState(false);
  const { send, ...sending } = useRegisterCommand();
  const tint = colour.trim().toLowerCase();
  const faults = {
    name: name.trim() === '' ? t('admin.fault.missing') : undefined,
    short: short.trim() === '' ? t('admin.fault.missing') : undefined,
    colour: tint === '' || COLOUR.test(tint) ? undefined : t('refusal.REG-COLOUR'),
    order: order.trim() === '' || ORDER.test(order.trim()) ? undefined : t('admin.fault.number'),
  };
  const error = (field: keyof typeof faults) => (tried ? faults[field] : undefined);
  const save = async () => {
    setTried(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    const kept: Party = {
      id: party?.id ?? (newId('party') as PartyId),
      name: name.trim(),
      short: short.trim(),
      ...(tint === '' ? {} : { colour: tint }),
      ...(order.trim() === '' ? {} : { order: Number(order) }),
    };
    if (await send({ type: 'keepParty', party: kept }))
      onDone({
        words: t('admin.parties.done', { name: kept.name }),
        undo: party === undefined ? undefined : { type: 'keepParty', party },
      });
  };
  return (
    <FormDialog
      title={party === undefined ? t('admin.parties.add') : t('admin.parties.change', { name: party.name })}
      sending={sending}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <div className={css.two}>
        <TextField
          label={t('admin.parties.name')}
          value={name}
          onChange={setName}
          error={error('name')}
          maxLength={200}
        />
        <TextField
          label={t('admin.parties.short')}
          hint={t('admin.parties.short.hint')}
          value={short}
          onChange={setShort}
          error={error('short')}
          maxLength={20}
        />
      </div>
      <div className={css.two}>
        <TextField
          label={t('admin.parties.order')}
          hint={t('admin.parties.order.hint')}
          inputMode="numeric"
          value={order}
          onChange={setOrder}
          error={error('order')}
          maxLength={3}
        />
        <TextField
          label={t('admin.parties.colour')}
          hint={t('admin.parties.colour.hint')}
          value={colour}
          onChange={setColour}
          error={error('colour')}
          maxLength={7}
        />
      </div>
      {COLOUR.test(tint) && <Swatch colour={tint} />}
    </FormDialog>
  );
}
