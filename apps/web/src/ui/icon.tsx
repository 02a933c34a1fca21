import type { LucideIcon } from 'lucide-react';
import { cx } from './cx.ts';
import css from './icon.module.css';

/** A Lucide icon component, such as `Hand` from `lucide-react`. */
export type IconShape = LucideIcon;

type IconProps = {
  readonly shape: IconShape;
  /** Follows the text by default (1.25 em). */
  readonly size?: number | string;
  readonly className?: string | undefined;
  /** For "sending": turns slowly, and stands still when motion is reduced. */
  readonly turning?: boolean;
};

/** A picture beside a word. It is never read out, so a word must always stand next to it. */
export function Icon({ shape: Shape, size, className, turning = false }: IconProps) {
  const style = size === undefined ? undefined : { width: size, height: size };
  return (
    <Shape
      aria-hidden="true"
      focusable="false"
      className={cx(css.icon, turning && css.turning, className)}
      style={style}
    />
  );
}
