import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Select, TextField } from '../ui/index.ts';
import css from './admin.module.css';
import { isDate, today } from './dates.ts';

const REASONS = ['resigned', 'moved', 'died', 'recalled', 'replaced', 'termEnded'] as const;

export type Leaving = {
  readonly to: string;
  readonly why: (typeof REASONS)[number];
  readonly setTo: (to: string) => void;
  readonly setWhy: (why: Leaving['why']) => void;
};

/** The last day of somebody who leaves a place, today unless another is chosen, and why. */
export function useLeaving(): Leaving {
  const [to, setTo] = useState<string>(today);
  const [why, setWhy] = useState<Leaving['why']>('resigned');
  return { to, why, setTo, setWhy };
}

export function LeavingFields({ leaving: { to, why, setTo, setWhy } }: { readonly leaving: Leaving }) {
  const t = useText();
  return (
    <div className={css.two}>
      <TextField
        label={t('admin.body.end.lastDay')}
        type="date"
        value={to}
        onChange={setTo}
        error={isDate(to) ? undefined : t('admin.fault.date')}
      />
      <Select
        label={t('admin.body.end.why')}
        value={why}
        onChange={(id) => setWhy(REASONS.find((one) => one === id) ?? 'resigned')}
        options={REASONS.map((one) => ({ id: one, label: t(`admin.why.${one}`) }))}
      />
    </div>
  );
}
