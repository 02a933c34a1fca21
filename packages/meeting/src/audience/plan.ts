import { isCouncil } from '../body.ts';
import type { PersonId } from '../ids.ts';
import type { Duty, Item, MeetingPlan, Person, Seat } from '../plan.ts';
import type { Audience } from './audience.ts';
import { isConfidential } from './doors.ts';

/** Of no concern to the public: they lead nothing and decide nothing, and an external party is a private person. */
const DUTIES_BEHIND_THE_SCENES: readonly Duty[] = ['technician', 'hallDevice', 'assistant', 'external'];

/** The meeting's first fact as one audience gets it. Put together field by field: what is not named here is not shown. */
export function showPlan(plan: MeetingPlan, audience: Audience): MeetingPlan {
  const presidium = audience.kind === 'presidium';
  const withheld = withheldDuties(audience);
  const people = plan.people.filter((person) => !isBehindTheScenes(plan, person.id, withheld));
  const { announcedOn, sentOn } = plan.notice;
  return {
    meeting: plan.meeting,
    municipality: plan.municipality,
    body: plan.body,
    date: plan.date,
    startsAt: plan.startsAt,
    place: plan.place,
    form: plan.form,
    parties: plan.parties,
    people: presidium ? people : (audience.kind === 'public' ? forThePublic(plan, people) : people).map(forMany),
    seats: knowsHoldings(plan, audience) ? plan.seats : plan.seats.map(withoutHolding),
    substitutes: plan.substitutes,
    duties: plan.duties.filter((d) => !withheld.includes(d.duty)),
    items: plan.items.map((item) => showItem(item, plan, audience)),
    notice: audience.kind === 'public' ? { announcedOn, sentOn } : plan.notice,
    remoteGranted: presidium ? plan.remoteGranted : [],
    ...(audience.kind !== 'public' && plan.secretaryPhone !== undefined ? { secretaryPhone: plan.secretaryPhone } : {}),
    ...(plan.rehearsal === undefined ? {} : { rehearsal: plan.rehearsal }),
    ...(plan.moved === undefined ? {} : { moved: plan.moved }),
  };
}

/** What stands instead of a name that is withheld; the seat and its party are public. In no language: nomen nescio. */
const NO_NAME = { givenName: 'N.N.', familyName: '' } as const;

/**
 * The plan with no name of one whose identity is protected, unless the body has decided otherwise (DAT-08). Who decides for a
 * municipality is public, but a name beside a place and an hour is what the protection is for: the record has it, and gives it out as
 * the law says, case by case (OSL 22 kap. 1 §); what is spread by itself has the seat alone.
 */
export function withoutProtectedNames(plan: MeetingPlan): MeetingPlan {
  return { ...plan, people: forThePublic(plan, plan.people) };
}

/** These people of the plan, by the names that the public may have. */
function forThePublic(plan: MeetingPlan, people: readonly Person[]): readonly Person[] {
  if (plan.body.settings.protectedNamesPublic?.value === true) return people;
  const hidden = new Set(plan.people.filter((one) => one.isProtected).map((one) => one.id));
  return people.map((person) => (hidden.has(person.id) ? withoutName(person) : person));
}

function withoutName({ id, party }: Person): Person {
  return { id, ...NO_NAME, ...(party === undefined ? {} : { party }) };
}

/** One who is out of some item does not learn who is heard as a party in it. */
function withheldDuties(audience: Audience): readonly Duty[] {
  switch (audience.kind) {
    case 'public':
      return DUTIES_BEHIND_THE_SCENES;
    case 'participants':
      return audience.barredFrom.length === 0 ? [] : ['external'];
    case 'presidium':
    case 'support':
      return [];
  }
}

/** The plan of one person: as the audience's, with that person's own telephone, own permission and own calls to be heard, and whom to ring about them. */
export function withOwn(shown: MeetingPlan, plan: MeetingPlan, person: PersonId): MeetingPlan {
  // A wall or a camera of the hall is looked at by the public, whatever else it may show.
  const isForAll = plan.duties.some((one) => one.person === person && one.duty === 'hallDevice');
  const known = new Map((isForAll ? forThePublic(plan, shown.people) : shown.people).map((p) => [p.id, p]));
  const granted =
    shown.remoteGranted.length === 0 ? plan.remoteGranted.filter((p) => p === person) : shown.remoteGranted;
  const heardIn = new Set(plan.items.filter((item) => item.externals?.includes(person)).map((item) => item.id));
  return {
    ...shown,
    people: plan.people.flatMap((p) => (p.id === person ? [p] : (known.get(p.id) ?? []))),
    items: shown.items.map((item) => (heardIn.has(item.id) ? withOwnCall(item, person) : item)),
    remoteGranted: granted,
    // Whom to ring, for one who waits to be heard.
    ...(heardIn.size > 0 && plan.secretaryPhone !== undefined ? { secretaryPhone: plan.secretaryPhone } : {}),
  };
}

/** An item in which the person is to be heard, as that person knows it. */
export function withOwnCall<Shown extends Item>(shown: Shown, person: PersonId): Shown {
  return { ...shown, externals: shown.externals ?? [person] };
}

/** From which eyes on each field of an item may be read. Exhaustive: a new field does not compile before it is placed. */
const ITEM_FIELDS: Readonly<Record<keyof Item, 'untitled' | 'outline' | 'public' | 'participants' | 'presidium'>> = {
  id: 'untitled',
  number: 'untitled',
  kind: 'untitled',
  doors: 'untitled',
  title: 'outline',
  diaryNumber: 'outline',
  announcedOn: 'outline',
  movedFrom: 'outline',
  documents: 'public',
  tabled: 'public',
  preparedBy: 'public',
  presenter: 'public',
  urgent: 'public',
  raisedOn: 'public',
  exerciseOfAuthority: 'public',
  election: 'public',
  asker: 'public',
  answerer: 'public',
  earlierMinorityReferral: 'public',
  majority: 'public',
  ownMajority: 'public',
  extraElection: 'public',
  remoteWhenClosed: 'participants',
  externals: 'participants',
  reported: 'participants',
  expectedConflicts: 'presidium',
};
const DEPTHS = ['untitled', 'outline', 'public', 'participants', 'presidium'] as const;
type Depth = (typeof DEPTHS)[number];

/** An item with what this audience may know of it. A withheld title is empty. */
export function showItem(item: Item, plan: MeetingPlan, audience: Audience): Item {
  const depth = depthOf(item, plan, audience);
  const { id, number, kind, doors } = item;
  const readable = Object.entries(item).filter(([field]) =>
    reaches(depth, ITEM_FIELDS[field as keyof Item] ?? 'presidium'),
  );
  return { title: '', documents: [], preparedBy: [], ...Object.fromEntries(readable), id, number, kind, doors };
}

function reaches(depth: Depth, needed: Depth): boolean {
  return DEPTHS.indexOf(depth) >= DEPTHS.indexOf(needed);
}

function depthOf(item: Item, plan: MeetingPlan, audience: Audience): Depth {
  const confidential = isConfidential(item, plan.body);
  const closed: Depth = item.doors === 'secret' ? 'untitled' : 'outline';
  switch (audience.kind) {
    case 'presidium':
    case 'participants':
      if (!audience.barredFrom.includes(item.id)) return audience.kind;
      return mayWatch(plan) && !confidential ? 'public' : closed;
    case 'support':
      return confidential ? closed : 'public';
    case 'public':
      return confidential || !plan.body.settings.publicLive.value ? closed : 'public';
  }
}

/** One in conflict in a council sees what the public sees (KL 5:47); in a board nothing (KL 6:30). */
function mayWatch({ body }: MeetingPlan): boolean {
  return isCouncil(body.kind) && body.settings.conflictInCouncilMayWatch.value;
}

/** Who owns how much is for those at the general meeting, and for a public that it has let in. */
function knowsHoldings({ body }: MeetingPlan, { kind }: Audience): boolean {
  return kind === 'presidium' || kind === 'participants' || (kind === 'public' && body.settings.publicLive.value);
}

function withoutHolding({ votes: _votes, shares: _shares, ...shown }: Seat): Seat {
  return shown;
}

/** That somebody's identity is protected is itself for the desk alone. */
function forMany(person: Person): Person {
  const { phone: _withheld, isProtected: _mark, ...shown } = person;
  return shown;
}

/** Has this person no other part in the meeting than one that is withheld? */
function isBehindTheScenes(plan: MeetingPlan, person: PersonId, withheld: readonly Duty[]): boolean {
  const own = plan.duties.filter((d) => d.person === person).map((d) => d.duty);
  if (own.length === 0 || own.some((duty) => !withheld.includes(duty))) return false;
  const sits =
    plan.seats.some((seat) => seat.holder === person) || plan.substitutes.some((list) => list.persons.includes(person));
  return !sits;
}
