import { describe, expect, it } from 'vitest';
import { minutesDocument } from '../minutes/document.ts';
import { arrives, given, inSession, item, type Scene, withItem } from '../testing/index.ts';
import { GOTEBORG, hallOf, member, SECRETARY } from '../testing/procedure.ts';
import { script } from '../script/script.ts';
import type { BallotGroup } from './count.ts';
import { proportionalResult, substitutesByLpv } from './standing.ts';
import type { SlipCount } from './types.ts';

const SEATS = { S: 17, V: 5, C: 5, M: 4 };
const BOARD = item(1, 'Val av ledamöter', 'election', {
  election: { office: 'ledamot i socialnämnden', places: 7, proportional: true },
});
const plan = hallOf(SEATS, {
  items: [
    BOARD,
    item(2, 'Val av ersättare', 'election', {
      election: { office: 'ersättare', places: 1, proportional: true, substitutes: { membersIn: BOARD.id } },
    }),
  ],
});
const CHAIR = member('S', 1);
const ASSISTANT = member('M', 1);

function opened(start: Scene = inSession(plan)): Scene {
  return withItem(start, 1);
}
function asks(scene: Scene, ...who: readonly ReturnType<typeof member>[]): Scene {
  return who.reduce((s, person) => s.after({ type: 'requestProportional', person }, person), scene);
}
/** 31 present, seven places: four must ask. */
const M = [1, 2, 3, 4].map((n) => member('M', n));
function voting(start: Scene = inSession(plan)): Scene {
  return asks(opened(start), ...M).after({ type: 'openProportional', assistants: [ASSISTANT] });
}
function everybodyVotes(scene: Scene): Scene {
  return plan.seats.reduce(
    (s, { holder }) => (holder ? s.after({ type: 'markSlip', person: holder }, SECRETARY) : s),
    scene,
  );
}
function list(label: string, party: string, votes: number): BallotGroup {
  const seats = SEATS[party as keyof typeof SEATS];
  return { label, votes, names: Array.from({ length: Math.min(seats, 7) }, (_, n) => member(party, n + 1)) };
}
const SLIPS: SlipCount = {
  groups: [list('A', 'S', 17), list('B', 'V', 5), list('C', 'C', 5), list('G', 'M', 4)],
  invalid: {},
};
function counting(): Scene {
  return everybodyVotes(voting()).after({ type: 'closeSlips' });
}
function counted(count: SlipCount = SLIPS): Scene {
  return counting().after({ type: 'enterSlips', count }, CHAIR).after({ type: 'enterSlips', count }, ASSISTANT);
}
const lot = (scene: Scene, group: number) =>
  scene.after({ type: 'drawProportionalLot', group, witness: ASSISTANT, manner: 'slantsingling' }, SECRETARY);
const election = (scene: Scene) => {
  const found = scene.meeting.proportional.byItem[BOARD.id];
  if (!found) throw new Error('no election');
  return found;
};

describe('a proportional election', () => {
  it('LPV-1 is held when as many ask as those present divided by the places plus one, rounded up', () => {
    const three = asks(opened(), ...M.slice(0, 3));
    three.when({ type: 'openProportional', assistants: [ASSISTANT] }).refuses('LPV-1', { asking: 3, quota: 4 });
    asks(three, member('M', 4))
      .when({ type: 'openProportional', assistants: [ASSISTANT] })
      .then({ type: 'ProportionalOpened', present: 31, quota: 4 });
  });

  it('LPV-1 one who has withdrawn the request, or left, asks no more', () => {
    const four = asks(opened(), ...M);
    const [last = CHAIR] = M.slice(-1);
    const command = { type: 'openProportional', assistants: [ASSISTANT] } as const;
    four.after({ type: 'withdrawProportional', person: last }, last).when(command).refuses('LPV-1', { asking: 3 });
    four
      .after({ type: 'checkOut', person: last, cause: 'left' }, last)
      .when(command)
      .refuses('LPV-1', { asking: 3, quota: 4 });
  });

  it('LPV-1 no acclamation elects when enough have asked', () => {
    const scene = asks(opened(), ...M)
      .after({ type: 'beginDebate' })
      .after({ type: 'moveProposal', person: M[0]!, kind: 'nomination', text: '', candidates: [M[1]!] }, M[0]!)
      .after({ type: 'closeDebate' })
      .after({ type: 'proposeOrder' })
      .after({ type: 'approveOrder' })
      .after({ type: 'putQuestion' });
    const found = scene.meeting.decisions.orders[BOARD.id]?.questions.map(
      (q) => scene.meeting.decisions.questions[q],
    )[0]?.alternatives[0];
    scene
      .after({ type: 'stateFinding', alternative: found!.id })
      .when({ type: 'strikeGavel' })
      .refuses('LPV-1', { why: 'first' });
  });

  it('LPV-2 is for the elections on the law’s list', () => {
    const other = hallOf(SEATS, { items: [item(1, 'Val', 'election', { election: { office: 'ombud', places: 7 } })] });
    withItem(inSession(other), 1).when({ type: 'requestProportional', person: M[0]! }, M[0]!).refuses('LPV-2');
  });

  it('LPV-3 substitutes only after members who were elected so', () => {
    withItem(inSession(plan), 2).when({ type: 'requestProportional', person: M[0]! }, M[0]!).refuses('LPV-3');
    const members = lot(counted(), 1).after({ type: 'declareProportional' }).after({ type: 'closeItem' });
    withItem(members, 2)
      .when({ type: 'requestProportional', person: M[0]! }, M[0]!)
      .then({ type: 'ProportionalRequested', places: 1 });
  });

  it('LPV-4 the chair is the officer and needs an assistant; both count, each once', () => {
    asks(opened(), ...M)
      .when({ type: 'openProportional', assistants: [] })
      .refuses('LPV-4');
    asks(opened(), ...M)
      .when({ type: 'openProportional', assistants: [CHAIR] })
      .refuses('LPV-4');
    counting().when({ type: 'enterSlips', count: SLIPS }, member('V', 1)).refuses('LPV-4', { why: 'counter' });
    const once = counting().after({ type: 'enterSlips', count: SLIPS }, CHAIR);
    once.when({ type: 'enterSlips', count: SLIPS }, CHAIR).refuses('LPV-4', { why: 'twice' });
  });

  it('LPV-5 is not held while somebody takes part at a distance, unless the body has decided so', () => {
    const remote = { remoteGranted: [member('V', 2)], form: 'hybrid' as const };
    const hybrid = hallOf(SEATS, { items: [BOARD], ...remote, settings: { remoteAllowed: true } });
    const scene = asks(withItem(inSession(hybrid, { remote: [member('V', 2)] }), 1), ...M);
    scene.when({ type: 'openProportional', assistants: [ASSISTANT] }).refuses('LPV-5', { count: 1, persons: ['V 2'] });
    const setting = { value: true, source: { kind: 'unsettledDefault' as const } };
    const decided = {
      ...hybrid,
      body: { ...hybrid.body, settings: { ...hybrid.body.settings, remoteProportional: setting } },
    };
    asks(withItem(inSession(decided, { remote: [member('V', 2)] }), 1), ...M).after({
      type: 'openProportional',
      assistants: [ASSISTANT],
    });
  });

  it('LPV-6 one slip each, of those who were there when it was opened', () => {
    const one = voting().after({ type: 'markSlip', person: M[0]! }, SECRETARY);
    one.when({ type: 'markSlip', person: M[0]! }, SECRETARY).refuses('LPV-6', { why: 'twice' });
    const late = member('V', 5);
    const without = arrives(voting(inSession(plan, { absent: [late] })), late);
    without.when({ type: 'markSlip', person: late }, SECRETARY).refuses('LPV-6', { why: 'elector' });
    voting().when({ type: 'closeSlips' }).refuses('LPV-6', { why: 'nobody' });
  });

  it('LPV-7 without a label, twice the same name, or one group written as two: no count', () => {
    const groups = SLIPS.groups;
    const enter = (count: SlipCount) => counting().when({ type: 'enterSlips', count }, CHAIR);
    enter({ ...SLIPS, groups: groups.with(0, { ...groups[0]!, label: ' ' }) }).refuses('LPV-7', { why: 'label' });
    enter({ ...SLIPS, groups: groups.with(0, { ...groups[0]!, names: [CHAIR, CHAIR] }) }).refuses('LPV-7', {
      why: 'names',
    });
    enter({
      ...SLIPS,
      groups: [{ ...groups[0]!, votes: 10 }, { ...groups[0]!, votes: 7 }, ...groups.slice(1)],
    }).refuses('LPV-7', { why: 'sameGroup' });
    enter({ ...SLIPS, groups: groups.with(0, { ...groups[0]!, votes: 16.5 }) }).refuses('LPV-7', { why: 'number' });
  });

  it('LPV-8 every slip is in the count, and two counts that differ are made again', () => {
    const short = { ...SLIPS, groups: SLIPS.groups.slice(1) };
    counting()
      .when({ type: 'enterSlips', count: short }, CHAIR)
      .refuses('LPV-8', { why: 'sum', counted: 14, cast: 31 });
    const blank = { groups: SLIPS.groups.slice(1), invalid: { noLabel: 17 } };
    counting()
      .after({ type: 'enterSlips', count: SLIPS }, CHAIR)
      .when({ type: 'enterSlips', count: blank }, ASSISTANT)
      .thenAmong({ type: 'SlipCountsDiffered' })
      .when({ type: 'declareProportional' })
      .refuses('LPV-8', { why: 'counting' });
  });

  it('LPV-8 SKR’s worked example: 17, 5, 5 and 4 of 31 give 4, 1, 1 and 1 of seven places', () => {
    const scene = lot(counted(), 1);
    const result = proportionalResult(election(scene));
    const elected = result?.state === 'done' ? result.elected.map((e) => e.person) : [];
    expect(elected).toEqual([
      member('S', 1),
      member('S', 2),
      member('S', 3),
      member('V', 1),
      member('C', 1),
      member('S', 4),
      member('M', 1),
    ]);
    scene
      .when({ type: 'declareProportional' })
      .thenAmong(
        { type: 'PersonsElected', persons: elected, by: 'proportional' },
        { type: 'ItemDecided', outcome: 'decided' },
      );
  });

  it('LPV-9 the lot decides between equal numbers, before the gavel', () => {
    counted().when({ type: 'declareProportional' }).refuses('LPV-9', { why: 'needed' });
    const draw = { type: 'drawProportionalLot', witness: ASSISTANT, manner: 'lott' } as const;
    counted()
      .when({ ...draw, group: 3 }, SECRETARY)
      .refuses('LPV-9', { why: 'other' });
    lot(counted(), 2)
      .when({ ...draw, group: 1 }, SECRETARY)
      .refuses('LPV-9', { why: 'none' });
  });

  it('LPV-10 substitutes are called by label, then by the label with most votes', () => {
    const scene = lot(counted(), 1);
    expect(substitutesByLpv(election(scene), 'C').slice(0, 2)).toEqual([member('C', 1), member('S', 1)]);
  });

  it('the script leads from the request to the gavel, and the minutes tell it all', () => {
    const first = script(asks(opened(), ...M).meeting, CHAIR, plan.startsAt).primary;
    expect(first?.command.type).toBe('openProportional');
    expect(script(counted().meeting, CHAIR, plan.startsAt).primary?.command.type).toBe('drawProportionalLot');
    const scene = lot(counted(), 1);
    expect(script(scene.meeting, CHAIR, plan.startsAt).primary?.command.type).toBe('declareProportional');
    const done = scene.after({ type: 'declareProportional' });
    const told = minutesDocument(done.meeting, done.facts)
      .sections.flatMap((s) => s.passages)
      .map((p) => p.phrase.key);
    expect(told).toEqual(
      expect.arrayContaining([
        'minutes.proportional',
        'minutes.proportionalCount',
        'minutes.proportionalPlace',
        'minutes.proportionalLot',
      ]),
    );
  });

  it('one that was annulled may be asked for again', () => {
    const again = voting().after({ type: 'annulProportional', reason: 'en sedel för mycket i urnan' });
    again.when({ type: 'openProportional', assistants: [ASSISTANT] }).refuses('LPV-1', { asking: 0 });
    asks(again, ...M).after({ type: 'openProportional', assistants: [ASSISTANT] });
  });

  it('a council of 81 with eleven places asks for seven', () => {
    const large = hallOf(GOTEBORG, { items: [{ ...BOARD, election: { office: '', places: 11, proportional: true } }] });
    given(withItem(inSession(large), 1))
      .when({ type: 'openProportional', assistants: [member('M', 1)] })
      .refuses('LPV-1', { quota: 7 });
  });
});
