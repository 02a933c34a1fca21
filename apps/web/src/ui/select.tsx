import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { cx } from './cx.ts';
import { FieldFault, FieldHead, type FieldWords } from './field-parts.tsx';
import css from './field.module.css';
import { Icon } from './icon.tsx';

export type SelectOption = { readonly id: string; readonly label: string; readonly note?: string };

export type SelectProps = FieldWords & {
  readonly options: readonly SelectOption[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  /** Shown until something is chosen: "Välj slag". */
  readonly placeholder?: string;
  readonly name?: string;
  readonly required?: boolean;
};

/** One of many. Under five alternatives, prefer `RadioGroup`: all are seen at once. */
export function Select({
  label,
  mark,
  hint,
  error,
  options,
  value,
  onChange,
  placeholder,
  name,
  required = false,
}: SelectProps) {
  return (
    <AriaSelect
      className={css.field ?? ''}
      value={value}
      onChange={(key) => onChange(String(key))}
      isRequired={required}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(name === undefined ? {} : { name })}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <FieldHead label={label} mark={mark} hint={hint} />
      <Button className={cx(css.input, css.selectButton)}>
        <SelectValue>
          {({ selectedText, defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <Icon shape={ChevronDown} />
      </Button>
      <FieldFault error={error} />
      <Popover offset={4}>
        <ListBox items={options} className={css.list ?? ''}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={css.option ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={css.tick}>{isSelected && <Icon shape={Check} />}</span>
                  <span>
                    {option.label}
                    {option.note !== undefined && <span className={css.note}>{option.note}</span>}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
