import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './states.module.css';

type Level = 1 | 2 | 3;

/** Nothing here yet: a sentence, and the one thing to do. */
export function EmptyState({
  title,
  children,
  action,
  level = 2,
  page = false,
}: {
  readonly title?: ReactNode;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly level?: Level;
  readonly page?: boolean;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className={cx(css.state, page && css.page)}>
      {title !== undefined && <Heading className={css.title}>{title}</Heading>}
      <p>{children}</p>
      {action}
    </div>
  );
}

export type ErrorStateProps = {
  readonly title: ReactNode;
  /** What happened: "Bilaga 3 gick inte att hämta." */
  readonly happened: ReactNode;
  /** What is kept: "Övriga sex finns här." */
  readonly kept?: ReactNode;
  /** What to do: "Försök igen eller be sekreteraren." */
  readonly todo: ReactNode;
  readonly actions?: ReactNode;
  readonly level?: Level;
  /** Fills the page, for when the whole view failed. */
  readonly page?: boolean;
};

/** An error in three sentences. Read out when it arrives. */
export function ErrorState({ title, happened, kept, todo, actions, level = 2, page = false }: ErrorStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div role="alert" className={cx(css.state, page && css.page)}>
      <Heading className={css.title}>{title}</Heading>
      <div className={css.parts}>
        <p>{happened}</p>
        {kept !== undefined && <p>{kept}</p>}
        <p>{todo}</p>
      </div>
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </div>
  );
}

/** Still bars where the content will stand, shown only when it takes more than 0.4 s. `children` says what is fetched. */
export function Skeleton({
  children,
  bars = 3,
  tall = false,
}: {
  readonly children: ReactNode;
  readonly bars?: number;
  readonly tall?: boolean;
}) {
  return (
    <div className={css.skeleton}>
      <p role="status">{children}</p>
      {Array.from({ length: bars }, (_, bar) => (
        <div key={bar} className={cx(css.bar, tall && css.tall)} />
      ))}
    </div>
  );
}
