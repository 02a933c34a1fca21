import { Search, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { FieldHead, type FieldWords } from './field-parts.tsx';
import css from './field.module.css';
import { Icon } from './icon.tsx';

export type SearchFieldProps = Omit<FieldWords, 'error'> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: (value: string) => void;
  /** "Rensa sökningen" */
  readonly clearLabel: string;
};

export function SearchField({ label, mark, hint, value, onChange, onSubmit, clearLabel }: SearchFieldProps) {
  return (
    <AriaSearchField
      className={css.field ?? ''}
      value={value}
      onChange={onChange}
      onSubmit={(text) => onSubmit?.(text)}
    >
      <FieldHead label={label} mark={mark} hint={hint} />
      <div className={css.search}>
        <Icon shape={Search} className={css.searchIcon} />
        <Input className={css.input ?? ''} />
        <Button aria-label={clearLabel} className={css.clear ?? ''}>
          <Icon shape={X} />
        </Button>
      </div>
    </AriaSearchField>
  );
}
