import type { ReactNode } from 'react';
import { useText } from '../app/text.tsx';
import { FormDialog as Frame } from '../ui/index.ts';
import css from './admin.module.css';
import { Outcome } from './answered.tsx';
import { focusFault } from './focus-fault.ts';
import type { Sending } from './use-sending.ts';

export type FormDialogProps = {
  readonly title: ReactNode;
  /** What the button that sends it says; "Spara" when left out. */
  readonly save?: string;
  readonly sending: Sending;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
};

/** A form of the register: a press leads to the first field that is wrong, and beside the fields stands what became of it. */
export function FormDialog({ title, save, sending, onClose, onSubmit, children }: FormDialogProps) {
  const t = useText();
  return (
    <Frame
      wide
      title={title}
      cancel={t('common.cancel')}
      save={save ?? t('common.save')}
      busy={sending.isSending ? t('admin.saving') : undefined}
      className={css.form}
      onClose={onClose}
      onSubmit={(form) => {
        focusFault(form);
        onSubmit();
      }}
    >
      {children}
      <Outcome problem={sending.problem} lost={sending.isLost} />
    </Frame>
  );
}
