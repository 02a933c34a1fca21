import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';
import css from './dialog.module.css';

export type DialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** The answers. Say the effect above them; the safe one ("Avbryt") is always among them. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** Must be answered: neither Escape nor a press outside closes it. */
  readonly mustAnswer?: boolean;
};

/**
 * A question that must be answered before going on. Never opens by itself over a vote, and never covers the meeting
 * for something that can stand beside it. On a phone it lies at the bottom, by the thumb.
 */
export function Dialog({ isOpen, onClose, title, children, actions, wide = false, mustAnswer = false }: DialogProps) {
  return (
    <ModalOverlay
      className={css.shade ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
    >
      <Modal className={cx(css.box, wide && css.wide)}>
        <AriaDialog role={mustAnswer ? 'alertdialog' : 'dialog'} className={css.dialog ?? ''}>
          <Heading slot="title" level={2} className={css.title}>
            {title}
          </Heading>
          <div>{children}</div>
          {actions !== undefined && <div className={css.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export type SheetProps = Omit<DialogProps, 'wide' | 'mustAnswer'> & {
  /** "Stäng" */
  readonly closeLabel: string;
};

/** A panel from the side: agenda, papers, help. On a phone from the bottom. */
export function Sheet({ isOpen, onClose, title, children, actions, closeLabel }: SheetProps) {
  return (
    <ModalOverlay
      className={cx(css.shade, css.sheetShade)}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={cx(css.box, css.sheet)}>
        <AriaDialog className={cx(css.dialog, css.sheetDialog)}>
          <div className={css.head}>
            <Heading slot="title" level={2} className={css.title}>
              {title}
            </Heading>
            <IconButton icon={X} label={closeLabel} onPress={onClose} />
          </div>
          <div>{children}</div>
          {actions !== undefined && <div className={css.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
