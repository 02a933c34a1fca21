import type { BodyId, LocalDate } from '@klubba/meeting';
import type { BodyLine, BodyView } from '@klubba/protocol';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Select, TextArea, TextField } from '../ui/index.ts';
import css from './admin.module.css';
import { isDate } from './dates.ts';
import { FormDialog } from './form-dialog.tsx';
import { FromTemplate } from './rule-template.tsx';
import { RuleValueField, isRuleValue } from './rule-value-field.tsx';
import type { RuleName, RuleValue } from './rule-words.ts';
import { type RegisterCommand, useRegisterCommand } from './use-register.ts';

export type RuleDraft = {
  readonly value: RuleValue;
  readonly wording: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly section: string;
  readonly diaryNumber: string;
  readonly clause: string;
  readonly from: string;
  readonly to: string;
  readonly guidance: string;
  readonly note: string;
};

type Line = Exclude<keyof RuleDraft, 'value' | 'wording'>;
type Faults = Partial<Readonly<Record<keyof RuleDraft, 'missing' | 'date' | 'order' | 'number'>>>;

/** What is missing or cannot be, by field. A rule without a decision to point at is never kept. */
export function ruleFaults(draft: RuleDraft): Faults {
  const date = (day: string, required: boolean) => {
    if (day === '') return required ? ('missing' as const) : undefined;
    return isDate(day) ? undefined : ('date' as const);
  };
  const isBackwards = isDate(draft.from) && isDate(draft.to) && draft.to < draft.from;
  const faults: Record<string, Faults[keyof RuleDraft]> = {
    value: isRuleValue(draft.value) ? undefined : 'number',
    wording: draft.wording.trim() === '' ? 'missing' : undefined,
    decidedBy: draft.decidedBy.trim() === '' ? 'missing' : undefined,
    decidedOn: date(draft.decidedOn, true),
    section: draft.section.trim() === '' ? 'missing' : undefined,
    from: date(draft.from, true),
    to: date(draft.to, false) ?? (isBackwards ? 'order' : undefined),
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
}

const WORDING_LENGTH_MAX = 8_000;

/** Registers what a body has decided: the value by its sentence, the wording, the decision it rests on, and from when. */
export function RuleForm(props: {
  readonly name: RuleName;
  readonly view: BodyView;
  readonly bodies: readonly BodyLine[];
  /** First day proposed. */
  readonly from: LocalDate;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { name, view, bodies, onClose, onDone } = props;
  const t = useText();
  const [draft, setDraft] = useState(() => firstDraft(view, name, props.from));
  const [tried, setTried] = useState(false);
  const { send, ...sending } = useRegisterCommand();
  const faults = ruleFaults(draft);
  const put = (more: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...more }));
  const error = (field: keyof RuleDraft) => {
    const fault = tried ? faults[field] : undefined;
    return fault === undefined ? undefined : t(`admin.fault.${fault}`);
  };
  const line = (field: Line, type: 'text' | 'date' = 'text', hint?: string) => (
    <TextField
      label={t(`admin.rule.field.${field}`)}
      type={type}
      hint={hint}
      value={draft[field]}
      onChange={(value) => put({ [field]: value })}
      error={error(field)}
      maxLength={200}
    />
  );
  const save = async () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    if (await send(commandOf(view.body, name, draft))) onDone();
  };
  return (
    <FormDialog
      title={t('admin.rule.form.title', { rule: t(`admin.setting.${name}`) })}
      save={t('admin.rule.form.save')}
      sending={sending}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <FromTemplate name={name} view={view} onUse={put} />
      <RuleValueField name={name} value={draft.value} onChange={(value) => put({ value })} error={error('value')} />
      <TextArea
        legal
        label={t('admin.rule.field.wording')}
        hint={t('admin.rule.field.wording.hint')}
        value={draft.wording}
        onChange={(wording) => put({ wording })}
        error={error('wording')}
        maxLength={WORDING_LENGTH_MAX}
      />
      <div className={css.two}>
        {line('clause', 'text', t('admin.rule.field.clause.hint'))}
        {line('guidance', 'text', t('admin.rule.field.guidance.hint'))}
      </div>
      <div className={css.two}>
        <Select
          label={t('admin.rule.field.decidedBy')}
          placeholder={t('admin.choose')}
          value={draft.decidedBy === '' ? null : draft.decidedBy}
          onChange={(decidedBy) => put({ decidedBy })}
          options={bodies.map((body) => ({ id: body.body, label: body.name }))}
          error={error('decidedBy')}
        />
        {line('decidedOn', 'date')}
      </div>
      <div className={css.two}>
        {line('section')}
        {line('diaryNumber')}
      </div>
      <div className={css.two}>
        {line('from', 'date')}
        {line('to', 'date', t('admin.rule.field.to.hint'))}
      </div>
      {line('note', 'text', t('admin.rule.field.note.hint'))}
      <p>{t('admin.rule.form.effect')}</p>
    </FormDialog>
  );
}

/** What holds now is where the new decision begins; the council is proposed as the one that decided. */
function firstDraft(view: BodyView, name: RuleName, from: LocalDate): RuleDraft {
  const now = view.rules.find((rule) => rule.rule === name);
  const value = view.settings[name]?.value ?? defaultValue(name);
  return {
    value,
    wording: now?.wording ?? '',
    clause: now?.clause ?? '',
    guidance: now?.guidance ?? '',
    note: '',
    decidedBy: view.chain[0]?.body ?? view.body,
    decidedOn: '',
    section: '',
    diaryNumber: '',
    from,
    to: '',
  };
}

/** Settings that may be absent have a value only once they are decided. */
function defaultValue(name: RuleName): RuleValue {
  return name === 'noticeDays' ? 0 : false;
}

function commandOf(body: BodyId, rule: RuleName, draft: RuleDraft): RegisterCommand {
  const filled = (name: 'clause' | 'guidance' | 'note' | 'to' | 'diaryNumber') =>
    draft[name].trim() === '' ? {} : { [name]: draft[name].trim() };
  return {
    type: 'registerRule',
    body,
    rule,
    value: draft.value,
    wording: draft.wording.trim(),
    decision: {
      by: draft.decidedBy as BodyId,
      date: draft.decidedOn as LocalDate,
      section: draft.section.trim(),
      ...filled('diaryNumber'),
    },
    from: draft.from as LocalDate,
    ...filled('clause'),
    ...filled('guidance'),
    ...filled('note'),
    ...filled('to'),
  };
}
