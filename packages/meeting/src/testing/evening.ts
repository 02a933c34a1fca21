import type { DeviceTest, LeaveCause, LinkCause, Mode } from '../attendance/types.ts';
import { currentFrame, currentQuestion, openVote } from '../decisions/frames.ts';
import type { Choice } from '../decisions/types.ts';
import type { AlternativeId, Instant, ItemId, PersonId, ProposalId, RequestId, SeatId, VoteId } from '../ids.ts';
import { decide } from '../decide.ts';
import { evolve, fold } from '../meeting.ts';
import type { MeetingPlan } from '../plan.ts';
import type { ProposalKind } from '../proposals/types.ts';
import { script } from '../script/script.ts';
import type { Actor, Fact, Meeting, MeetingCommand } from '../types.ts';
import { ALL_CONDITIONS, NO_CONDITIONS } from './sessions.ts';

const STEP_MILLISECONDS = 7_000;
/** How often the next lawful step of the script is taken, of ten; the rest is anybody wanting anything. */
const LAWFUL_OF_TEN = 4;

/** Steps that would end most evenings early, taken once in so many times. */
const ENDING: readonly MeetingCommand['type'][] = ['closeMeeting', 'adjourn', 'noteAbsent', 'reopenDebate', 'redoVote'];
const HURRY = 30;

/** Text that only those may read who see the inside of the item. */
export function insideText(item: ItemId): string {
  return `INSIDE<${item}>`;
}
export const HELP_TEXT = 'HELP<words>';
export const NOTE_TEXT = 'NOTE<words>';
export const PERMISSION_TEXT = 'PERMISSION<words>';
export const SECRET_TITLE = 'TITLE<secret>';
export const PHONE = 'PHONE<number>';

/** A generator of whole numbers below `n`, the same for the same seed (mulberry32). */
export type Draw = (n: number) => number;
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return n <= 1 ? 0 : ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** The plan with something planted wherever something must not be seen. */
export function withSecrets(plan: MeetingPlan): MeetingPlan {
  return {
    ...plan,
    people: plan.people.map((person) => ({ ...person, phone: `${PHONE}${person.id}` })),
    items: plan.items.map((item) => ({
      ...item,
      ...(item.doors === 'secret' ? { title: `${SECRET_TITLE}${item.number}` } : {}),
      ...(item.tabled ? { tabled: { ...item.tabled, text: insideText(item.id) } } : {}),
    })),
  };
}

/** An evening of `steps` tries by anybody, lawful and hostile; only what `decide` accepted has become facts. */
export function evening(plan: MeetingPlan, seed: number, steps: number): readonly Fact[] {
  const at = plan.startsAt - 3_600_000;
  return goingOn([{ seq: 1, at, actor: 'system', event: { type: 'MeetingPlanned', plan } }], seed, steps);
}

/** The same from a later moment: these facts have happened already. */
export function goingOn(start: readonly Fact[], seed: number, steps: number): readonly Fact[] {
  const draw = drawFrom(seed);
  const facts: Fact[] = [...start];
  let at = start.at(-1)?.at ?? 0;
  let meeting = begun(start);
  for (let n = 0; n < steps; n += 1) {
    at += STEP_MILLISECONDS;
    const [command, actor] = attempt(meeting, draw, at);
    const decided = decide(meeting, command, { at, actor, id: `try-${n}` });
    if (!decided.ok) continue;
    for (const event of decided.value) {
      const fact = { seq: meeting.seq + 1, at, actor, event };
      const next = evolve(meeting, fact);
      if (next.plan === undefined) throw new Error('A planned meeting stays planned.');
      meeting = next;
      facts.push(fact);
    }
  }
  return facts;
}

function begun(start: readonly Fact[]): Meeting {
  const meeting = fold(start);
  if (meeting.plan === undefined) throw new Error('A meeting begins with its plan.');
  return meeting;
}

function attempt(meeting: Meeting, draw: Draw, at: Instant): readonly [MeetingCommand, Actor] {
  const voter = answering(meeting, draw);
  if (voter) return voter;
  const leader = meeting.agenda.leader ?? meeting.plan.duties.find((d) => d.duty === 'chair')?.person;
  if (meeting.agenda.phase === 'planned' && leader !== undefined && draw(3) === 0)
    return [{ type: 'changePlan', plan: turned(meeting.plan), by: leader }, 'system'];
  if (draw(10) < LAWFUL_OF_TEN && leader !== undefined) {
    const { primary, others } = script(meeting, leader, at);
    const going = others.filter((step) => !ENDING.includes(step.command.type) || draw(HURRY) === 0);
    const steps = [...(primary ? [primary, primary, primary, primary] : []), ...going];
    const step = steps[draw(steps.length)];
    if (step !== undefined && !(step.command.type === 'openMeeting' && tooFew(meeting, draw)))
      return [step.command, leader];
  }
  return anything(meeting, draw, at, leader);
}

/** The items the other way round, and what was open to all is secret. */
function turned(plan: MeetingPlan): MeetingPlan {
  const items = plan.items.map((item, at) => ({ ...item, number: plan.items.length - at }));
  const last = items.findLast((item) => item.kind === 'matter' && item.doors === 'open');
  return withSecrets({
    ...plan,
    place: `${plan.place}, plan 2`,
    items: items.map((item) => (item === last && plan.body.kind !== 'council' ? { ...item, doors: 'secret' } : item)),
  });
}

/** Most answer when a vote is open, and somebody often demands one: else no evening would get through many. */
function answering(meeting: Meeting, draw: Draw): readonly [MeetingCommand, Actor] | undefined {
  const vote = openVote(meeting.decisions);
  const serving = Object.values(meeting.attendance.serving).map((s) => s.person);
  const one = serving[draw(serving.length)];
  if (one === undefined || draw(5) === 0) return undefined;
  if (vote?.method === 'buttons' && vote.state === 'open') {
    const pending = vote.electors.map((e) => e.person).filter((p) => vote.cast[p] === undefined && serving.includes(p));
    const voter = pending[draw(pending.length)];
    return voter && [{ type: 'castVote', vote: vote.id, choice: CHOICES[draw(3)] ?? 'yes' }, voter];
  }
  const question = currentQuestion(meeting);
  const found =
    question && currentFrame(question).found !== undefined && currentFrame(question).demandedBy === undefined;
  return found && draw(3) === 0 ? [{ type: 'demandVote', person: one }, one] : undefined;
}

/** Most wait until most have come. */
function tooFew(meeting: Meeting, draw: Draw): boolean {
  const here = Object.keys(meeting.attendance.serving).length;
  return here * 10 < meeting.plan.body.seatsTotal * 8 && draw(HURRY * 5) > 0;
}

/** Somebody wants something: often what could be meant seriously, sometimes for another, sometimes out of turn. */
function anything(
  meeting: Meeting,
  draw: Draw,
  at: Instant,
  leader: PersonId | undefined,
): readonly [MeetingCommand, Actor] {
  const one = <T>(list: readonly T[]): T | undefined => list[draw(list.length)];
  const person = one(meeting.plan.people)?.id ?? ('nobody' as PersonId);
  const secretary = meeting.plan.duties.find((d) => d.duty === 'secretary')?.person ?? person;
  const serious = draw(4) > 0;
  const self: Actor = serious ? person : (one(meeting.plan.people)?.id ?? person);
  const kinds = [
    () => presence(meeting, draw, person),
    () => debate(meeting, draw, person),
    () => voting(meeting, draw, person),
    () => secrecy(meeting, draw, person),
  ];
  const desk = [() => deskWork(meeting, draw, person, at), () => leading(meeting, draw, person, at)];
  const roll = draw(12);
  if (meeting.agenda.phase === 'checkIn' && draw(3) > 0)
    return [
      { type: 'checkIn', person, mode: draw(3) === 0 ? 'remote' : 'room', identified: 'bankId', deviceTest: TEST },
      person,
    ];
  if (roll < 10) {
    const command = (one(kinds) ?? kinds[0])?.();
    if (command !== undefined) return [command, command.type === 'reportLink' ? 'system' : self];
  }
  const command = (one(desk) ?? desk[0])?.() ?? { type: 'openCheckIn' };
  return [command, serious ? (draw(2) === 0 ? (leader ?? secretary) : secretary) : self];
}

const TEST: DeviceTest = { camera: true, microphone: true, sound: true, connection: true, battery: 80 };

function presence(meeting: Meeting, draw: Draw, person: PersonId): MeetingCommand {
  const mode: Mode = draw(3) === 0 ? 'remote' : 'room';
  const causes: readonly LeaveCause[] = ['left', 'otherHindrance', 'connectionLost'];
  const links: readonly LinkCause[] = ['connectionLost', 'cameraOff', 'soundLost'];
  switch (draw(meeting.agenda.phase === 'open' ? 12 : 4)) {
    case 0:
    case 1:
    case 2:
      return { type: 'checkIn', person, mode, identified: 'bankId', deviceTest: TEST };
    case 3:
      return { type: 'applyRemote', person, reason: PERMISSION_TEXT };
    case 4:
      return {
        type: 'reportLink',
        person,
        conditions: NO_CONDITIONS,
        cause: links[draw(links.length)] ?? 'connectionLost',
      };
    case 5:
    case 6:
    case 7:
    case 8:
      return { type: 'reportLink', person: lost(meeting) ?? person, conditions: ALL_CONDITIONS };
    case 9:
      return { type: 'checkOut', person, cause: causes[draw(causes.length)] ?? 'left' };
    default:
      return { type: 'confirmPresence', person };
  }
}

function lost(meeting: Meeting): PersonId | undefined {
  return Object.values(meeting.attendance.present).find((presence) => presence.mode === 'remote' && !presence.fulfilled)
    ?.person;
}

const PROPOSAL_KINDS: readonly ProposalKind[] = [
  'approval',
  'rejection',
  'amendment',
  'addition',
  'tabling',
  'referralBack',
  'nomination',
];

function debate(meeting: Meeting, draw: Draw, person: PersonId): MeetingCommand {
  const item = meeting.agenda.current;
  const text = item === undefined ? 'words' : insideText(item);
  const proposal = meeting.proposals.order[draw(meeting.proposals.order.length)] ?? ('none' as ProposalId);
  switch (draw(8)) {
    case 0:
    case 1:
      return {
        type: 'requestFloor',
        person,
        kind: draw(3) === 0 ? 'reply' : draw(5) === 0 ? 'pointOfOrder' : 'speech',
      };
    case 2:
    case 3: {
      const kind = PROPOSAL_KINDS[draw(PROPOSAL_KINDS.length)] ?? 'amendment';
      return {
        type: 'moveProposal',
        person,
        kind,
        text: kind === 'rejection' || kind === 'tabling' ? '' : text,
        reason: text,
        candidates: [person],
      };
    }
    case 4:
      return { type: 'supportProposal', proposal, person };
    case 5:
      return { type: 'withdrawProposal', proposal };
    case 6:
      return { type: 'withdrawRequest', request: meeting.floor.queue[0]?.id ?? ('none' as RequestId) };
    default:
      return { type: 'askForHelp', person, text: HELP_TEXT };
  }
}

const CHOICES: readonly Choice[] = ['yes', 'no', 'abstain'];

function voting(meeting: Meeting, draw: Draw, person: PersonId): MeetingCommand {
  const vote = meeting.decisions.openVote ?? ('none' as VoteId);
  const choice = CHOICES[draw(CHOICES.length)] ?? 'yes';
  const electors = meeting.decisions.votes[vote]?.electors.map((e) => e.person) ?? [];
  const voter = electors.find((e) => meeting.decisions.votes[vote]?.cast[e] === undefined) ?? person;
  const item = meeting.agenda.current ?? ('none' as ItemId);
  switch (draw(8)) {
    case 0:
    case 1:
      return { type: 'enterSpokenVote', vote, person: voter, choice };
    case 2:
    case 3:
      return { type: 'castVote', vote, choice };
    case 4:
    case 5:
      return { type: 'demandVote', person };
    case 6:
      return { type: 'reserve', person, item, text: insideText(item) };
    default:
      return { type: 'standAside', person };
  }
}

function secrecy(meeting: Meeting, draw: Draw, person: PersonId): MeetingCommand {
  const item = meeting.agenda.order[draw(meeting.agenda.order.length)] ?? ('none' as ItemId);
  switch (draw(12)) {
    case 0:
      return { type: 'declareConflict', item, person, ground: insideText(item) };
    case 1:
      return { type: 'raiseConflict', item, person, ground: insideText(item) };
    case 2:
      return { type: 'contestConflict', item, person };
    case 3:
      return { type: 'declareRoom', person };
    case 4:
    case 5:
    case 6:
      return { type: 'declareRoom', person: lost(meeting) ?? person };
    case 7:
    case 8:
      return { type: 'makeStatement', person, item, text: insideText(item) };
    default:
      return { type: 'withdrawConflict', item, person };
  }
}

function deskWork(meeting: Meeting, draw: Draw, person: PersonId, at: Instant): MeetingCommand {
  const item = meeting.agenda.current ?? null;
  const seat = meeting.plan.seats[draw(meeting.plan.seats.length)]?.id ?? ('none' as SeatId);
  switch (draw(12)) {
    case 0:
      return { type: 'writeNote', note: `note-${draw(5)}`, item, text: NOTE_TEXT };
    case 1:
      return { type: 'wordPassage', passage: `${item ?? ''}/decision/x`, text: NOTE_TEXT };
    case 2:
      return { type: 'admit', person };
    case 3:
      return { type: 'refuseEntry', person };
    case 4:
      return { type: 'grantRemote', person, reason: PERMISSION_TEXT };
    case 5:
      return { type: 'callSubstitute', seat, substitute: person };
    case 6:
      return { type: 'checkIn', person, mode: 'room', identified: 'secretaryInRoom' };
    case 7:
      return { type: 'answerHelp', person };
    case 8:
      return { type: 'beginIdentityCheck', person };
    case 9:
      return { type: 'endIdentityCheck', person, proofs: draw(2) === 0 ? [] : ['picture'] };
    case 10:
      return draw(HURRY) > 0 ? { type: 'answerHelp', person } : { type: 'doubtIdentity', person };
    default:
      if (draw(HURRY) > 0) return { type: 'admit', person };
      return { type: 'noteAbsent', person, cause: at % 2 === 0 ? 'left' : 'connectionLost' };
  }
}

function leading(meeting: Meeting, draw: Draw, person: PersonId, at: Instant): MeetingCommand {
  const alternatives = Object.values(meeting.decisions.questions).flatMap((q) => q.alternatives.map((a) => a.id));
  switch (draw(11)) {
    case 0:
      return { type: 'strikeGavel' };
    case 1:
      return {
        type: 'stateFinding',
        alternative: alternatives[draw(alternatives.length)] ?? ('none' as AlternativeId),
      };
    case 2:
      return { type: 'closeVote' };
    case 3:
      if (draw(HURRY) > 0) return { type: 'openVote', method: 'buttons' };
      return { type: 'adjourn', cause: 'rest', until: at + 600_000, reason: 'words' };
    case 4:
      return { type: 'closeDoors' };
    case 5:
      return { type: 'openDoors' };
    case 6:
      return { type: 'admitExternal', person };
    case 7:
      return draw(HURRY) > 0 ? { type: 'strikeGavel' } : { type: 'redoVote', reason: 'words' };
    case 8:
      return { type: 'castVote', vote: meeting.decisions.openVote ?? ('none' as VoteId), choice: 'yes' };
    case 9:
      return { type: 'handOverChair', to: person };
    default:
      return { type: 'openVote', method: draw(2) === 0 ? 'buttons' : 'rollCall' };
  }
}
