import { LoaderCircle } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import css from './button.module.css';
import { cx } from './cx.ts';
import { Icon, type IconShape } from './icon.tsx';

/**
 * `primary` is the filled petrol button: one per view. `secondary` is framed, `quiet` is text alone.
 * There is no red button: an effect is said in words before the press.
 */
export type ButtonKind = 'primary' | 'secondary' | 'quiet';

type Look = {
  readonly kind?: ButtonKind;
  /** `s` is 44 px with 16 px text, `m` 44 px, `l` 60 px for a main action. */
  readonly size?: 's' | 'm' | 'l';
  readonly icon?: IconShape | undefined;
  readonly iconEnd?: IconShape | undefined;
  /** Fills the width it is given. */
  readonly wide?: boolean;
  /** Words from the left edge, for a column of steps. */
  readonly align?: 'center' | 'start';
  /** A second, softer line under the words. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
};

export type ButtonProps = Look & {
  readonly onPress?: (() => void) | undefined;
  readonly type?: 'button' | 'submit';
  /** Words shown while the press is being carried out ("Skickar …"). The button keeps focus and ignores presses. */
  readonly busy?: string | undefined;
  /** For a choice among equals, such as room, remote or absent. */
  readonly pressed?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly form?: string | undefined;
  readonly lang?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
};

export function Button(props: ButtonProps) {
  const { onPress, type = 'button', busy, pressed, expanded, describedBy, form, lang, ref } = props;
  const isBusy = busy !== undefined;
  return (
    <button
      ref={ref}
      type={isBusy ? 'button' : type}
      form={form}
      lang={lang}
      className={className(props)}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-describedby={describedBy}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? undefined : onPress}
    >
      {isBusy ? (
        <>
          <Icon shape={LoaderCircle} turning />
          {busy}
        </>
      ) : (
        <Content {...props} />
      )}
    </button>
  );
}

export type ButtonLinkProps = Look & {
  readonly href: string;
  readonly download?: string | undefined;
  readonly lang?: string | undefined;
};

/** A link that looks like a button, for going somewhere rather than doing something. */
export function ButtonLink(props: ButtonLinkProps) {
  return (
    <a href={props.href} download={props.download} lang={props.lang} className={className(props)}>
      <Content {...props} />
    </a>
  );
}

/** A square button of one icon, for pagers and closing. `label` is read out; use a worded button where there is room. */
export function IconButton(props: {
  readonly icon: IconShape;
  readonly label: string;
  readonly onPress?: (() => void) | undefined;
  readonly unavailable?: boolean;
  readonly kind?: ButtonKind;
}) {
  const { icon, label, onPress, unavailable = false, kind = 'secondary' } = props;
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cx(css.button, css.iconOnly, kind === 'quiet' && css.quiet)}
      aria-disabled={unavailable || undefined}
      onClick={unavailable ? undefined : onPress}
    >
      <Icon shape={icon} />
    </button>
  );
}

/** Buttons side by side, wrapping. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className={css.row}>{children}</div>;
}

function Content({ icon, iconEnd, children, note }: Look) {
  return (
    <>
      {icon && <Icon shape={icon} />}
      <span>
        {children}
        {note !== undefined && <span className={css.note}>{note}</span>}
      </span>
      {iconEnd && <Icon shape={iconEnd} />}
    </>
  );
}

function className({ kind = 'secondary', size = 'm', wide, align }: Look): string {
  return cx(
    css.button,
    kind === 'primary' && css.primary,
    kind === 'quiet' && css.quiet,
    size === 'l' && css.large,
    size === 's' && css.small,
    wide && css.wide,
    align === 'start' && css.start,
  );
}
