import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { cx } from './cx.ts';
import { FieldFault, FieldHead, type FieldWords } from './field-parts.tsx';
import css from './field.module.css';

type TextProps = FieldWords & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly name?: string;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  readonly placeholder?: string;
};

export type TextFieldProps = TextProps & {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'date' | 'time' | 'number';
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  readonly autoComplete?: string;
  readonly ref?: Ref<HTMLInputElement>;
};

export function TextField({ type = 'text', inputMode, autoComplete, placeholder, ref, ...rest }: TextFieldProps) {
  return (
    <Shell {...rest} {...(autoComplete === undefined ? {} : { autoComplete })} type={type}>
      <Input ref={ref} className={css.input ?? ''} inputMode={inputMode} placeholder={placeholder} />
    </Shell>
  );
}

export type TextAreaProps = TextProps & {
  readonly rows?: number;
  /** Text that will stand in the minutes: serif, as it will be read. */
  readonly legal?: boolean;
  /** What Enter does, where the text is one line; Shift and Enter is a new line as ever. */
  readonly onEnter?: () => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
};

export function TextArea({ rows = 4, legal = false, placeholder, onEnter, ref, ...rest }: TextAreaProps) {
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter?.();
  };
  return (
    <Shell {...rest} {...(onEnter === undefined ? {} : { onKeyDown: enter })}>
      <AriaTextArea
        ref={ref}
        className={cx(css.input, css.area, legal && css.legal)}
        rows={rows}
        placeholder={placeholder}
      />
    </Shell>
  );
}

type ShellProps = Omit<TextProps, 'placeholder'> & {
  readonly type?: string;
  readonly autoComplete?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
};

function Shell({ label, mark, hint, error, required, readOnly, onBlur, children, ...rest }: ShellProps) {
  return (
    <AriaTextField
      {...rest}
      className={css.field ?? ''}
      isRequired={required ?? false}
      isReadOnly={readOnly ?? false}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      onBlur={() => onBlur?.()}
    >
      <FieldHead label={label} mark={mark} hint={hint} />
      {children}
      <FieldFault error={error} />
    </AriaTextField>
  );
}
