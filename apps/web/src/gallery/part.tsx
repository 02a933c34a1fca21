import type { ReactNode } from 'react';
import css from './gallery.module.css';

/** One heading of the gallery with what belongs under it. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.part}>
      <h2>{title}</h2>
      <div className={css.parts}>{children}</div>
    </section>
  );
}

/** One state of a part, named. */
export function Shown({ as, children }: { readonly as: string; readonly children: ReactNode }) {
  return (
    <div>
      <p className={css.label}>{as}</p>
      {children}
    </div>
  );
}
