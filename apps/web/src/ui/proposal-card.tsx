import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './proposal-card.module.css';

export type ProposalCardProps = {
  /** Who moves it: "Karin Ahlqvist (M) m.fl." or "Kommunstyrelsens förslag". */
  readonly movers: string;
  /** "M, L, KD" */
  readonly parties?: string | undefined;
  /** Kind and time: "Ändringsyrkande, lämnat 19.33". */
  readonly kind?: ReactNode;
  /** The proposal word for word. Line breaks are kept. */
  readonly text: string;
  /** Set when it is withdrawn or has fallen: "Återkallat 20.12". The text stands, struck through. */
  readonly ended?: string | undefined;
  readonly actions?: ReactNode;
  readonly level?: 2 | 3 | 4;
};

/** A proposal as it will stand in the minutes. */
export function ProposalCard({ movers, parties, kind, text, ended, actions, level = 3 }: ProposalCardProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  const Text = ended === undefined ? 'blockquote' : 'del';
  return (
    <article aria-labelledby={id} className={cx(css.card, ended !== undefined && css.withdrawn)}>
      <div className={css.head}>
        <Heading id={id} className={css.title}>
          {movers}
        </Heading>
        {parties !== undefined && <span className={css.parties}>{parties}</span>}
      </div>
      {kind !== undefined && <p className={css.kind}>{kind}</p>}
      {ended !== undefined && <p className={css.ended}>{ended}</p>}
      <Text className={css.text}>{text}</Text>
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </article>
  );
}
