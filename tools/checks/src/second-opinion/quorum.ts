import { type BodyKind, type ItemKind, type Meeting, quorum, quorumGate, type QuorumPurpose } from '@klubba/meeting';
import { hall } from '../replay/hall.ts';
import { type Draw, type Opinion, opinion } from './draw.ts';

type Head = { readonly serves: boolean; readonly inHall: boolean; readonly inConflict: boolean };
type Case = {
  readonly kind: BodyKind;
  readonly heads: readonly Head[];
  readonly item: ItemKind;
  readonly fewerMayAnswer: boolean;
  readonly articles: number | null;
  readonly purpose: QuorumPurpose;
};

/**
 * KL 5:45 “bara om mer än hälften av ledamöterna är närvarande”, interpellations and questions by fewer where the council has decided so;
 * 5:46 those away for conflict of interest do not hinder the council; 6:27 “fler än hälften”, no exception; ABL 8:21 more than half of all,
 * or the articles' higher number. Head by head over all seats, nothing divided.
 */
function lawful({ kind, heads, item, fewerMayAnswer, articles, purpose }: Case): boolean {
  if (item === 'rollCall' && purpose === 'openItem') return true;
  const council = kind === 'council' || kind === 'federationCouncil';
  let here = 0;
  let conflicted = 0;
  for (const head of heads) {
    if (head.serves && head.inHall && !head.inConflict) here += 1;
    if (head.serves && head.inHall && head.inConflict) conflicted += 1;
  }
  const enough = (number: number) => number > heads.length - number && number >= (articles ?? 0);
  if (enough(here)) return true;
  if (!council) return false;
  if (enough(here + conflicted)) return true;
  return fewerMayAnswer && purpose === 'openItem' && (item === 'interpellation' || item === 'question');
}

const KINDS: readonly BodyKind[] = [
  'council',
  'executiveBoard',
  'board',
  'committee',
  'federationCouncil',
  'federationBoard',
  'jointBoard',
  'companyBoard',
];
const ITEMS: readonly ItemKind[] = ['matter', 'election', 'interpellation', 'question', 'rollCall'];
const PURPOSES: readonly QuorumPurpose[] = ['openItem', 'question', 'vote', 'gavel'];
const MOST_SEATS = 31;

function caseOf(draw: Draw): Case {
  const seats = 1 + draw(MOST_SEATS);
  const conflicts = draw(3) === 0;
  return {
    kind: KINDS[draw(KINDS.length)] ?? 'council',
    heads: Array.from({ length: seats }, () => ({
      serves: draw(6) > 0,
      inHall: draw(4) > 0,
      inConflict: conflicts && draw(5) === 0,
    })),
    item: ITEMS[draw(ITEMS.length)] ?? 'matter',
    fewerMayAnswer: draw(2) === 0,
    articles: draw(4) === 0 ? 1 + draw(seats) : null,
    purpose: PURPOSES[draw(PURPOSES.length)] ?? 'gavel',
  };
}

const empty = new Map<string, Meeting>();

/** The state that the case describes; how it came about the number does not ask. */
function meetingOf({ kind, heads, item, fewerMayAnswer, articles }: Case): Meeting {
  const key = `${kind}-${heads.length}-${item}`;
  const meeting =
    empty.get(key) ??
    hall({ kind, seats: heads.length, date: '2025-03-03', substitutes: [], items: [{ kind: item }] }).meeting;
  empty.set(key, meeting);
  const id = meeting.plan.items[0]?.id;
  if (!id) throw new Error('no item');
  const { settings } = meeting.plan.body;
  const persons = meeting.plan.seats.map((seat, n) => ({ seat, person: seat.holder, head: heads[n] }));
  const listed = persons.flatMap(({ seat, person, head }) => (person && head ? [{ seat, person, head }] : []));
  return {
    ...meeting,
    plan: {
      ...meeting.plan,
      body: {
        ...meeting.plan.body,
        settings: {
          ...settings,
          interpellationsBelowQuorum: { ...settings.interpellationsBelowQuorum, value: fewerMayAnswer },
          quorumNumber: { ...settings.quorumNumber, value: articles },
        },
      },
    },
    attendance: {
      ...meeting.attendance,
      serving: Object.fromEntries(
        listed.filter((p) => p.head.serves).map((p) => [p.seat.id, { person: p.person, since: 0 }]),
      ),
      present: Object.fromEntries(
        listed
          .filter((p) => p.head.inHall)
          .map((p) => [
            p.person,
            {
              person: p.person,
              mode: 'room' as const,
              identified: 'bankId' as const,
              since: 0,
              admitted: true,
              fulfilled: true,
            },
          ]),
      ),
    },
    conflicts: {
      byItem: {
        [id]: listed
          .filter((p) => p.head.inConflict)
          .map((p) => ({ item: id, person: p.person, state: 'declared' as const, at: 0 })),
      },
    },
  };
}

export function quorums(cases: number, seed: number): Opinion {
  return opinion('quorum', cases, seed, (draw) => {
    const one = caseOf(draw);
    const meeting = meetingOf(one);
    const id = meeting.plan.items[0]?.id;
    const here = one.heads.filter((h) => h.serves && h.inHall && !h.inConflict).length;
    const same =
      (quorumGate(meeting, one.purpose, id) === null) === lawful(one) && quorum(meeting, id).present === here;
    return same ? undefined : JSON.stringify(one);
  });
}
