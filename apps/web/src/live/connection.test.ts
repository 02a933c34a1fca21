import { type Fact, fold, type Meeting } from '@klubba/meeting';
import { councilPlan } from '@klubba/meeting/testing';
import { CLOSE } from '@klubba/protocol';
import { describe, expect, it } from 'vitest';
import { connectionView } from './connection-view.ts';
import { handHeld, MEETING } from './testing.ts';

const open = { type: 'openMeeting' } as const;
const plan = { meeting: MEETING, secretaryPhone: '0555-123 45', duties: [], people: [] } as unknown as Meeting['plan'];
/** A meeting is opaque to the connection: a few fields of one are enough. */
const snapshot = (seq: number) => ({ type: 'snapshot', seq, meeting: { seq, plan } as Meeting }) as const;

describe('the connection of a page to its meeting', () => {
  it('says hello when the socket opens, and again from where it was', () => {
    const hand = handHeld();
    hand.greet();
    expect(hand.sent()[0]).toEqual({ type: 'hello', protocol: 1, meeting: MEETING });
    hand.say(snapshot(7));
    hand.say({ type: 'facts', seq: 9, facts: [] });
    hand.sockets[0]?.listener.closed(1006);
    hand.pass(0);
    hand.greet({ state: 'resume', seq: 9 });
    expect(hand.sent()[0]).toEqual({
      type: 'hello',
      protocol: 1,
      meeting: MEETING,
      after: 9,
      audienceKey: 'participants',
    });
  });

  it('keeps the last picture of the meeting when the link is lost, with the number to ring', () => {
    const hand = handHeld();
    hand.greet();
    hand.say(snapshot(7));
    hand.sockets[0]?.listener.closed(1006);
    expect(hand.connection.current().known?.meeting.plan).toEqual(plan);
    expect(connectionView(hand.connection.current())).toMatchObject({
      is: 'lost',
      attempt: 0,
      secretaryPhone: '0555-123 45',
    });
  });

  it('tries at once, then ever less often, but always again', () => {
    const hand = handHeld();
    hand.greet();
    hand.sockets[0]?.listener.closed(1006);
    hand.pass(0);
    expect(hand.sockets).toHaveLength(2);
    hand.sockets[1]?.listener.closed(1006);
    hand.pass(299);
    expect(hand.sockets).toHaveLength(2);
    hand.pass(1);
    expect(hand.sockets).toHaveLength(3);
    for (let attempt = 3; attempt < 20; attempt += 1) {
      hand.sockets.at(-1)?.listener.closed(1006);
      hand.pass(5_000);
    }
    expect(hand.sockets).toHaveLength(20);
  });

  it('does not wait when the device is on a net again', () => {
    const hand = handHeld();
    hand.greet();
    for (const attempt of [0, 1, 2, 3]) {
      hand.sockets[attempt]?.listener.closed(1006);
      hand.wake();
      expect(hand.sockets).toHaveLength(attempt + 2);
    }
  });

  it('notices a link that is dead without saying so', () => {
    const hand = handHeld();
    hand.greet();
    hand.pass(5_000);
    expect(hand.sockets[0]?.closed).toBe(true);
    expect(hand.sockets).toHaveLength(2);
  });

  it('stays while the server answers its heartbeat, and learns the clock', () => {
    const hand = handHeld();
    hand.greet();
    for (let beat = 0; beat < 10; beat += 1) {
      const n = hand
        .sent()
        .filter((one) => one['type'] === 'ping')
        .at(-1)?.['n'] as number;
      hand.say({ type: 'pong', n, serverTime: 5_000_000 + beat * 2_000 });
      hand.pass(2_000);
    }
    expect(hand.sockets).toHaveLength(1);
    expect(hand.connection.current().clock?.offsetMs).toBe(4_000_000);
  });

  it('sends a command once, and the very same one again after a reconnect until it is answered', async () => {
    const hand = handHeld();
    hand.greet();
    const asked = hand.connection.send(open);
    hand.sockets[0]?.listener.closed(1006);
    hand.pass(0);
    hand.greet();
    expect(hand.sent().filter((one) => one['type'] === 'command')).toEqual([
      { type: 'command', id: 'command-1', command: open },
    ]);
    hand.say({ type: 'ack', commandId: 'command-1', seq: 12 });
    await expect(asked).resolves.toEqual({ kind: 'done', seq: 12 });
    hand.sockets[1]?.listener.closed(1006);
    hand.pass(0);
    hand.greet();
    expect(hand.sent().filter((one) => one['type'] === 'command')).toEqual([]);
  });

  it('keeps what is asked while the link is down', async () => {
    const hand = handHeld();
    hand.greet();
    hand.sockets[0]?.listener.closed(1006);
    const asked = hand.connection.send(open);
    expect(connectionView(hand.connection.current())).toMatchObject({ is: 'lost', waiting: 1 });
    hand.pass(0);
    hand.greet();
    hand.say({ type: 'refused', commandId: 'command-1', refusal: { rule: 'MTG-CHAIR' } });
    await expect(asked).resolves.toEqual({ kind: 'refused', refusal: { rule: 'MTG-CHAIR' } });
  });

  it('does not send twice what is under way when the server gives new eyes on the same connection', () => {
    const hand = handHeld();
    hand.greet();
    void hand.connection.send(open);
    hand.say({ type: 'resync', reason: 'audienceChanged' });
    hand.greet({ audienceKey: 'participants:item-9' });
    expect(hand.sent().filter((one) => one['type'] === 'command')).toHaveLength(1);
    expect(hand.connection.current().known?.audienceKey).toBe('participants:item-9');
  });

  it('gives up for good when the session is revoked, and says so to every waiting button', async () => {
    const hand = handHeld();
    hand.greet();
    const asked = hand.connection.send(open);
    hand.say({ type: 'revoked' });
    await expect(asked).resolves.toEqual({ kind: 'lost', why: 'sessionEnded' });
    hand.pass(60_000);
    expect(hand.sockets).toHaveLength(1);
    await expect(hand.connection.send(open)).resolves.toEqual({ kind: 'lost', why: 'sessionEnded' });
  });

  it('tells a page of another version to be loaded again', () => {
    const hand = handHeld();
    hand.sockets[0]?.listener.closed(CLOSE.otherVersion);
    expect(connectionView(hand.connection.current())).toEqual({ is: 'ended', why: 'otherVersion' });
  });

  it('lets what it cannot read pass', () => {
    const hand = handHeld();
    hand.greet();
    hand.sockets[0]?.listener.message('{"type":"fanfare"}');
    hand.sockets[0]?.listener.message('not JSON');
    expect(hand.connection.current().phase.at).toBe('live');
  });

  it('folds what is new, passes over what it has, and follows the journal past what is not for its eyes', () => {
    const hand = handHeld();
    const facts = councilFacts();
    const [first, second] = facts;
    hand.greet();
    hand.say({ type: 'facts', seq: 1, facts: [first] });
    hand.say({ type: 'facts', seq: 9, facts: [first, second] });
    const { known } = hand.connection.current();
    expect(known?.seq).toBe(9);
    expect(known?.meeting).toEqual({ ...fold(facts), seq: 9 });
    hand.say({ type: 'facts', seq: 2, facts: [second] });
    expect(hand.connection.current().known).toEqual(known);
  });
});

function councilFacts(): readonly [Fact, Fact] {
  return [
    { seq: 1, at: 1, actor: 'system', event: { type: 'MeetingPlanned', plan: councilPlan() } },
    { seq: 2, at: 2, actor: 'system', event: { type: 'CheckInOpened' } },
  ];
}
