import css from './admin.module.css';

/** A party's colour, always beside its name: nothing is said by colour alone. */
export function Swatch({ colour }: { readonly colour: string | undefined }) {
  return (
    <svg className={css.swatch} aria-hidden="true">
      <rect width="100%" height="100%" fill={colour ?? 'none'} />
    </svg>
  );
}
