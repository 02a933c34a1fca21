import type { MeetingCommand, PersonId } from '@klubba/meeting';
import { boardPlan, given, person } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { stamp } from './stamp.ts';

const { meeting } = given(boardPlan());
const sofia = person('Sofia Elmgren');
const stranger = 'p-patrik' as PersonId;
const checkIn = (who: PersonId): MeetingCommand => ({
  type: 'checkIn',
  person: who,
  mode: 'room',
  identified: 'secretaryInRoom',
  visitor: 'Helena Ståhl',
});

describe('IDA-09 what a page says of who comes has no weight', () => {
  it('one of the meeting is identified by the login, and has no other name', () => {
    const stamped = stamp(checkIn(sofia), meeting, { person: sofia, method: 'bankId' }, 'Sofia Elmgren');
    expect(stamped).toMatchObject({ identified: 'bankId' });
    expect(stamped).not.toHaveProperty('visitor');
  });

  it('one who is not of the meeting has the name that the register knows', () => {
    const by = { person: stranger, method: 'directory' } as const;
    expect(stamp(checkIn(stranger), meeting, by, 'Patrik Holm')).toMatchObject({ visitor: 'Patrik Holm' });
    expect(stamp(checkIn(stranger), meeting, by, undefined)).not.toHaveProperty('visitor');
  });

  it('whoever is ticked off by somebody else was seen in the hall', () => {
    const by = { person: person('Mirja Aho'), method: 'bankId' } as const;
    expect(stamp(checkIn(sofia), meeting, by, 'Mirja Aho')).toMatchObject({ identified: 'secretaryInRoom' });
  });
});
