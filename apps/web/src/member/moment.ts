import {
  type ClosedBallot,
  closedBallotNow,
  currentFrame,
  currentItem,
  currentQuestion,
  type Frame,
  hearsClosedItem,
  inConflict,
  isCouncil,
  type ItemState,
  type Meeting,
  openVote,
  type PersonId,
  type Question,
  type Seat,
  seatById,
  sessionState,
  type Vote,
} from '@klubba/meeting';

/** What fills a member's screen now. `session`: the meeting's pictures, with `side` beside them. */
export type MemberMoment =
  /** Not checked in, or gone again. */
  | { readonly is: 'checkIn' }
  /** Checked in, and not let in yet. */
  | { readonly is: 'lobby' }
  /** In place, and the meeting has not begun. */
  | { readonly is: 'early' }
  | { readonly is: 'adjourned' }
  /** After a break: everybody says that they are back before anything is decided. */
  | { readonly is: 'check' }
  | { readonly is: 'conflict'; readonly item: ItemState }
  /** Behind closed doors, and this person is at a distance. */
  | { readonly is: 'shutOut'; readonly item: ItemState }
  | { readonly is: 'closed' }
  | { readonly is: 'session'; readonly side: Side };

export type Side =
  | { readonly is: 'rollCall'; readonly own: OwnCall }
  | { readonly is: 'vote'; readonly vote: Vote }
  | { readonly is: 'ballot'; readonly ballot: ClosedBallot }
  /** The chair has stated a finding: until the gavel anybody may ask for a vote. */
  | { readonly is: 'finding'; readonly question: Question; readonly frame: Frame }
  /** Somebody has asked for a vote, and it is being prepared. */
  | { readonly is: 'demanded'; readonly question: Question; readonly frame: Frame }
  /** A question is put, or about to be. */
  | { readonly is: 'deciding'; readonly question: Question | undefined }
  | { readonly is: 'result'; readonly vote: Vote }
  | { readonly is: 'decided'; readonly item: ItemState }
  | { readonly is: 'item'; readonly item: ItemState }
  | { readonly is: 'between' };

/** The own name in the roll call. */
export type OwnCall =
  | { readonly is: 'none' }
  | { readonly is: 'waiting'; readonly seat: Seat }
  | { readonly is: 'called'; readonly seat: Seat }
  | { readonly is: 'answered'; readonly seat: Seat; readonly answer: 'yes' | 'noAnswer' };

/** The one thing that this person's screen is about now. Whole-screen moments first: they leave no room for others. */
export function memberMoment(meeting: Meeting, me: PersonId): MemberMoment {
  if (meeting.agenda.phase === 'closed') return { is: 'closed' };
  const presence = meeting.attendance.present[me];
  if (presence === undefined) return { is: 'checkIn' };
  if (!presence.admitted) return { is: 'lobby' };
  const state = sessionState(meeting);
  if (state === 'notOpen') return { is: 'early' };
  if (state === 'adjourned') return { is: 'adjourned' };
  if (state === 'checking') return { is: 'check' };
  const item = currentItem(meeting);
  if (item !== undefined && inConflict(meeting, item.id).has(me)) return { is: 'conflict', item };
  if (item !== undefined && !hearsClosedItem(meeting, presence)) return { is: 'shutOut', item };
  return { is: 'session', side: sideOf(meeting, me) };
}

function sideOf(meeting: Meeting, me: PersonId): Side {
  if (meeting.attendance.rollCall.state === 'running') return { is: 'rollCall', own: ownCall(meeting, me) };
  const vote = openVote(meeting.decisions);
  if (vote !== undefined) return { is: 'vote', vote };
  const item = currentItem(meeting);
  if (item === undefined) return { is: 'between' };
  const ballot = closedBallotNow(meeting);
  if (ballot?.item === item.id) return { is: 'ballot', ballot };
  if (item.stage === 'deciding') return decidingSide(meeting);
  if (item.stage === 'decided') return { is: 'decided', item };
  return { is: 'item', item };
}

function decidingSide(meeting: Meeting): Side {
  const question = currentQuestion(meeting);
  if (question === undefined) return { is: 'deciding', question };
  const frame = currentFrame(question);
  const vote = frame.vote === undefined ? undefined : meeting.decisions.votes[frame.vote];
  if (vote?.result !== undefined) return { is: 'result', vote };
  if (frame.demandedBy !== undefined) return { is: 'demanded', question, frame };
  if (frame.found !== undefined) return { is: 'finding', question, frame };
  return { is: 'deciding', question };
}

/** The last closed vote of the open item. */
export function lastVote(meeting: Meeting): Vote | undefined {
  const { questions, votes } = meeting.decisions;
  return Object.values(votes)
    .filter((vote) => vote.result !== undefined && questions[vote.question]?.item === meeting.agenda.current)
    .toSorted((a, b) => (a.closedAt ?? 0) - (b.closedAt ?? 0))
    .at(-1);
}

/** The seat on which this person answers: served now, or held. */
function ownSeat(meeting: Meeting, me: PersonId): Seat | undefined {
  const { order } = meeting.attendance.rollCall;
  const id = order.find((seat) => {
    const serving = meeting.attendance.serving[seat]?.person;
    return (serving ?? seatById(meeting, seat)?.holder) === me;
  });
  return id === undefined ? undefined : seatById(meeting, id);
}

function ownCall(meeting: Meeting, me: PersonId): OwnCall {
  const seat = ownSeat(meeting, me);
  if (seat === undefined) return { is: 'none' };
  const { called, answers } = meeting.attendance.rollCall;
  const answer = answers[seat.id];
  if (answer !== undefined) return { is: 'answered', seat, answer };
  return called === seat.id ? { is: 'called', seat } : { is: 'waiting', seat };
}

/** A member of a council in conflict may watch as the public does where the body's rules say so; in a board one leaves (KL 5:47, 6:30). */
export function mayWatchInConflict(meeting: Meeting): boolean {
  const { kind, settings } = meeting.plan.body;
  return isCouncil(kind) && settings.conflictInCouncilMayWatch.value;
}
