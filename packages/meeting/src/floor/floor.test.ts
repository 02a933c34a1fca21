import { describe, expect, it } from 'vitest';
import {
  boardPlan,
  councilPlan,
  inSession,
  item,
  itemId,
  linkDown,
  linkUp,
  person,
  type Scene,
  withItem,
} from '../testing/index.ts';
import { alternative, demands, finds, toDecision } from '../testing/procedure.ts';
import type { RequestId } from '../ids.ts';

const karin = person('Karin Ahlqvist');
const mats = person('Mats Öberg');
const sofia = person('Sofia Elmgren');
const secretary = person('Åsa Lindvall');
const debate = (scene: Scene = withItem(inSession(councilPlan()), 118)) => scene.after({ type: 'beginDebate' });
const asks = (scene: Scene, who = karin, kind: 'speech' | 'reply' | 'pointOfOrder' = 'speech') =>
  scene.after({ type: 'requestFloor', person: who, kind }, who);
const requestOf = (scene: Scene, who = karin): RequestId =>
  scene.meeting.floor.queue.find((r) => r.person === who)?.id ?? ('none' as RequestId);
const speaks = (scene: Scene, who = karin, kind: 'speech' | 'reply' = 'speech') => {
  const asked = asks(scene, who, kind);
  return asked.after({ type: 'giveFloor', request: requestOf(asked, who) });
};
const names = (scene: Scene) => scene.meeting.floor.queue.map((r) => r.person);

describe('The speakers’ list', () => {
  it('SPK-07 one queue for hall and link: points of order, then replies, then speeches, each in order of asking', () => {
    let scene = speaks(debate(withItem(inSession(councilPlan(), { remote: [sofia] }), 118)), person('Helena Ståhl'));
    scene = asks(asks(asks(scene, karin), sofia), mats, 'reply');
    scene = asks(scene, person('Birgitta Nordin'), 'pointOfOrder');
    expect(names(scene)).toEqual([person('Birgitta Nordin'), mats, karin, sofia]);
  });

  it('SPK-02 chair or secretary adds one who says the name, and it is seen who did', () => {
    debate()
      .when({ type: 'requestFloor', person: karin, kind: 'speech' }, secretary)
      .then({ type: 'FloorRequested', request: { person: karin, enteredBy: secretary } });
  });

  it('YTT-1 serving members have the right to speak; a substitute in the gallery only where the body gives it', () => {
    const substitute = person('Ulla Brandt');
    const scene = debate(
      withItem(inSession(councilPlan({ settings: { nonServingMaySpeak: false } }), { substitutes: [substitute] }), 118),
    );
    scene.when({ type: 'requestFloor', person: substitute, kind: 'speech' }, substitute).refuses('YTT-1');
    const open = debate(
      withItem(inSession(councilPlan({ settings: { nonServingMaySpeak: true } }), { substitutes: [substitute] }), 118),
    );
    open
      .when({ type: 'requestFloor', person: substitute, kind: 'speech' }, substitute)
      .then({ type: 'FloorRequested' });
  });

  it('YTT-1 an official does not ask for the floor but is given it', () => {
    const director = person('Lars-Göran Åberg');
    const scene = debate();
    scene.when({ type: 'requestFloor', person: director, kind: 'speech' }, secretary).refuses('YTT-1');
    scene
      .when({ type: 'giveFloorTo', person: director, kind: 'speech' })
      .then({ type: 'FloorGiven', request: { person: director } });
  });

  it('YTT-1 one in conflict does not speak in the item', () => {
    const scene = debate().happened({ type: 'ConflictDeclared', item: itemId(118), person: karin });
    scene.when({ type: 'requestFloor', person: karin, kind: 'speech' }, karin).refuses('YTT-1');
  });

  it('YTT-2 in a question only the one who asks and the one who answers; an interpellation is for all', () => {
    const asker = karin;
    const answerer = person('Helena Ståhl');
    const items = [
      item(1, 'Fråga', 'question', { asker, answerer }),
      item(2, 'Interpellation', 'interpellation', { asker, answerer }),
    ];
    const question = debate(withItem(inSession(councilPlan({ items })), 1));
    question.when({ type: 'requestFloor', person: mats, kind: 'speech' }, mats).refuses('YTT-2');
    question.when({ type: 'requestFloor', person: mats, kind: 'pointOfOrder' }, mats).then({ type: 'FloorRequested' });
    question
      .when({ type: 'requestFloor', person: answerer, kind: 'speech' }, answerer)
      .then({ type: 'FloorRequested' });
    debate(withItem(inSession(councilPlan({ items })), 2))
      .when({ type: 'requestFloor', person: mats, kind: 'speech' }, mats)
      .then({ type: 'FloorRequested' });
  });

  it('MTG-FLOOR-TWICE one place for each kind', () => {
    const scene = asks(debate());
    scene.when({ type: 'requestFloor', person: karin, kind: 'speech' }, karin).refuses('MTG-FLOOR-TWICE');
    scene.when({ type: 'requestFloor', person: karin, kind: 'pointOfOrder' }, karin).then({ type: 'FloorRequested' });
  });

  it('MTG-FLOOR-REQUEST a request is taken back or moved within its kind', () => {
    const scene = asks(asks(asks(debate(), karin), mats), sofia, 'pointOfOrder');
    scene.when({ type: 'withdrawRequest', request: 'none' as RequestId }, secretary).refuses('MTG-FLOOR-REQUEST');
    expect(names(scene.after({ type: 'withdrawRequest', request: requestOf(scene) }, karin))).toEqual([sofia, mats]);
    expect(
      names(scene.after({ type: 'moveRequest', request: requestOf(scene, mats), before: requestOf(scene, karin) })),
    ).toEqual([sofia, mats, karin]);
    scene
      .when({ type: 'moveRequest', request: requestOf(scene, mats), before: requestOf(scene, sofia) })
      .refuses('MTG-FLOOR-REQUEST');
  });

  it('MTG-REPLY answers a speech by another, so many times as the body allows', () => {
    const plan = councilPlan({ settings: { repliesPerSpeech: 1 } });
    const scene = debate(withItem(inSession(plan), 118));
    scene.when({ type: 'requestFloor', person: mats, kind: 'reply' }, mats).refuses('MTG-REPLY', { used: 0 });
    const held = speaks(scene);
    held.when({ type: 'requestFloor', person: karin, kind: 'reply' }, karin).refuses('MTG-REPLY');
    const replied = speaks(held, mats, 'reply');
    replied
      .when({ type: 'requestFloor', person: mats, kind: 'reply' }, mats)
      .refuses('MTG-REPLY', { used: 1, limit: 1 });
    replied.when({ type: 'requestFloor', person: karin, kind: 'reply' }, karin).then({
      type: 'FloorRequested',
      request: { replyTo: held.meeting.floor.speaking?.request ?? ('' as RequestId) },
    });
  });
});

describe('The floor', () => {
  it('SPK-06 passes from one to the next, with the time of its kind', () => {
    const plan = councilPlan({ settings: { speechSeconds: 240, replySeconds: 60 } });
    const first = speaks(debate(withItem(inSession(plan), 118)));
    expect(first.meeting.floor.speaking).toMatchObject({ person: karin, limit: 240 });
    const asked = asks(first, mats, 'reply');
    asked
      .when({ type: 'giveFloor', request: requestOf(asked, mats) })
      .then({ type: 'SpeechEnded' }, { type: 'FloorGiven', limit: 60 });
  });

  it('ends with the one who has it: lost, gone, in conflict; a short loss keeps the place in the queue', () => {
    const plan = councilPlan();
    const scene = speaks(debate(withItem(inSession(plan, { remote: [sofia] }), 118)), sofia);
    const lost = linkDown(asks(scene, sofia), sofia);
    expect(lost.meeting.floor.speaking).toBeUndefined();
    expect(names(lost)).toEqual([sofia]);
    scene
      .when({ type: 'checkOut', person: sofia, cause: 'left' }, sofia)
      .thenAmong({ type: 'CheckedOut' }, { type: 'SpeechEnded' });
    expect(
      asks(scene, sofia).after({ type: 'checkOut', person: sofia, cause: 'left' }, sofia).meeting.floor.queue,
    ).toEqual([]);
    expect(linkUp(lost, sofia).meeting.floor.queue).toHaveLength(1);
  });

  it('ends in a break and with the item, and nobody is on air across items', () => {
    const scene = speaks(debate());
    scene.when({ type: 'adjourn', cause: 'rest' }).thenAmong({ type: 'SpeechEnded' });
    const withdrawn = speaks(debate(withItem(inSession(councilPlan()), 116)));
    withdrawn.when({ type: 'closeItem' }).then({ type: 'ItemClosed' }, { type: 'SpeechEnded' });
  });

  it('MTG-DEBATE has its place in an open item, a point of order until the gavel', () => {
    inSession(councilPlan())
      .when({ type: 'requestFloor', person: karin, kind: 'speech' }, karin)
      .refuses('MTG-DEBATE', { stage: 'none' });
    inSession(councilPlan())
      .when({ type: 'giveFloorTo', person: karin, kind: 'speech' })
      .refuses('MTG-DEBATE', { stage: 'none' });
    const closed = debate().after({ type: 'closeDebate' });
    closed.when({ type: 'giveFloorTo', person: karin, kind: 'speech' }).refuses('MTG-DEBATE', { stage: 'deciding' });
    closed
      .when({ type: 'requestFloor', person: karin, kind: 'speech' }, karin)
      .refuses('MTG-DEBATE', { stage: 'deciding' });
    closed.when({ type: 'requestFloor', person: karin, kind: 'pointOfOrder' }, karin).then({ type: 'FloorRequested' });
  });

  it('MTG-FLOOR-VOTE is closed while votes are cast, and opening the vote ends it', () => {
    const found = demands(finds(toDecision(debate()), 'proposal'), karin);
    const asked = asks(found, mats, 'pointOfOrder');
    const speaking = asked.after({ type: 'giveFloor', request: requestOf(asked, mats) });
    const voting = speaking
      .when({ type: 'openVote', method: 'buttons' })
      .then({ type: 'VoteOpened', yes: alternative(speaking, 'proposal') }, { type: 'SpeechEnded' });
    voting.when({ type: 'requestFloor', person: karin, kind: 'pointOfOrder' }, karin).refuses('MTG-FLOOR-VOTE');
  });

  it('DEC-02 the microphones of all are open from the proposition to the gavel', () => {
    const scene = toDecision(debate()).after({ type: 'putQuestion' });
    expect(scene.meeting.floor.commonMicrophones).toBe(true);
    const found = scene.after({ type: 'stateFinding', alternative: alternative(scene, 'proposal') });
    expect(found.meeting.floor.commonMicrophones).toBe(true);
    expect(found.after({ type: 'strikeGavel' }).meeting.floor.commonMicrophones).toBe(false);
  });

  it('ADJ-07 where a degraded link stops the meeting, nobody is given the floor while one is lost', () => {
    const plan = boardPlan({ settings: { degradedLinkStops: true } });
    const scene = withItem(inSession(plan, { remote: [sofia] }), 86).after({ type: 'beginDebate' });
    const asked = asks(linkDown(scene, sofia));
    asked.when({ type: 'giveFloor', request: requestOf(asked) }).refuses('DIST-5');
  });
});

describe('Closing the debate', () => {
  it('MTG-QUEUE is refused while somebody waits, unless the meeting cuts it short', () => {
    const scene = asks(debate());
    scene.when({ type: 'closeDebate' }).refuses('MTG-QUEUE', { waiting: 1 });
    const cut = scene.when({ type: 'closeDebate', despiteQueue: true }).then({ type: 'DebateClosed' });
    expect(cut.meeting.floor.queue).toEqual([]);
  });

  it('MTG-REOPEN with a reason, once it is closed, and not during a vote', () => {
    debate().when({ type: 'reopenDebate', reason: 'Nytt yrkande' }).refuses('MTG-REOPEN');
    const closed = debate().after({ type: 'closeDebate' });
    closed.when({ type: 'reopenDebate', reason: '' }).refuses('MTG-REASON');
    expect(
      closed.after({ type: 'reopenDebate', reason: 'Nytt yrkande' }).meeting.agenda.items[itemId(118)]?.stage,
    ).toBe('debate');
    const voting = demands(
      finds(closed.after({ type: 'proposeOrder' }).after({ type: 'approveOrder' }), 'proposal'),
      karin,
    ).after({ type: 'openVote', method: 'buttons' });
    voting.when({ type: 'reopenDebate', reason: 'Nytt yrkande' }).refuses('MTG-REOPEN');
  });
});
