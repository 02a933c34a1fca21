import { type BodyId, type BodyKind, isCouncil, type LocalDate, ok, refused } from '@klubba/meeting';
import type { Decided } from './decide.ts';
import { knownBody } from './known.ts';
import type { RegisterRefusal } from './rules.ts';
import { ancestors, PRESIDIUM, PRESIDIUM_IN_ROOM_FROM, remoteAllowedOn, shapeOn } from './standing.ts';
import type { BodyRule, Register, RegisterCommand } from './types.ts';

type RuleCommand = Extract<RegisterCommand, { type: 'registerRule' }>;

/** A rule points at the decision it rests on, made before it holds; taking part at a distance needs the right body's (scenario 13). */
export function decideRule(register: Register, command: RuleCommand): Decided {
  const { type: _, ...event } = command;
  const known = knownBody(register, event.body, event);
  if (!known.ok) return known;
  const { decision, from, wording } = event;
  if (decision.section.trim() === '' || wording.trim() === '') return refused({ rule: 'REG-NAME' });
  if (!register.bodies.has(decision.by))
    return refused({ rule: 'REG-UNKNOWN', detail: { what: 'body', id: decision.by } });
  if (decision.date > from) return refused({ rule: 'REG-DECISION-LATER', detail: { from, date: decision.date } });
  const hindrance =
    event.rule === 'remoteAllowed' && event.value === true
      ? remoteHindrance(register, event.body, from, event)
      : valueHindrance(known.value.shape.kind, event);
  return hindrance === undefined ? ok([{ type: 'RuleRegistered', ...event }]) : refused(hindrance);
}

/** KL 5:45 and 6:27: more than half, and nothing else. */
const HALF_BY_LAW: readonly BodyKind[] = [
  'council',
  'executiveBoard',
  'board',
  'committee',
  'jointBoard',
  'federationCouncil',
  'federationBoard',
];

/** What the law puts beyond the body's own choice. */
export function valueHindrance(
  kind: BodyKind,
  { rule, value, from, to }: Pick<BodyRule, 'rule' | 'value' | 'from' | 'to'>,
): RegisterRefusal | undefined {
  if (rule === 'quorumNumber' && value !== null && HALF_BY_LAW.includes(kind)) return { rule: 'REG-QUORUM' };
  if (!isCouncil(kind)) return undefined;
  if (rule === 'doors' && value === 'closed') return { rule: 'REG-COUNCIL-DOORS' };
  const reaches = to === undefined ? from >= PRESIDIUM_IN_ROOM_FROM : to >= PRESIDIUM_IN_ROOM_FROM;
  const inRoom = Array.isArray(value) ? (value as readonly string[]) : [];
  if (rule === 'mustBeInRoom' && reaches && PRESIDIUM.some((one) => !inRoom.includes(one)))
    return { rule: 'REG-PRESIDIUM-ROOM', detail: { from: PRESIDIUM_IN_ROOM_FROM } };
  return undefined;
}

/**
 * Why taking part at a distance may not be switched on: a council decides for itself (GOV-02), boards are given the right by
 * their council (GOV-03), a committee by a board that has it (GOV-04), and where the law is silent somebody must choose and say
 * why (GOV-05). `decision` left out: asked whether it could be at all, by whatever decision.
 */
export function remoteHindrance(
  register: Register,
  id: BodyId,
  day: LocalDate,
  given?: Pick<BodyRule, 'decision' | 'note'>,
): RegisterRefusal | undefined {
  const body = register.bodies.get(id);
  const shape = shapeOn(body, day);
  if (body === undefined || shape === undefined) return { rule: 'REG-UNKNOWN', detail: { what: 'body', id } };
  const line = ancestors(register, id, day);
  const nameOfBody = (one: BodyId | undefined): string =>
    one === undefined ? 'none' : (shapeOn(register.bodies.get(one), day)?.name ?? one);
  const detail = (by: BodyId | undefined) => ({ body: shape.name, by: nameOfBody(by) });
  const isBy = (by: BodyId | undefined): boolean => given === undefined || given.decision.by === by;
  switch (shape.kind) {
    case 'council':
    case 'federationCouncil':
      return isBy(id) ? undefined : { rule: 'GOV-02', detail: detail(id) };
    case 'executiveBoard':
    case 'board':
    case 'jointBoard':
    case 'federationBoard': {
      const council = line.find((one) => {
        const kind = shapeOn(one, day)?.kind;
        return kind !== undefined && isCouncil(kind);
      });
      // A federation without a council of its own is led by its board, which then decides.
      if (council === undefined && shape.kind === 'federationBoard' && isBy(id)) return undefined;
      return council !== undefined && isBy(council.id) ? undefined : { rule: 'GOV-03', detail: detail(council?.id) };
    }
    case 'committee': {
      const [board] = line;
      const may = board !== undefined && remoteAllowedOn(register, board, day) && isBy(board.id);
      return may ? undefined : { rule: 'GOV-04', detail: detail(board?.id) };
    }
    case 'draftingCommittee':
      return given === undefined || (given.note ?? '').trim() !== ''
        ? undefined
        : { rule: 'GOV-05', detail: detail(id) };
    case 'companyBoard':
    case 'generalMeeting':
      return undefined;
  }
}
