import css from './step-trail.module.css';
import { cx } from './cx.ts';

export type TrailStep = { readonly id: string; readonly label: string; readonly state: 'done' | 'now' | 'later' };

/** The steps of an item or a form, with where one stands. Not pressable: it tells, the next step acts. */
export function StepTrail({ label, steps }: { readonly label: string; readonly steps: readonly TrailStep[] }) {
  return (
    <ol aria-label={label} className={css.trail}>
      {steps.map((step) => (
        <li key={step.id} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className={cx(css.step, step.state === 'done' && css.done, step.state === 'now' && css.now)}>
            {step.label}
          </span>
        </li>
      ))}
    </ol>
  );
}
