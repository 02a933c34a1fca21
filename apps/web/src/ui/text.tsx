import { Fragment, type ReactNode } from 'react';
import css from './text.module.css';

/** Read out, not drawn. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={css.visuallyHidden}>{children}</span>;
}

/** Secondary text in the softer ink. `small` is 16 px, the least on any screen. */
export function Soft({ children, small = false }: { readonly children: ReactNode; readonly small?: boolean }) {
  return <span className={small ? `${css.soft} ${css.small}` : css.soft}>{children}</span>;
}

/** A reference to law, or several: one is never broken over two lines, "KL 5 kap. 53 §", but a row of them may be. */
export function RuleRef({ children }: { readonly children: ReactNode }) {
  if (typeof children !== 'string') return <span className={css.rule}>{children}</span>;
  return children.split(/(?<=,) /u).map((one, at) => (
    <Fragment key={one}>
      {at > 0 && ' '}
      <span className={css.rule}>{one}</span>
    </Fragment>
  ));
}

/** Text that is law or a proposal to decide: serif, as it will stand in the minutes. */
export function LegalText({ children }: { readonly children: ReactNode }) {
  return <div className={css.read}>{children}</div>;
}

export type SayNowProps = {
  /** "Säg nu" */
  readonly label: string;
  /** "Ändra talmanus" */
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** The words the chair says now, in large serif. */
export function SayNow({ label, action, children }: SayNowProps) {
  return (
    <section aria-label={label}>
      <div className={css.sayHead}>
        <span aria-hidden="true">{label}</span>
        {action}
      </div>
      <div className={css.say}>{children}</div>
    </section>
  );
}

/** A short word in a frame, for a state that is not a rank: "Förslag". */
export function Tag({ children }: { readonly children: ReactNode }) {
  return <span className={css.tag}>{children}</span>;
}
