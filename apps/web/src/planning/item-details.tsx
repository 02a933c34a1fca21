import type { Item, PersonId } from '@klubba/meeting';
import type { ReactNode } from 'react';
import { useText } from '../app/text.tsx';
import { Checkbox, Select, TextArea, TextField } from '../ui/index.ts';
import { type DraftItem, isAsked } from './draft.ts';
import css from './planning.module.css';

export type PlanPerson = { readonly id: PersonId; readonly name: string };

type Part = {
  readonly item: DraftItem;
  readonly number: number;
  readonly onChange: (change: Partial<DraftItem>) => void;
};

const FORMAL: readonly DraftItem['kind'][] = ['rollCall', 'adjusters', 'agenda'];
const DOORS: readonly Item['doors'][] = ['open', 'closed', 'secret'];

/** What an election cannot be planned without. */
export function ElectionFields({ item, number, onChange }: Part) {
  const t = useText();
  return (
    <div className={css.election}>
      <TextField
        label={t('planning.item.office', { number })}
        hint={t('planning.item.office.hint')}
        value={item.office}
        onChange={(office) => onChange({ office })}
        maxLength={200}
      />
      <TextField
        inputMode="numeric"
        label={t('planning.item.places', { number })}
        value={item.places}
        onChange={(places) => onChange({ places })}
        maxLength={3}
      />
      <Checkbox checked={item.closed} onChange={(closed) => onChange({ closed })} note={t('planning.item.closed.hint')}>
        {t('planning.item.closed', { number })}
      </Checkbox>
    </div>
  );
}

/** What else there is to say of an item: folded away, because most of it is said of few. */
export function ItemDetails({
  item,
  number,
  people,
  onChange,
  children,
}: Part & { readonly people: readonly PlanPerson[]; readonly children: ReactNode }) {
  const t = useText();
  if (FORMAL.includes(item.kind)) return null;
  const options = people.map(({ id, name }) => ({ id, label: name }));
  return (
    <details className={css.details}>
      <summary>{t('planning.item.more', { number })}</summary>
      <div className={css.detailFields}>
        {item.kind !== 'election' && (
          <>
            <div className={css.wide}>
              <TextArea
                legal
                label={t('planning.item.proposal')}
                hint={t('planning.item.proposal.hint')}
                value={item.tabledText}
                onChange={(tabledText) => onChange({ tabledText })}
                rows={3}
                maxLength={4_000}
              />
            </div>
            <TextField
              label={t('planning.item.by')}
              hint={t('planning.item.by.hint')}
              value={item.tabledBy}
              onChange={(tabledBy) => onChange({ tabledBy })}
              maxLength={200}
            />
          </>
        )}
        <TextField
          label={t('planning.item.prepared')}
          hint={t('planning.item.prepared.hint')}
          value={item.preparedBy}
          onChange={(preparedBy) => onChange({ preparedBy })}
          maxLength={400}
        />
        <TextField
          label={t('planning.item.diary')}
          value={item.diaryNumber}
          onChange={(diaryNumber) => onChange({ diaryNumber })}
          maxLength={60}
        />
        <Select
          label={t('planning.item.doors')}
          hint={t('planning.item.doors.hint')}
          placeholder={t('planning.item.doors.body')}
          options={DOORS.map((doors) => ({ id: doors, label: t(`planning.item.doors.${doors}`) }))}
          value={item.doors ?? null}
          onChange={(doors) => onChange({ doors: doors as Item['doors'] })}
        />
        {item.kind === 'bill' && (
          <TextField
            type="date"
            label={t('planning.item.raised')}
            hint={t('planning.item.raised.hint')}
            value={item.raisedOn}
            onChange={(raisedOn) => onChange({ raisedOn })}
          />
        )}
        <TextField
          label={t('planning.item.heard')}
          hint={t('planning.item.heard.hint')}
          value={item.heard ?? ''}
          onChange={(heard) => onChange({ heard })}
          maxLength={400}
        />
        {isAsked(item.kind) && people.length > 0 && (
          <>
            <Select
              label={t('planning.item.asker')}
              placeholder={t('planning.new.choose')}
              options={options}
              value={item.asker ?? null}
              onChange={(asker) => onChange({ asker: asker as PersonId })}
            />
            <Select
              label={t('planning.item.answerer')}
              placeholder={t('planning.new.choose')}
              options={options}
              value={item.answerer ?? null}
              onChange={(answerer) => onChange({ answerer: answerer as PersonId })}
            />
          </>
        )}
        {children}
      </div>
    </details>
  );
}
