import { ArrowRight, LoaderCircle } from 'lucide-react';
import { useId, type ReactNode, type Ref } from 'react';
import { Icon, type IconShape } from './icon.tsx';
import css from './next-step.module.css';

export type NextStepProps = {
  /** What the press does, in a few words: "Ge replik till Helena Ståhl (S)". */
  readonly children: ReactNode;
  /** What will follow, said before the press: "Karin Ahlqvists mikrofon stängs." */
  readonly effect?: ReactNode;
  readonly icon?: IconShape;
  readonly busy?: string | undefined;
  readonly onPress: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** The next lawful step: the only filled petrol button of the view. */
export function NextStep({ children, effect, icon = ArrowRight, busy, onPress, ref }: NextStepProps) {
  const effectId = useId();
  const isBusy = busy !== undefined;
  return (
    <div>
      <button
        ref={ref}
        type="button"
        className={css.next}
        aria-disabled={isBusy || undefined}
        aria-describedby={effect === undefined ? undefined : effectId}
        onClick={isBusy ? undefined : onPress}
      >
        <span>{busy ?? children}</span>
        <Icon shape={isBusy ? LoaderCircle : icon} turning={isBusy} className={css.icon} />
      </button>
      {effect !== undefined && (
        <p id={effectId} className={css.effect}>
          {effect}
        </p>
      )}
    </div>
  );
}
