import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';
import css from './pager.module.css';

export type PagerProps = {
  /** "1–6 av 16 på distans" */
  readonly children: ReactNode;
  readonly previousLabel: string;
  readonly nextLabel: string;
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
};

/** Back and forth among pages, with words between the arrows. */
export function Pager({ children, previousLabel, nextLabel, page, pages, onPage }: PagerProps) {
  return (
    <div className={css.pager}>
      <IconButton icon={ChevronLeft} label={previousLabel} unavailable={page <= 0} onPress={() => onPage(page - 1)} />
      <span aria-live="polite" className={css.words}>
        {children}
      </span>
      <IconButton
        icon={ChevronRight}
        label={nextLabel}
        unavailable={page >= pages - 1}
        onPress={() => onPage(page + 1)}
      />
    </div>
  );
}
