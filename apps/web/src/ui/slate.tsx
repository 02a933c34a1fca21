import { DoorClosed } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon, type IconShape } from './icon.tsx';
import css from './slate.module.css';

/** Where a picture would be, when there must be none: closed doors, before, after. Nothing of the item stands here. */
export function Slate({
  what,
  children,
  icon = DoorClosed,
}: {
  readonly what: ReactNode;
  readonly children?: ReactNode;
  readonly icon?: IconShape;
}) {
  return (
    <div className={css.slate}>
      <p className={css.what}>
        <Icon shape={icon} />
        {what}
      </p>
      {children !== undefined && <div className={css.words}>{children}</div>}
    </div>
  );
}
