import { ok, refused } from '@klubba/meeting';
import type { Decided } from './decide.ts';
import { knownBody, knownParty, knownPerson, nameOf, placeDuring } from './known.ts';
import { dayBefore, holdsOn, overlaps } from './spans.ts';
import { listKey } from './standing.ts';
import type { Register, RegisterCommand, RegisterEvent, SubstitutePlace } from './types.ts';

type SubstituteCommand = Extract<RegisterCommand, { type: 'addSubstitute' | 'endSubstitute' | 'orderSubstitutes' }>;

export function decideSubstitute(register: Register, command: SubstituteCommand): Decided {
  switch (command.type) {
    case 'addSubstitute':
      return addSubstitute(register, command);
    case 'endSubstitute':
      return endSubstitute(register, command);
    case 'orderSubstitutes':
      return orderSubstitutes(register, command);
  }
}

function addSubstitute(register: Register, command: Extract<SubstituteCommand, { type: 'addSubstitute' }>): Decided {
  const { type: _, ...event } = command;
  const known = knownBody(register, event.body, event);
  if (!known.ok) return known;
  const person = knownPerson(register, event.person);
  if (!person.ok) return person;
  const party = knownParty(register, event.party);
  if (!party.ok) return party;
  const { body } = known.value;
  const key = listKey(event.party, event.constituency);
  const taken = body.substitutes.find(
    (one) => one.order === event.order && listKey(one.party, one.constituency) === key && overlaps(one, event),
  );
  if (taken !== undefined)
    return refused({
      rule: 'REG-ORDER-TAKEN',
      detail: { order: String(event.order), person: nameOf(register, taken.person), to: taken.to ?? 'none' },
    });
  const other = placeDuring(body, event.person, event);
  if (other !== undefined)
    return refused({
      rule: 'REG-ONE-PLACE',
      detail: {
        person: nameOf(register, event.person),
        kind: other.kind,
        number: String(other.number),
        to: other.to ?? 'none',
      },
    });
  return ok([{ type: 'SubstituteAdded', ...event }]);
}

function endSubstitute(register: Register, command: Extract<SubstituteCommand, { type: 'endSubstitute' }>): Decided {
  const { type: _, ...event } = command;
  const known = knownBody(register, event.body, { from: event.to });
  if (!known.ok) return known;
  const has = known.value.body.substitutes.some((one) => one.person === event.person && holdsOn(one, event.to));
  return has
    ? ok([{ type: 'SubstituteEnded', ...event }])
    : refused({ rule: 'REG-NOT-HELD', detail: { person: nameOf(register, event.person), on: event.to } });
}

/** Ends the list as it is on that day and begins it anew: the old order stays true of the days before. */
function orderSubstitutes(
  register: Register,
  { body: id, party, constituency, persons, from }: Extract<SubstituteCommand, { type: 'orderSubstitutes' }>,
): Decided {
  const known = knownBody(register, id, { from });
  if (!known.ok) return known;
  const { body } = known.value;
  const key = listKey(party, constituency);
  const list = body.substitutes.filter(
    (one) => listKey(one.party, one.constituency) === key && (one.to === undefined || one.to >= from),
  );
  const stranger = persons.find(
    (person, index) =>
      persons.indexOf(person) < index || !list.some((one) => one.person === person && holdsOn(one, from)),
  );
  if (stranger !== undefined)
    return refused({ rule: 'REG-NOT-HELD', detail: { person: nameOf(register, stranger), on: from } });
  const ended = list.map(
    ({ person }): RegisterEvent => ({
      type: 'SubstituteEnded',
      body: id,
      person,
      to: dayBefore(from),
      why: 'replaced',
    }),
  );
  const begun = persons.flatMap((person, index): readonly RegisterEvent[] => {
    const place = list.find((one) => one.person === person && holdsOn(one, from));
    return place === undefined ? [] : [{ type: 'SubstituteAdded', body: id, ...renumbered(place, index + 1, from) }];
  });
  return ok([...ended, ...begun]);
}

function renumbered({ ended: _, ...place }: SubstitutePlace, order: number, from: string): SubstitutePlace {
  return { ...place, order, from };
}
