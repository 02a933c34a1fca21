import {
  ArrowRight,
  Check,
  CornerUpLeft,
  DoorClosed,
  DoorOpen,
  Gavel,
  Hand,
  ListOrdered,
  Mic,
  MicOff,
  Pause,
  PenLine,
  Play,
  RotateCcw,
  UserCheck,
  UserPlus,
  UserX,
} from 'lucide-react';
import type { MeetingCommand } from '@klubba/meeting';
import type { IconShape } from '../ui/index.ts';

const SHAPES: Partial<Readonly<Record<MeetingCommand['type'], IconShape>>> = {
  strikeGavel: Gavel,
  approveVotingRegister: Gavel,
  openMeeting: Gavel,
  giveFloor: Mic,
  giveFloorTo: Mic,
  endSpeech: MicOff,
  adjourn: Pause,
  extendAdjournment: Pause,
  recall: Play,
  completeCheck: Play,
  demandVote: Hand,
  putQuestion: RotateCcw,
  stateFinding: CornerUpLeft,
  openVote: ListOrdered,
  moveProposal: PenLine,
  callSubstitute: UserPlus,
  noteAbsent: UserX,
  confirmPresence: UserCheck,
  approveLink: Check,
  admit: UserCheck,
  doubtIdentity: UserX,
  endExternal: DoorOpen,
  closeDoors: DoorClosed,
  openDoors: DoorOpen,
  resumeVote: Play,
  redoVote: RotateCcw,
};

/** A picture beside a step's words; the words alone say what it does. */
export function stepIcon(command: MeetingCommand): IconShape {
  return SHAPES[command.type] ?? ArrowRight;
}
