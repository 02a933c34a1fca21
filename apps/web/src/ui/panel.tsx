import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './panel.module.css';

export type PanelProps = {
  readonly title?: ReactNode;
  /** A soft word at the end of the head: "1 replik, 5 anföranden". */
  readonly note?: ReactNode;
  /** Heading level. 2 unless the section lies inside another. */
  readonly level?: 2 | 3 | 4;
  readonly children?: ReactNode;
  readonly foot?: ReactNode;
  /** A frame around it, scrolling inside: only for the one thing to work in, such as the open item. */
  readonly framed?: boolean;
  /** Framed content that draws to the edge, such as `Tabs`. */
  readonly flush?: boolean;
  /** Framed content that is read and may hold nothing to press: it takes focus, so that it can be scrolled by keyboard (WCAG 2.1.1). */
  readonly reads?: boolean;
  /** Names the region when there is no title. */
  readonly label?: string;
};

/** A section with its heading. Sections are divided by space and lines, not by boxes. */
export function Panel({
  title,
  note,
  level = 2,
  children,
  foot,
  framed = false,
  flush = false,
  reads = false,
  label,
}: PanelProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section
      className={cx(css.panel, framed && css.framed)}
      aria-labelledby={title === undefined ? undefined : id}
      aria-label={title === undefined ? label : undefined}
    >
      {title !== undefined && (
        <header className={css.head}>
          <Heading id={id} className={css.title}>
            {title}
          </Heading>
          {note !== undefined && <span className={css.note}>{note}</span>}
        </header>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={cx(css.body, flush && css.flush)} {...(reads ? { role: 'group', tabIndex: 0 } : {})}>
        {children}
      </div>
      {foot !== undefined && <footer className={css.foot}>{foot}</footer>}
    </section>
  );
}
