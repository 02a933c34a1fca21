import { describe, expect, it } from 'vitest';
import type { BodyKind } from '../body.ts';
import type { PersonId } from '../ids.ts';
import { evolve, fold, planned } from '../meeting.ts';
import { minutesDocument } from '../minutes/document.ts';
import type { MeetingPlan } from '../plan.ts';
import { script } from '../script/script.ts';
import { inConflict, isPresent } from '../selectors.ts';
import type { Fact, Meeting, MeetingEvent } from '../types.ts';
import { evening, goingOn } from './evening.ts';
import { hallOf } from './procedure.ts';
import { inSession } from './sessions.ts';
import { boardPlan, companyPlan, councilPlan } from './plans.ts';

const STEPS = 450;
const EVENINGS = 4;

/** Before and after the new rules for taking part at a distance. */
const DAYS = ['2025-11-26', '2026-10-14'];

function withKind(plan: MeetingPlan, kind: BodyKind): MeetingPlan {
  return { ...plan, body: { ...plan.body, kind } };
}

const plans = DAYS.flatMap((date): readonly (readonly [string, MeetingPlan])[] => [
  [`council ${date}`, councilPlan({ date })],
  [`small council ${date}`, hallOf({ S: 4, M: 3, V: 2 }, { date })],
  [`federation council ${date}`, withKind(councilPlan({ date }), 'federationCouncil')],
  [`board ${date}`, boardPlan({ date })],
  [`executive board ${date}`, withKind(boardPlan({ date }), 'executiveBoard')],
  [`committee ${date}`, withKind(boardPlan({ date }), 'committee')],
  [`joint board ${date}`, withKind(boardPlan({ date }), 'jointBoard')],
  [`company board ${date}`, companyPlan({ date })],
  [`general meeting ${date}`, withKind(companyPlan({ date }), 'generalMeeting')],
]);

type Moment = { readonly before: Meeting; readonly after: Meeting; readonly fact: Fact };

function moments(facts: readonly Fact[]): readonly Moment[] {
  const [first] = facts;
  if (first?.event.type !== 'MeetingPlanned') throw new Error('A meeting begins with its plan.');
  let before = planned(first.event.plan, first.seq);
  return facts.slice(1).map((fact) => {
    const after = evolve(before, fact);
    if (after.plan === undefined) throw new Error('A planned meeting stays planned.');
    const moment = { before, after, fact };
    before = after;
    return moment;
  });
}

/** Counted here by heads alone, without the heart's quorum. */
function headsPresent({ plan, attendance }: Meeting, away: ReadonlySet<PersonId>, meeting: Meeting): number {
  return plan.seats.filter(({ id }) => {
    const person = attendance.serving[id]?.person;
    return person !== undefined && !away.has(person) && isPresent(meeting, person);
  }).length;
}

const COUNCILS: readonly BodyKind[] = ['council', 'federationCouncil'];

function decidedBelowQuorum({ before, fact }: Moment): boolean {
  if (fact.event.type !== 'QuestionSettled') return false;
  const { kind, seatsTotal } = before.plan.body;
  if (kind === 'generalMeeting') return false;
  const away = inConflict(before, before.agenda.current);
  const here = headsPresent(before, away, before);
  if (here * 2 > seatsTotal) return false;
  return !(COUNCILS.includes(kind) && away.size > 0);
}

function seatsConserved({ after }: Moment): boolean {
  const serving = Object.entries(after.attendance.serving);
  const persons = serving.map(([, service]) => service.person);
  const entitled = serving.every(([seat, { person }]) => {
    const place = after.plan.seats.find((s) => s.id === seat);
    return (
      place !== undefined && (place.holder === person || after.plan.substitutes.some((l) => l.persons.includes(person)))
    );
  });
  return entitled && new Set(persons).size === persons.length && persons.length <= after.plan.body.seatsTotal;
}

function votesConserved({ event }: Fact): boolean {
  if (event.type !== 'VoteClosed') return true;
  const { yes, no, abstain, absent, ballots } = event.result;
  const all = ballots.reduce((sum, b) => sum + (b.votes ?? 1), 0);
  const voters = new Set(ballots.map((b) => b.person));
  return yes + no + abstain + absent === all && voters.size === ballots.length;
}

/** Open votes only by those on the list of the vote, and only while it is open. */
function castLawfully({ before, fact: { event } }: Moment): boolean {
  if (event.type !== 'VoteCast') return true;
  const vote = before.decisions.votes[event.vote];
  return vote?.state === 'open' && vote.electors.some((e) => e.person === event.person);
}

const NEEDS_SESSION: readonly MeetingEvent['type'][] = [
  'QuestionPut',
  'FindingStated',
  'VoteOpened',
  'VoteClosed',
  'QuestionSettled',
  'ItemOpened',
  'FloorGiven',
];

function insideSession({ before, fact }: Moment): boolean {
  if (!NEEDS_SESSION.includes(fact.event.type)) return true;
  return before.agenda.phase === 'open' && before.adjournment.current === undefined;
}

function neverStuck({ after, fact }: Moment): boolean {
  const leader = after.agenda.leader;
  if (after.agenda.phase !== 'open' || leader === undefined) return true;
  const { primary, others } = script(after, leader, fact.at + 1000);
  return primary !== null || others.length > 0 || after.decisions.openVote !== undefined;
}

describe.each(plans)('whatever anybody tries in a %s', (_, plan) => {
  const session = inSession(plan, {
    remote: plan.remoteGranted,
    absent: plan.seats.slice(-2).flatMap((s) => s.holder ?? []),
  });
  const evenings = Array.from({ length: EVENINGS }, (_none, n) => {
    const seed = n * 7919 + 1;
    return n === 0 ? evening(plan, seed, STEPS) : goingOn(session.facts, seed, STEPS);
  });

  it('the evenings are meetings: items are opened and decided', () => {
    const happened = evenings.flat().map((fact) => fact.event.type);
    for (const type of ['ItemOpened', 'ItemClosed', 'QuestionSettled'] as const) expect(happened).toContain(type);
  });

  it('seats and votes are conserved, one person has one vote, and nothing is decided below the number or outside the session', () => {
    for (const moment of evenings.flatMap(moments)) {
      const told = {
        seats: seatsConserved(moment),
        votes: votesConserved(moment.fact),
        cast: castLawfully(moment),
        quorate: !decidedBelowQuorum(moment),
        session: insideSession(moment),
      };
      if (Object.values(told).includes(false)) expect({ ...told, fact: moment.fact }).toBeUndefined();
    }
  });

  it('some lawful step always exists', () => {
    for (const facts of evenings) {
      const all = moments(facts);
      for (let n = 0; n < all.length; n += 17) {
        const moment = all[n];
        expect(moment === undefined || neverStuck(moment) ? undefined : moment.fact).toBeUndefined();
      }
    }
  });

  it('the same facts give the same state, minutes and script', () => {
    for (const facts of evenings) {
      const once = fold(facts);
      const again = fold(structuredClone(facts));
      expect(again).toEqual(once);
      if (once.plan === undefined || again.plan === undefined) continue;
      expect(minutesDocument(again, facts)).toEqual(minutesDocument(once, facts));
      const leader = once.agenda.leader;
      const at = facts.at(-1)?.at ?? 0;
      if (leader) expect(script(again, leader, at)).toEqual(script(once, leader, at));
    }
  });
});
