import type { Refusal } from '@klubba/meeting';
import type { ReactNode } from 'react';
import { useText } from '../app/text.tsx';
import { FormDialog } from '../ui/index.ts';
import { RefusalLine } from './refusal-line.tsx';

/** A dialog whose form becomes one command: it stays open, with the rule in the way below the fields, until the command is accepted. */
export function CommandDialog({
  title,
  save,
  command,
  wide = false,
  className,
  onClose,
  onSubmit,
  children,
}: {
  readonly title: ReactNode;
  readonly save: string;
  readonly command: { readonly sending: boolean; readonly refusal: Refusal | undefined };
  readonly wide?: boolean;
  readonly className?: string | undefined;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}) {
  const t = useText();
  return (
    <FormDialog
      title={title}
      cancel={t('common.cancel')}
      save={save}
      busy={command.sending ? t('steps.sending') : undefined}
      wide={wide}
      className={className}
      onClose={onClose}
      onSubmit={onSubmit}
    >
      {children}
      <RefusalLine refusal={command.refusal} />
    </FormDialog>
  );
}
