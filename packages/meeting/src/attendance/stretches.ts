import type { Instant, PersonId, SeatId } from '../ids.ts';
import type { LeaveCause, Mode, Stretch } from './types.ts';

/** Each person has at most one open stretch: what the person is in the meeting as, from and to when (KL 5:66). */
export type Opening = {
  readonly person: PersonId;
  readonly capacity: Stretch['capacity'];
  readonly mode: Mode;
  readonly seat?: SeatId;
  readonly inPlaceOf?: PersonId;
};
export type Moment = { readonly at: Instant; readonly atItem: number | undefined };

/** Ends whatever the person was and begins the new capacity. */
export function begin(stretches: readonly Stretch[], opening: Opening, { at, atItem }: Moment): readonly Stretch[] {
  return [
    ...end(stretches, opening.person, { at, atItem }),
    { ...opening, from: at, ...(atItem !== undefined && { atItem }) },
  ];
}

/** A stretch as `other` of no length (in the door, then to the seat) leaves no trace. */
export function end(
  stretches: readonly Stretch[],
  person: PersonId,
  { at, atItem }: Moment,
  cause?: LeaveCause,
): readonly Stretch[] {
  return stretches.flatMap((stretch) => {
    if (stretch.person !== person || stretch.to !== undefined) return [stretch];
    if (stretch.capacity === 'other' && stretch.from === at) return [];
    return [{ ...stretch, to: at, ...(atItem !== undefined && { atItem }), ...(cause && { cause }) }];
  });
}

export function endAll(stretches: readonly Stretch[], at: Instant): readonly Stretch[] {
  return stretches.map((stretch) =>
    stretch.to === undefined ? { ...stretch, to: at, cause: 'meetingClosed' as const } : stretch,
  );
}

/** From the hall to the link or back: the same capacity goes on in a new stretch. */
export function changeMode(
  stretches: readonly Stretch[],
  person: PersonId,
  mode: Mode,
  moment: Moment,
): readonly Stretch[] {
  const open = stretches.find((s) => s.person === person && s.to === undefined);
  if (!open || open.mode === mode) return stretches;
  const { from: _from, to: _to, cause: _cause, atItem: _atItem, ...opening } = open;
  return begin(stretches, { ...opening, mode }, moment);
}
