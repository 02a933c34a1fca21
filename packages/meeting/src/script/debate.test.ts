import { describe, expect, it } from 'vitest';
import type { FloorRequest } from '../floor/types.ts';
import type { PersonId } from '../ids.ts';
import type { Item } from '../plan.ts';
import {
  arrives,
  boardPlan,
  councilPlan,
  inSession,
  item,
  itemClosed,
  linkDown,
  person,
  REMOTE_MEMBERS,
  type Scene,
  scriptOf,
  type SettingValues,
  withItem,
} from '../testing/index.ts';
import { finds, gavel, hallOf, inDebate, member, moves, SECRETARY, toDecision } from '../testing/procedure.ts';

const ADJOURN = 'adjourn {until: 17:20} ⇒ adjourn cause rest, until 17:20; asks until; effect adjourn';
const BEGIN = 'beginDebate ⇒ beginDebate';
const CLOSE_DEBATE = 'closeDebate ⇒ closeDebate';
const CLOSE_ITEM = 'closeItem ⇒ closeItem';
const CLOSE_DOORS = 'closeDoors ⇒ closeDoors; effect closeDoors';
const OPEN_DOORS = 'openDoors ⇒ openDoors; effect openDoors';
const NO_ORDER = 'proposeOrder ⇒ proposeOrder: BES-1';
const PRESENTATION = 'presentation← debate proposition vote gavel';
const DEBATE = 'presentation✓ debate← proposition vote gavel';

const council = (number: number) => withItem(inSession(councilPlan()), number);
const hall = (kind: Item['kind'] = 'matter', change: Partial<Item> = {}, settings: SettingValues = {}) =>
  hallOf({ S: 4, M: 3, C: 2 }, { items: [item(4, 'Skolan', kind, change)], settings });

describe('an item is presented', () => {
  it('nobody presents it: the debate is opened, or closed at once', () => {
    expect(scriptOf(council(118))).toEqual({
      say: ['item {number: 118; title: Mål och budget 2026 med plan 2027–2028}'],
      next: BEGIN,
      also: [ADJOURN, CLOSE_DEBATE],
      notNow: [],
      trail: PRESENTATION,
    });
  });

  it('nothing in it asks for a decision: it can be closed', () => {
    expect(scriptOf(council(116))).toEqual({
      say: ['item {number: 116; title: Anmälningsärenden}'],
      next: BEGIN,
      also: [CLOSE_ITEM, ADJOURN, CLOSE_DEBATE],
      notNow: [],
      trail: PRESENTATION,
    });
  });

  it.each(['interpellation', 'question'] as const)(
    'KL 5:62 whether the %s may be put is asked before any debate',
    (kind) => {
      const asked = hall(kind, { asker: member('M'), answerer: member('S', 2) });
      expect(scriptOf(withItem(inSession(asked), 4))).toEqual({
        say: ['item {number: 4; title: Skolan}'],
        next: 'proposeOrder ⇒ proposeOrder',
        also: [BEGIN, CLOSE_ITEM, ADJOURN, CLOSE_DEBATE],
        notNow: [],
        trail: PRESENTATION,
      });
    },
  );

  it('KL 5:62 put by the council: debated, and not asked about again', () => {
    const open = withItem(inSession(hall('interpellation', { asker: member('M'), answerer: member('S', 2) })), 4);
    const put = finds(open.after({ type: 'proposeOrder' }).after({ type: 'approveOrder' }), 'admit');
    expect(scriptOf(gavel(put))).toEqual({
      say: ['item {number: 4; title: Skolan}'],
      next: BEGIN,
      also: [CLOSE_ITEM, ADJOURN, CLOSE_DEBATE],
      notNow: [],
      trail: PRESENTATION,
    });
  });

  describe('by somebody', () => {
    const per = person('Per Wahlund');
    const GIVE =
      'givePresenter {name: Per Wahlund} ⇒ giveFloorTo person per-wahlund, kind speech; effect microphoneOpens {name: Per Wahlund}';
    const here = () =>
      withItem(arrives(inSession(councilPlan()), per), 120).after({ type: 'admit', person: per }, SECRETARY);
    const speaking = () => here().after({ type: 'giveFloorTo', person: per, kind: 'speech' });

    it('who is in the hall: the floor, told whose microphone opens', () => {
      expect(scriptOf(here())).toEqual({
        say: ['item {number: 120; title: Detaljplan för Norra Kvarnängen}', 'presenter {name: Per Wahlund}'],
        next: GIVE,
        also: [BEGIN, ADJOURN, CLOSE_DEBATE],
        notNow: [],
        trail: PRESENTATION,
      });
    });

    it('who has not come: why not', () => {
      expect(scriptOf(council(120))).toMatchObject({ next: BEGIN, notNow: [`${GIVE}: YTT-1`] });
    });

    it('who speaks now', () => {
      expect(scriptOf(speaking())).toEqual({
        say: ['item {number: 120; title: Detaljplan för Norra Kvarnängen}'],
        next: BEGIN,
        also: [
          'endSpeech {name: Per Wahlund} ⇒ endSpeech; effect microphoneCloses {name: Per Wahlund}',
          ADJOURN,
          CLOSE_DEBATE,
        ],
        notNow: [],
        trail: PRESENTATION,
      });
    });

    it('who has spoken', () => {
      const heard = scriptOf(speaking().after({ type: 'endSpeech' }));
      expect([heard.say, heard.next, heard.also]).toEqual([
        ['item {number: 120; title: Detaljplan för Norra Kvarnängen}'],
        BEGIN,
        [ADJOURN, CLOSE_DEBATE],
      ]);
    });

    it('another having spoken is not enough', () => {
      const spoken = here()
        .after({ type: 'giveFloorTo', person: person('Karin Ahlqvist'), kind: 'speech' })
        .after({ type: 'endSpeech' });
      expect(scriptOf(spoken).next).toBe(GIVE);
    });

    it('having spoken in an item before is not enough', () => {
      const items = [119, 120].map((number) => item(number, 'Plan', 'matter', { presenter: per }));
      const arrived = withItem(arrives(inSession(councilPlan({ items })), per), 119);
      const spoken = arrived
        .after({ type: 'admit', person: per }, SECRETARY)
        .after({ type: 'giveFloorTo', person: per, kind: 'speech' })
        .after({ type: 'endSpeech' });
      expect(scriptOf(spoken).next).toBe(BEGIN);
      const later = withItem(itemClosed(spoken, 119), 120);
      expect(scriptOf(later).say).toEqual(['item {number: 120; title: Plan}', 'presenter {name: Per Wahlund}']);
    });
  });
});

describe('doors', () => {
  it('OFF-1 planned to be closed: said and closed before the presentation', () => {
    expect(scriptOf(council(123))).toEqual({
      say: ['item {number: 123; title: Förvärv av fastigheten Kvarnen 4}', 'closeDoors {number: 123}'],
      next: CLOSE_DOORS,
      also: [BEGIN, ADJOURN, CLOSE_DEBATE],
      notNow: [],
      trail: PRESENTATION,
    });
  });

  const closed = () => council(123).after({ type: 'closeDoors' });

  it('closed: they can be opened', () => {
    expect(scriptOf(closed())).toEqual({
      say: ['item {number: 123; title: Förvärv av fastigheten Kvarnen 4}'],
      next: BEGIN,
      also: [OPEN_DOORS, ADJOURN, CLOSE_DEBATE],
      notNow: [],
      trail: PRESENTATION,
    });
  });

  it('opened again: not closed a second time', () => {
    const { say, next, also } = scriptOf(closed().after({ type: 'openDoors' }));
    expect([say, next, also]).toEqual([
      ['item {number: 123; title: Förvärv av fastigheten Kvarnen 4}'],
      BEGIN,
      [ADJOURN, CLOSE_DEBATE],
    ]);
  });

  it('still open in the debate: said, and offered beside the next step', () => {
    const { say, next, also } = scriptOf(council(123).after({ type: 'beginDebate' }));
    expect([say, next, also]).toEqual([['anyMore', 'closeDoors {number: 123}'], CLOSE_DEBATE, [CLOSE_DOORS, ADJOURN]]);
  });

  it('closed in the debate', () => {
    const { say, next, also } = scriptOf(closed().after({ type: 'beginDebate' }));
    expect([say, next, also]).toEqual([['anyMore'], CLOSE_DEBATE, [OPEN_DOORS, ADJOURN]]);
  });

  it('a board’s are closed to the public anyway: nothing is said of them', () => {
    expect(scriptOf(withItem(inSession(boardPlan()), 89))).toMatchObject({
      say: ['item {number: 89; title: Placering enligt LVU}'],
      next: BEGIN,
    });
  });
});

describe('the debate', () => {
  const debate = () => inDebate(hall(), 4);
  const asks = (scene: Scene, who: PersonId, kind: FloorRequest['kind'] = 'speech') =>
    scene.after({ type: 'requestFloor', person: who, kind }, who);
  const queue = (...who: readonly PersonId[]) => who.reduce((scene, one) => asks(scene, one), debate());
  const [m1, c1, s2, s3] = [member('M'), member('C'), member('S', 2), member('S', 3)];
  const gives = (scene: Scene) => {
    const [first] = scene.meeting.floor.queue;
    if (first === undefined) throw new Error('Nobody is on the list.');
    return scene.after({ type: 'giveFloor', request: first.id });
  };
  const opens = (name: string) =>
    `giveFloor.speech {name: ${name} (${name[0]})} ⇒ giveFloor request ${name.toLowerCase().replace(' ', '-')}’s; effect microphoneOpens {name: ${name} (${name[0]})}`;
  const passes = (name: string, kind = 'speech') =>
    `giveFloor.${kind} {name: ${name} (${name[0]})} ⇒ giveFloor request ${name.toLowerCase().replace(' ', '-')}’s; effect floorPasses {from: M 1; name: ${name} (${name[0]})}`;
  const despite = (waiting: number) =>
    `closeDebateDespiteQueue {waiting: ${waiting}} ⇒ closeDebate despiteQueue true; effect queueFalls`;
  const END = 'endSpeech {name: M 1} ⇒ endSpeech; effect microphoneCloses {name: M 1}';
  const QUEUED = ['closeDebate ⇒ closeDebate: MTG-QUEUE', NO_ORDER];

  it('nobody on the list: anybody more, and the debate is closed', () => {
    expect(scriptOf(debate())).toEqual({
      say: ['anyMore'],
      next: CLOSE_DEBATE,
      also: [ADJOURN],
      notNow: [NO_ORDER],
      trail: DEBATE,
    });
  });

  it('four on the list: the first is called, two more can be, and the debate is not closed over them unawares', () => {
    expect(scriptOf(queue(m1, c1, s2, s3))).toEqual({
      say: ['floor.speech {name: M 1; party: M; minutes: 0; form: party}'],
      next: opens('M 1'),
      also: [opens('C 1'), opens('S 2'), despite(4), ADJOURN],
      notNow: QUEUED,
      trail: DEBATE,
    });
  });

  it('one speaks and others wait: thanks, the next, and whose microphone closes', () => {
    expect(scriptOf(gives(queue(m1, c1, s2)))).toEqual({
      say: ['thanks {name: M 1}', 'floor.speech {name: C 1; party: C; minutes: 0; form: party}'],
      next: passes('C 1'),
      also: [passes('S 2'), END, despite(2), ADJOURN],
      notNow: QUEUED,
      trail: DEBATE,
    });
  });

  it.each(['reply', 'pointOfOrder'] as const)('a %s goes before the speeches', (kind) => {
    const scene = asks(gives(queue(m1, c1)), member('C', 2), kind);
    expect(scriptOf(scene)).toEqual({
      say: ['thanks {name: M 1}', `floor.${kind} {name: C 2; party: C; minutes: 2; form: party}`],
      next: passes('C 2', kind),
      also: [passes('C 1'), END, despite(2), ADJOURN],
      notNow: QUEUED,
      trail: DEBATE,
    });
  });

  it('the last on the list speaks: anybody more after that, and the microphone is closed', () => {
    expect(scriptOf(gives(queue(m1)))).toEqual({
      say: ['thanks {name: M 1}', 'anyMoreAfter'],
      next: END,
      also: [CLOSE_DEBATE, ADJOURN],
      notNow: [NO_ORDER],
      trail: DEBATE,
    });
  });

  it.each([
    [240, 4],
    [150, 3],
    [149, 2],
    [null, 0],
  ])('a speech of %s seconds is told in whole minutes: %i', (speechSeconds, minutes) => {
    const scene = asks(inDebate(hall('matter', {}, { speechSeconds, replySeconds: 60 }), 4), m1);
    expect(scriptOf(scene).say).toEqual([`floor.speech {name: M 1; party: M; minutes: ${minutes}; form: party}`]);
    expect(scriptOf(asks(scene, c1, 'pointOfOrder')).say).toEqual([
      'floor.pointOfOrder {name: C 1; party: C; minutes: 1; form: party}',
    ]);
  });

  it('one without a party is called without', () => {
    const plan = hall();
    const people = plan.people.map(({ party, ...rest }) =>
      rest.id === m1 ? rest : { ...rest, ...(party && { party }) },
    );
    const scene = asks(inDebate({ ...plan, people }, 4), m1);
    expect(scriptOf(scene)).toMatchObject({
      say: ['floor.speech {name: M 1; party: ; minutes: 0; form: none}'],
      next: 'giveFloor.speech {name: M 1} ⇒ giveFloor request m-1’s; effect microphoneOpens {name: M 1}',
    });
  });

  it('nothing in the item asks for a decision: it can be closed from the debate', () => {
    expect(scriptOf(inDebate(hall('information'), 4))).toEqual({
      say: ['anyMore'],
      next: CLOSE_ITEM,
      also: [CLOSE_DEBATE, ADJOURN],
      notNow: [NO_ORDER],
      trail: DEBATE,
    });
  });

  it('a decision is needed and nothing is moved: the chair asks, when nobody is on the list', () => {
    const bill = inDebate(hall('bill'), 4);
    const ENTER = 'enterProposal ⇒ moveProposal person s-1, kind approval, text –; asks person, text';
    expect(scriptOf(bill)).toEqual({
      say: ['anyMore', 'whatIsMoved'],
      next: ENTER,
      also: [CLOSE_DEBATE, ADJOURN],
      notNow: [NO_ORDER],
      trail: DEBATE,
    });
    expect(scriptOf(asks(bill, m1))).toMatchObject({
      say: ['floor.speech {name: M 1; party: M; minutes: 0; form: party}'],
      next: opens('M 1'),
      also: [ENTER, despite(1), ADJOURN],
    });
    expect(scriptOf(moves(bill, m1, 'amendment', { text: 'Skolan byggs.' })[0])).toMatchObject({
      say: ['anyMore'],
      next: CLOSE_DEBATE,
    });
  });

  it.each([
    ['presented', (scene: Scene) => scene, [CLOSE_DEBATE]],
    ['debated', (scene: Scene) => scene.after({ type: 'beginDebate' }), []],
  ] as const)('DIST-5 a member is lost while the item is %s', (_, until, after) => {
    const birgitta = person('Birgitta Nordin');
    const plan = councilPlan({ remoteGranted: REMOTE_MEMBERS, settings: { lossPolicy: { kind: 'adjourn' } } });
    const scene = linkDown(until(withItem(inSession(plan, { remote: [birgitta] }), 118)), birgitta);
    expect(scriptOf(scene).also).toEqual([
      'adjournFor {until: 17:20; name: Birgitta Nordin (C)} ⇒ adjourn cause connectionLost, until 17:20, person birgitta-nordin; asks until; effect adjourn',
      'noteAbsent {name: Birgitta Nordin (C)} ⇒ noteAbsent person birgitta-nordin, cause connectionLost; effect noteAbsent {name: Birgitta Nordin (C)}',
      ADJOURN,
      ...after,
    ]);
  });
});

describe('the item is decided', () => {
  it('closed, adjusted at once, or a break', () => {
    expect(scriptOf(gavel(finds(toDecision(inDebate(hall(), 4)), 'proposal')))).toEqual({
      say: ['decided {number: 4; title: Skolan}'],
      next: 'closeItemDecided {number: 4} ⇒ closeItem',
      also: ['adjustAtOnce ⇒ adjustAtOnce item item-4', ADJOURN],
      notNow: [],
      trail: 'presentation✓ debate✓ proposition✓ vote✓ gavel✓',
    });
  });
});
