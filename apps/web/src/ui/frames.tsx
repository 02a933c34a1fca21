import type { CSSProperties, ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './frames.module.css';

/**
 * The member's screen: stage 2/3 and item 1/3 over the action bar from 1040 px; below that the item follows under
 * the stage and the bar sticks to the bottom. `side` is exchanged (papers, vote, receipt); the stage never is.
 */
export function MemberFrame(props: {
  readonly top: ReactNode;
  readonly stage: ReactNode;
  readonly side: ReactNode;
  readonly bar: ReactNode;
  readonly sideWidth?: 'third' | 'half';
}) {
  return (
    <div className={cx(css.member, props.sideWidth === 'half' && css.wideSide)}>
      {props.top}
      <main id="main" tabIndex={-1} className={css.memberMain}>
        {props.stage}
        {props.side}
      </main>
      {props.bar}
    </div>
  );
}

/** A page that scrolls: top bar, content of at most 1280 px, foot. */
export function PageFrame(props: { readonly top: ReactNode; readonly children: ReactNode; readonly foot?: ReactNode }) {
  return (
    <div className={css.page}>
      {props.top}
      <main id="main" tabIndex={-1} className={cx(css.pageMain, css.stackMain)}>
        {props.children}
      </main>
      {props.foot !== undefined && <footer className={css.foot}>{props.foot}</footer>}
    </div>
  );
}

/**
 * A page in columns divided by a line, from 1040 px; below that one column in reading order. `template` is a CSS
 * grid-template-columns such as "minmax(0, 1fr) 404px".
 */
export function ColumnsFrame(props: {
  readonly top: ReactNode;
  readonly template: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}) {
  return (
    <div className={css.page}>
      {props.top}
      <main id="main" tabIndex={-1} className={css.columns} style={{ '--columns': props.template } as CSSProperties}>
        {props.children}
      </main>
      {props.foot !== undefined && <footer className={css.foot}>{props.foot}</footer>}
    </div>
  );
}

/** One column of a `ColumnsFrame`. `surface` is the white one, where the work is done. */
export function Column({
  children,
  surface = false,
  label,
}: {
  readonly children: ReactNode;
  readonly surface?: boolean;
  readonly label?: string;
}) {
  return (
    <section aria-label={label} className={cx(css.column, surface && css.surface)}>
      {children}
    </section>
  );
}

/** A quiet moment: adjourned, in conflict, lost, logging in. Two columns at the middle, below 1040 px one. */
export function QuietFrame(props: {
  readonly top?: ReactNode;
  readonly children: ReactNode;
  readonly aside?: ReactNode;
  readonly foot?: ReactNode;
}) {
  return (
    <div className={css.page}>
      {props.top ?? <span />}
      <main id="main" tabIndex={-1} className={cx(css.quietMain, props.aside === undefined && css.single)}>
        <div>{props.children}</div>
        {props.aside !== undefined && <div>{props.aside}</div>}
      </main>
      {props.foot !== undefined && <footer className={css.foot}>{props.foot}</footer>}
    </div>
  );
}
