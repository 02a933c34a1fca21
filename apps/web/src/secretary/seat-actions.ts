import {
  currentQuestion,
  decide,
  type Instant,
  type Meeting,
  type MeetingCommand,
  nextSubstitute,
  type PersonId,
  type Refusal,
  type Seat,
} from '@klubba/meeting';
import { seatNow } from './seat-board-view.ts';

/** What the secretary may do for one seat, by a name that the texts know. */
export type SeatAct =
  | 'tick'
  | 'admit'
  | 'approveLink'
  | 'confirm'
  | 'resume'
  | 'callSubstitute'
  | 'toRoom'
  | 'toRemote'
  | 'speech'
  | 'reply'
  | 'pointOfOrder'
  | 'demandVote'
  | 'standAside'
  | 'conflict'
  | 'sendOut'
  | 'noteAbsent'
  | 'leaves';

export type SeatAction = {
  readonly act: SeatAct;
  readonly command: MeetingCommand;
  /** Whom it is about: the one in the seat, or the substitute to be called. */
  readonly about: PersonId;
  readonly refusal?: Refusal;
};

/** Shown also when it is not lawful, with what stands in the way. The others come and go with the moment. */
const ALWAYS_SHOWN: readonly SeatAct[] = ['callSubstitute', 'noteAbsent'];

/** Everything that makes sense for this seat at this moment, in the order in which it is usually wanted. */
export function seatActions(meeting: Meeting, seat: Seat, actor: PersonId, at: Instant): readonly SeatAction[] {
  if (meeting.agenda.phase === 'closed') return [];
  const { person } = seatNow(meeting, seat);
  const wanted = person === undefined ? [] : personActs(meeting, person, seat);
  const substitute = nextSubstitute(meeting, seat.id);
  const call =
    substitute === undefined || substitute === person
      ? []
      : [
          {
            act: 'callSubstitute' as const,
            about: substitute,
            command: { type: 'callSubstitute', seat: seat.id, substitute } as const,
          },
        ];
  return [...wanted, ...call].flatMap((action): readonly SeatAction[] => {
    const judged = decide(meeting, action.command, { at, actor, id: 'seat' });
    if (judged.ok) return judged.value.length === 0 ? [] : [action];
    return ALWAYS_SHOWN.includes(action.act) ? [{ ...action, refusal: judged.refusal }] : [];
  });
}

type Wanted = { readonly act: SeatAct; readonly about: PersonId; readonly command: MeetingCommand };

function personActs(meeting: Meeting, person: PersonId, seat: Seat): readonly Wanted[] {
  const presence = meeting.attendance.present[person];
  const act = (name: SeatAct, command: MeetingCommand): Wanted => ({ act: name, about: person, command });
  if (presence === undefined)
    return [
      act('tick', { type: 'checkIn', person, mode: 'room', identified: 'secretaryInRoom' }),
      ...(meeting.attendance.serving[seat.id] === undefined ? [] : absence(meeting, person, act)),
    ];
  const item = meeting.agenda.current;
  return [
    ...(presence.admitted ? [] : [act('admit', { type: 'admit', person })]),
    ...(presence.awaitingApproval === true ? [act('approveLink', { type: 'approveLink', person })] : []),
    ...(seat.holder === undefined ? [] : [act('resume', { type: 'resumeSeat', seat: seat.id })]),
    act('confirm', { type: 'confirmPresence', person }),
    act('speech', { type: 'requestFloor', person, kind: 'speech' }),
    act('reply', { type: 'requestFloor', person, kind: 'reply' }),
    act('pointOfOrder', { type: 'requestFloor', person, kind: 'pointOfOrder' }),
    ...(currentQuestion(meeting) === undefined
      ? []
      : [act('demandVote', { type: 'demandVote', person }), act('standAside', { type: 'standAside', person })]),
    ...(item === undefined ? [] : [act('conflict', { type: 'declareConflict', item, person })]),
    presence.mode === 'remote'
      ? act('toRoom', { type: 'changeMode', person, mode: 'room' })
      : act('toRemote', { type: 'changeMode', person, mode: 'remote' }),
    ...(presence.mode === 'remote' ? [act('sendOut', { type: 'doubtIdentity', person })] : []),
    ...absence(meeting, person, act),
    ...(presence.mode === 'room' ? [act('leaves', { type: 'checkOut', person, cause: 'left' })] : []),
  ];
}

/** One whose link is gone is noted for that; one in the hall leaves, which has its own button. */
function absence(
  meeting: Meeting,
  person: PersonId,
  act: (name: SeatAct, command: MeetingCommand) => Wanted,
): readonly Wanted[] {
  const presence = meeting.attendance.present[person];
  if (presence?.mode === 'room' && presence.fulfilled) return [];
  const cause = presence?.lost === undefined ? 'notedAbsent' : 'connectionLost';
  return [act('noteAbsent', { type: 'noteAbsent', person, cause })];
}
