import { describe, expect, it } from 'vitest';
import { quorum } from '../selectors.ts';
import { checkedIn, councilPlan, inSession, REMOTE_MEMBERS } from '../testing/index.ts';

describe('quorum', () => {
  it('NAR-1 counts more than half of the full number', () => {
    const { meeting } = inSession(councilPlan(), { remote: REMOTE_MEMBERS.slice(0, 10) });
    expect(quorum(meeting)).toMatchObject({ present: 41, required: 21, seats: 41, quorate: true, remote: 10, inRoom: 31, lost: 0 });
  });
});
