import type { BodyId, LocalDate, PersonId } from '@klubba/meeting';
import type { BodyLine, BodyView, HistoryEntry, PersonLine, PersonView, RegisterSummary } from '@klubba/protocol';
import {
  ancestors,
  type ApiKeyId,
  holdsOn,
  keyOf,
  lawFindings,
  nameOf,
  partiesInOrder,
  planOf,
  type Register,
  type RegisterActor,
  type RegisterBody,
  type RegisterFact,
  type RegisterPerson,
  remoteAllowedOn,
  remoteHindrance,
  ruleOn,
  shapeOn,
} from '@klubba/register';
import type { PeopleIndex } from './search.ts';
import type { StoreHead } from './register-store.ts';

export function summaryOf(register: Register, head: StoreHead, today: LocalDate): RegisterSummary {
  const bodies = [...register.bodies.values()];
  const anyDuty = (duty: string): boolean =>
    bodies.some((body) => body.duties.some((one) => one.duty === duty && holdsOn(one, today)));
  const has: Readonly<Record<RegisterSummary['missing'][number], boolean>> = {
    municipality: register.municipality !== '',
    parties: register.parties.size > 0,
    bodies: bodies.length > 0,
    people: register.people.size > 1,
    seats: bodies.some((body) => body.mandates.some((one) => holdsOn(one, today))),
    presidium: anyDuty('chair'),
    secretary: anyDuty('secretary'),
    remoteDecision: bodies.some((body) => body.rules.some((one) => one.rule === 'remoteAllowed')),
  };
  return {
    seq: head.seq,
    municipality: register.municipality,
    people: register.people.size,
    bodies: bodies.filter((body) => shapeOn(body, today) !== undefined).length,
    parties: partiesInOrder(register),
    constituencies: [...register.constituencies.values()],
    terms: [...register.terms.values()],
    administrators: [...register.administrators].map((person) => ({ person, name: nameOf(register, person) })),
    missing: (Object.keys(has) as RegisterSummary['missing']).filter((one) => !has[one]),
    ...(head.damagedAt === undefined ? {} : { damagedAt: head.damagedAt }),
  };
}

export function personLine(person: RegisterPerson, index: PeopleIndex): PersonLine {
  const { id, name, party, title, contact, isProtected, erasedAt } = person;
  return {
    person: id,
    name: name === null ? '' : `${name.givenName} ${name.familyName}`.trim(),
    isProtected,
    isErased: erasedAt !== undefined,
    bodies: index.bodiesOf(id),
    ...(party === undefined ? {} : { party }),
    ...(title === undefined ? {} : { title }),
    ...(isProtected || contact.email === undefined ? {} : { email: contact.email }),
  };
}

/** `whole`: with the contact of one with protected identity, for a page whose reading is noted. */
export function personView(register: Register, person: RegisterPerson, whole: boolean): PersonView {
  const { id, name, party, title, contact, isProtected, erasedAt } = person;
  const isWithheld = isProtected && !whole && Object.keys(contact).length > 0;
  return {
    person: id,
    name,
    contact: isWithheld ? {} : contact,
    isWithheld,
    isProtected,
    isAdministrator: register.administrators.has(id),
    held: [...register.bodies.values()].flatMap((body) => heldIn(body, id)),
    ...(party === undefined ? {} : { party }),
    ...(title === undefined ? {} : { title }),
    ...(erasedAt === undefined ? {} : { erasedAt }),
  };
}

function heldIn(body: RegisterBody, person: PersonId): PersonView['held'] {
  const about = { body: body.id, bodyName: body.shapes.at(-1)?.name ?? '' };
  const span = ({ from, to }: { readonly from: string; readonly to?: string }) =>
    to === undefined ? { from } : { from, to };
  const own = <T extends { readonly person: PersonId }>(list: readonly T[]) =>
    list.filter((one) => one.person === person);
  return [
    ...own(body.mandates).map((one) => ({ ...about, kind: 'member' as const, number: one.seat, ...span(one) })),
    ...own(body.substitutes).map((one) => ({ ...about, kind: 'substitute' as const, number: one.order, ...span(one) })),
    ...own(body.duties).map((one) => ({ ...about, kind: 'duty' as const, duty: one.duty, ...span(one) })),
  ];
}

export function bodyLine(register: Register, id: BodyId, on: LocalDate): readonly BodyLine[] {
  const body = register.bodies.get(id);
  const shape = shapeOn(body, on);
  if (body === undefined || shape === undefined) return [];
  return [
    {
      ...shape,
      body: id,
      seatsHeld: body.mandates.filter((one) => holdsOn(one, on)).length,
      remoteAllowed: remoteAllowedOn(register, body, on),
    },
  ];
}

export function bodyView(register: Register, id: BodyId, on: LocalDate): BodyView | undefined {
  const body = register.bodies.get(id);
  const shape = shapeOn(body, on);
  const plan = planOf(register, id, on);
  if (body === undefined || shape === undefined || plan === undefined) return undefined;
  const newestFirst = <T extends { readonly from: string }>(list: readonly T[]): readonly T[] =>
    list.toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
  const line = [body, ...ancestors(register, id, on)].toReversed();
  const persons = new Set([...body.mandates, ...body.substitutes, ...body.duties].map((one) => one.person));
  return {
    ...shape,
    on,
    body: id,
    findings: lawFindings(register, id, on).map(({ rule, detail }) => ({
      rule,
      ...(detail === undefined ? {} : { detail }),
    })),
    settings: plan.body.settings,
    seats: plan.seats,
    substitutes: plan.substitutes,
    duties: body.duties.filter((one) => holdsOn(one, on)),
    mandates: newestFirst(body.mandates),
    places: newestFirst(body.substitutes),
    rules: newestFirst(body.rules),
    chain: line.map((one) => chainLink(register, one, on)),
    names: {
      ...Object.fromEntries([...persons].map((person) => [person, nameOf(register, person)])),
      ...Object.fromEntries(line.map((one) => [one.id, shapeOn(one, on)?.name ?? one.id])),
    },
  };
}

function chainLink(register: Register, body: RegisterBody, on: LocalDate): BodyView['chain'][number] {
  const rule = ruleOn(body, 'remoteAllowed', on);
  const hindrance = remoteHindrance(register, body.id, on);
  const state =
    rule === undefined
      ? 'notDecided'
      : rule.value !== true
        ? 'decidedNo'
        : remoteAllowedOn(register, body, on)
          ? 'on'
          : 'off';
  return {
    body: body.id,
    name: shapeOn(body, on)?.name ?? body.id,
    kind: shapeOn(body, on)?.kind ?? 'board',
    state,
    ...(rule === undefined ? {} : { decision: rule.decision }),
    ...(hindrance === undefined ? {} : { hindrance: hindrance.rule }),
  };
}

/** Facts that are there for the audit alone. */
const AUDIT_ONLY: readonly string[] = [
  'AttemptRefused',
  'RegisterExported',
  'PersonalDataRead',
  'LoginsEnded',
  'AllLoginsEnded',
  'ChatMessageRemoved',
  'ChainFoundBroken',
];
const PAGE = 50;

/** Newest first; with `about` those that name the id, with `q` those in which all the words occur. */
export function historyOf(
  register: Register,
  facts: readonly RegisterFact[],
  { about, q, before, audit }: { about?: string; q?: string; before?: number; audit: boolean },
): { readonly entries: readonly HistoryEntry[]; readonly next?: number } {
  const words = (q ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const entries: HistoryEntry[] = [];
  for (let index = Math.min(before ?? Infinity, facts.length + 1) - 2; index >= 0; index -= 1) {
    const fact = facts[index];
    if (fact === undefined || (!audit && AUDIT_ONLY.includes(fact.event.type))) continue;
    if (about !== undefined && !JSON.stringify(fact.event).includes(JSON.stringify(about))) continue;
    const entry = historyEntry(register, fact);
    if (words.length > 0 && !matches(entry, words)) continue;
    if (entries.length === PAGE) return { entries, next: entries.at(-1)?.seq ?? 1 };
    entries.push(entry);
  }
  return { entries };
}

function matches({ actorName, event, names }: HistoryEntry, words: readonly string[]): boolean {
  const whole = `${actorName} ${JSON.stringify(event)} ${Object.values(names).join(' ')}`.toLowerCase();
  return words.every((word) => whole.includes(word));
}

export function historyEntry(register: Register, { seq, at, actor, event }: RegisterFact): HistoryEntry {
  const { name: _, contact: _contact, ...shown } = event as typeof event & { name?: unknown; contact?: unknown };
  const bare = event.type === 'PersonAdded' || event.type === 'PersonChanged' ? shown : event;
  const names: Record<string, string> = {};
  for (const id of idsIn(event)) {
    const person = register.people.has(id as PersonId) ? nameOf(register, id as PersonId) : undefined;
    const found =
      person ?? register.bodies.get(id as BodyId)?.shapes.at(-1)?.name ?? register.apiKeys.get(id as ApiKeyId)?.name;
    if (found !== undefined && found !== '') names[id] = found;
  }
  return { seq, at, actor, actorName: actorNameOf(register, actor), event: bare, names };
}

function actorNameOf(register: Register, actor: RegisterActor): string {
  if (actor === 'system') return '';
  const key = keyOf(actor);
  return key === undefined ? nameOf(register, actor as PersonId) : (register.apiKeys.get(key)?.name ?? '');
}

function idsIn(event: RegisterFact['event']): readonly string[] {
  return [
    ...('person' in event ? [event.person] : []),
    ...('body' in event ? [event.body] : []),
    ...('key' in event ? [event.key] : []),
    ...('decision' in event ? [event.decision.by] : []),
    ...('about' in event && event.about !== undefined ? [event.about] : []),
  ];
}
