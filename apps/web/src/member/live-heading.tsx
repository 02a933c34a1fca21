import type { ReactNode } from 'react';

/** The view's heading, read out when it changes. `urgent` interrupts the reader: one is called, or must answer now. */
export function LiveHeading({
  className,
  urgent = false,
  children,
}: {
  readonly className?: string | undefined;
  readonly urgent?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div role={urgent ? 'alert' : 'status'}>
      <h1 className={className}>{children}</h1>
    </div>
  );
}
