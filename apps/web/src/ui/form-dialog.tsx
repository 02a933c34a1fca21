import { type ReactNode, useId } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export type FormDialogProps = {
  readonly title: ReactNode;
  /** "Avbryt" */
  readonly cancel: string;
  /** What the button that sends it says. */
  readonly save: string;
  /** What it says while the answer is on its way. */
  readonly busy?: string | undefined;
  readonly wide?: boolean;
  readonly className?: string | undefined;
  readonly onClose: () => void;
  readonly onSubmit: (form: HTMLFormElement) => void;
  readonly children: ReactNode;
};

/** A form that stands in a dialog, with cancel and send below: Enter in a field sends it, too. */
export function FormDialog(props: FormDialogProps) {
  const { title, cancel, save, busy, wide = false, className, onClose, onSubmit, children } = props;
  const form = useId();
  return (
    <Dialog
      isOpen
      wide={wide}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose}>{cancel}</Button>
          <Button kind="primary" type="submit" form={form} busy={busy}>
            {save}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className={className}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(event.currentTarget);
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
