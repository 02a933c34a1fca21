import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Checkbox, RadioGroup, TextField } from '../ui/index.ts';
import { RULE_FORMS, ruleEffect, type RuleName, type RuleValue } from './rule-words.ts';

type FieldProps = {
  readonly name: RuleName;
  readonly value: RuleValue;
  readonly onChange: (value: RuleValue) => void;
  readonly error?: string | undefined;
};

/** Chooses a value by the sentence it stands for, so that nobody decides by a technical word. */
export function RuleValueField(props: FieldProps) {
  const form = RULE_FORMS[props.name];
  switch (form.kind) {
    case 'choice':
      return <ChoiceField {...props} values={form.values} />;
    case 'number':
      return <NumberField {...props} none={form.none} preset={form.preset} />;
    case 'loss':
      return <LossField {...props} />;
    case 'roles':
      return <RolesField {...props} />;
  }
}

function ChoiceField({ name, value, onChange, error, values }: FieldProps & { readonly values: readonly RuleValue[] }) {
  const t = useText();
  const options = values.map((one) => ({ id: JSON.stringify(one), label: ruleEffect(t, name, one) }));
  return (
    <RadioGroup
      label={t('admin.rule.value')}
      options={options}
      value={JSON.stringify(value)}
      error={error}
      onChange={(id) => {
        const chosen = values.find((one) => JSON.stringify(one) === id);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}

/** Digits alone, as typed; what is no number yet is kept in the field and is no answer. */
function DigitsField(props: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly error?: string | undefined;
}) {
  const [typed, setTyped] = useState(Number.isNaN(props.value) ? '' : String(props.value));
  return (
    <TextField
      label={props.label}
      inputMode="numeric"
      value={typed}
      error={props.error}
      onChange={(next) => {
        setTyped(next);
        props.onChange(/^\d{1,5}$/u.test(next.trim()) ? Number(next) : Number.NaN);
      }}
    />
  );
}

function NumberField({
  name,
  value,
  onChange,
  error,
  none,
  preset,
}: FieldProps & { readonly none: boolean; readonly preset: number }) {
  const t = useText();
  const [last, setLast] = useState(typeof value === 'number' ? value : preset);
  const number = (
    <DigitsField
      label={t(`admin.rule.unit.${unitOf(name)}`)}
      value={last}
      error={error}
      onChange={(next) => {
        setLast(next);
        onChange(next);
      }}
    />
  );
  if (!none) return number;
  return (
    <>
      <RadioGroup
        label={t('admin.rule.value')}
        options={[
          { id: 'none', label: ruleEffect(t, name, null) },
          { id: 'some', label: t('admin.rule.limit') },
        ]}
        value={value === null ? 'none' : 'some'}
        onChange={(id) => onChange(id === 'none' ? null : last)}
      />
      {value !== null && number}
    </>
  );
}

function unitOf(name: RuleName): 'seconds' | 'days' | 'count' {
  if (name === 'noticeDays') return 'days';
  return name === 'speechSeconds' || name === 'replySeconds' ? 'seconds' : 'count';
}

const LOSS_PRESET_SECONDS = 300;

function LossField({ name, value, onChange, error }: FieldProps) {
  const t = useText();
  const policy = typeof value === 'object' && value !== null && 'kind' in value ? value : undefined;
  const seconds = policy?.kind === 'absentAfter' ? policy.seconds : LOSS_PRESET_SECONDS;
  return (
    <>
      <RadioGroup
        label={t('admin.rule.value')}
        options={[
          { id: 'adjourn', label: ruleEffect(t, name, { kind: 'adjourn' }) },
          { id: 'absentAfter', label: t('admin.rule.absentAfter') },
        ]}
        value={policy?.kind ?? null}
        onChange={(id) => onChange(id === 'adjourn' ? { kind: 'adjourn' } : { kind: 'absentAfter', seconds })}
      />
      {policy?.kind === 'absentAfter' && (
        <DigitsField
          label={t('admin.rule.unit.seconds')}
          value={seconds}
          error={error}
          onChange={(next) => onChange({ kind: 'absentAfter', seconds: next })}
        />
      )}
    </>
  );
}

const ROLES = ['chair', 'viceChair', 'secondViceChair', 'secretary'] as const;

function RolesField({ value, onChange }: FieldProps) {
  const t = useText();
  const chosen: readonly (typeof ROLES)[number][] = Array.isArray(value) ? value : [];
  return (
    <div role="group" aria-label={t('admin.setting.mustBeInRoom')}>
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          checked={chosen.includes(role)}
          onChange={(isIn) => onChange(ROLES.filter((one) => (one === role ? isIn : chosen.includes(one))))}
        >
          {t(`admin.setting.mustBeInRoom.role.${role}`)}
        </Checkbox>
      ))}
    </div>
  );
}

/** True when the value can be kept: a number that has been typed wrongly is none. */
export function isRuleValue(value: RuleValue): boolean {
  if (typeof value === 'number') return !Number.isNaN(value);
  if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'absentAfter')
    return !Number.isNaN(value.seconds);
  return true;
}
