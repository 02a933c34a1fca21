import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import css from './field.module.css';
import { Icon } from './icon.tsx';

/** What every field says around its control. */
export type FieldWords = {
  readonly label: ReactNode;
  /** Beside the label: "krävs", "högst 2 000 tecken". */
  readonly mark?: ReactNode;
  /** Under the label. */
  readonly hint?: ReactNode;
  /** What is wrong and what would be right: "Klockan är redan 19.42. Ange en senare tid." */
  readonly error?: ReactNode;
};

export function FieldHead({ label, mark, hint }: FieldWords) {
  return (
    <>
      <Label className={css.label}>
        {label}
        {mark !== undefined && <span className={css.hint}>{mark}</span>}
      </Label>
      {hint !== undefined && (
        <Text slot="description" className={css.hint}>
          {hint}
        </Text>
      )}
    </>
  );
}

export function FieldFault({ error }: Pick<FieldWords, 'error'>) {
  return (
    <FieldError className={css.error ?? ''}>
      <Icon shape={TriangleAlert} />
      <span>{error}</span>
    </FieldError>
  );
}
