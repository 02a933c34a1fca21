import type { BodyId, BodySettings, LocalDate, PartyId, Person, PersonId } from '@klubba/meeting';
import {
  type BodyRule,
  decideRegister,
  growRegister,
  type Register,
  type RegisterCommand,
  type RegisterEvent,
  type RuleName,
} from '@klubba/register';
import type { Registry } from '../register/registry.ts';
import { type DraftPlan, MUNICIPALITY } from './council.ts';
import { officials } from './exempelkoping-people.ts';

/** The bodies are older than any meeting of theirs; the mandates are those of the council elected in 2022, until further notice. */
const BODIES_FROM: LocalDate = '2015-01-01';
const MANDATES_FROM: LocalDate = '2022-10-15';
/** Then the law has put the council's presidium in the room, and its own rule has run out. */
const IN_ROOM_RULE_TO: LocalDate = '2026-06-30';
const SYSTEM = { actor: 'system', byDirectory: false } as const;

const WORDINGS: Partial<Readonly<Record<RuleName, string>>> = {
  remoteAllowed:
    'Ledamöter och ersättare får, om särskilda skäl föreligger, delta på distans genom ljud- och bildöverföring i realtid. Den som vill delta på distans ska anmäla det till ordföranden senast tre dagar i förväg. Ordföranden avgör om det får ske.',
  mustBeInRoom: 'Den som leder sammanträdet och sekreteraren ska vara i salen.',
  speechSeconds: 'Ett anförande får vara högst sex minuter.',
  replySeconds: 'En replik får vara högst två minuter.',
  proposalsInWriting: 'Ett ändrings- eller tilläggsyrkande ska lämnas skriftligt.',
  chat: 'Under sammanträdet får de som deltar skriva korta meddelanden till varandra. Uppgifter om enskilda får inte skrivas där. Meddelandena hör inte till protokollet.',
  publicLive: 'Sammanträdet sänds på kommunens webbplats.',
};

/** The demo's people and bodies, as an administrator would have registered them; once. The municipality's lawyer administers. */
export async function seedRegister(registry: Registry, plans: readonly DraftPlan[]): Promise<void> {
  const outcome = await registry.write<never>('seed-register', 'system', (register) => ({
    ok: true,
    value: register.seq > 0 ? [] : eventsOf(register, commandsOf(plans)),
  }));
  if (!outcome.ok) throw new Error('The demo register was refused');
}

function eventsOf(register: Register, commands: readonly RegisterCommand[]): readonly RegisterEvent[] {
  const growing = growRegister(register);
  const events: RegisterEvent[] = [];
  for (const command of commands) {
    const decided = decideRegister(growing.register(), command, SYSTEM);
    if (!decided.ok) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(decided.refusal)}`);
    for (const event of decided.value) {
      growing.add({ seq: growing.register().seq + 1, at: 0, actor: 'system', event });
      events.push(event);
    }
  }
  return events;
}

function commandsOf(plans: readonly DraftPlan[]): readonly RegisterCommand[] {
  const bodies = new Map(plans.map((plan) => [plan.body.id, plan]));
  const council = plans.find((plan) => plan.body.kind === 'council')?.body.id;
  const parties = new Map(plans.flatMap((plan) => plan.parties.map((party) => [party.id, party])));
  const people = new Map([...bodies.values()].flatMap((plan) => plan.people.map((person) => [person.id, person])));
  return [
    { type: 'nameMunicipality', name: MUNICIPALITY },
    ...[...parties.values()].map((party): RegisterCommand => ({ type: 'keepParty', party })),
    ...[...people.values()].map(addPerson),
    ...[...bodies.values()].flatMap((plan) => bodyCommands(plan, council)),
    { type: 'makeAdministrator', person: officials.lawyer.id },
  ];
}

function addPerson({ id, givenName, familyName, party, title, phone }: Person): RegisterCommand {
  return {
    type: 'addPerson',
    person: id,
    name: { givenName, familyName },
    contact: phone === undefined ? {} : { phone },
    isProtected: false,
    ...(party === undefined ? {} : { party }),
    ...(title === undefined ? {} : { title }),
  };
}

function bodyCommands({ body, municipality, seats, substitutes, duties }: DraftPlan, council: BodyId | undefined) {
  const { id, kind, seatsTotal } = body;
  const name = municipality === MUNICIPALITY ? body.name : `${body.name}, ${municipality}`;
  const parent = kind === 'executiveBoard' && council !== undefined ? { parent: council } : {};
  const ofParty = (party: PartyId | undefined) => (party === undefined ? {} : { party });
  const commands: RegisterCommand[] = [
    { type: 'addBody', body: id, name, kind, seatsTotal, from: BODIES_FROM, ...parent },
    ...seats.flatMap(({ number, holder, party }): readonly RegisterCommand[] =>
      holder === undefined
        ? []
        : [
            {
              type: 'giveSeat',
              body: id,
              seat: number,
              person: holder,
              basis: 'election',
              from: MANDATES_FROM,
              ...ofParty(party),
            },
          ],
    ),
    ...substitutes.flatMap(({ persons, party }) =>
      persons.map(
        (person: PersonId, index): RegisterCommand => ({
          type: 'addSubstitute',
          body: id,
          order: index + 1,
          person,
          from: MANDATES_FROM,
          ...ofParty(party),
        }),
      ),
    ),
    ...duties.flatMap(({ person, duty }): readonly RegisterCommand[] =>
      duty === 'external' || duty === 'presenter'
        ? []
        : [{ type: 'giveDuty', body: id, person, duty, from: MANDATES_FROM }],
    ),
    ...ruleCommands(id, body.settings, parent.parent ?? id, kind === 'council'),
  ];
  return commands;
}

function ruleCommands(
  body: BodyId,
  settings: BodySettings,
  by: BodyId,
  isCouncil: boolean,
): readonly RegisterCommand[] {
  return (Object.keys(settings) as RuleName[]).flatMap((rule): readonly RegisterCommand[] => {
    const setting = settings[rule];
    if (setting?.source.kind !== 'decision') return [];
    const { decision, clause } = setting.source;
    const registered: BodyRule = {
      rule,
      value: setting.value,
      wording: WORDINGS[rule] ?? `Enligt ${decision.body} ${decision.date} § ${decision.section}.`,
      decision: { by, date: decision.date, section: decision.section },
      from: decision.date,
      ...(clause === undefined ? {} : { clause }),
      ...(isCouncil && rule === 'mustBeInRoom' ? { to: IN_ROOM_RULE_TO } : {}),
    };
    return [{ type: 'registerRule', body, ...registered }];
  });
}
