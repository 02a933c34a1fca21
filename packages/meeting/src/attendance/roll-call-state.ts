import type { Instant } from '../ids.ts';
import type { AttendanceEvent, RollCall } from './types.ts';

type RollCallEvent = Extract<
  AttendanceEvent,
  { readonly type: 'RollCallStarted' | 'NameCalled' | 'NameAnswered' | 'RollCallEnded' | 'DeclaredQuorate' }
>;

export function initialRollCall(): RollCall {
  return { state: 'notStarted', order: [], answers: {}, recalled: [] };
}

export function evolveRollCall(rollCall: RollCall, event: RollCallEvent, at: Instant): RollCall {
  switch (event.type) {
    case 'RollCallStarted':
      return { state: 'running', order: event.order, answers: {}, recalled: [] };
    case 'NameCalled': {
      const again = rollCall.answers[event.seat] !== undefined && !rollCall.recalled.includes(event.seat);
      return {
        ...rollCall,
        called: event.seat,
        recalled: again ? [...rollCall.recalled, event.seat] : rollCall.recalled,
      };
    }
    case 'NameAnswered': {
      const { called, ...rest } = rollCall;
      const answers = { ...rollCall.answers, [event.seat]: event.answer };
      return called === event.seat ? { ...rest, answers } : { ...rollCall, answers };
    }
    case 'RollCallEnded': {
      const { called: _, ...rest } = rollCall;
      return { ...rest, state: 'done' };
    }
    case 'DeclaredQuorate':
      return { ...rollCall, declaredQuorate: at };
  }
}
