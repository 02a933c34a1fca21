import type { ItemState } from '../agenda/types.ts';
import type { Reservation } from '../decisions/types.ts';
import { personWithParty } from '../phrase.ts';
import { proposalName } from '../script/alternatives.ts';
import type { Fact } from '../types.ts';
import type { Passage } from './shape.ts';
import { factsOf } from './facts-by-item.ts';
import { factsOfType, type Known, passage } from './known.ts';
import { passageKey } from './passage-key.ts';

/** Who was elected, who took no part, who reserves, who states something of their own. */
export function afterwards(known: Known, item: ItemState): readonly Passage[] {
  return [
    ...elections(known, item),
    ...standingAside(known, item),
    ...reservations(known, item),
    ...statements(known, item),
    ...outsideTheUsual(known, item),
  ];
}

function elections(known: Known, item: ItemState): readonly Passage[] {
  const { plan } = known.meeting;
  const facts = factsOfType(factsOf(known.byItem, item.id).own, 'PersonsElected');
  return facts.map((fact) => {
    const persons = fact.event.persons.map((person) => personWithParty(plan, person));
    const office = item.election?.office ?? '';
    const words = item.kind === 'adjusters' ? 'adjustersElected' : 'elected';
    const values = {
      body: { organ: plan.body.name },
      persons,
      form: fact.event.by,
      ...(item.kind === 'adjusters' ? {} : { office }),
    };
    return passage('decision', passageKey(item.id, 'elected', fact.seq), words, values, [fact]);
  });
}

function standingAside(known: Known, item: ItemState): readonly Passage[] {
  const aside = known.meeting.decisions.standsAside[item.id] ?? [];
  if (aside.length === 0) return [];
  const persons = aside.map((person) => personWithParty(known.meeting.plan, person));
  const facts = factsOfType(factsOf(known.byItem, item.id).own, 'StoodAside');
  return [passage('standingAside', passageKey(item.id, 'standingAside'), 'standingAside', { persons }, facts)];
}

/** Those who reserve in the same words, in favour of the same proposal, are told together. */
function reservations(known: Known, item: ItemState): readonly Passage[] {
  const own = known.meeting.decisions.reservations.filter((r) => r.item === item.id);
  const facts = factsOfType(factsOf(known.byItem, item.id).own, 'ReservationMade');
  const groups = Map.groupBy(own, (r) => `${r.inFavourOf ?? ''}\n${r.text}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const about = facts.filter((f) => group.some((r) => r.person === f.event.person && r.at === f.at));
    const values = {
      persons: group.map((r) => personWithParty(known.meeting.plan, r.person)),
      ...favoured(known, first),
    };
    const words = first.inFavourOf === undefined ? 'reservation' : 'reservationInFavour';
    return [
      passage(
        'reservations',
        passageKey(item.id, 'reservation', first.person, first.inFavourOf ?? ''),
        words,
        values,
        about,
        { verbatim: [first.text] },
      ),
    ];
  });
}

function favoured(known: Known, { inFavourOf }: Reservation): Parameters<typeof passage>[3] {
  return inFavourOf === undefined ? {} : { name: proposalName(known.meeting, inFavourOf) };
}

function statements(known: Known, item: ItemState): readonly Passage[] {
  const facts = factsOfType(factsOf(known.byItem, item.id).own, 'StatementMade');
  return facts.map((fact) =>
    passage(
      'statements',
      passageKey(item.id, 'statement', fact.event.person, fact.seq),
      'statement',
      { person: personWithParty(known.meeting.plan, fact.event.person) },
      [fact],
      {
        verbatim: [fact.event.text],
      },
    ),
  );
}

/** Adjusted at once (PRO-3); in a company, decided without a meeting, and the chair's stand on the material. */
function outsideTheUsual(known: Known, item: ItemState): readonly Passage[] {
  const { own } = factsOf(known.byItem, item.id);
  const atOnce = factsOfType(own, 'AdjustedAtOnce').map((fact) =>
    passage('statements', passageKey(item.id, 'adjustedAtOnce'), 'adjustedAtOnce', {}, [fact]),
  );
  const stands = factsOfType(own, 'MaterialStood').map((fact) =>
    passage('documents', passageKey(item.id, 'materialStood', fact.seq), 'materialStood', {}, [fact], {
      verbatim: [fact.event.reason],
    }),
  );
  return [...atOnce, ...stands, ...perCapsulam(known, item, own)];
}

function perCapsulam({ meeting }: Known, item: ItemState, own: readonly Fact[]): readonly Passage[] {
  const decision = meeting.company.perCapsulam[item.id];
  if (decision?.decidedAt === undefined) return [];
  const signatures = factsOfType(own, 'PerCapsulamProposed', 'PerCapsulamSigned', 'PerCapsulamDecided');
  const persons = decision.signed.map(({ person }) => personWithParty(meeting.plan, person));
  const values = { body: { organ: meeting.plan.body.name }, persons, at: { at: decision.decidedAt } };
  return [
    passage('decision', passageKey(item.id, 'perCapsulam'), 'perCapsulam', values, signatures, {
      verbatim: [decision.text],
    }),
  ];
}
