import type { RegisterRow } from '@klubba/meeting';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { CommandDialog } from '../steps/index.ts';
import { TextField } from '../ui/index.ts';
import css from './voting-register.module.css';

/** What one at the general meeting represents, as the share register and the power of attorney say. */
export function HoldingDialog({
  row,
  name,
  onClose,
}: {
  readonly row: RegisterRow;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const t = useText();
  const command = useCommand();
  const [owner, setOwner] = useState(row.owner ?? '');
  const [shares, setShares] = useState(String(row.shares));
  const [votes, setVotes] = useState(String(row.votes));
  const send = async (): Promise<void> => {
    const { seat } = row;
    const outcome = await command.send({
      type: 'enterHolding',
      seat,
      owner,
      shares: amountOf(shares),
      votes: amountOf(votes),
    });
    if (outcome.kind === 'done') onClose();
  };
  return (
    <CommandDialog
      title={t('company.register.form', { name })}
      save={t('company.register.form.save')}
      command={command}
      className={css.form}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      <TextField
        label={t('company.register.form.owner', { name })}
        hint={t('company.register.form.owner.hint')}
        value={owner}
        onChange={setOwner}
        maxLength={OWNER_LENGTH}
      />
      <div className={css.amounts}>
        <TextField
          label={t('company.register.shares')}
          inputMode="numeric"
          value={shares}
          onChange={setShares}
          maxLength={AMOUNT_LENGTH}
        />
        <TextField
          label={t('company.register.votes')}
          inputMode="numeric"
          value={votes}
          onChange={setVotes}
          maxLength={AMOUNT_LENGTH}
        />
      </div>
    </CommandDialog>
  );
}

const OWNER_LENGTH = 200;
const AMOUNT_LENGTH = 15;

/** "12 000" as people write it. What is no whole number is for the meeting to refuse. */
function amountOf(written: string): number {
  return Number(written.replaceAll(/\s/g, '')) || 0;
}
