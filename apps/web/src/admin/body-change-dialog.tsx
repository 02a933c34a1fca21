import type { BodyId } from '@klubba/meeting';
import type { BodyList, BodyView } from '@klubba/protocol';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Checkbox, Select, TextField } from '../ui/index.ts';
import css from './admin.module.css';
import { useServer } from './api.ts';
import { isDate } from './dates.ts';
import type { Done } from './done-line.tsx';
import { FormDialog } from './form-dialog.tsx';
import { type RegisterCommand, useRegisterCommand } from './use-register.ts';

type ChangeBody = Extract<RegisterCommand, { readonly type: 'changeBody' }>;

const NO_PARENT = '-';
const SEATS_MAX = 1_000;
const WHOLE = /^\d{1,9}$/u;

/** A body gets another name, number of seats or place in the organisation from a day on. What it was before that day stays. */
export function BodyChangeDialog(props: {
  readonly view: BodyView;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
}) {
  const { view, onClose, onDone } = props;
  const t = useText();
  const [draft, setDraft] = useState(() => draftOf(view));
  const [tried, setTried] = useState(false);
  const { send, ...sending } = useRegisterCommand();
  const faults = faultsOf(draft);
  const put = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const error = (field: keyof Draft) => {
    const fault = tried ? faults[field] : undefined;
    return fault === undefined ? undefined : t(`admin.fault.${fault}`);
  };
  const line = (field: 'name' | 'seats' | 'voters' | 'from' | 'to', label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      type={field === 'from' || field === 'to' ? 'date' : 'text'}
      {...(field === 'seats' || field === 'voters' ? { inputMode: 'numeric' as const } : {})}
      value={draft[field]}
      onChange={(value) => put({ [field]: value })}
      error={error(field)}
      maxLength={200}
    />
  );
  const save = async () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const change = changeOf(view, draft);
    if (await send(change))
      onDone({ words: t('admin.body.change.done', { from: change.from }), undo: asItWas(view, change) });
  };
  return (
    <FormDialog
      title={t('admin.body.change.title', { body: view.name })}
      sending={sending}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      {line('name', t('admin.body.name'))}
      <div className={css.two}>
        {line(
          'seats',
          t('admin.body.seats'),
          view.kind === 'council' ? t('admin.body.change.seats.council') : undefined,
        )}
        <Parent view={view} value={draft.parent} onChange={(parent) => put({ parent })} />
      </div>
      {view.kind === 'council' && (
        <>
          {line('voters', t('admin.body.change.voters'), t('admin.body.change.voters.hint'))}
          <Checkbox checked={draft.isRegion} onChange={(isRegion) => put({ isRegion })}>
            {t('admin.body.change.region')}
          </Checkbox>
        </>
      )}
      <div className={css.two}>
        {line('from', t('admin.from'), t('admin.body.change.from.hint'))}
        {line('to', t('admin.to'), t('admin.body.change.to.hint'))}
      </div>
      <p>{t('admin.body.change.quorum')}</p>
      <p className={css.by}>{t('admin.body.change.effect')}</p>
    </FormDialog>
  );
}

function Parent(props: {
  readonly view: BodyView;
  readonly value: string;
  readonly onChange: (parent: string) => void;
}) {
  const t = useText();
  const [bodies] = useServer<BodyList>('/api/register/bodies');
  const others = bodies.is === 'value' ? bodies.value.bodies.filter((one) => one.body !== props.view.body) : [];
  return (
    <Select
      label={t('admin.body.parent')}
      hint={t('admin.body.parent.hint')}
      value={props.value}
      onChange={props.onChange}
      options={[
        { id: NO_PARENT, label: t('admin.body.noParent') },
        ...others.map((one) => ({ id: one.body, label: one.name })),
      ]}
    />
  );
}

type Draft = {
  readonly name: string;
  readonly seats: string;
  readonly voters: string;
  readonly isRegion: boolean;
  readonly parent: string;
  readonly from: string;
  readonly to: string;
};

function draftOf(view: BodyView): Draft {
  return {
    name: view.name,
    seats: String(view.seatsTotal),
    voters: view.voters === undefined ? '' : String(view.voters),
    isRegion: view.isRegion === true,
    parent: view.parent ?? NO_PARENT,
    from: view.on,
    to: view.to ?? '',
  };
}

type Fault = 'missing' | 'number' | 'date' | 'order';

function faultsOf({ name, seats, voters, from, to }: Draft): Partial<Readonly<Record<keyof Draft, Fault>>> {
  const total = WHOLE.test(seats.trim()) ? Number(seats) : 0;
  return {
    ...(name.trim() === '' ? { name: 'missing' as const } : {}),
    ...(total >= 1 && total <= SEATS_MAX ? {} : { seats: 'number' as const }),
    ...(voters.trim() === '' || WHOLE.test(voters.trim()) ? {} : { voters: 'number' as const }),
    ...(isDate(from) ? {} : { from: 'date' as const }),
    ...(to === '' || isDate(to) ? {} : { to: 'date' as const }),
    ...(isDate(from) && isDate(to) && to < from ? { to: 'order' as const } : {}),
  };
}

function changeOf(view: BodyView, draft: Draft): ChangeBody {
  return {
    type: 'changeBody',
    body: view.body,
    kind: view.kind,
    name: draft.name.trim(),
    seatsTotal: Number(draft.seats),
    from: draft.from,
    ...(draft.voters.trim() === '' ? {} : { voters: Number(draft.voters) }),
    ...(draft.isRegion ? { isRegion: true } : {}),
    ...(draft.parent === NO_PARENT ? {} : { parent: draft.parent as BodyId }),
    ...(draft.to === '' ? {} : { to: draft.to }),
  };
}

/** The same day with what held until then. A council's number of seats may be set back so, since it never was another one. */
function asItWas(view: BodyView, { from }: ChangeBody): ChangeBody {
  return changeOf(view, { ...draftOf(view), from });
}
