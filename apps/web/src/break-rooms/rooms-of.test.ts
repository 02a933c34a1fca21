import { councilPlan, given, inSession, person } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { roomsOf } from './rooms-of.ts';

const plan = councilPlan();
const sofia = person('Sofia Elmgren');
const secretary = plan.duties.find(({ duty }) => duty === 'secretary')?.person;
if (secretary === undefined) throw new Error('The plan has a secretary.');
const inBreak = (cause: 'groupMeeting' | 'rest') => inSession(plan).after({ type: 'adjourn', cause }).meeting;
const names = (rooms: ReturnType<typeof roomsOf>) => rooms.map((one) => (one.is === 'group' ? one.party.short : 'all'));

describe('the rooms of a break', () => {
  it('are the own party’s and the one across parties in a break for group meetings', () => {
    expect(names(roomsOf(inBreak('groupMeeting'), sofia))).toEqual(['MP', 'all']);
  });

  it('are across parties alone in a rest', () => {
    expect(names(roomsOf(inBreak('rest'), sofia))).toEqual(['all']);
  });

  it('stand open to nobody outside a break, and never to one who is not elected', () => {
    expect(roomsOf(given(plan).meeting, sofia)).toEqual([]);
    expect(roomsOf(inBreak('groupMeeting'), secretary)).toEqual([]);
  });
});
