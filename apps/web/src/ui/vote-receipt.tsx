import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import css from './vote-receipt.module.css';

export type VoteReceiptProps = {
  /** "Du röstade Ja" */
  readonly answer: string;
  /** What it means and when it was saved: "bifall till kommunstyrelsens förslag (S, V, MP), kl. 20.46.31." */
  readonly meaning: ReactNode;
  /** "Rösten är sparad. Den finns kvar om du laddar om eller tappar anslutningen." */
  readonly kept: ReactNode;
  /** Who has voted, never how: "34 av 41 har röstat. Resultatet visas när …" */
  readonly progress?: ReactNode;
  /** "Ändra min röst" as a secondary button, while the vote is open. */
  readonly change?: ReactNode;
};

/** The cast vote in words, the same after a reload. */
export function VoteReceipt({ answer, meaning, kept, progress, change }: VoteReceiptProps) {
  return (
    <div>
      <div className={css.receipt}>
        <p role="status" className={css.answer}>
          <Icon shape={Check} />
          {answer}
        </p>
        <p>{meaning}</p>
        <p>{kept}</p>
      </div>
      {progress !== undefined && <p className={css.progress}>{progress}</p>}
      {change}
    </div>
  );
}
