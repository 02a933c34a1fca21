import { type Result, unreachable } from '../result.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { makeStatement, reserve, standAside } from './afterwards.ts';
import { approveOrder, proposeOrder } from './ordering.ts';
import { demandVote, putQuestion, stateFinding, strikeGavel } from './propositions.ts';
import type { DecisionsCommand } from './types.ts';
import { callVoter, castVote, enterSpokenVote, openVoting, redoVote, resumeVote } from './voting.ts';
import { castingVote, closeVote, recordLot } from './closing.ts';

export function decideDecisions(
  meeting: Meeting,
  command: DecisionsCommand,
  context: Context,
): Result<readonly MeetingEvent[]> {
  switch (command.type) {
    case 'proposeOrder':
      return proposeOrder(meeting, command, context);
    case 'approveOrder':
      return approveOrder(meeting);
    case 'putQuestion':
      return putQuestion(meeting);
    case 'stateFinding':
      return stateFinding(meeting, command.alternative);
    case 'demandVote':
      return demandVote(meeting, command.person, context);
    case 'strikeGavel':
      return strikeGavel(meeting);
    case 'openVote':
      return openVoting(meeting, command.method, context);
    case 'callVoter':
      return callVoter(meeting, command.person);
    case 'castVote':
      return castVote(meeting, command, context);
    case 'enterSpokenVote':
      return enterSpokenVote(meeting, command, context);
    case 'resumeVote':
      return resumeVote(meeting);
    case 'redoVote':
      return redoVote(meeting, command.reason);
    case 'closeVote':
      return closeVote(meeting);
    case 'castingVote':
      return castingVote(meeting, command.alternative);
    case 'recordLot':
      return recordLot(meeting, command);
    case 'standAside':
      return standAside(meeting, command.person);
    case 'reserve':
      return reserve(meeting, command);
    case 'makeStatement':
      return makeStatement(meeting, command);
    default:
      return unreachable(command);
  }
}
