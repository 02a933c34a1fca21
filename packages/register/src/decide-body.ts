import { isCouncil, ok, refused } from '@klubba/meeting';
import type { Decided } from './decide.ts';
import { lastDay } from './evolve.ts';
import { dayBefore, isSpan, overlaps } from './spans.ts';
import { ancestors, shapeOn } from './standing.ts';
import { councilSeatsLeast, isOrdinaryElectionDay } from './council-size.ts';
import type { BodyShape, Register, RegisterBody, RegisterCommand, Span } from './types.ts';

type BodyCommand = Extract<RegisterCommand, { type: 'addBody' | 'changeBody' }>;

/** KL 6:16: the smallest executive board. */
const EXECUTIVE_SEATS_MIN = 5;
/** Bodies that others set up and that answer to them. */
const ANSWERING: readonly BodyShape['kind'][] = ['committee', 'draftingCommittee', 'executiveBoard', 'board'];

export function decideBody(register: Register, command: BodyCommand): Decided {
  const { type, ...event } = command;
  const { body: id, name, from, to } = event;
  const known = register.bodies.get(id);
  if (type === 'addBody' && known !== undefined) return refused({ rule: 'REG-EXISTS', detail: { name: id } });
  if (type === 'changeBody' && known === undefined)
    return refused({ rule: 'REG-UNKNOWN', detail: { what: 'body', id } });
  if (name.trim() === '') return refused({ rule: 'REG-NAME' });
  if (!isSpan(event)) return refused({ rule: 'REG-DATES', detail: { from, to: to ?? 'none' } });
  if (type === 'changeBody' && known !== undefined && from < (known.shapes[0]?.from ?? from))
    return refused({ rule: 'REG-DATES', detail: { from, to: known.shapes[0]?.from ?? 'none' } });
  const twin = [...register.bodies.values()].find((one) => one.id !== id && isNamed(one, name, event));
  if (twin !== undefined) return refused({ rule: 'REG-EXISTS', detail: { name } });
  const size = wrongSize(event);
  if (size !== undefined) return size;
  const moment = wrongMoment(known, event);
  if (moment !== undefined) return moment;
  const above = wrongParent(register, event);
  if (above !== undefined) return above;
  const next = known?.shapes.find((shape) => shape.from > from);
  const outside = known?.mandates.find((one) => one.seat > event.seatsTotal && overlaps(one, withDays(event, next)));
  if (outside !== undefined)
    return refused({ rule: 'REG-SEATS-HELD', detail: { seat: String(outside.seat), seats: String(event.seatsTotal) } });
  return ok([type === 'addBody' ? { type: 'BodyAdded', ...event } : { type: 'BodyChanged', ...event }]);
}

function withDays(shape: BodyShape, next: BodyShape | undefined): Span {
  const to = lastDay(shape, next);
  return { from: shape.from, ...(to === undefined ? {} : { to }) };
}

function isNamed(body: RegisterBody, name: string, { to }: BodyShape): boolean {
  const last = body.shapes.at(-1);
  if (last?.name !== name) return false;
  return last.to === undefined || to === undefined || last.to >= to;
}

function wrongSize({ kind, seatsTotal, voters, isRegion = false }: BodyShape): Decided | undefined {
  const least = councilSeatsLeast(voters ?? 0, isRegion);
  if (kind === 'council' && (seatsTotal < least || seatsTotal % 2 === 0))
    return refused({
      rule: 'REG-COUNCIL-SIZE',
      detail: {
        seats: String(seatsTotal),
        least: String(least),
        voters: voters === undefined ? 'none' : String(voters),
      },
    });
  if (kind === 'executiveBoard' && seatsTotal < EXECUTIVE_SEATS_MIN)
    return refused({
      rule: 'REG-BOARD-SIZE',
      detail: { seats: String(seatsTotal), least: String(EXECUTIVE_SEATS_MIN) },
    });
  return undefined;
}

/**
 * A council's number of seats changes when it is elected in the whole country (KL 5:7), on 15 October of that year (KL 5:9). To
 * set right what was registered wrongly, the change begins on the very day that the wrong one does.
 */
function wrongMoment(known: RegisterBody | undefined, { kind, seatsTotal, from }: BodyShape): Decided | undefined {
  const before = shapeOn(known, dayBefore(from));
  if (kind !== 'council' || before === undefined || before.seatsTotal === seatsTotal) return undefined;
  return isOrdinaryElectionDay(from)
    ? undefined
    : refused({ rule: 'REG-COUNCIL-CHANGE', detail: { from, seats: String(before.seatsTotal) } });
}

/** A board answers to a council, a committee to the body that set it up; nobody answers to themselves, however far round. */
function wrongParent(register: Register, shape: BodyShapeOf): Decided | undefined {
  const { body: id, parent, kind, from, name } = shape;
  if (parent === undefined)
    return ANSWERING.includes(kind)
      ? refused({ rule: 'REG-PARENT', detail: { why: 'missing', body: name } })
      : undefined;
  if (!register.bodies.has(parent)) return refused({ rule: 'REG-UNKNOWN', detail: { what: 'body', id: parent } });
  const line = ancestors(register, parent, from);
  if (parent === id || line.some((one) => one.id === id))
    return refused({ rule: 'REG-PARENT', detail: { why: 'ring', body: name } });
  const above = register.bodies.get(parent)?.shapes.at(-1)?.kind;
  if ((kind === 'board' || kind === 'executiveBoard') && (above === undefined || !isCouncil(above)))
    return refused({ rule: 'REG-PARENT', detail: { why: 'council', body: name } });
  return undefined;
}

type BodyShapeOf = BodyShape & Pick<BodyCommand, 'body'>;
