import { isCompany, ok, refused } from '@klubba/meeting';
import type { Decided } from './decide.ts';
import { knownBody, knownPerson, nameOf } from './known.ts';
import { holdsOn, overlaps } from './spans.ts';
import { PRESIDIUM } from './standing.ts';
import type { Register, RegisterCommand } from './types.ts';

type DutyCommand = Extract<RegisterCommand, { type: 'giveDuty' | 'endDuty' }>;

export function decideDuty(register: Register, command: DutyCommand): Decided {
  return command.type === 'giveDuty' ? giveDuty(register, command) : endDuty(register, command);
}

/** The presidium is chosen among the members, one of each at a time (KL 5:11, 6:21). */
function giveDuty(register: Register, command: Extract<DutyCommand, { type: 'giveDuty' }>): Decided {
  const { type: _, ...event } = command;
  const known = knownBody(register, event.body, event);
  if (!known.ok) return known;
  const person = knownPerson(register, event.person);
  if (!person.ok) return person;
  const { body, shape } = known.value;
  const isPresidium = (PRESIDIUM as readonly string[]).includes(event.duty);
  const isMember = body.mandates.some((one) => one.person === event.person && holdsOn(one, event.from));
  if (isPresidium && !isMember && !isCompany(shape.kind))
    return refused({ rule: 'REG-PRESIDIUM', detail: { person: nameOf(register, event.person), on: event.from } });
  const other = body.duties.find(
    (one) => one.duty === event.duty && (isPresidium || one.person === event.person) && overlaps(one, event),
  );
  if (other !== undefined)
    return refused({
      rule: 'REG-DUTY-TAKEN',
      detail: { duty: event.duty, person: nameOf(register, other.person), to: other.to ?? 'none' },
    });
  return ok([{ type: 'DutyGiven', ...event }]);
}

function endDuty(register: Register, command: Extract<DutyCommand, { type: 'endDuty' }>): Decided {
  const { type: _, ...event } = command;
  const known = knownBody(register, event.body, { from: event.to });
  if (!known.ok) return known;
  const has = known.value.body.duties.some(
    (one) => one.person === event.person && one.duty === event.duty && holdsOn(one, event.to),
  );
  return has
    ? ok([{ type: 'DutyEnded', ...event }])
    : refused({ rule: 'REG-NOT-HELD', detail: { person: nameOf(register, event.person), on: event.to } });
}
