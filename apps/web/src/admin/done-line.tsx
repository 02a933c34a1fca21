import { Undo2 } from 'lucide-react';
import { useText } from '../app/text.tsx';
import { Button, StatusLine } from '../ui/index.ts';
import css from './admin.module.css';
import { Outcome } from './answered.tsx';
import { type RegisterCommand, useRegisterCommand } from './use-register.ts';

/** What was just saved, and the command that sets it right again. Nothing is taken back: the second fact corrects the first. */
export type Done = { readonly words: string; readonly undo?: RegisterCommand | undefined };

export function DoneLine({ done, onUndone }: { readonly done: Done | undefined; readonly onUndone: () => void }) {
  const t = useText();
  const { send, ...sending } = useRegisterCommand();
  const undo = done?.undo;
  return (
    <div className={css.doneLine}>
      <StatusLine>{done?.words}</StatusLine>
      {undo !== undefined && (
        <Button
          size="s"
          icon={Undo2}
          busy={sending.isSending ? t('admin.saving') : undefined}
          onPress={() => void send(undo).then((isTaken) => isTaken && onUndone())}
        >
          {t('admin.undo')}
        </Button>
      )}
      <Outcome problem={sending.problem} lost={sending.isLost} />
    </div>
  );
}
