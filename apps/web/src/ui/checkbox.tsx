import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import css from './field.module.css';
import { Icon } from './icon.tsx';

export type CheckboxProps = {
  readonly children: ReactNode;
  readonly note?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly name?: string;
  readonly disabled?: boolean;
};

export function Checkbox({ children, note, checked, onChange, name, disabled = false }: CheckboxProps) {
  return (
    <AriaCheckbox
      className={css.check ?? ''}
      isSelected={checked}
      onChange={onChange}
      isDisabled={disabled}
      {...(name === undefined ? {} : { name })}
    >
      <span className={css.box}>
        <Icon shape={Check} />
      </span>
      <span>
        {children}
        {note !== undefined && <span className={css.note}>{note}</span>}
      </span>
    </AriaCheckbox>
  );
}

/** On or off, taking effect at once. `locked` is off by law: dashed, readable, and not to be turned. */
export function Switch({
  children,
  on,
  onChange,
  locked = false,
}: {
  readonly children: ReactNode;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly locked?: boolean;
}) {
  return (
    <AriaSwitch className={css.switch ?? ''} isSelected={on} onChange={onChange} isReadOnly={locked}>
      <span className={css.track} />
      <span>{children}</span>
    </AriaSwitch>
  );
}
