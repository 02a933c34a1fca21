import { describe, expect, it } from 'vitest';
import type { AlternativeId, PersonId, QuestionId, RequestId, VoteId } from '../ids.ts';
import {
  boardPlan,
  councilPlan,
  demands,
  finds,
  inSession,
  item,
  itemId,
  linkDown,
  person,
  type Scene,
  toDecision,
  withItem,
} from '../testing/index.ts';
import type { Context, Fact, Meeting, MeetingEvent } from '../types.ts';
import { evolveFloor, initialFloor } from './evolve.ts';
import { followFloor } from './follow.ts';
import { answeredSpeech, repliesLeft } from './replies.ts';
import type { FloorRequest, FloorState, RequestKind, Speech } from './types.ts';

const karin = person('Karin Ahlqvist');
const mats = person('Mats Öberg');
const sofia = person('Sofia Elmgren');
const chair = person('Marie Sandell');
const secretary = person('Åsa Lindvall');
const ONE = itemId(118);
const OTHER = itemId(119);
const id = (text: string) => text as RequestId;
const debate = (scene: Scene = withItem(inSession(councilPlan()), 118)) => scene.after({ type: 'beginDebate' });
const asks = (scene: Scene, who = karin, kind: RequestKind = 'speech') =>
  scene.after({ type: 'requestFloor', person: who, kind }, who);
const requestOf = (scene: Scene, who = karin): RequestId =>
  scene.meeting.floor.queue.find((r) => r.person === who)?.id ?? id('none');
const names = (scene: Scene) => scene.meeting.floor.queue.map((r) => r.person);
const speaks = (scene: Scene, who = karin, kind: RequestKind = 'speech') => {
  const asked = asks(scene, who, kind);
  return asked.after({ type: 'giveFloor', request: requestOf(asked, who) });
};

describe('A request', () => {
  it('SPK-02 is the own, unless the desk enters it; a speech answers no other', () => {
    const scene = speaks(debate());
    const own = asks(scene, mats).meeting.floor.queue[0];
    expect(own).toEqual({ id: own?.id, item: ONE, person: mats, kind: 'speech', at: own?.at });
    const entered = scene.after({ type: 'requestFloor', person: mats, kind: 'speech' }, secretary).meeting.floor
      .queue[0];
    expect(entered).toEqual({ ...own, at: entered?.at, id: entered?.id, enteredBy: secretary });
    const reply = asks(scene, mats, 'reply').meeting.floor.queue[0];
    expect(reply).toMatchObject({ kind: 'reply', replyTo: scene.meeting.floor.speaking?.request });
  });

  it('MTG-FLOOR-REQUEST is moved to the end of the list, and only within its kind', () => {
    const scene = asks(asks(asks(debate(), karin), mats), sofia);
    const last = scene.after({ type: 'moveRequest', request: requestOf(scene), before: null });
    expect(names(last)).toEqual([mats, sofia, karin]);
    const before = scene.after({
      type: 'moveRequest',
      request: requestOf(scene, sofia),
      before: requestOf(scene, mats),
    });
    expect(names(before)).toEqual([karin, sofia, mats]);
    for (const [request, place] of [
      [id('none'), null],
      [id('none'), requestOf(scene)],
      [requestOf(scene), id('none')],
    ] as const)
      scene.when({ type: 'moveRequest', request, before: place }).refuses('MTG-FLOOR-REQUEST');
    debate()
      .when({ type: 'moveRequest', request: id('none'), before: null })
      .refuses('MTG-FLOOR-REQUEST');
    const two = asks(asks(asks(debate(), karin), mats, 'pointOfOrder'), sofia, 'pointOfOrder');
    two
      .when({ type: 'moveRequest', request: requestOf(two), before: null })
      .then({ type: 'RequestMoved', request: requestOf(two), before: null });
    const mixed = asks(scene, person('Birgitta Nordin'), 'pointOfOrder');
    mixed
      .when({ type: 'moveRequest', request: requestOf(mixed, person('Birgitta Nordin')), before: null })
      .refuses('MTG-FLOOR-REQUEST');
  });

  it('is given the floor by itself, whichever it is', () => {
    const scene = asks(asks(debate(), karin), mats);
    const given = scene.after({ type: 'giveFloor', request: requestOf(scene, mats) });
    expect(given.meeting.floor.speaking?.person).toBe(mats);
    expect(names(given)).toEqual([karin]);
    scene.when({ type: 'giveFloor', request: id('none') }).refuses('MTG-FLOOR-REQUEST');
  });

  it('MTG-DEBATE has no place after the gavel, not even as a point of order', () => {
    const decided = finds(toDecision(debate()), 'proposal').after({ type: 'strikeGavel' });
    decided
      .when({ type: 'requestFloor', person: karin, kind: 'pointOfOrder' }, karin)
      .refuses('MTG-DEBATE', { stage: 'decided' });
    const between = inSession(councilPlan());
    between.when({ type: 'closeDebate' }).refuses('MTG-DEBATE', { stage: 'none' });
    between.when({ type: 'reopenDebate', reason: 'Nytt yrkande' }).refuses('MTG-REOPEN');
  });

  it('YTT-2 the leader gives nobody the floor in a question between two others', () => {
    const items = [item(1, 'Fråga', 'question', { asker: karin, answerer: person('Helena Ståhl') })];
    const question = debate(withItem(inSession(councilPlan({ items })), 1));
    question.when({ type: 'giveFloorTo', person: mats, kind: 'speech' }).refuses('YTT-2');
    question.when({ type: 'giveFloorTo', person: karin, kind: 'speech' }).then({ type: 'FloorGiven' });
  });
});

describe('The floor', () => {
  it('ADJ-07 is given although one is lost, where the body does not stop for that', () => {
    const scene = withItem(inSession(boardPlan(), { remote: [sofia] }), 86).after({ type: 'beginDebate' });
    const lost = asks(linkDown(scene, sofia));
    lost.when({ type: 'giveFloor', request: requestOf(lost) }).then({ type: 'FloorGiven' });
    lost.when({ type: 'giveFloorTo', person: karin, kind: 'speech' }).then({ type: 'FloorGiven' });
    const strict = boardPlan({ settings: { degradedLinkStops: true } });
    const stopped = linkDown(
      withItem(inSession(strict, { remote: [sofia] }), 86).after({ type: 'beginDebate' }),
      sofia,
    );
    stopped
      .when({ type: 'giveFloorTo', person: karin, kind: 'speech' })
      .refuses('DIST-5', { why: 'lost', persons: ['Sofia Elmgren'] });
  });

  it('MTG-FLOOR-REQUEST is ended by the leader while somebody has it', () => {
    const scene = speaks(debate());
    const { request } = scene.meeting.floor.speaking!;
    const ended = scene.when({ type: 'endSpeech' }).then({ type: 'SpeechEnded', request });
    ended.when({ type: 'endSpeech' }).refuses('MTG-FLOOR-REQUEST');
    expect(ended.meeting.floor.speeches).toHaveLength(1);
  });

  it('MTG-REASON the debate is reopened with a reason in words', () => {
    const closed = debate().after({ type: 'closeDebate' });
    closed.when({ type: 'reopenDebate', reason: ' \n ' }).refuses('MTG-REASON');
    closed
      .when({ type: 'reopenDebate', reason: ' Nytt yrkande ' })
      .then({ type: 'DebateReopened', item: ONE, reason: 'Nytt yrkande' });
    const voting = demands(finds(toDecision(debate()), 'proposal'), karin).after({
      type: 'openVote',
      method: 'buttons',
    });
    voting.when({ type: 'reopenDebate', reason: 'Nytt' }).refuses('MTG-REOPEN');
  });
});

const request = (name: string, change: Partial<FloorRequest> = {}): FloorRequest => ({
  id: id(name),
  item: ONE,
  person: karin,
  kind: 'speech',
  at: 0,
  ...change,
});
const speech = (name: string, change: Partial<Speech> = {}): Speech => ({
  request: id(name),
  item: ONE,
  person: karin,
  kind: 'speech',
  from: 5,
  limit: null,
  ...change,
});
const meeting = debate().meeting;
const after = (floor: FloorState, event: MeetingEvent): FloorState =>
  evolveFloor(floor, { seq: 9, at: 60, actor: chair, event } satisfies Fact, meeting);
const busy: FloorState = {
  queue: [request('a'), request('b', { item: OTHER })],
  speaking: speech('s'),
  speeches: [speech('earlier', { to: 4 })],
  commonMicrophones: true,
};
const heard = [speech('earlier', { to: 4 }), speech('s', { to: 60 })];
const at = { question: 'q-1' as QuestionId, level: 0 };
const yes = 'yes' as AlternativeId;

describe('What the floor remembers', () => {
  it('begins empty', () => {
    expect(initialFloor()).toEqual({ queue: [], speeches: [], commonMicrophones: false });
  });

  it.each([
    { type: 'DebateClosed', item: ONE },
    { type: 'ItemClosed', item: ONE, outcome: 'decided' },
    { type: 'ItemWithdrawn', item: ONE, reason: '' },
  ] as const satisfies readonly MeetingEvent[])(
    'of the item until $type: who spoke was heard, who waited waits no longer',
    (event) => {
      expect(after(busy, event)).toEqual({ queue: [busy.queue[1]], speeches: heard, commonMicrophones: false });
    },
  );

  it('nothing waits after the close', () => {
    expect(after(busy, { type: 'MeetingClosed' })).toEqual({ queue: [], speeches: heard, commonMicrophones: false });
  });

  it('a speech that ends is heard, and the rest stays', () => {
    expect(after(busy, { type: 'SpeechEnded', request: id('s') })).toEqual({
      queue: busy.queue,
      speeches: heard,
      commonMicrophones: true,
    });
    const { speaking: _nobody, ...silent } = busy;
    expect(after(silent, { type: 'SpeechEnded', request: id('s') })).toEqual(silent);
  });

  it.each([
    [{ type: 'VoteDemanded', ...at, person: karin }, false],
    [
      {
        type: 'VoteOpened',
        vote: 'v' as VoteId,
        ...at,
        yes,
        no: yes,
        method: 'buttons',
        electors: [],
        present: 1,
        required: 1,
      },
      false,
    ],
    [{ type: 'QuestionSettled', question: at.question, outcome: yes, by: 'vote' }, false],
    [{ type: 'CounterPropositionChosen', ...at, alternative: yes, by: 'vote' }, false],
    [{ type: 'MeetingAdjourned', cause: 'rest' }, false],
    [{ type: 'DebateReopened', item: ONE, reason: '' }, false],
    [{ type: 'QuestionPut', ...at, present: 1, required: 1 }, true],
    [{ type: 'FindingStated', ...at, alternative: yes }, true],
  ] as const satisfies readonly (readonly [MeetingEvent, boolean])[])(
    'DEC-02 the microphones of all after %j are open: %s',
    (event, open) => {
      expect(after(busy, event)).toEqual({ ...busy, commonMicrophones: open });
    },
  );

  it('DEC-02 are opened by the proposition', () => {
    const put = { type: 'QuestionPut', ...at, present: 1, required: 1 } as const;
    expect(after({ ...busy, commonMicrophones: false }, put)).toEqual(busy);
  });

  it('a request that nobody made moves nothing, and one before nobody goes last', () => {
    const three: FloorState = { ...busy, queue: [request('a'), request('b'), request('c')] };
    const order = (of: string, before: string | null) =>
      after(three, { type: 'RequestMoved', request: id(of), before: before === null ? null : id(before) }).queue.map(
        (r) => r.id,
      );
    expect(order('none', null)).toEqual(['a', 'b', 'c']);
    expect(order('none', 'a')).toEqual(['a', 'b', 'c']);
    expect(order('a', null)).toEqual(['b', 'c', 'a']);
    expect(order('a', 'none')).toEqual(['b', 'c', 'a']);
    expect(order('c', 'a')).toEqual(['c', 'a', 'b']);
    expect(order('a', 'c')).toEqual(['b', 'a', 'c']);
  });
});

describe('The floor ends', () => {
  const context: Context = { at: 60, actor: chair, id: 'x' };
  const seat = meeting.plan.seats.find((s) => s.holder === karin)!.id;
  const withFloor = (change: Partial<Meeting> = {}): Meeting => ({
    ...meeting,
    ...change,
    floor: { ...busy, queue: [request('a'), request('b', { person: mats })] },
  });
  const gone = (): Meeting['attendance'] => {
    const { [karin]: _left, ...present } = meeting.attendance.present;
    return { ...meeting.attendance, present };
  };
  const follows = (event: MeetingEvent, now: Meeting = withFloor(), before: Meeting = withFloor()) =>
    followFloor(before, now, event, context).map((e) =>
      e.type === 'SpeechEnded' || e.type === 'FloorRequestWithdrawn' ? `${e.type} ${e.request}` : e.type,
    );
  const ENDED = 'SpeechEnded s';
  const GIVEN_UP = 'FloorRequestWithdrawn a';

  it.each([
    { type: 'DebateClosed', item: ONE },
    { type: 'ItemClosed', item: ONE, outcome: 'decided' },
    { type: 'ItemWithdrawn', item: ONE, reason: '' },
    { type: 'MeetingAdjourned', cause: 'rest' },
    { type: 'MeetingClosed' },
    { type: 'QuestionPut', ...at, present: 1, required: 1 },
    {
      type: 'VoteOpened',
      vote: 'v' as VoteId,
      ...at,
      yes,
      no: yes,
      method: 'buttons',
      electors: [],
      present: 1,
      required: 1,
    },
  ] as const satisfies readonly MeetingEvent[])('for everybody with $type', (event) => {
    expect(follows(event)).toEqual([ENDED]);
    const { speaking: _nobody, ...silent } = busy;
    const before = { ...withFloor(), floor: silent };
    expect(follows(event, withFloor(), before)).toEqual([]);
  });

  const leavings = (who: PersonId) =>
    [
      [{ type: 'LinkChanged', person: who, conditions: {} as never, fulfilled: false }, []],
      [{ type: 'CheckedOut', person: who, cause: 'left' }, [GIVEN_UP]],
      [{ type: 'NotedAbsent', person: who, cause: 'left' }, [GIVEN_UP]],
      [{ type: 'SeatLeft', seat, person: who, cause: 'left', barredToday: true }, []],
    ] as const satisfies readonly (readonly [MeetingEvent, readonly string[]])[];

  it.each(leavings(karin))('with the one who has it, when no longer there: %j', (event, givenUp) => {
    expect(follows(event, withFloor({ attendance: gone() }))).toEqual([ENDED, ...givenUp]);
    expect(follows(event)).toEqual(givenUp);
  });

  it.each(leavings(chair))('not with another: %j', (event) => {
    expect(follows(event, withFloor({ attendance: gone() }))).toEqual([]);
  });

  it.each([
    [{ type: 'ConflictDeclared', item: ONE, person: karin }, [ENDED, GIVEN_UP]],
    [{ type: 'ConflictDeclared', item: OTHER, person: karin }, [GIVEN_UP]],
    [{ type: 'ConflictDeclared', item: ONE, person: mats }, ['FloorRequestWithdrawn b']],
    [{ type: 'ConflictDecided', item: ONE, person: karin, inConflict: true }, [ENDED, GIVEN_UP]],
    [{ type: 'ConflictDecided', item: OTHER, person: karin, inConflict: true }, [GIVEN_UP]],
    [{ type: 'ConflictDecided', item: ONE, person: karin, inConflict: false }, []],
    [{ type: 'ConflictDecided', item: ONE, person: mats, inConflict: true }, ['FloorRequestWithdrawn b']],
    [{ type: 'ExternalEnded', item: ONE, person: karin }, [ENDED]],
    [{ type: 'ExternalEnded', item: ONE, person: mats }, []],
    [{ type: 'NameCalled', seat }, []],
  ] as const satisfies readonly (readonly [MeetingEvent, readonly string[]])[])(
    'JAV-2 EXT-02 %j',
    (event, expected) => {
      expect(follows(event)).toEqual(expected);
    },
  );
});

describe('MTG-REPLY', () => {
  const held = (...all: readonly Speech[]): FloorState => ({ ...initialFloor(), speeches: all });
  const a = speech('a', { to: 9 });
  const reply = (name: string, who: PersonId, change: Partial<Speech> = {}) =>
    speech(name, { person: who, kind: 'reply', to: 9, ...change });

  it('answers the latest speech of the item, of another', () => {
    expect(answeredSpeech(held(), ONE, mats)).toBeUndefined();
    expect(answeredSpeech(held(a), ONE, mats)).toBe(a);
    expect(answeredSpeech(held(a), ONE, karin)).toBeUndefined();
    expect(answeredSpeech(held(a), OTHER, mats)).toBeUndefined();
    const b = speech('b', { person: sofia });
    expect(answeredSpeech(held(a, b), ONE, mats)).toBe(b);
    expect(answeredSpeech(held(a, speech('b', { item: OTHER })), ONE, mats)).toBe(a);
    expect(answeredSpeech({ ...held(a), speaking: b }, ONE, mats)).toBe(b);
    expect(answeredSpeech(held(a, reply('r', mats)), ONE, sofia)).toBe(a);
  });

  it('the own speech is answered when another has replied to just that', () => {
    expect(answeredSpeech(held(a, reply('r', mats)), ONE, karin)).toBe(a);
    expect(answeredSpeech(held(a, reply('r', karin)), ONE, karin)).toBeUndefined();
    expect(answeredSpeech(held(a, speech('o', { person: mats, kind: 'pointOfOrder' })), ONE, karin)).toBeUndefined();
    const b = speech('b', { to: 9 });
    expect(answeredSpeech(held(a, reply('r', mats), b), ONE, karin)).toBeUndefined();
  });

  it('as many as the body allows of each person to each speech: those held, the one going on and those waiting', () => {
    const left = (floor: FloorState, who = mats) => repliesLeft(floor, a, who, 2);
    expect(left(held(a))).toBe(2);
    expect(left(held(a, reply('r', mats)))).toBe(1);
    expect(left(held(a, reply('r', sofia)))).toBe(2);
    expect(left(held(a, reply('r', mats), reply('q', sofia)))).toBe(1);
    expect(left(held(reply('p', mats), a, reply('r', mats), reply('q', mats)))).toBe(0);
    expect(left(held(a, speech('o', { person: mats, kind: 'pointOfOrder' })))).toBe(2);
    expect(left(held(reply('r', mats), a))).toBe(2);
    expect(left({ ...held(a), speaking: reply('r', mats) })).toBe(1);
    expect(left({ ...held(reply('r', mats)), speaking: a })).toBe(2);
    const waiting = (change: Partial<FloorRequest>): FloorState => ({
      ...held(a, reply('r', mats)),
      queue: [request('w', { person: mats, kind: 'reply', replyTo: id('a'), ...change })],
    });
    expect(left(waiting({}))).toBe(0);
    expect(left(waiting({ replyTo: id('b') }))).toBe(1);
    expect(left(waiting({ person: sofia }))).toBe(1);
  });

  it('a waiting reply is counted where one is all', () => {
    const scene = speaks(debate(withItem(inSession(councilPlan({ settings: { repliesPerSpeech: 1 } })), 118)));
    const replied = speaks(scene, mats, 'reply');
    replied
      .when({ type: 'requestFloor', person: mats, kind: 'reply' }, mats)
      .refuses('MTG-REPLY', { limit: 1, used: 1 });
  });
});
