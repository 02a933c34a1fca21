import { useId, type ReactNode } from 'react';
import css from './document-frame.module.css';

export type DocumentFrameProps = {
  /** "Tjänsteskrivelse, KS 2025/0318" */
  readonly kicker?: ReactNode;
  readonly title: ReactNode;
  /** The page: a canvas with its text layer, or text. */
  readonly children: ReactNode;
  /** List of papers, page of pages, search. */
  readonly foot?: ReactNode;
  readonly level?: 2 | 3;
};

/** A document beside the meeting: a head, a page that scrolls, and its tools below. */
export function DocumentFrame({ kicker, title, children, foot, level = 2 }: DocumentFrameProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <article aria-labelledby={id} className={css.frame}>
      <header className={css.head}>
        {kicker !== undefined && <p className={css.kicker}>{kicker}</p>}
        <Heading id={id} className={css.title}>
          {title}
        </Heading>
      </header>
      {/* A scrolling region takes focus, so that it can be read by keyboard (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="region" aria-labelledby={id} tabIndex={0} className={css.page}>
        {children}
      </div>
      {foot !== undefined && <footer className={css.foot}>{foot}</footer>}
    </article>
  );
}
