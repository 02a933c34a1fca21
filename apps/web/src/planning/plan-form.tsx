import { type TextKey, timeText } from '@klubba/i18n';
import { type BodyId, type MeetingPlan, REMIND_DAYS } from '@klubba/meeting';
import type { PlanWish } from '@klubba/protocol';
import { type ReactNode, useState } from 'react';
import { useText } from '../app/text.tsx';
import { Alert, Button, Checkbox, NextStep, Select, TextArea, TextField } from '../ui/index.ts';
import { type DraftItem, draftOf, newDraft, refusalKey } from './draft.ts';
import type { PlanPerson } from './item-details.tsx';
import { ItemsEditor } from './items-editor.tsx';
import css from './planning.module.css';

const FORMS: readonly PlanWish['form'][] = ['physical', 'hybrid', 'allButPresidium', 'severalRooms'];

/** Everything of a plan but its items and its body, as it stands in the boxes. */
export type PlanFields = Omit<PlanWish, 'body' | 'items' | 'firstNumber' | 'fallback' | 'remindDays' | 'rehearsal'> & {
  readonly firstNumber: string;
  readonly fallback: string;
  readonly remindDays: string;
  readonly rehearsal: boolean;
};

export const EMPTY_PLAN: PlanFields = {
  date: '',
  time: '18:00',
  place: '',
  form: 'physical',
  firstNumber: '1',
  fallback: '',
  remindDays: String(REMIND_DAYS),
  rehearsal: false,
};

export function fieldsOf(plan: MeetingPlan): PlanFields {
  return {
    date: plan.date,
    time: timeText(plan.startsAt).replace('.', ':'),
    place: plan.place,
    form: plan.form,
    firstNumber: String(Math.min(...plan.items.map((item) => item.number))),
    fallback: plan.notice.fallback ?? '',
    remindDays: String(plan.notice.remindDays ?? REMIND_DAYS),
    rehearsal: plan.rehearsal ?? false,
  };
}

export function draftsOf(plan: MeetingPlan): readonly DraftItem[] {
  return plan.items.toSorted((a, b) => a.number - b.number).map((item) => draftOf(item, plan.people));
}

/** An item needs a closed ballot, and the body has not decided that it may be held at a distance (DEC-14). */
const BARRED = 'MTG-BALLOT-PLANNED';
const moved = (item: DraftItem): DraftItem =>
  item.kind === 'election' && item.closed ? { ...item, move: true } : item;

/** From 0 up; what is no number is as if nothing had been said. */
function wholeNumber(text: string, otherwise: number, most: number): number {
  return /^\d{1,3}$/.test(text.trim()) ? Math.min(most, Number(text)) : otherwise;
}

/** What every meeting begins with. */
export function firstDrafts(t: (key: TextKey) => string): readonly DraftItem[] {
  return (['rollCall', 'adjusters', 'agenda'] as const).map((kind) => newDraft(kind, t(`planning.new.${kind}`)));
}

export type PlanFormProps = {
  readonly title: string;
  readonly bodies: readonly { readonly id: BodyId; readonly name: string }[];
  readonly fields: PlanFields;
  readonly items: readonly DraftItem[];
  readonly people: readonly PlanPerson[];
  readonly documents: (item: DraftItem, put: (change: Partial<DraftItem>) => void) => ReactNode;
  readonly notice?: ReactNode;
  readonly send: { readonly label: string; readonly effect: string; readonly failed: string };
  /** Resolves to the rule that stood in the way; undefined: done. */
  readonly onSend: (wish: Omit<PlanWish, 'items'>, items: readonly DraftItem[]) => Promise<string | undefined>;
};

/** Body, time, place, form and items of a meeting that lies ahead. */
export function PlanForm(props: PlanFormProps) {
  const { title, bodies, people, documents, notice, send, onSend } = props;
  const t = useText();
  const [body, setBody] = useState<BodyId | undefined>(bodies.length === 1 ? bodies[0]?.id : undefined);
  const [fields, setFields] = useState(props.fields);
  const [items, setItems] = useState(props.items);
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const put = (change: Partial<PlanFields>): void => setFields({ ...fields, ...change });
  const plan = async (planned = items) => {
    const { firstNumber, fallback, remindDays, rehearsal, ...rest } = fields;
    if (body === undefined) return setTrouble('PLN-NO-BODY');
    if (rest.date === '') return setTrouble('PLN-PAST');
    setSending(true);
    setTrouble(undefined);
    const wish = {
      ...rest,
      body,
      firstNumber: Math.max(1, Math.trunc(Number(firstNumber)) || 1),
      ...(fallback.trim() === '' ? {} : { fallback }),
      remindDays: wholeNumber(remindDays, REMIND_DAYS, 30),
      ...(rehearsal ? { rehearsal } : {}),
    };
    const rule = await onSend(wish, planned);
    setSending(false);
    return setTrouble(rule);
  };
  const troubleKey = trouble === undefined ? undefined : (refusalKey(trouble) ?? 'planning.desk.unreachable');
  return (
    <div className={css.form}>
      <h1 className={css.title}>{title}</h1>
      {notice}
      <div className={css.fields}>
        {bodies.length === 1 ? null : (
          <Select
            label={t('planning.new.body')}
            placeholder={t('planning.new.choose')}
            options={bodies.map(({ id, name }) => ({ id, label: name }))}
            value={body ?? null}
            onChange={(id) => setBody(id as BodyId)}
          />
        )}
        <TextField type="date" label={t('planning.new.date')} value={fields.date} onChange={(date) => put({ date })} />
        <TextField type="time" label={t('planning.new.time')} value={fields.time} onChange={(time) => put({ time })} />
        <TextField
          label={t('planning.new.place')}
          hint={t('planning.new.place.hint')}
          value={fields.place}
          onChange={(place) => put({ place })}
          maxLength={200}
        />
        <Select
          label={t('planning.new.form')}
          placeholder={t('planning.new.choose')}
          options={FORMS.map((form) => ({ id: form, label: t(`planning.new.form.${form}`) }))}
          value={fields.form}
          onChange={(form) => put({ form: form as PlanWish['form'] })}
        />
        <TextField
          inputMode="numeric"
          label={t('planning.new.first')}
          value={fields.firstNumber}
          onChange={(firstNumber) => put({ firstNumber })}
          maxLength={4}
        />
        <TextField
          inputMode="numeric"
          label={t('planning.new.remind')}
          hint={t('planning.new.remind.hint')}
          value={fields.remindDays}
          onChange={(remindDays) => put({ remindDays })}
          maxLength={2}
        />
      </div>
      <ItemsEditor items={items} onChange={setItems} people={people} documents={documents} />
      <TextArea
        label={t('planning.new.fallback')}
        value={fields.fallback}
        onChange={(fallback) => put({ fallback })}
        rows={3}
        maxLength={2_000}
      />
      <Checkbox checked={fields.rehearsal} onChange={(on) => put({ rehearsal: on })}>
        {t('planning.new.rehearsal')}
      </Checkbox>
      <div role="status">
        {troubleKey !== undefined && (
          <Alert
            rank="warning"
            word={send.failed}
            compact
            actions={
              trouble === BARRED && (
                <>
                  <Button size="s" onPress={() => put({ form: 'physical' })}>
                    {t('planning.barred.room')}
                  </Button>
                  <Button size="s" onPress={() => void plan(items.map(moved))}>
                    {t('planning.barred.move')}
                  </Button>
                </>
              )
            }
          >
            {t(troubleKey)}
          </Alert>
        )}
      </div>
      <NextStep busy={sending ? t('planning.sending') : undefined} effect={send.effect} onPress={() => void plan()}>
        {send.label}
      </NextStep>
    </div>
  );
}
