import { type ReactNode, useId } from 'react';
import { useText } from '../app/text.tsx';
import { Button, Dialog } from '../ui/index.ts';
import css from './admin.module.css';
import { Outcome } from './answered.tsx';
import type { Sending } from './use-sending.ts';

export type FormDialogProps = {
  readonly title: ReactNode;
  /** What the button that sends it says; "Spara" when left out. */
  readonly save?: string;
  readonly sending: Sending;
  readonly onClose: () => void;
  readonly onSubmit: (form: HTMLFormElement) => void;
  readonly children: ReactNode;
};

/** A form that stands in a dialog: cancel and save below, and beside the fields what became of the last press. */
export function FormDialog({ title, save, sending, onClose, onSubmit, children }: FormDialogProps) {
  const t = useText();
  const form = useId();
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" form={form} busy={sending.isSending ? t('admin.saving') : undefined}>
            {save ?? t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(event.currentTarget);
        }}
      >
        {children}
        <Outcome problem={sending.problem} lost={sending.isLost} />
      </form>
    </Dialog>
  );
}
