import { describe, expect, it } from 'vitest';
import type { DocumentId, PersonId } from '../ids.ts';
import type { Duty, Item, MeetingPlan } from '../plan.ts';
import { boardPlan, councilPlan, given, item, itemId, person } from '../testing/index.ts';
import { type Audience, PUBLIC_AUDIENCE } from './audience.ts';
import { foldFor, foldForPerson } from './fold.ts';
import { personalise } from './personalise.ts';
import { showItem, showPlan, withOwn } from './plan.ts';
import { show, showTo } from './show.ts';

const desk: Audience = { kind: 'presidium', barredFrom: [] };
const members: Audience = { kind: 'participants', barredFrom: [] };
const technicians: Audience = { kind: 'support' };
const out = (kind: 'presidium' | 'participants', ...items: readonly number[]): Audience => ({
  kind,
  barredFrom: items.map(itemId),
});

/** Everything that an item can hold. */
const full: Required<Item> = {
  id: itemId(7),
  number: 7,
  title: 'Placering',
  kind: 'matter',
  diaryNumber: 'SN 2025/7',
  documents: [{ id: 'd-1' as DocumentId, title: 'Utredning' }],
  doors: 'open',
  tabled: { by: 'Kommunstyrelsen', text: 'Godkänns.' },
  preparedBy: ['Kommunstyrelsen'],
  presenter: person('Per Wahlund'),
  announcedOn: '2025-11-05',
  urgent: true,
  raisedOn: '2025-01-01',
  exerciseOfAuthority: false,
  reported: [],
  expectedConflicts: [person('Ruth Åkerlund')],
  externals: [person('Elsa Enskild')],
  remoteWhenClosed: 'protected',
  election: { office: 'Ledamot', places: 1 },
  movedFrom: '2025-10-01',
  asker: person('Karin Ahlqvist'),
  answerer: person('Helena Ståhl'),
  earlierMinorityReferral: { date: '2025-01-01', section: '§ 1' },
  majority: 'twoThirdsOfCast',
  ownMajority: { parts: 3, of: 4, base: 'present' },
  extraElection: 'first',
};

const everybody: readonly (keyof Item)[] = ['id', 'number', 'kind', 'doors', 'title', 'documents', 'preparedBy'];
const onTheNotice: readonly (keyof Item)[] = [...everybody, 'diaryNumber', 'announcedOn', 'movedFrom'];
const inTheOpen: readonly (keyof Item)[] = [
  ...onTheNotice,
  'tabled',
  'presenter',
  'urgent',
  'raisedOn',
  'exerciseOfAuthority',
  'election',
  'asker',
  'answerer',
  'earlierMinorityReferral',
  'majority',
  'ownMajority',
  'extraElection',
];
const inTheMeeting: readonly (keyof Item)[] = [...inTheOpen, 'remoteWhenClosed', 'externals', 'reported'];
const atTheDesk: readonly (keyof Item)[] = [...inTheMeeting, 'expectedConflicts'];

/** What is shown of an item: that it is there, its line of the notice, what the public may follow, what the meeting has, all. */
type Depth = 'there' | 'notice' | 'open' | 'meeting' | 'desk';
const depths: Readonly<Record<Depth, readonly (keyof Item)[]>> = {
  there: everybody,
  notice: onTheNotice,
  open: inTheOpen,
  meeting: inTheMeeting,
  desk: atTheDesk,
};

const council = councilPlan();
const quietCouncil = councilPlan({ settings: { publicLive: false } });
const strictCouncil = councilPlan({ settings: { conflictInCouncilMayWatch: false } });
const board = boardPlan({ settings: { conflictInCouncilMayWatch: true } });
const liveBoard = boardPlan({ settings: { publicLive: true } });
const open = full;
const closed: Item = { ...full, doors: 'closed' };
const secret: Item = { ...full, doors: 'secret' };
const authority: Item = { ...full, exerciseOfAuthority: true };

describe('an item on the list', () => {
  it.each<readonly [string, MeetingPlan, Item, Audience, Depth]>([
    ['open, to the desk', council, open, desk, 'desk'],
    ['secret, to the desk', council, secret, desk, 'desk'],
    ['open, to the meeting', council, open, members, 'meeting'],
    ['secret, to the meeting', board, secret, members, 'meeting'],
    ['another’s item, to one who is out of one', council, open, out('participants', 8), 'meeting'],
    ['open, to the public', council, open, PUBLIC_AUDIENCE, 'open'],
    ['closed, to the public', council, closed, PUBLIC_AUDIENCE, 'notice'],
    ['secret, to the public', council, secret, PUBLIC_AUDIENCE, 'there'],
    ['exercise of authority in a council, to the public', council, authority, PUBLIC_AUDIENCE, 'open'],
    ['exercise of authority in a board, to the public', liveBoard, authority, PUBLIC_AUDIENCE, 'notice'],
    ['open in a live board, to the public', liveBoard, open, PUBLIC_AUDIENCE, 'open'],
    ['open in a board, to the public', board, open, PUBLIC_AUDIENCE, 'notice'],
    ['secret in a board, to the public', board, secret, PUBLIC_AUDIENCE, 'there'],
    ['open in a council that is not live', quietCouncil, open, PUBLIC_AUDIENCE, 'notice'],
    ['open, to technicians', council, open, technicians, 'open'],
    ['open in a board, to technicians', board, open, technicians, 'open'],
    ['closed, to technicians', council, closed, technicians, 'notice'],
    ['secret, to technicians', council, secret, technicians, 'there'],
    ['exercise of authority in a board, to technicians', board, authority, technicians, 'notice'],
    ['KL 5:47 open, to one in conflict in a council', council, open, out('participants', 7), 'open'],
    ['KL 5:47 open, to the chair in conflict in a council', council, open, out('presidium', 7), 'open'],
    ['closed, to one in conflict in a council', council, closed, out('participants', 7), 'notice'],
    ['secret, to one in conflict in a council', council, secret, out('presidium', 7), 'there'],
    [
      'open, to one in conflict in a council that does not let one watch',
      strictCouncil,
      open,
      out('participants', 7),
      'notice',
    ],
    ['KL 6:30 open, to one in conflict in a board', board, open, out('participants', 7), 'notice'],
    ['KL 6:30 secret, to one in conflict in a board', board, secret, out('presidium', 7), 'there'],
  ])('%s', (_, plan, item, audience, depth) => {
    const shown = showItem(item, plan, audience);
    expect(Object.keys(shown).toSorted()).toEqual(depths[depth].toSorted());
    expect(shown).toMatchObject({ id: item.id, number: 7, kind: 'matter', doors: item.doors });
    expect(shown.title).toBe(depth === 'there' ? '' : 'Placering');
    const readable = depth !== 'there' && depth !== 'notice';
    expect(shown.documents).toEqual(readable ? full.documents : []);
    expect(shown.preparedBy).toEqual(readable ? full.preparedBy : []);
  });

  it('is shown in the same way when it is added during the evening', () => {
    const added = { type: 'ItemAdded', item: secret, consent: [] } as const;
    const { meeting } = { meeting: { plan: council } as Parameters<typeof show>[2] };
    expect(show(added, PUBLIC_AUDIENCE, meeting)).toEqual({
      ...added,
      item: showItem(secret, council, PUBLIC_AUDIENCE),
    });
    expect(show(added, desk, meeting)).toEqual(added);
  });
});

/** A board with one of each duty, two of them held by the same person, an external party, and shares. */
const parties: readonly (readonly [string, Duty])[] = [
  ['Ordföranden', 'chair'],
  ['Vice', 'viceChair'],
  ['Andre vice', 'secondViceChair'],
  ['Sekreteraren', 'secretary'],
  ['Assistenten', 'assistant'],
  ['Teknikern', 'technician'],
  ['Tjänstemannen', 'official'],
  ['Föredragaren', 'presenter'],
  ['Revisorn', 'auditor'],
  ['Rådet', 'commissioner'],
  ['Parten', 'external'],
  ['Skärmen', 'hallDevice'],
  ['Båda', 'technician'],
  ['Båda', 'presenter'],
  ['Jonas Fridh', 'assistant'],
  ['Amina Warsame', 'external'],
];
const plan: MeetingPlan = (() => {
  const base = boardPlan();
  const names = [...new Set(parties.map(([name]) => name))].filter(
    (name) => !['Jonas Fridh', 'Amina Warsame'].includes(name),
  );
  return {
    ...base,
    people: [
      ...base.people.slice(0, 19),
      ...names.map((name) => ({ id: person(name), givenName: name, familyName: '', phone: '070' })),
    ],
    duties: parties.map(([name, duty]) => ({ person: person(name), duty })),
    seats: base.seats.map((seat) => ({ ...seat, votes: 2, shares: 3 })),
    notice: { announcedOn: '2025-11-17', sentOn: '2025-11-18', fallback: 'Torsdag' },
    items: [
      { ...full, id: itemId(7), doors: 'secret', externals: [person('Parten')] },
      { ...full, id: itemId(8), doors: 'open', externals: [] },
    ],
    rehearsal: true,
  };
})();
const names = (shown: MeetingPlan): readonly PersonId[] => shown.people.map(({ id }) => id);
const missing = (shown: MeetingPlan): readonly PersonId[] =>
  plan.people.map(({ id }) => id).filter((id) => !names(shown).includes(id));
const withheld = (shown: MeetingPlan): readonly Duty[] => [
  ...new Set(
    plan.duties.filter((d) => !shown.duties.some((s) => s.person === d.person && s.duty === d.duty)).map((d) => d.duty),
  ),
];
const behind = ['Assistenten', 'Teknikern', 'Parten', 'Skärmen'].map(person);

describe('the plan', () => {
  it('to the desk is the plan', () => {
    expect(showPlan(plan, desk)).toEqual(plan);
    expect(showPlan(council, desk)).toEqual(council);
  });

  it('to the meeting lacks telephones, permissions and what the desk expects', () => {
    const shown = showPlan(plan, members);
    expect(missing(shown)).toEqual([]);
    expect(shown.people.filter((one) => 'phone' in one)).toEqual([]);
    expect(shown.people.map(({ givenName }) => givenName)).toEqual(plan.people.map(({ givenName }) => givenName));
    expect(shown).toMatchObject({
      remoteGranted: [],
      duties: plan.duties,
      seats: plan.seats,
      notice: plan.notice,
      secretaryPhone: plan.secretaryPhone,
      rehearsal: true,
    });
  });

  it.each(['participants', 'presidium'] as const)(
    'one of the %s who is out of an item does not learn who is heard as a party',
    (kind) => {
      const shown = showPlan(plan, out(kind, 7));
      expect(missing(shown)).toEqual(kind === 'presidium' ? [] : [person('Parten')]);
      expect(withheld(shown)).toEqual(kind === 'presidium' ? [] : ['external']);
    },
  );

  it('to the public names nobody behind the scenes, unless with another part in the meeting', () => {
    const shown = showPlan(plan, PUBLIC_AUDIENCE);
    expect(missing(shown).toSorted()).toEqual(behind.toSorted());
    expect(withheld(shown).toSorted()).toEqual(['assistant', 'external', 'hallDevice', 'technician']);
    expect(shown.notice).toEqual({ announcedOn: '2025-11-17', sentOn: '2025-11-18' });
    expect('secretaryPhone' in shown).toBe(false);
    expect(shown.remoteGranted).toEqual([]);
    expect(shown.people.filter((one) => 'phone' in one)).toEqual([]);
    const { meeting, municipality, body, date, startsAt, place, form, parties: all, substitutes } = plan;
    expect(shown).toMatchObject({
      meeting,
      municipality,
      body,
      date,
      startsAt,
      place,
      form,
      parties: all,
      substitutes,
    });
  });

  it('who owns how much is for the general meeting, and for a public that it lets in', () => {
    const owns = (shown: MeetingPlan) => shown.seats.some((seat) => 'votes' in seat || 'shares' in seat);
    const live = {
      ...plan,
      body: { ...plan.body, settings: boardPlan({ settings: { publicLive: true } }).body.settings },
    };
    expect([desk, members, technicians, PUBLIC_AUDIENCE].map((one) => owns(showPlan(plan, one)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([desk, members, technicians, PUBLIC_AUDIENCE].map((one) => owns(showPlan(live, one)))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(showPlan(plan, technicians).seats.map(({ id, holder }) => [id, holder])).toEqual(
      plan.seats.map(({ id, holder }) => [id, holder]),
    );
  });

  it('says nothing of a telephone or a rehearsal that is none', () => {
    const { secretaryPhone: _, rehearsal: __, ...plain } = plan;
    for (const audience of [desk, members, technicians]) {
      expect('secretaryPhone' in showPlan(plain, audience)).toBe(false);
      expect('rehearsal' in showPlan(plain, audience)).toBe(false);
    }
  });

  it('who changed it is the desk’s to know', () => {
    const changed = { type: 'PlanChanged', plan, by: person('Vice') } as const;
    const meeting = { plan } as Parameters<typeof show>[2];
    expect(show(changed, desk, meeting)).toEqual(changed);
    const { by: _, ...unsigned } = changed;
    expect(show(unsigned, desk, meeting)).toEqual(unsigned);
    expect('by' in (show(unsigned, desk, meeting) ?? {})).toBe(false);
    for (const audience of [members, technicians, PUBLIC_AUDIENCE]) {
      expect(show(changed, audience, meeting)).toEqual({ type: 'PlanChanged', plan: showPlan(plan, audience) });
      expect(showTo(changed, audience, person('Någon annan'), meeting)).toEqual(show(changed, audience, meeting));
    }
  });
});

describe('the plan of one person', () => {
  const party = person('Parten');
  const sofia = person('Sofia Elmgren');

  it('has the own telephone and the own permission, and nobody else’s', () => {
    const granted = showTo({ type: 'MeetingPlanned', plan }, members, sofia, { seq: 0 });
    if (granted?.type !== 'MeetingPlanned') throw new Error('Nothing is shown.');
    expect(granted.plan.remoteGranted).toEqual([sofia]);
    const own = withOwn(showPlan(plan, members), plan, person('Revisorn'));
    expect(own.people.filter((one) => 'phone' in one).map(({ id }) => id)).toEqual([person('Revisorn')]);
    expect(own.people.map(({ id }) => id)).toEqual(plan.people.map(({ id }) => id));
    expect(own.remoteGranted).toEqual([]);
    expect(withOwn(showPlan(plan, desk), plan, sofia)).toEqual(plan);
  });

  it('tells one who is to be heard in which item, and whom to ring about it', () => {
    const own = withOwn(showPlan(plan, PUBLIC_AUDIENCE), plan, party);
    expect(own.items.map(({ externals }) => externals)).toEqual([[party], undefined]);
    expect(own.secretaryPhone).toBe(plan.secretaryPhone);
    expect(names(own)).toContain(party);
    const other = withOwn(showPlan(plan, PUBLIC_AUDIENCE), plan, sofia);
    expect(other.items.map(({ externals }) => externals)).toEqual([undefined, undefined]);
    expect('secretaryPhone' in other).toBe(false);
    const { secretaryPhone: _, ...silent } = plan;
    expect('secretaryPhone' in withOwn(showPlan(silent, PUBLIC_AUDIENCE), silent, party)).toBe(false);
  });

  it('leaves the list of those heard as it is where the audience knows it', () => {
    const two: MeetingPlan = { ...plan, items: [{ ...full, externals: [party, sofia] }] };
    expect(withOwn(showPlan(two, members), two, party).items[0]?.externals).toEqual([party, sofia]);
  });

  it('is put in when the plan changes, too', () => {
    const changed = { type: 'PlanChanged', plan } as const;
    const meeting = { plan } as Parameters<typeof show>[2];
    expect(showTo(changed, PUBLIC_AUDIENCE, party, meeting)).toEqual({
      type: 'PlanChanged',
      plan: withOwn(showPlan(plan, PUBLIC_AUDIENCE), plan, party),
    });
  });

  it('tells one who is to be heard in an item that is added during the evening so at once, as it is told to one who looks later', () => {
    const scene = given(councilPlan());
    const heard = item(125, 'Muntlig framställning', 'matter', { doors: 'secret', externals: [party, sofia] });
    const { meeting, facts } = scene.recorded({ type: 'ItemAdded', item: heard, consent: [] });
    const added = { type: 'ItemAdded', item: heard, consent: [] } as const;
    const calls = (audience: Audience, who: PersonId) => {
      const event = showTo(added, audience, who, scene.meeting);
      return event?.type === 'ItemAdded' ? event.item.externals : undefined;
    };
    expect(calls(PUBLIC_AUDIENCE, party)).toEqual([party]);
    expect(calls(PUBLIC_AUDIENCE, person('Helena Ståhl'))).toBeUndefined();
    expect(calls(desk, party)).toEqual([party, sofia]);
    for (const who of [party, sofia, person('Helena Ståhl')]) {
      for (const audience of [PUBLIC_AUDIENCE, technicians, members, out('participants', 125), desk]) {
        const shown = foldFor(facts, audience);
        if (shown.plan === undefined) throw new Error('Nothing was planned.');
        expect(JSON.parse(JSON.stringify(personalise(meeting, shown, who)))).toEqual(
          JSON.parse(JSON.stringify(foldForPerson(facts, audience, who))),
        );
      }
    }
  });
});
