import type { ReactNode } from 'react';
import css from './ballots.module.css';

/** 1: the ballot is what the screen is about. 2: in the booth, where the voter's name stands above. */
export type HeadingLevel = 1 | 2;

/** The heading of a step of the ballot; `announced`: read out when it comes, because something has just happened. */
export function BallotHeading({
  level,
  announced = false,
  children,
}: {
  readonly level: HeadingLevel;
  readonly announced?: boolean;
  readonly children: ReactNode;
}) {
  const Tag = level === 1 ? 'h1' : 'h2';
  const heading = <Tag className={css.heading}>{children}</Tag>;
  return announced ? <div role="status">{heading}</div> : heading;
}
