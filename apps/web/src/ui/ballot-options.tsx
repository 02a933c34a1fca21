import { Check } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import css from './ballot-options.module.css';
import { Icon } from './icon.tsx';

export type BallotOption = {
  readonly id: string;
  readonly name: string /** "föreslagen av C och L" */;
  readonly note?: string;
};

export type BallotOptionsProps = {
  readonly label: string;
  readonly options: readonly BallotOption[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly disabled?: boolean;
};

/** The names of a closed ballot, alike until one is chosen. Nothing is chosen beforehand. */
export function BallotOptions({ label, options, value, onChange, disabled = false }: BallotOptionsProps) {
  return (
    <RadioGroup aria-label={label} value={value} onChange={onChange} isDisabled={disabled} className={css.group ?? ''}>
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className={css.option ?? ''}>
          {({ isSelected }) => (
            <>
              {isSelected ? <Icon shape={Check} className={css.tick} /> : <span className={css.ring} />}
              <span>
                <span className={css.name}>{option.name}</span>
                {option.note}
              </span>
            </>
          )}
        </Radio>
      ))}
    </RadioGroup>
  );
}
