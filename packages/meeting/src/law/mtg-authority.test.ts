import { describe, expect, it } from 'vitest';
import type { DocumentId, PersonId, ProposalId, RequestId, VoteId } from '../ids.ts';
import {
  ALL_CONDITIONS,
  checkedIn,
  councilPlan,
  given,
  inSession,
  itemId,
  linkDown,
  person,
  seatId,
} from '../testing/index.ts';
import type { Actor, MeetingCommand } from '../types.ts';
import { authorise } from './mtg-authority.ts';

const member = person('Birgitta Nordin');
const actors = {
  chair: person('Marie Sandell'),
  vice: person('Carl Bergendal'),
  secretary: person('Åsa Lindvall'),
  assistant: person('Mirja Aho'),
  technician: person('Jesper Holm'),
  member,
  other: person('Petter Boman'),
  official: person('Lars-Göran Åberg'),
  outsider: person('Okänd Besökare'),
  system: 'system',
} as const satisfies Readonly<Record<string, Actor>>;
type Who = keyof typeof actors;

const item = itemId(118);
const proposal = 'p-1' as ProposalId;
const vote = 'v-1' as VoteId;
const request = 'r-1' as RequestId;

const scene = inSession(councilPlan(), { remote: [member] }).recorded(
  {
    type: 'ProposalMoved',
    proposal: {
      id: proposal,
      item,
      kind: 'rejection',
      mover: member,
      text: '',
      instance: 1,
      at: 0,
      supporters: [],
      state: 'onTable',
    },
  },
  { type: 'FloorRequested', request: { id: request, item, person: member, kind: 'speech', at: 0 } },
);

/** Who may, of ten who try; everyone else may not. The person meant is always `member`. */
const LEADER: readonly Who[] = ['chair'];
const DESK: readonly Who[] = ['chair', 'secretary', 'assistant'];
const CLERKS: readonly Who[] = ['secretary', 'assistant'];
const SELF: readonly Who[] = ['member'];
const SELF_OR_DESK: readonly Who[] = [...DESK, 'member'];
const SYSTEM: readonly Who[] = ['system'];
const ELECTED: readonly Who[] = ['chair', 'vice', 'secretary', 'assistant', 'member', 'other'];
const INSIDE: readonly Who[] = [...ELECTED, 'technician', 'official'];

const rights: readonly (readonly [MeetingCommand, readonly Who[]])[] = [
  [{ type: 'planMeeting', plan: scene.meeting.plan }, SYSTEM],
  [{ type: 'changePlan', plan: scene.meeting.plan, by: actors.secretary }, SYSTEM],
  [{ type: 'openMeeting' }, LEADER],
  [{ type: 'checkNotice' }, LEADER],
  [{ type: 'openItem', item }, LEADER],
  [{ type: 'beginDebate' }, LEADER],
  [{ type: 'closeItem' }, LEADER],
  [{ type: 'reorderAgenda', order: [] }, LEADER],
  [
    {
      type: 'addItem',
      item: { id: item, number: 1, title: '', kind: 'matter', documents: [], doors: 'open', preparedBy: [] },
      consent: [],
    },
    LEADER,
  ],
  [{ type: 'withdrawItem', item, reason: '' }, LEADER],
  [{ type: 'handOutDocument', item, document: { id: 'd' as DocumentId, title: '' } }, DESK],
  [{ type: 'confirmReceipt', item, document: 'd' as DocumentId }, INSIDE],
  [{ type: 'handOverChair', to: actors.vice }, LEADER],
  [{ type: 'closeMeeting' }, LEADER],
  [{ type: 'openCheckIn' }, [...DESK, 'system']],
  [{ type: 'checkIn', person: member, mode: 'room', identified: 'bankId' }, SELF],
  [{ type: 'checkIn', person: member, mode: 'room', identified: 'secretaryInRoom' }, DESK],
  [{ type: 'admit', person: member }, DESK],
  [{ type: 'refuseEntry', person: member }, DESK],
  [{ type: 'beginIdentityCheck', person: member }, DESK],
  [{ type: 'endIdentityCheck', person: member, proofs: [] }, DESK],
  [{ type: 'doubtIdentity', person: member }, DESK],
  [{ type: 'checkOut', person: member, cause: 'left' }, [...SELF_OR_DESK, 'system']],
  [{ type: 'startRollCall' }, DESK],
  [{ type: 'callName', seat: seatId(21) }, DESK],
  [{ type: 'answerRollCall', seat: seatId(21), answer: 'yes' }, SELF_OR_DESK],
  [{ type: 'endRollCall' }, DESK],
  [{ type: 'declareQuorate' }, LEADER],
  [{ type: 'noteAbsent', person: member, cause: 'left' }, DESK],
  [{ type: 'callSubstitute', seat: seatId(21), substitute: person('Lars Hedlund') }, DESK],
  [{ type: 'resumeSeat', seat: seatId(21) }, SELF_OR_DESK],
  [
    {
      type: 'reportLink',
      person: member,
      conditions: {
        seesHearsPresidium: true,
        seesSpeaker: true,
        seesRoom: true,
        seesHearsOthers: true,
        isSeenAndHeard: true,
      },
    },
    SYSTEM,
  ],
  [{ type: 'approveLink', person: member }, [...DESK, 'technician']],
  [{ type: 'changeMode', person: member, mode: 'room' }, SELF_OR_DESK],
  [{ type: 'applyRemote', person: member }, SELF_OR_DESK],
  [{ type: 'grantRemote', person: member }, LEADER],
  [{ type: 'denyRemote', person: member, reason: '' }, LEADER],
  [{ type: 'withdrawRemote', person: member, reason: '' }, ['chair', 'member']],
  [{ type: 'requestFloor', person: member, kind: 'speech' }, SELF_OR_DESK],
  [{ type: 'withdrawRequest', request }, SELF_OR_DESK],
  [{ type: 'giveFloor', request }, LEADER],
  [{ type: 'giveFloorTo', person: member, kind: 'speech' }, LEADER],
  [{ type: 'endSpeech' }, LEADER],
  [{ type: 'moveRequest', request, before: null }, LEADER],
  [{ type: 'closeDebate' }, LEADER],
  [{ type: 'reopenDebate', reason: '' }, LEADER],
  [{ type: 'moveProposal', person: member, kind: 'rejection', text: '' }, SELF_OR_DESK],
  [{ type: 'editProposal', proposal, text: '' }, SELF_OR_DESK],
  [{ type: 'withdrawProposal', proposal }, SELF_OR_DESK],
  [{ type: 'supportProposal', proposal, person: member }, SELF_OR_DESK],
  [{ type: 'withdrawSupport', proposal, person: member }, SELF_OR_DESK],
  [{ type: 'refuseProposal', proposal, ground: 'unlawful' }, LEADER],
  [{ type: 'proposeOrder' }, DESK],
  [{ type: 'approveOrder' }, LEADER],
  [{ type: 'putQuestion' }, LEADER],
  [{ type: 'stateFinding', alternative: 'a' as never }, LEADER],
  [{ type: 'demandVote', person: member }, SELF_OR_DESK],
  [{ type: 'openVote', method: 'buttons' }, LEADER],
  [{ type: 'callVoter', person: member }, DESK],
  [{ type: 'castVote', vote, choice: 'yes' }, ELECTED],
  [{ type: 'enterSpokenVote', vote, person: member, choice: 'yes' }, DESK],
  [{ type: 'resumeVote' }, LEADER],
  [{ type: 'redoVote', reason: '' }, LEADER],
  [{ type: 'closeVote' }, LEADER],
  [{ type: 'castingVote', alternative: 'a' as never }, LEADER],
  [{ type: 'recordLot', alternative: 'a' as never, witness: member, manner: '' }, DESK],
  [{ type: 'strikeGavel' }, LEADER],
  [{ type: 'standAside', person: member }, SELF_OR_DESK],
  [{ type: 'reserve', person: member, item, text: '' }, SELF_OR_DESK],
  [{ type: 'makeStatement', person: member, item, text: '' }, SELF_OR_DESK],
  [{ type: 'declareElected', item, persons: [] }, LEADER],
  [{ type: 'approveVotingRegister' }, LEADER],
  [{ type: 'enterHolding', seat: seatId(21), owner: '', votes: 1, shares: 1 }, DESK],
  [{ type: 'declareConflict', item, person: member }, SELF_OR_DESK],
  [{ type: 'raiseConflict', item, person: member, ground: '' }, ELECTED],
  [{ type: 'contestConflict', item, person: member }, SELF_OR_DESK],
  [{ type: 'decideConflict', item, person: member, inConflict: true }, LEADER],
  [{ type: 'withdrawConflict', item, person: member }, SELF_OR_DESK],
  [{ type: 'closeDoors' }, LEADER],
  [{ type: 'openDoors' }, LEADER],
  [{ type: 'declareRoom', person: member }, SELF],
  [{ type: 'admitExternal', person: member }, DESK],
  [{ type: 'endExternal', person: member }, DESK],
  [{ type: 'adjourn', cause: 'rest' }, LEADER],
  [{ type: 'extendAdjournment', until: 0 }, LEADER],
  [{ type: 'recall' }, LEADER],
  [{ type: 'confirmPresence', person: member }, SELF_OR_DESK],
  [{ type: 'completeCheck' }, LEADER],
  [{ type: 'writeNote', note: 'n', item: null, text: '' }, CLERKS],
  [{ type: 'removeNote', note: 'n' }, CLERKS],
  [{ type: 'wordPassage', passage: '', text: '' }, CLERKS],
  [{ type: 'lockMinutes', device: '' }, CLERKS],
  [{ type: 'unlockMinutes', device: '' }, CLERKS],
  [{ type: 'wordScript', line: '', text: '' }, DESK],
  [{ type: 'askForHelp', person: member, text: '' }, SELF],
  [{ type: 'answerHelp', person: member }, [...DESK, 'technician']],
];

const allowed = (command: MeetingCommand, meeting = scene.meeting): readonly Who[] =>
  (Object.keys(actors) as Who[]).filter(
    (who) => authorise(meeting, command, { at: 0, actor: actors[who], id: 'x' }) === null,
  );

describe('who may give which command', () => {
  it.each(rights.map(([command, who]) => [command.type, command, who] as const))('%s', (_type, command, who) => {
    expect(allowed(command).toSorted()).toEqual(who.toSorted());
  });

  it('MTG-CHAIR, MTG-SECRETARY, MTG-SELF and MTG-SYSTEM tell who it is that may', () => {
    const refusedTo = (command: MeetingCommand, actor: PersonId) =>
      authorise(scene.meeting, command, { at: 0, actor, id: 'x' })?.rule;
    expect(refusedTo({ type: 'strikeGavel' }, actors.secretary)).toBe('MTG-CHAIR');
    expect(refusedTo({ type: 'startRollCall' }, member)).toBe('MTG-SECRETARY');
    expect(refusedTo({ type: 'declareRoom', person: member }, actors.chair)).toBe('MTG-SELF');
    expect(refusedTo({ type: 'planMeeting', plan: scene.meeting.plan }, actors.chair)).toBe('MTG-SYSTEM');
  });

  it('MTG-PLANNED a meeting is planned once', () => {
    scene.when({ type: 'planMeeting', plan: scene.meeting.plan }, 'system').refuses('MTG-PLANNED');
  });

  it('the speaker may end the own speech, and nobody else’s', () => {
    const speaking = scene.recorded({
      type: 'FloorGiven',
      request: { id: request, item, person: member, kind: 'speech', at: 0 },
      limit: null,
    });
    expect(allowed({ type: 'endSpeech' }, speaking.meeting)).toEqual(['chair', 'member']);
  });

  it('who leads leads: after the handover the chair is a member like others', () => {
    const led = scene.recorded({ type: 'ChairHandedOver', from: actors.chair, to: actors.vice });
    expect(allowed({ type: 'strikeGavel' }, led.meeting)).toEqual(['vice']);
  });

  it('a vice chair takes over when the one who leads is lost', () => {
    const takeOver = { type: 'handOverChair', to: actors.vice } as const;
    const chairRemote = inSession(councilPlan({ settings: { mustBeInRoom: [] }, remoteGranted: [actors.chair] }), {
      remote: [actors.chair],
    });
    expect(allowed(takeOver, chairRemote.meeting)).toEqual(['chair']);
    expect(allowed(takeOver, linkDown(chairRemote, actors.chair).meeting)).toEqual(['chair', 'vice']);
    const gone = scene.after({ type: 'checkOut', person: actors.chair, cause: 'left' }, actors.chair);
    expect(allowed(takeOver, gone.meeting)).toContain('vice');
  });

  it('the secretary reorders the agenda before the meeting, the one who leads during it', () => {
    expect(allowed({ type: 'reorderAgenda', order: [] }, given(councilPlan()).meeting)).toEqual([
      'chair',
      'secretary',
      'assistant',
    ]);
  });

  it('anybody of the presidium who is there keeps others from the lead; with nobody of it there, any elected one takes it', () => {
    const takeOver = { type: 'handOverChair', to: actors.vice } as const;
    const presidium = ['Marie Sandell', 'Carl Bergendal', 'Lena Torstensson'].map(person);
    const without = (...gone: readonly PersonId[]) =>
      gone.reduce((now, who) => now.after({ type: 'checkOut', person: who, cause: 'left' }, who), scene).meeting;
    expect(allowed(takeOver, scene.meeting)).toEqual(['chair']);
    expect(allowed(takeOver, without(presidium[0]!))).toEqual(['chair', 'vice']);
    expect(allowed(takeOver, without(presidium[0]!, presidium[1]!))).toEqual(['chair', 'vice']);
    expect(allowed(takeOver, without(presidium[0]!, presidium[2]!))).toEqual(['chair', 'vice']);
    expect(allowed(takeOver, without(...presidium))).toEqual(['chair', 'vice', 'member', 'other']);
  });

  it('one who leads and waits outside leads nothing', () => {
    const { meeting } = scene;
    const outside = { ...meeting.attendance.present[actors.chair]!, admitted: false };
    const attendance = { ...meeting.attendance, present: { ...meeting.attendance.present, [actors.chair]: outside } };
    expect(allowed({ type: 'handOverChair', to: actors.vice }, { ...meeting, attendance })).toEqual(['chair', 'vice']);
  });

  it('before the opening one of the presidium opens, or anybody elected where none of it is there', () => {
    expect(allowed({ type: 'openMeeting' }, checkedIn(councilPlan()).meeting)).toEqual(['chair', 'vice']);
    const elected = ['chair', 'vice', 'member', 'other'];
    expect(allowed({ type: 'openMeeting' }, given(councilPlan()).meeting)).toEqual(elected);
    const led = given(councilPlan()).recorded({ type: 'MeetingOpened', leader: actors.chair });
    expect(allowed({ type: 'openMeeting' }, led.meeting)).toEqual(elected);
  });

  it('the link answers for nobody: a device of the platform is no person', () => {
    const seats = scene.meeting.plan.seats;
    const own = seats.find((seat) => seat.holder === member)!.id;
    expect(allowed({ type: 'resumeSeat', seat: own })).toEqual(['chair', 'secretary', 'assistant', 'member']);
    expect(allowed({ type: 'resumeSeat', seat: 'seat-99' as typeof own })).toEqual(['chair', 'secretary', 'assistant']);
    expect(allowed({ type: 'answerRollCall', seat: own, answer: 'yes' })).toEqual([
      'chair',
      'secretary',
      'assistant',
      'member',
    ]);
    expect(allowed({ type: 'answerRollCall', seat: 'seat-99' as typeof own, answer: 'yes' })).toEqual([
      'chair',
      'secretary',
      'assistant',
    ]);
  });

  it.each([
    [{ type: 'noteAbsent', person: member, cause: 'left' }, 'MTG-SECRETARY'],
    [{ type: 'writeNote', note: 'n', item: null, text: '' }, 'MTG-SECRETARY'],
    [{ type: 'answerHelp', person: member }, 'MTG-SECRETARY'],
    [{ type: 'approveLink', person: member }, 'MTG-SECRETARY'],
    [{ type: 'openMeeting' }, 'MTG-CHAIR'],
    [{ type: 'confirmReceipt', item, document: 'd' as DocumentId }, 'MTG-SELF'],
    [{ type: 'raiseConflict', item, person: member, ground: '' }, 'MTG-SELF'],
    [{ type: 'changeMode', person: member, mode: 'room' }, 'MTG-SELF'],
    [{ type: 'reportLink', person: member, conditions: ALL_CONDITIONS }, 'MTG-SYSTEM'],
  ] as const satisfies readonly (readonly [MeetingCommand, string])[])(
    'to somebody from the street: %j',
    (command, rule) => {
      expect(authorise(scene.meeting, command, { at: 0, actor: actors.outsider, id: 'x' })).toEqual({ rule });
    },
  );
});
