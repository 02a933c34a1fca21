import { type BodyId, type LocalDate, unreachable } from '@klubba/meeting';
import { dayBefore } from './spans.ts';
import type {
  ApiKey,
  ApiKeyId,
  BodyShape,
  Constituency,
  Register,
  RegisterBody,
  RegisterEvent,
  RegisterFact,
  RegisterPerson,
  Span,
} from './types.ts';

export const emptyRegister: Register = {
  seq: 0,
  municipality: '',
  parties: new Map(),
  constituencies: new Map(),
  people: new Map(),
  bodies: new Map(),
  terms: new Map(),
  templates: new Map(),
  administrators: new Set(),
  apiKeys: new Map(),
};

/** A register being folded: its maps are its own, what lies in them is never changed. */
type Draft = {
  seq: number;
  municipality: string;
  readonly parties: Map<Parameters<Register['parties']['get']>[0], NonNullable<ReturnType<Register['parties']['get']>>>;
  readonly constituencies: Map<string, Constituency>;
  readonly people: Map<RegisterPerson['id'], RegisterPerson>;
  readonly bodies: Map<BodyId, RegisterBody>;
  readonly terms: Map<string, NonNullable<ReturnType<Register['terms']['get']>>>;
  readonly templates: Map<string, NonNullable<ReturnType<Register['templates']['get']>>>;
  readonly administrators: Set<RegisterPerson['id']>;
  readonly apiKeys: Map<ApiKeyId, ApiKey>;
};

/** The register after these facts. One copy for all of them: thousands at once cost little more than one. */
export function evolveRegister(register: Register, facts: Iterable<RegisterFact>): Register {
  const growing = growRegister(register);
  for (const fact of facts) growing.add(fact);
  return growing.register();
}

/** For what adds facts one by one and looks between them: `register()` is always the same object. */
export type Growing = {
  /** The answer takes the fact back; only the last one, and those before it in turn. */
  add(fact: RegisterFact): () => void;
  register(): Register;
};

export function growRegister(register: Register): Growing {
  const draft: Draft = {
    seq: register.seq,
    municipality: register.municipality,
    parties: new Map(register.parties),
    constituencies: new Map(register.constituencies),
    people: new Map(register.people),
    bodies: new Map(register.bodies),
    terms: new Map(register.terms),
    templates: new Map(register.templates),
    administrators: new Set(register.administrators),
    apiKeys: new Map(register.apiKeys),
  };
  return {
    add(fact) {
      const undo = undoing(draft, fact.event);
      apply(draft, fact);
      draft.seq = fact.seq;
      return undo;
    },
    register: () => draft,
  };
}

/** How the draft comes back to what it is now, after an event of a kind that adds people, bodies and their places. */
function undoing(draft: Draft, event: RegisterEvent): () => void {
  const { seq } = draft;
  const party = event.type === 'PartyKept' ? event.party.id : undefined;
  const restores = [
    ...('body' in event ? [restoring(draft.bodies, event.body)] : []),
    ...('person' in event ? [restoring(draft.people, event.person)] : []),
    ...(party === undefined ? [] : [restoring(draft.parties, party)]),
  ];
  return () => {
    for (const restore of restores) restore();
    draft.seq = seq;
  };
}

function restoring<Key, Value>(map: Map<Key, Value>, key: Key): () => void {
  const value = map.get(key);
  return () => {
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  };
}

function apply(draft: Draft, { at, actor, event }: RegisterFact): void {
  switch (event.type) {
    case 'MunicipalityNamed':
      draft.municipality = event.name;
      return;
    case 'PartyKept':
      draft.parties.set(event.party.id, event.party);
      return;
    case 'ConstituencyKept':
      draft.constituencies.set(event.constituency.id, event.constituency);
      return;
    case 'TermKept':
      draft.terms.set(event.term.id, event.term);
      return;
    case 'TemplateKept':
      draft.templates.set(event.template.id, event.template);
      return;
    case 'TemplateWithdrawn':
      draft.templates.delete(event.id);
      return;
    case 'PersonAdded':
    case 'PersonChanged':
      draft.people.set(event.person, personOf(event, draft.people.get(event.person)));
      return;
    case 'PersonErased': {
      const person = draft.people.get(event.person);
      if (person === undefined) return;
      const { id, party, isProtected, name } = person;
      draft.people.set(id, {
        id,
        isProtected,
        name: event.keptName ? name : null,
        contact: {},
        erasedAt: at,
        ...(party === undefined ? {} : { party }),
      });
      return;
    }
    case 'AdministratorMade':
      draft.administrators.add(event.person);
      return;
    case 'AdministratorWithdrawn':
      draft.administrators.delete(event.person);
      return;
    case 'ApiKeyMade': {
      const { key: id, name, scopes, until } = event;
      draft.apiKeys.set(id, { id, name, scopes, until, madeBy: actor, madeAt: at });
      return;
    }
    case 'ApiKeyRevoked': {
      const key = draft.apiKeys.get(event.key);
      if (key !== undefined) draft.apiKeys.set(key.id, { ...key, revokedAt: at });
      return;
    }
    case 'AttemptRefused':
    case 'FileImported':
    case 'RegisterExported':
    case 'PersonalDataRead':
    case 'LoginsEnded':
    case 'AllLoginsEnded':
    case 'ChatMessageRemoved':
    case 'ChainFoundBroken':
      return;
    default:
      applyToBody(draft, event);
  }
}

type PersonEvent = Extract<RegisterEvent, { type: 'PersonAdded' | 'PersonChanged' }>;

function personOf(event: PersonEvent, known: RegisterPerson | undefined): RegisterPerson {
  const { person: id, name = null, contact = {}, party, title, isProtected } = event;
  return {
    id,
    name,
    contact,
    isProtected,
    ...(party === undefined ? {} : { party }),
    ...(title === undefined ? {} : { title }),
    ...(known?.erasedAt === undefined ? {} : { erasedAt: known.erasedAt }),
  };
}

type BodyEvent = Exclude<Extract<RegisterEvent, { body: BodyId }>, { type: 'ChatMessageRemoved' }>;

function applyToBody(draft: Draft, event: BodyEvent): void {
  if (event.type === 'BodyAdded') {
    draft.bodies.set(event.body, {
      id: event.body,
      shapes: [shapeOf(event)],
      mandates: [],
      substitutes: [],
      duties: [],
      rules: [],
    });
    return;
  }
  const body = draft.bodies.get(event.body);
  if (body !== undefined) draft.bodies.set(event.body, { ...body, ...changeOf(body, event) });
}

function changeOf(body: RegisterBody, event: Exclude<BodyEvent, { type: 'BodyAdded' }>): Partial<RegisterBody> {
  switch (event.type) {
    case 'BodyChanged':
      return { shapes: withShape(body.shapes, shapeOf(event)) };
    case 'SeatGiven': {
      const { type: _, body: _body, ...mandate } = event;
      return { mandates: [...body.mandates, mandate] };
    }
    case 'MandateEnded':
      return {
        mandates: body.mandates.map((one) =>
          one.seat === event.seat && one.person === event.person && isOpenAt(one, event.to)
            ? { ...one, to: event.to, ended: event.why }
            : one,
        ),
      };
    case 'SubstituteAdded': {
      const { type: _, body: _body, ...place } = event;
      return { substitutes: [...body.substitutes, place] };
    }
    case 'SubstituteEnded':
      return { substitutes: body.substitutes.flatMap((one) => endedPlace(one, event)) };
    case 'DutyGiven': {
      const { type: _, body: _body, ...term } = event;
      return { duties: [...body.duties, term] };
    }
    case 'DutyEnded':
      return {
        duties: body.duties.map((one) =>
          one.person === event.person && one.duty === event.duty && isOpenAt(one, event.to)
            ? { ...one, to: event.to }
            : one,
        ),
      };
    case 'RuleRegistered': {
      const { type: _, body: _body, ...rule } = event;
      return { rules: [...body.rules, rule] };
    }
    default:
      return unreachable(event);
  }
}

function endedPlace(
  one: RegisterBody['substitutes'][number],
  { person, to, why }: Extract<RegisterEvent, { type: 'SubstituteEnded' }>,
): RegisterBody['substitutes'] {
  if (one.person !== person || (one.to !== undefined && one.to <= to)) return [one];
  // A place that had not begun is as if it had never been asked for.
  return one.from > to ? [] : [{ ...one, to, ended: why }];
}

/** Runs on that day, so that it can end then. */
function isOpenAt(one: { readonly from: string; readonly to?: string }, day: string): boolean {
  return one.from <= day && (one.to === undefined || one.to >= day);
}

function shapeOf({ name, kind, seatsTotal, voters, isRegion, parent, from, to }: BodyShape): BodyShape {
  return {
    name,
    kind,
    seatsTotal,
    from,
    ...(voters === undefined ? {} : { voters }),
    ...(isRegion === undefined ? {} : { isRegion }),
    ...(parent === undefined ? {} : { parent }),
    ...(to === undefined ? {} : { to }),
  };
}

/** A new shape takes over on its first day, until the next one that is known begins; what it was before that stays. */
function withShape(shapes: readonly BodyShape[], next: BodyShape): readonly BodyShape[] {
  const earlier = shapes
    .filter((shape) => shape.from < next.from)
    .map(
      (shape): BodyShape =>
        shape.to === undefined || shape.to >= next.from ? { ...shape, to: dayBefore(next.from) } : shape,
    );
  const later = shapes.filter((shape) => shape.from > next.from);
  return [...earlier, untilNext(next, later[0]), ...later];
}

function untilNext(shape: BodyShape, next: BodyShape | undefined): BodyShape {
  const to = lastDay(shape, next);
  return to === undefined ? shape : { ...shape, to };
}

/** The last day of a shape that another one may follow. */
export function lastDay({ to }: Span, next: Span | undefined): LocalDate | undefined {
  const before = next === undefined ? undefined : dayBefore(next.from);
  if (to === undefined || before === undefined) return to ?? before;
  return to < before ? to : before;
}
