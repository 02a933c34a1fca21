import type { ReactNode } from 'react';
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import { cx } from './cx.ts';
import { FieldFault, FieldHead, type FieldWords } from './field-parts.tsx';
import css from './field.module.css';

export type RadioOption = {
  readonly id: string;
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly disabled?: boolean;
};

export type RadioGroupProps = FieldWords & {
  readonly options: readonly RadioOption[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly name?: string;
  readonly required?: boolean;
  /** `framed` sets each in a frame, side by side: kinds of proposal. */
  readonly look?: 'list' | 'framed';
};

export function RadioGroup({
  label,
  mark,
  hint,
  error,
  options,
  value,
  onChange,
  name,
  required = false,
  look = 'list',
}: RadioGroupProps) {
  return (
    <AriaRadioGroup
      className={css.field ?? ''}
      value={value}
      onChange={onChange}
      isRequired={required}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(name === undefined ? {} : { name })}
    >
      <FieldHead label={label} mark={mark} hint={hint} />
      <div className={look === 'framed' ? css.framed : css.options}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} isDisabled={option.disabled ?? false} className={css.check ?? ''}>
            <span className={cx(css.box, css.round)} />
            <span>
              {option.label}
              {option.note !== undefined && <span className={css.note}>{option.note}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldFault error={error} />
    </AriaRadioGroup>
  );
}
