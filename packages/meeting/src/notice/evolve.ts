import type { MeetingPlan } from '../plan.ts';
import type { Fact } from '../types.ts';
import type { NoticeState } from './types.ts';

export function initialNotice(): NoticeState {
  return { sent: [], answers: {}, read: {} };
}

export function evolveNotice(state: NoticeState, { event, at }: Fact): NoticeState {
  switch (event.type) {
    case 'NoticeSent': {
      const { type: _event, ...sent } = event;
      return { ...state, sent: [...state.sent, { ...sent, at }] };
    }
    case 'MeetingCalledOff':
      return { ...state, calledOff: { reason: event.reason, at } };
    case 'NoticeRead':
      return { ...state, read: { ...state.read, [event.person]: at } };
    case 'NoticeAnswered':
      return { ...state, answers: { ...state.answers, [event.person]: { answer: event.answer, at } } };
    case 'RemoteApplied':
      return { ...state, answers: { ...state.answers, [event.person]: { answer: 'remote', at } } };
    default:
      return state;
  }
}

/** The first notice is what counts for the law's days; items that were not made known before are made known by it (KAL-1, KAL-2). */
export function planAfterNotice(plan: MeetingPlan, { event }: Fact): MeetingPlan {
  if (event.type !== 'NoticeSent') return plan;
  const { announcedOn, sentOn } = event;
  return {
    ...plan,
    notice: {
      ...plan.notice,
      announcedOn: plan.notice.announcedOn ?? announcedOn,
      sentOn: plan.notice.sentOn ?? sentOn,
    },
    items: plan.items.map((item) => (item.announcedOn === undefined ? { ...item, announcedOn } : item)),
  };
}
