import { nextToCall, quorum } from '../selectors.ts';
import type { SeatId } from '../ids.ts';
import { partyNameOf, personWithParty, plainName, type PhraseValues } from '../phrase.ts';
import type { Meeting } from '../types.ts';
import { effect, scene, step, trail, words } from './step.ts';
import type { Moment, Scene, Step } from './types.ts';

const MARKS = ['opened', 'rollCall', 'quorate', 'adjusters', 'agenda'];

/** Upprop: each name in the body's order, the presidium last; then the number. */
export function rollCallScene({ meeting }: Moment): Scene {
  const { rollCall } = meeting.attendance;
  switch (rollCall.state) {
    case 'notStarted':
      return scene({
        words: [words('rollCallStart')],
        wanted: [step('startRollCall', {}, { type: 'startRollCall' })],
        formal: [declare()],
        trail: trail(MARKS, 1),
      });
    case 'running':
      return running(meeting);
    case 'done':
      return counted(meeting);
  }
}

function running(meeting: Meeting): Scene {
  const { called } = meeting.attendance.rollCall;
  const next = nextToCall(meeting);
  const end = step('endRollCall', {}, { type: 'endRollCall' });
  const formal = [declare()];
  if (called === undefined) {
    const call = next === undefined ? [] : [callStep(meeting, next)];
    return scene({
      words: [words(next === undefined ? 'rollCallEnd' : 'rollCallNext')],
      wanted: [...call, end],
      formal,
      trail: trail(MARKS, 1),
    });
  }
  const person = inSeat(meeting, called);
  const party = person === undefined ? '' : partyNameOf(meeting.plan, person);
  const name = person === undefined ? '' : plainName(meeting.plan, person);
  return scene({
    words: [words(party === '' ? 'callNamePlain' : 'callName', { name, party })],
    wanted: [answer(meeting, called, 'yes', next), answer(meeting, called, 'noAnswer', next)],
    also: [step('callAgain', { name }, { type: 'callName', seat: called }), end],
    formal,
    trail: trail(MARKS, 1),
  });
}

function answer(meeting: Meeting, seat: SeatId, said: 'yes' | 'noAnswer', next: SeatId | undefined): Step {
  const person = inSeat(meeting, seat);
  const following = next === undefined ? undefined : inSeat(meeting, next);
  const key = `${said === 'yes' ? 'answeredYes' : 'noAnswer'}${following === undefined ? '' : 'Next'}`;
  const name = person === undefined ? '' : personWithParty(meeting.plan, person);
  const values: PhraseValues = following === undefined ? {} : { next: personWithParty(meeting.plan, following) };
  const remote = person !== undefined && meeting.attendance.present[person]?.mode === 'remote';
  return step(
    key,
    values,
    { type: 'answerRollCall', seat, answer: said },
    {
      ...(next === undefined ? {} : { then: { type: 'callName', seat: next } }),
      ...(said === 'yes' ? { effect: effect(remote ? 'presentRemote' : 'presentInRoom', { name }) } : {}),
    },
  );
}

function callStep(meeting: Meeting, seat: SeatId): Step {
  const person = inSeat(meeting, seat);
  return step(
    'callName',
    { name: person === undefined ? '' : personWithParty(meeting.plan, person) },
    { type: 'callName', seat },
  );
}

function counted(meeting: Meeting): Scene {
  const { present, required, seats } = quorum(meeting);
  const declared = meeting.attendance.rollCall.declaredQuorate !== undefined;
  if (declared) {
    return scene({
      words: [words('quorateDeclared', { present, seats, body: { organ: meeting.plan.body.name } })],
      wanted: [step('closeItem', {}, { type: 'closeItem' })],
      trail: trail(MARKS, 3),
    });
  }
  return scene({
    words: [
      words(present >= required ? 'quorate' : 'notQuorate', {
        present,
        required,
        seats,
        body: { organ: meeting.plan.body.name },
      }),
    ],
    wanted: [declare()],
    also: [
      step('callRollAgain', {}, { type: 'startRollCall' }),
      step('closeMeeting', {}, { type: 'closeMeeting' }),
      step('closeItem', {}, { type: 'closeItem' }),
    ],
    trail: trail(MARKS, 2),
  });
}

function declare(): Step {
  return step('declareQuorate', {}, { type: 'declareQuorate' });
}

function inSeat(meeting: Meeting, seat: SeatId) {
  return meeting.attendance.serving[seat]?.person ?? meeting.plan.seats.find((s) => s.id === seat)?.holder;
}
