import type { MeetingPlan, PersonId } from '@klubba/meeting';
import { checkedIn, councilPlan, given, inSession, person } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { closedBy, hasChat, mayModerate } from './who.ts';

const plan = councilPlan({ settings: { chat: true } });
const sofia = person('Sofia Elmgren');
const holder = (duty: MeetingPlan['duties'][number]['duty']): PersonId => {
  const found = plan.duties.find((one) => one.duty === duty)?.person;
  if (found === undefined) throw new Error(`The plan has a ${duty}.`);
  return found;
};

describe('the chat on a screen', () => {
  it('is there for those who are in, and for those who run the meeting before they are', () => {
    expect(hasChat(checkedIn(plan, { remote: [sofia] }).meeting, sofia)).toBe(true);
    expect(hasChat(inSession(plan).meeting, 'somebody else' as PersonId)).toBe(false);
    expect(hasChat(inSession(plan).meeting, holder('secretary'))).toBe(true);
  });

  it('is not there before check-in, nor where the body has decided nothing', () => {
    expect(hasChat(given(plan).meeting, holder('secretary'))).toBe(false);
    expect(hasChat(inSession(councilPlan()).meeting, sofia)).toBe(false);
  });

  it('is shut to everybody in a closed item', () => {
    const scene = inSession(plan);
    const item = plan.items.find(({ number }) => number === 118)?.id;
    if (item === undefined) throw new Error('The plan has § 118.');
    const open = scene.recorded({ type: 'ItemOpened', item, present: 41, required: 21 });
    expect(closedBy(open.meeting, sofia)).toBeUndefined();
    expect(closedBy(open.recorded({ type: 'DoorsClosed', item }).meeting, sofia)).toBe('CHAT-CLOSED-ITEM');
  });

  it('is moderated by the secretary and by whoever leads', () => {
    const { meeting } = inSession(plan);
    expect(mayModerate(meeting, holder('secretary'))).toBe(true);
    expect(mayModerate(meeting, holder('chair'))).toBe(true);
    expect(mayModerate(meeting, sofia)).toBe(false);
  });
});
