import { Clock, Mic, MicOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import css from './on-air-mark.module.css';

export type OnAirMarkProps = {
  /** `off`: not heard. `next`: next speaker, the microphone opens by itself. `on`: heard by all, in red. */
  readonly state: 'off' | 'next' | 'on';
  /** "Mikrofonen är av", "Du är nästa talare", "Du har ordet, alla hör dig" */
  readonly title: string;
  /** "Du syns i bild", "1.48 kvar av 6.00" */
  readonly note?: ReactNode;
};

const SHAPE = { off: MicOff, next: Clock, on: Mic } as const;

/** Whether one is heard, in words. Stands beside the own picture and is never hidden; a change is read out. */
export function OnAirMark({ state, title, note }: OnAirMarkProps) {
  return (
    <div className={cx(css.air, state === 'on' && css.on)}>
      <span className={css.mark}>
        <Icon shape={SHAPE[state]} />
      </span>
      <div>
        <b role="status" className={css.title}>
          {title}
        </b>
        {note !== undefined && <span className={css.note}>{note}</span>}
      </div>
    </div>
  );
}
