import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaderOf } from '../law/mtg-authority.ts';
import { decide } from '../decide.ts';
import { evening } from '../testing/evening.ts';
import {
  boardPlan,
  checkedIn,
  companyPlan,
  councilPlan,
  given,
  inSession,
  item,
  itemId,
  linkDown,
  linkUp,
  person,
  REMOTE_MEMBERS,
  type Scene,
  STARTS_AT,
  withItem,
} from '../testing/index.ts';
import {
  counted,
  demands,
  finds,
  GOTEBORG,
  gavel,
  hallOf,
  inDebate,
  member,
  moves,
  question,
  toDecision,
} from '../testing/procedure.ts';
import { fold } from '../meeting.ts';
import { alarms } from './alarms.ts';
import { chainFigure } from './chain-figure.ts';
import { script } from './script.ts';
import type { Script, Step } from './types.ts';

const chair = person('Marie Sandell');
const remote = person('Birgitta Nordin');

function now({ meeting, facts }: Scene, actor = leaderOf(meeting) ?? chair): Script {
  return script(meeting, actor, (facts.at(-1)?.at ?? STARTS_AT) + 1000);
}

const bare = (key: string): string => key.replace(/^script\.(step|words|trail)\./u, '');
const next = (scene: Scene): string | undefined =>
  now(scene).primary ? bare(now(scene).primary?.key ?? '') : undefined;
const said = (scene: Scene): readonly string[] => now(scene).words.map((line) => bare(line.key));
const others = (scene: Scene): readonly string[] => now(scene).others.map((step) => bare(step.key));
const notNow = (scene: Scene): readonly string[] =>
  now(scene).notNow.map(({ step, refusal }) => `${bare(step.key)} ${refusal.rule}`);
const press = (scene: Scene, step: Step | null | undefined): Scene => {
  if (!step) throw new Error('Nothing to press.');
  const after = scene.after(step.command);
  return step.then ? after.after(step.then) : after;
};
const pressNext = (scene: Scene): Scene => press(scene, now(scene).primary);

describe('the chair’s script, moment by moment', () => {
  it('before: check-in is opened first, and the meeting cannot be', () => {
    const scene = given(councilPlan());
    expect(next(scene)).toBe('openCheckIn');
    expect(notNow(scene)).toEqual(['openMeeting MTG-OPENING']);
  });

  it('check-in: the opening information is read, then the meeting is opened', () => {
    const scene = checkedIn(councilPlan());
    expect(said(scene)).toEqual(['welcome', 'welcomeRemote', 'welcomePublic', 'open']);
    expect(next(scene)).toBe('openMeeting');
  });

  it('roll call: the name called, its yes, and the next name in one press; quorum not yet', () => {
    const scene = pressNext(pressNext(withItem(inSession(councilPlan()), 113)));
    expect(said(scene)).toEqual(['callName']);
    expect(next(scene)).toBe('answeredYesNext');
    expect(others(scene)).toContain('noAnswerNext');
    expect(notNow(scene)).toContain('declareQuorate MTG-ROLL-CALL');
    expect(pressNext(scene).meeting.attendance.rollCall.called).not.toBe(scene.meeting.attendance.rollCall.called);
  });

  it('after the roll call: quorate is declared, then the item is closed', () => {
    let scene = withItem(inSession(councilPlan()), 113);
    while (scene.meeting.attendance.rollCall.state !== 'done') scene = pressNext(scene);
    expect(said(scene)).toEqual(['quorate']);
    expect(next(scene)).toBe('declareQuorate');
    expect(next(pressNext(scene))).toBe('closeItem');
  });

  it('adjusters: nobody has nominated, so the chair asks; a nomination from the hall can be entered', () => {
    const scene = withItem(inSession(councilPlan()), 114).after({ type: 'beginDebate' });
    expect(said(scene)).toContain('whoIsNominated');
    expect(next(scene)).toBe('nominate');
  });

  it('notice: looked at before the first matter is opened', () => {
    const plan = councilPlan({ items: [item(117, 'Granskning')] });
    const scene = inSession(plan);
    expect(said(scene)).toEqual(['noticeGood', 'nextItem']);
    expect(next(scene)).toBe('checkNotice');
    expect(next(pressNext(scene))).toBe('openItem');
  });

  it('debate: the next on the list gets the floor, told whose microphone closes; the debate cannot be closed over the queue', () => {
    const scene = inDebate(councilPlan(), 118)
      .after({ type: 'requestFloor', person: person('Karin Ahlqvist'), kind: 'speech' }, person('Karin Ahlqvist'))
      .after({ type: 'requestFloor', person: person('Jonas Fridh'), kind: 'speech' }, person('Jonas Fridh'));
    const speaking = pressNext(scene).after(
      { type: 'requestFloor', person: person('Helena Ståhl'), kind: 'reply' },
      person('Helena Ståhl'),
    );
    expect(said(speaking)).toEqual(['thanks', 'floor.reply']);
    expect(next(speaking)).toBe('giveFloor.reply');
    expect(now(speaking).primary?.effect?.key).toBe('script.effect.floorPasses');
    expect(others(speaking)).toEqual(
      expect.arrayContaining(['giveFloor.speech', 'closeDebateDespiteQueue', 'adjourn']),
    );
    expect(notNow(speaking)).toEqual(['closeDebate MTG-QUEUE', 'proposeOrder BES-1']);
  });

  it('point of order: before replies and speeches', () => {
    const scene = inDebate(councilPlan(), 118)
      .after({ type: 'requestFloor', person: person('Karin Ahlqvist'), kind: 'speech' }, person('Karin Ahlqvist'))
      .after({ type: 'requestFloor', person: person('Mats Öberg'), kind: 'pointOfOrder' }, person('Mats Öberg'));
    expect(next(scene)).toBe('giveFloor.pointOfOrder');
  });

  it('deciding: order, proposition, finding, gavel', () => {
    const [moved] = moves(inDebate(councilPlan(), 118), person('Karin Ahlqvist'), 'amendment', {
      text: 'Ett annat förslag.',
    });
    const closed = moved.after({ type: 'closeDebate' });
    expect(next(closed)).toBe('proposeOrder');
    const ordered = pressNext(closed);
    expect(said(ordered)).toEqual(['order', 'orderApproved']);
    expect(next(ordered)).toBe('approveOrder');
    const approved = pressNext(ordered);
    expect(next(approved)).toBe('putQuestion');
    const put = pressNext(approved);
    expect(said(put)).toEqual(['proposition', 'proposition']);
    expect(next(put)).toBe('stateFinding');
    const found = pressNext(put);
    expect(said(found)).toEqual(['finding']);
    expect(next(found)).toBe('gavel');
    expect(others(found)).toEqual(expect.arrayContaining(['demandVote', 'putAgain', 'changeFinding', 'adjourn']));
    expect(notNow(found)).toEqual(['openVote BES-1', 'goToItem MTG-ONE-ITEM']);
    const decided = pressNext(found);
    expect(said(decided)).toEqual(['decided']);
    expect(next(decided)).toBe('closeItemDecided');
  });

  it('a vote: no gavel before it, no close before everyone has answered, no figure before the close', () => {
    const [moved] = moves(inDebate(councilPlan(), 118), person('Karin Ahlqvist'), 'amendment', {
      text: 'Ett annat förslag.',
    });
    const demanded = demands(finds(toDecision(moved), 'proposal'), person('Karin Ahlqvist'));
    expect(said(demanded)).toEqual(['votingProposition', 'voteOpened']);
    expect(next(demanded)).toBe('openVoteButtons');
    expect(others(demanded)).toContain('openVoteRollCall');
    expect(notNow(demanded)).toEqual(['gavel BES-1']);
    const open = pressNext(demanded);
    expect(next(open)).toBeUndefined();
    expect(notNow(open)).toEqual(['closeVote MTG-VOTE-PENDING']);
    expect(said(open)).toEqual(['votingProposition', 'voting']);
  });

  it('algorithm B: vote 1 of 2 on the counter-proposition, then the main vote, then the gavel; the figure stands still', () => {
    const plan = hallOf(GOTEBORG, { items: [item(451, 'Budget 2025', 'bill', {})] });
    let [scene, left] = moves(inDebate(plan, 451), member('S'), 'amendment', { text: 'S' });
    let [right, sd] = [left, left];
    [scene, right] = moves(scene, member('M'), 'amendment', { text: 'M' });
    [scene, sd] = moves(scene, member('SD'), 'amendment', { text: 'SD' });
    [scene] = moves(scene, member('C'), 'amendment', { text: 'C' });
    scene = demands(finds(toDecision(scene), left), member('M'));
    expect(said(scene)).toEqual(['aboutToPutRest']);
    expect(next(scene)).toBe('putRest');
    scene = gavel(finds(demands(finds(scene, right), member('SD')), sd));
    const id = question(scene).id;
    expect(next(scene)).toBe('openVoteButtons');
    expect(now(scene).primary?.values).toMatchObject({ number: 1, count: 2, form: 'chain' });
    expect(chainFigure(scene.meeting, id)).toMatchObject({
      alternatives: [{ state: 'main' }, { state: 'standing' }, { state: 'standing' }, { state: 'fallen' }],
      votes: [
        { number: 1, kind: 'counter', state: 'now' },
        { number: 2, kind: 'main', state: 'coming', noFrom: 1 },
      ],
    });
    scene = counted(scene, { M: 'yes', D: 'yes', L: 'yes', KD: 'yes', SD: 'no' });
    expect(said(scene)).toEqual(['counterChosenByVote', 'votingProposition', 'voteOpened']);
    expect(now(scene).primary?.values).toMatchObject({ number: 2, count: 2 });
    scene = counted(scene, { S: 'yes', V: 'yes', MP: 'yes', M: 'no', D: 'no', L: 'no', KD: 'no' });
    expect(said(scene)).toEqual(['result', 'settled.vote']);
    expect(now(scene).words[0]?.values).toEqual({ yes: 40, no: 29, abstain: 12 });
    expect(next(scene)).toBe('gavel');
    expect(chainFigure(pressNext(scene).meeting, id)).toMatchObject({
      alternatives: [{ state: 'won' }, { state: 'fallen' }, { state: 'fallen' }, { state: 'fallen' }],
      votes: [{ result: { yes: 29, no: 9, abstain: 43 } }, { result: { yes: 40, no: 29, abstain: 12 } }],
    });
  });

  it('tie: the casting vote follows the chair’s own, the lot is for persons', () => {
    const plan = hallOf({ S: 3, M: 3 }, { items: [item(1, 'Detaljplan')], settings: { castingVoteFollowsOwn: false } });
    const [moved] = moves(inDebate(plan, 1), member('M'), 'rejection');
    const demanded = demands(finds(toDecision(moved), 'proposal'), member('M'));
    const tied = counted(demanded, { S: 'yes', M: 'no' });
    expect(said(tied)).toEqual(['tied']);
    expect(next(tied)).toBe('castingVote.yes');
    expect(notNow(tied)).toContain('recordLot BES-5');
  });

  it('lost in a vote: it stands still; waiting, noting absent and taking it again are offered, closing is not', () => {
    const plan = councilPlan({ remoteGranted: REMOTE_MEMBERS, settings: { lossPolicy: { kind: 'adjourn' } } });
    const [moved] = moves(
      withItem(inSession(plan, { remote: [remote] }), 118).after({ type: 'beginDebate' }),
      person('Karin Ahlqvist'),
      'rejection',
    );
    const open = demands(finds(toDecision(moved), 'proposal'), person('Karin Ahlqvist')).after({
      type: 'openVote',
      method: 'buttons',
    });
    const frozen = linkDown(open, remote);
    expect(said(frozen)).toEqual(['voteFrozen']);
    expect(next(frozen)).toBe('adjournFor');
    expect(notNow(frozen)).toEqual(['resumeVote MTG-VOTE-FROZEN', 'closeVote MTG-VOTE-FROZEN']);
    expect(others(frozen)).toEqual(expect.arrayContaining(['noteAbsent', 'redoVote']));
    expect(next(linkUp(frozen, remote))).toBe('resumeVote');
  });

  it('not quorate: adjourning comes before calling a substitute, and nothing may be decided', () => {
    const absent = councilPlan()
      .seats.slice(20)
      .flatMap((seat) => seat.holder ?? [])
      .filter((p) => p !== chair);
    const scene = withItem(inSession(councilPlan(), { absent, substitutes: [person('Hassan Aydin')] }), 124);
    expect(said(scene)).toEqual(['noQuorum']);
    expect(next(scene)).toBe('adjourn');
    expect(others(scene)).toContain('closeMeeting');
    expect(notNow(scene).every((line) => /NAR-1|BES-1/u.test(line))).toBe(true);
  });

  it('adjourned and recalled: everyone missing is named, and the meeting goes on when all are in place', () => {
    const adjourned = inDebate(councilPlan(), 118).after({ type: 'adjourn', cause: 'groupMeeting' });
    expect(said(adjourned)).toEqual(['adjourned']);
    expect(next(adjourned)).toBe('recall');
    let checking = pressNext(adjourned);
    expect(said(checking)).toEqual(['check']);
    expect(notNow(checking)).toContain('continue MTG-CHECK');
    while (next(checking) === 'confirmPresence') checking = pressNext(checking);
    expect(next(checking)).toBe('continue');
  });

  it('in a break the substitute in turn can be called for one who is lost or noted absent', () => {
    const [birgitta, emma, helena] = [person('Birgitta Nordin'), person('Emma Gradin'), person('Helena Ståhl')];
    const lost = linkDown(inSession(boardPlan(), { remote: [birgitta, emma] }), birgitta);
    const away = lost.after({ type: 'adjourn', cause: 'connectionLost', person: birgitta }, helena);
    expect(others(away)).toContain('callSubstitute');
    const absent = away.after({ type: 'noteAbsent', person: birgitta, cause: 'connectionLost' }, helena);
    expect(others(absent)).toContain('callSubstitute');
    expect(others(absent.after({ type: 'recall' }, helena))).toContain('callSubstitute');
  });

  it('a debate that is over with nothing to decide: the item is closed, and the debate is not opened again unasked', () => {
    const plan = hallOf({ S: 5, M: 4 }, { items: [item(1, 'Ekonomin', 'information')] });
    const over = inDebate(plan, 1).after({ type: 'closeDebate' });
    expect(next(over)).toBe('closeItem');
    expect(others(over)).toContain('reopenDebate');
  });

  it('doors: closed by the council’s decision, opened before it decides', () => {
    const scene = withItem(inSession(councilPlan()), 123);
    expect(said(scene)).toContain('closeDoors');
    expect(next(scene)).toBe('closeDoors');
    const closed = pressNext(scene).after({ type: 'beginDebate' }).after({ type: 'closeDebate' });
    expect(next(closed)).toBe('openDoors');
    expect(notNow(closed.after({ type: 'proposeOrder' }))).toContain('approveOrder OFF-1');
  });

  it('the chair in conflict hands over; the script then speaks to the one who leads', () => {
    const scene = withItem(inSession(boardPlan()), 86).recorded({
      type: 'ConflictDeclared',
      item: itemId(86),
      person: person('Helena Ståhl'),
    });
    expect(said(scene)).toEqual(['leaderInConflict']);
    expect(next(scene)).toBe('handOverChair');
    const after = pressNext(scene);
    expect(after.meeting.agenda.leader).toBe(person('Karin Ahlqvist'));
    expect(now(after, person('Helena Ståhl')).words).toEqual([]);
  });

  it('the end: every item done, the meeting is closed, and nothing is left to press', () => {
    const scene = inSession(councilPlan({ items: [] }));
    expect(next(scene)).toBe('closeMeeting');
    const closed = pressNext(scene);
    expect(said(closed)).toEqual(['closed']);
    expect(now(closed).primary).toBeNull();
  });

  it('the chair’s own words stand instead of the generated', () => {
    const scene = inDebate(councilPlan(), 118);
    const [line] = now(scene).words;
    const worded = scene.after({ type: 'wordScript', line: line?.slot ?? '', text: 'Ordet är fritt.' });
    expect(now(worded).words[0]?.words).toBe('Ordet är fritt.');
  });

  it('the secretary is shown no words and none of the chair’s acts', () => {
    const scene = inDebate(councilPlan(), 118);
    const { words, primary, others: offered } = now(scene, person('Åsa Lindvall'));
    expect([words, primary]).toEqual([[], null]);
    expect(
      offered.map((step) => step.command.type).filter((type) => ['closeDebate', 'giveFloor', 'adjourn'].includes(type)),
    ).toEqual([]);
  });
});

describe('alarms', () => {
  it('a lost member stops, with since when and what to do, and goes when the link is back', () => {
    const plan = councilPlan({ remoteGranted: REMOTE_MEMBERS, settings: { lossPolicy: { kind: 'adjourn' } } });
    const lost = linkDown(withItem(inSession(plan, { remote: [remote] }), 118), remote);
    const at = (lost.facts.at(-1)?.at ?? 0) + 80_000;
    const [first] = alarms(lost.meeting, chair, at);
    expect(first).toMatchObject({
      rank: 'stop',
      key: 'alarm.lost',
      rule: 'DIST-5',
      values: { name: 'Birgitta Nordin (C)', minutes: 1, seconds: 20 },
    });
    expect(first?.steps.map((step) => bare(step.key))).toEqual(['adjournFor', 'noteAbsent']);
    expect(alarms(linkUp(lost, remote).meeting, chair, at).filter((alarm) => alarm.rank === 'stop')).toEqual([]);
  });

  it('DIST-2 a substitute waiting on link is made sure of by the chair, and can then be called', () => {
    const emma = person('Emma Gradin');
    const plan = boardPlan({ date: '2026-09-10' });
    const scene = inSession(plan, { remote: [emma] });
    const told = () =>
      alarms(scene.meeting, person('Helena Ståhl'), STARTS_AT).filter((one) => one.id.startsWith('standby'));
    expect(told()).toMatchObject([
      { rank: 'information', rule: 'DIST-2', steps: [{ command: { type: 'approveLink', person: emma } }] },
    ]);
    expect(
      alarms(
        scene.after({ type: 'approveLink', person: emma }, person('Helena Ståhl')).meeting,
        person('Helena Ståhl'),
        STARTS_AT,
      ).map((one) => one.id),
    ).not.toContain(`standby:${emma}`);
  });

  it('come in order of rank', () => {
    const ranks = alarms(checkedIn(councilPlan()).meeting, chair, STARTS_AT).map((alarm) =>
      ['stop', 'warning', 'information'].indexOf(alarm.rank),
    );
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(ranks.length).toBeGreaterThan(0);
  });
});

describe('whatever happens', () => {
  it('only lawful steps are offered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 400 }), (seed, cut) => {
        const facts = evening(councilPlan(), seed, 700).slice(0, cut);
        const meeting = fold(facts);
        if (meeting.plan === undefined) return;
        const at = (facts.at(-1)?.at ?? 0) + 1000;
        const leader = meeting.agenda.leader ?? chair;
        const { primary, others: offered, notNow: refused } = script(meeting, leader, at);
        const lawful = (step: Step) => decide(meeting, step.command, { at, actor: leader, id: 'x' }).ok;
        expect([...(primary ? [primary] : []), ...offered].every(lawful)).toBe(true);
        expect(refused.some(({ step }) => lawful(step))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['council', councilPlan()],
    ['board', boardPlan()],
    ['company board', companyPlan()],
  ])('pressing the next step, with everyone present, takes a %s from check-in to the close', (_, plan) => {
    let scene = checkedIn(plan);
    for (let n = 0; n < 600 && scene.meeting.agenda.phase !== 'closed'; n += 1) scene = pressNext(scene);
    expect(scene.meeting.agenda.phase).toBe('closed');
  });

  it('an open meeting is never stuck: something lawful can be done, or votes are awaited', () => {
    fc.assert(
      fc.property(fc.constantFrom(councilPlan(), boardPlan()), fc.integer({ min: 0, max: 100_000 }), (plan, seed) => {
        const facts = evening(plan, seed, 600);
        for (let n = 1; n < facts.length; n += 23) {
          const meeting = fold(facts.slice(0, n));
          const leader = meeting.plan === undefined ? undefined : meeting.agenda.leader;
          if (meeting.plan === undefined || leader === undefined || meeting.agenda.phase !== 'open') continue;
          const { primary, others: offered } = script(meeting, leader, (facts[n - 1]?.at ?? 0) + 1000);
          expect(primary !== null || offered.length > 0 || meeting.decisions.openVote !== undefined).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
