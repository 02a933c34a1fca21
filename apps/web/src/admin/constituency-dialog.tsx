import type { BodyId } from '@klubba/meeting';
import type { BodyList, RegisterSummary } from '@klubba/protocol';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Select, TextField } from '../ui/index.ts';
import css from './admin.module.css';
import { useServer } from './api.ts';
import { isDate, today } from './dates.ts';
import type { Done } from './done-line.tsx';
import { FormDialog } from './form-dialog.tsx';
import { newId, useRegisterCommand } from './use-register.ts';

type Constituency = RegisterSummary['constituencies'][number];

/** A constituency of a council and the days it is there. What it was called in old seats stays as it was. */
export function ConstituencyDialog(props: {
  readonly constituency: Constituency | undefined;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
}) {
  const { constituency, onClose, onDone } = props;
  const t = useText();
  const [bodies] = useServer<BodyList>('/api/register/bodies');
  const councils = bodies.is === 'value' ? bodies.value.bodies.filter((one) => one.kind === 'council') : [];
  const [name, setName] = useState(constituency?.name ?? '');
  const [chosen, setChosen] = useState<string | undefined>(constituency?.council);
  const [from, setFrom] = useState<string>(constituency?.from ?? today());
  const [to, setTo] = useState<string>(constituency?.to ?? '');
  const [tried, setTried] = useState(false);
  const { send, ...sending } = useRegisterCommand();
  const council = chosen ?? councils[0]?.body;
  const faults = {
    name: name.trim() === '' ? t('admin.fault.missing') : undefined,
    council: council === undefined ? t('admin.fault.missing') : undefined,
    from: isDate(from) ? undefined : t('admin.fault.date'),
    to: to === '' || isDate(to) ? undefined : t('admin.fault.date'),
  };
  const error = (field: keyof typeof faults) => (tried ? faults[field] : undefined);
  const save = async () => {
    setTried(true);
    if (council === undefined || Object.values(faults).some((fault) => fault !== undefined)) return;
    const kept: Constituency = {
      id: constituency?.id ?? newId('constituency'),
      name: name.trim(),
      council: council as BodyId,
      from,
      ...(to === '' ? {} : { to }),
    };
    if (await send({ type: 'keepConstituency', constituency: kept }))
      onDone({
        words: t('admin.constituencies.done', { name: kept.name }),
        undo: constituency === undefined ? undefined : { type: 'keepConstituency', constituency },
      });
  };
  return (
    <FormDialog
      title={
        constituency === undefined
          ? t('admin.constituencies.add')
          : t('admin.constituencies.change', { name: constituency.name })
      }
      sending={sending}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <div className={css.two}>
        <TextField
          label={t('admin.constituencies.name')}
          value={name}
          onChange={setName}
          error={error('name')}
          maxLength={200}
        />
        <Select
          label={t('admin.constituencies.council')}
          placeholder={t('admin.choose')}
          value={council ?? null}
          onChange={setChosen}
          options={councils.map((one) => ({ id: one.body, label: one.name }))}
          error={error('council')}
        />
      </div>
      <div className={css.two}>
        <TextField label={t('admin.from')} type="date" value={from} onChange={setFrom} error={error('from')} />
        <TextField label={t('admin.to')} type="date" value={to} onChange={setTo} error={error('to')} />
      </div>
      <p className={css.by}>{t('admin.constituencies.effect')}</p>
    </FormDialog>
  );
}
