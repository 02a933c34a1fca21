import { useState } from 'react';
import { alarmOrder } from './alarm-order.ts';
import { Alert, AlertList, type AlertProps } from './alert.tsx';
import css from './alert.module.css';

export type Alarm = AlertProps & { readonly id: string };

export type AlarmListProps = {
  readonly label: string;
  readonly alarms: readonly Alarm[];
};

/** Alarms in rank order, but a new one never moves the one in use. Each new stop is read out once. */
export function AlarmList({ label, alarms }: AlarmListProps) {
  const [held, setHeld] = useState<{ readonly id: string; readonly shown: readonly string[] }>();
  const ordered = alarmOrder(alarms, held?.shown ?? [], held?.id);
  const hold = (id: string) => setHeld({ id, shown: ordered.map((alarm) => alarm.id) });
  const release = () => setHeld(undefined);
  return (
    <AlertList label={label}>
      {ordered.map(({ id, ...alarm }) => (
        <div
          key={id}
          className={css.slot}
          role={alarm.rank === 'stop' ? 'alert' : undefined}
          onFocus={() => hold(id)}
          onBlur={release}
          onPointerEnter={() => hold(id)}
          onPointerLeave={release}
        >
          <Alert {...alarm} />
        </div>
      ))}
    </AlertList>
  );
}
