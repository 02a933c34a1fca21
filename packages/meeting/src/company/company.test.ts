import { describe, expect, it } from 'vitest';
import type { Choice } from '../decisions/types.ts';
import type { DocumentId, PersonId } from '../ids.ts';
import { REPRESENTS_GROUP_COMPANY } from '../law/abl-5-company-conflict.ts';
import { requiredPresent } from '../law/nar-1-quorum.ts';
import { missingContents } from '../law/pro-1-contents.ts';
import { minutesDocument } from '../minutes/document.ts';
import { checkedIn, companyPlan, councilPlan, given, inSession, item, type Scene, withItem } from '../testing/index.ts';
import { finds, hallOf, inDebate, member, moves, toDecision, vote } from '../testing/procedure.ts';
import { gavel } from '../testing/procedure.ts';

const plan = companyPlan();
const MEMBERS = plan.seats.flatMap((s) => s.holder ?? []);
const [CHAIR = '' as PersonId, SECOND = '' as PersonId] = MEMBERS;
const SECRETARY = plan.duties.find((d) => d.duty === 'secretary')!.person;

describe('a company board', () => {
  it('ABL-1 more than half of the whole board, not at least half: three of six are no quorum', () => {
    const body = (seatsTotal: number) => ({ ...plan.body, seatsTotal });
    expect([6, 7, 8].map((n) => requiredPresent(body(n)))).toEqual([4, 4, 5]);
  });

  const paper = { id: 'd-1' as DocumentId, title: 'Kalkyl' };
  const papers = companyPlan({ items: plan.items.map((i) => (i.number === 63 ? { ...i, documents: [paper] } : i)) });
  const decided = (start: Scene, by: PersonId = CHAIR): Scene => {
    const [scene] = moves(start.after({ type: 'beginDebate' }), by, 'amendment', { text: 'Investeringen görs.' });
    return toDecision(scene);
  };

  it('ABL-4 nothing is put before every member has a receipt for the material', () => {
    const scene = decided(withItem(inSession(papers), 63));
    const id = papers.items[2]!.id;
    scene.when({ type: 'putQuestion' }).refuses('ABL-4', { count: MEMBERS.length });
    const received = MEMBERS.reduce(
      (s, p) => s.after({ type: 'confirmReceipt', item: id, document: paper.id }, p),
      scene,
    );
    received.after({ type: 'putQuestion' });
    const stand = scene.after({ type: 'standForMaterial', item: id, reason: 'Handlingen är uppläst i sin helhet.' });
    const facts = stand.after({ type: 'putQuestion' }).facts;
    const told = minutesDocument(stand.meeting, facts).sections.flatMap((s) => s.passages);
    expect(told.some((p) => p.phrase.key === 'minutes.materialStood')).toBe(true);
  });

  it('ABL-4 a board that was not called has not had its chance', () => {
    const uncalled = companyPlan({ notice: { announcedOn: null, sentOn: null } });
    decided(withItem(inSession(uncalled), 63))
      .when({ type: 'putQuestion' })
      .refuses('ABL-4');
  });

  it('ABL-5 representing a company of the same group is no conflict', () => {
    const scene = withItem(inSession(plan), 64);
    const id = plan.items[3]!.id;
    scene
      .when({ type: 'raiseConflict', item: id, person: SECOND, ground: REPRESENTS_GROUP_COMPANY }, CHAIR)
      .refuses('ABL-5');
    scene.after({ type: 'raiseConflict', item: id, person: SECOND, ground: 'avtal med bolaget' }, CHAIR);
  });

  it('ABL-7 somebody beside the chair adjusts the minutes', () => {
    const lacks = (scene: Scene) => missingContents(scene.meeting).some((m) => m.what === 'adjuster');
    const scene = inSession(plan);
    expect(lacks(scene)).toBe(true);
    const adjusters = plan.items[1]!.id;
    const elected = (persons: readonly PersonId[]) =>
      scene.recorded({ type: 'PersonsElected', item: adjusters, persons, by: 'acclamation' });
    expect(lacks(elected([CHAIR]))).toBe(true);
    expect(lacks(elected([SECOND]))).toBe(false);
  });

  it('MTG-COMPANY-FORM is opened at a distance when all its members have agreed to that', () => {
    const remote = { remote: [...plan.remoteGranted] };
    const here = checkedIn(plan, remote);
    here.when({ type: 'openMeeting' }).refuses('MTG-COMPANY-FORM', { why: 'consent' });
    const agreed = MEMBERS.reduce((s, person) => s.after({ type: 'consentToForm', person }, person), here);
    agreed.after({ type: 'openMeeting' });
    checkedIn(plan).after({ type: 'openMeeting' });
    here.when({ type: 'consentToForm', person: SECRETARY }, SECRETARY).refuses('MTG-COMPANY-FORM', { why: 'member' });
  });

  it('ABL-8 per capsulam: decided when all have signed, on the day of the last signature', () => {
    const only = companyPlan({ items: [plan.items[2]!] });
    const id = only.items[0]!.id;
    const proposed = given(only).after({ type: 'proposePerCapsulam', item: id, text: 'Kvarnen köps.' }, SECRETARY);
    const signedBy = (persons: readonly PersonId[]) =>
      persons.reduce(
        (s, person) => s.wait(86_400_000).after({ type: 'signPerCapsulam', item: id, person }, person),
        proposed,
      );
    const allButOne = signedBy(MEMBERS.slice(0, -1));
    expect(allButOne.meeting.company.perCapsulam[id]?.decidedAt).toBeUndefined();
    const last = MEMBERS.at(-1)!;
    const done = allButOne
      .when({ type: 'signPerCapsulam', item: id, person: last }, last)
      .thenAmong({ type: 'PerCapsulamDecided' }, { type: 'MeetingClosed' });
    const decision = done.meeting.company.perCapsulam[id];
    expect(decision?.decidedAt).toBe(decision?.signed.at(-1)?.at);
    const document = minutesDocument(done.meeting, done.facts);
    expect(document.sections[0]?.passages.map((p) => p.phrase.key)).toEqual(['minutes.perCapsulam']);
    expect(document.missing).toEqual([]);
  });

  it('ABL-8 one who says no stops it, and councils and boards have no such way', () => {
    const id = plan.items[2]!.id;
    const refusedOnce = given(plan)
      .after({ type: 'proposePerCapsulam', item: id, text: 'Kvarnen köps.' }, SECRETARY)
      .after({ type: 'refusePerCapsulam', item: id, person: SECOND }, SECOND);
    refusedOnce.when({ type: 'signPerCapsulam', item: id, person: CHAIR }, CHAIR).refuses('ABL-8', { why: 'refused' });
    const council = councilPlan();
    given(council)
      .when({ type: 'proposePerCapsulam', item: council.items[3]!.id, text: 'x' })
      .refuses('ABL-8', { why: 'body' });
  });
});

describe('qualified majorities and extra elections', () => {
  it('FOR-1 a federation’s own majority: three of four of those present', () => {
    const federation = (choices: readonly Choice[]) => {
      const hall = hallOf(
        { S: 4 },
        { items: [item(1, 'Utträde', 'matter', { ownMajority: { parts: 3, of: 4, base: 'present' } })] },
      );
      const own = { ...hall, body: { ...hall.body, kind: 'federationBoard' as const } };
      const [scene, proposal] = moves(inDebate(own, 1), member('S', 1), 'amendment', { text: 'Utträdet medges.' });
      const open = finds(toDecision(scene), proposal)
        .after({ type: 'demandVote', person: member('S', 2) }, member('S', 2))
        .after({ type: 'openVote', method: 'buttons' });
      const { id } = vote(open);
      const done = gavel(
        choices
          .reduce((s, choice, n) => s.after({ type: 'castVote', vote: id, choice }, member('S', n + 1)), open)
          .after({ type: 'closeVote' }),
      );
      const [settled] = Object.values(done.meeting.decisions.questions);
      return settled?.alternatives.find((a) => a.id === settled.outcome)?.kind;
    };
    expect(federation(['yes', 'yes', 'yes', 'no'])).toBe('proposal');
    expect(federation(['yes', 'yes', 'abstain', 'abstain'])).toBe('rejection');
  });

  it('ORD-3 an extra election is tabled the first time, whatever is moved', () => {
    const plan = (extraElection: 'first' | 'tabledBefore') =>
      hallOf({ S: 3 }, { items: [item(1, 'Extra val', 'matter', { extraElection, majority: 'twoThirdsOfPresent' })] });
    const ready = (which: 'first' | 'tabledBefore') =>
      toDecision(moves(inDebate(plan(which), 1), member('S', 1), 'amendment', { text: 'Extra val hålls.' })[0]);
    ready('first').when({ type: 'putQuestion' }).refuses('ORD-3', { why: 'extraElection' });
    ready('tabledBefore').after({ type: 'putQuestion' });
  });
});

describe('minutes adjusted at once', () => {
  it('PRO-3 when the item has been decided and the meeting goes on', () => {
    const hall = hallOf({ S: 3 }, { items: [item(1, 'Ärendet', 'matter')] });
    const [scene, proposal] = moves(inDebate(hall, 1), member('S', 1), 'amendment', { text: 'Ja.' });
    const id = hall.items[0]!.id;
    scene.when({ type: 'adjustAtOnce', item: id }).refuses('PRO-3', { why: 'undecided' });
    const done = gavel(finds(toDecision(scene), proposal)).after({ type: 'adjustAtOnce', item: id });
    const told = minutesDocument(done.meeting, done.facts).sections.flatMap((s) => s.passages.map((p) => p.phrase.key));
    expect(told).toContain('minutes.adjustedAtOnce');
    withItem(inSession(plan), 63)
      .when({ type: 'adjustAtOnce', item: plan.items[2]!.id })
      .refuses('PRO-3', { why: 'company' });
  });
});
