import { Gavel, Users } from 'lucide-react';
import { createContext, type ReactNode, use } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconShape } from './icon.tsx';
import css from './top-bar.module.css';

export type TopBarProps = {
  /** "Kommunfullmäktige" */
  readonly body: ReactNode;
  /** The open item: number "§ 118" and its title. */
  readonly item?: { readonly number?: string; readonly title: string } | undefined;
  /** Who leads: "Du leder mötet". */
  readonly leader?: ReactNode;
  /** Presence in words: <><b>40 av 41</b> närvarande, beslutför</>. */
  readonly presence?: ReactNode;
  /** The same on a phone, in fewer words: <><b>40 av 41</b>, beslutför</>. */
  readonly presenceBrief?: ReactNode;
  /** Buttons or links. */
  readonly actions?: ReactNode;
  /** "19.42" */
  readonly clock?: string | undefined;
  /** Phone while voting: one line, the item's title is left to the page. */
  readonly short?: boolean;
  /** Makes the item the page's h1, or the body where no item is open. */
  readonly itemIsHeading?: boolean;
};

/** What stands last in every top bar below: the way out, where one is logged in. */
export const TopBarEnd = createContext<ReactNode>(undefined);

/** What meets, which item is open, who leads, whether the body is quorate, and the time. */
export function TopBar({
  body,
  item,
  leader,
  presence,
  presenceBrief,
  actions,
  clock,
  short = false,
  itemIsHeading = false,
}: TopBarProps) {
  const ItemTag = itemIsHeading ? 'h1' : 'p';
  const end = use(TopBarEnd);
  const BodyTag = itemIsHeading && item === undefined ? 'h1' : 'span';
  return (
    <header className={cx(css.bar, short && css.short, end !== undefined && css.ended)}>
      <BodyTag className={css.body}>{body}</BodyTag>
      {item && (
        <ItemTag className={css.item}>
          {item.number !== undefined && <span className={css.number}>{item.number} </span>}
          <span className={css.title}>{item.title}</span>
        </ItemTag>
      )}
      <div className={css.facts}>
        {leader !== undefined && <TopBarFact icon={Gavel}>{leader}</TopBarFact>}
        {presence !== undefined && (
          <TopBarFact icon={Users}>
            {presenceBrief === undefined ? (
              presence
            ) : (
              <>
                <span className={css.whole}>{presence}</span>
                <span className={css.brief}>{presenceBrief}</span>
              </>
            )}
          </TopBarFact>
        )}
        {actions}
        {clock !== undefined && <time className={css.clock}>{clock}</time>}
      </div>
      {end !== undefined && <div className={css.end}>{end}</div>}
    </header>
  );
}

/** One fact of the top bar with its icon. */
export function TopBarFact({ icon, children }: { readonly icon?: IconShape; readonly children: ReactNode }) {
  return (
    <span className={css.fact}>
      {icon && <Icon shape={icon} className={css.factIcon} />}
      <span>{children}</span>
    </span>
  );
}
