import type { MeetingCommand } from '@klubba/meeting';
import type { Capacity } from './capacities.ts';

/** Who may give a command over the WebSocket at all. Whom it may be about, and when, is the heart's own law. */
export type CommandRight =
  | 'leader'
  | 'desk'
  | 'clerk'
  | 'presidium'
  | 'elected'
  | 'participant'
  | 'help'
  | 'self'
  | 'selfOrDesk'
  | 'selfOrLeader'
  | 'system';
export type CommandType = MeetingCommand['type'];

const PERSONS: readonly Capacity[] = [
  'heard',
  'stranger',
  'member',
  'substitute',
  'leader',
  'presidium',
  'secretary',
  'technician',
  'official',
  'external',
  'hallDevice',
];
const ELECTED: readonly Capacity[] = ['member', 'substitute', 'leader', 'secretary'];

/** The capacities behind each right. Narrower than `mtg-authority.ts` in nothing; a test holds the two together. */
export const RIGHTS: Readonly<
  Record<CommandRight, { readonly about: string; readonly to: readonly Capacity[]; readonly refusal: string }>
> = {
  leader: { about: 'the one who leads', to: ['leader'], refusal: 'MTG-CHAIR' },
  desk: { about: 'secretary, assistant, or the one who leads', to: ['leader', 'secretary'], refusal: 'MTG-SECRETARY' },
  clerk: { about: 'secretary or assistant', to: ['secretary'], refusal: 'MTG-SECRETARY' },
  presidium: {
    about: 'the one who leads; when that person is gone, the presidium or one elected takes over',
    to: ['leader', 'presidium', 'member', 'substitute'],
    refusal: 'MTG-CHAIR',
  },
  elected: { about: 'one elected to the body; the desk', to: ELECTED, refusal: 'MTG-SELF' },
  participant: { about: 'one who is checked in; the desk', to: PERSONS, refusal: 'MTG-SELF' },
  help: { about: 'the desk and technicians', to: ['leader', 'secretary', 'technician'], refusal: 'MTG-SECRETARY' },
  self: { about: 'each for oneself', to: PERSONS, refusal: 'MTG-SELF' },
  selfOrDesk: { about: 'each for oneself, or the desk on that person’s behalf', to: PERSONS, refusal: 'MTG-SELF' },
  selfOrLeader: { about: 'the person meant, or the one who leads', to: PERSONS, refusal: 'MTG-SELF' },
  system: { about: 'nobody: the platform itself', to: [], refusal: 'MTG-SYSTEM' },
};

/** Every command there is. The compiler misses one that is not here. */
export const COMMANDS: Readonly<Record<CommandType, CommandRight>> = {
  planMeeting: 'system',
  changePlan: 'system',
  openMeeting: 'presidium',
  handOverChair: 'presidium',
  checkNotice: 'leader',
  openItem: 'leader',
  beginDebate: 'leader',
  closeItem: 'leader',
  addItem: 'leader',
  withdrawItem: 'leader',
  closeMeeting: 'leader',
  reorderAgenda: 'desk',
  handOutDocument: 'desk',
  confirmReceipt: 'participant',
  openCheckIn: 'desk',
  checkIn: 'selfOrDesk',
  checkOut: 'selfOrDesk',
  admit: 'desk',
  refuseEntry: 'desk',
  startRollCall: 'desk',
  callName: 'desk',
  endRollCall: 'desk',
  noteAbsent: 'desk',
  callSubstitute: 'desk',
  answerRollCall: 'selfOrDesk',
  declareQuorate: 'leader',
  resumeSeat: 'selfOrDesk',
  reportLink: 'system',
  approveLink: 'help',
  changeMode: 'selfOrDesk',
  answerNotice: 'selfOrDesk',
  readNotice: 'self',
  sendNotice: 'system',
  applyRemote: 'selfOrDesk',
  testRemote: 'selfOrDesk',
  agreeRemote: 'desk',
  grantRemote: 'leader',
  denyRemote: 'leader',
  withdrawRemote: 'selfOrLeader',
  requestFloor: 'selfOrDesk',
  withdrawRequest: 'selfOrDesk',
  endSpeech: 'selfOrLeader',
  giveFloor: 'leader',
  giveFloorTo: 'leader',
  moveRequest: 'leader',
  closeDebate: 'leader',
  reopenDebate: 'leader',
  moveProposal: 'selfOrDesk',
  supportProposal: 'selfOrDesk',
  withdrawSupport: 'selfOrDesk',
  editProposal: 'selfOrDesk',
  withdrawProposal: 'selfOrDesk',
  refuseProposal: 'leader',
  proposeOrder: 'desk',
  approveOrder: 'leader',
  putQuestion: 'leader',
  stateFinding: 'leader',
  openVote: 'leader',
  resumeVote: 'leader',
  redoVote: 'leader',
  closeVote: 'leader',
  castingVote: 'leader',
  strikeGavel: 'leader',
  castVote: 'elected',
  callVoter: 'desk',
  enterSpokenVote: 'desk',
  recordLot: 'desk',
  demandVote: 'selfOrDesk',
  standAside: 'selfOrDesk',
  reserve: 'selfOrDesk',
  makeStatement: 'selfOrDesk',
  declareElected: 'leader',
  openClosedBallot: 'leader',
  closeRegistration: 'leader',
  approveVotingList: 'leader',
  closeClosedBallot: 'leader',
  startCount: 'leader',
  annulClosedBallot: 'leader',
  appointKeyHolders: 'desk',
  drawBallotLot: 'desk',
  completeKeys: 'system',
  registerVoter: 'system',
  drawVotingList: 'system',
  endBallot: 'system',
  giveShare: 'system',
  reportCount: 'system',
  markVoted: 'desk',
  checkInclusion: 'self',
  replaceTablet: 'selfOrDesk',
  enterPaperCount: 'elected',
  consentToForm: 'selfOrDesk',
  signPerCapsulam: 'selfOrDesk',
  refusePerCapsulam: 'selfOrDesk',
  requestClosedElection: 'selfOrDesk',
  standForMaterial: 'leader',
  adjustAtOnce: 'leader',
  proposePerCapsulam: 'desk',
  requestProportional: 'selfOrDesk',
  withdrawProportional: 'selfOrDesk',
  openProportional: 'leader',
  closeSlips: 'leader',
  declareProportional: 'leader',
  annulProportional: 'leader',
  markSlip: 'desk',
  drawProportionalLot: 'desk',
  enterSlips: 'elected',
  declareConflict: 'selfOrDesk',
  contestConflict: 'selfOrDesk',
  withdrawConflict: 'selfOrDesk',
  raiseConflict: 'elected',
  decideConflict: 'leader',
  closeDoors: 'leader',
  openDoors: 'leader',
  declareRoom: 'self',
  admitExternal: 'desk',
  endExternal: 'desk',
  adjourn: 'leader',
  extendAdjournment: 'leader',
  recall: 'leader',
  completeCheck: 'leader',
  confirmPresence: 'selfOrDesk',
  writeNote: 'clerk',
  removeNote: 'clerk',
  wordPassage: 'clerk',
  lockMinutes: 'clerk',
  unlockMinutes: 'clerk',
  wordScript: 'desk',
  askForHelp: 'self',
  answerHelp: 'help',
};

/** The rule by which such a command is refused to somebody in these capacities; undefined: it may be given, and the heart decides. */
export function commandRefusal(type: CommandType, capacities: readonly Capacity[]): string | undefined {
  const { to, refusal } = RIGHTS[COMMANDS[type]];
  return to.some((one) => capacities.includes(one)) ? undefined : refusal;
}
