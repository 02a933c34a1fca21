import type { BodyId, LocalDate } from '@klubba/meeting';
import type { RegisterRefusal } from './rules.ts';
import { holdsOn } from './spans.ts';
import { shapeOn } from './standing.ts';
import type { Register, RegisterBody } from './types.ts';

/** KL 6:16: so many substitutes an executive board has, at least. */
const EXECUTIVE_SUBSTITUTES_MIN = 5;
/** A party with a single seat has a substitute or two: a share of it is rounded, and one alone would leave the seat empty. */
const SUBSTITUTES_OF_A_PARTY_MIN = 2;

/**
 * What does not agree with the law in a body as it is registered on a day. Told, not refused: while people are being entered,
 * one after the other, no number is right before the last. Nothing is told of a body where nobody sits yet.
 */
export function lawFindings(register: Register, id: BodyId, day: LocalDate): readonly RegisterRefusal[] {
  const body = register.bodies.get(id);
  const shape = shapeOn(body, day);
  if (body === undefined || shape === undefined || !body.mandates.some((one) => holdsOn(one, day))) return [];
  if (shape.kind === 'council') return tooManySubstitutes(register, body, day);
  const substitutes = body.substitutes.filter((one) => holdsOn(one, day)).length;
  return shape.kind === 'executiveBoard' && substitutes < EXECUTIVE_SUBSTITUTES_MIN
    ? [
        {
          rule: 'REG-BOARD-SUBSTITUTES',
          detail: { substitutes: String(substitutes), least: String(EXECUTIVE_SUBSTITUTES_MIN) },
        },
      ]
    : [];
}

/** KL 5:8: a share of each party's seats, half at most; halves are rounded up, for the party's good. */
function tooManySubstitutes(register: Register, body: RegisterBody, day: LocalDate): readonly RegisterRefusal[] {
  const parties = new Set(body.substitutes.flatMap((one) => (holdsOn(one, day) ? (one.party ?? []) : [])));
  return [...parties].flatMap((party): readonly RegisterRefusal[] => {
    const seats = body.mandates.filter((one) => one.party === party && holdsOn(one, day));
    const substitutes = body.substitutes.filter((one) => one.party === party && holdsOn(one, day)).length;
    const inEach = Map.groupBy(seats, (one) => one.constituency ?? '');
    const most = [...inEach.values()].reduce(
      (sum, { length }) => sum + Math.max(SUBSTITUTES_OF_A_PARTY_MIN, Math.ceil(length / 2)),
      0,
    );
    if (substitutes <= most) return [];
    return [
      {
        rule: 'REG-COUNCIL-SUBSTITUTES',
        detail: {
          party: register.parties.get(party)?.name ?? party,
          substitutes: String(substitutes),
          seats: String(seats.length),
          most: String(most),
        },
      },
    ];
  });
}
