import { describe, expect, it } from 'vitest';
import type { ProposalId } from '../ids.ts';
import { minutesDocument } from '../minutes/document.ts';
import { isPresent, missingFromCheck, nextToCall, quorum, sessionState } from '../selectors.ts';
import {
  arrives,
  boardPlan,
  councilPlan,
  given,
  inSession,
  item,
  itemId,
  linkDown,
  linkUp,
  person,
  type Scene,
  seatId,
} from '../testing/index.ts';
import { demands, finds, gavel, hallOf, inDebate, member, SECRETARY, toDecision, vote } from '../testing/procedure.ts';

/** The mission's scenarios as a whole, through commands alone. */
const tabled = (number: number): ProposalId => `item-${number}-tabled` as ProposalId;

function confirmAll(scene: Scene): Scene {
  return missingFromCheck(scene.meeting).reduce((s, p) => s.after({ type: 'confirmPresence', person: p }, p), scene);
}

describe('scenario 1: a council of 75 on link, only the presidium in the hall', () => {
  const plan = hallOf(
    { S: 38, M: 37 },
    { form: 'allButPresidium', items: [item(1, 'Upprop', 'rollCall'), item(2, 'Budget')] },
  );
  const inRoom = [member('S', 1), member('S', 2)];

  it('all 75 are called by name and counted, 73 of them at a distance', () => {
    const members = plan.seats.flatMap((s) => (s.holder ? [s.holder] : []));
    const open = given(plan).after({ type: 'openCheckIn' }, SECRETARY);
    const arrived = [...members, SECRETARY].reduce(
      (s, p) => arrives(s, p, inRoom.includes(p) || p === SECRETARY ? 'room' : 'remote'),
      open,
    );
    let calling = arrived
      .after({ type: 'openMeeting' })
      .after({ type: 'openItem', item: itemId(1) })
      .after({ type: 'startRollCall' });
    for (let seat = nextToCall(calling.meeting); seat; seat = nextToCall(calling.meeting)) {
      const called = calling.meeting.attendance.serving[seat]?.person;
      calling = calling
        .after({ type: 'callName', seat }, SECRETARY)
        .after({ type: 'answerRollCall', seat, answer: 'yes' }, called);
    }
    const declared = calling
      .after({ type: 'endRollCall' })
      .when({ type: 'declareQuorate' })
      .then({ present: 75, required: 38 });
    expect(quorum(declared.meeting)).toMatchObject({ remote: 73, inRoom: 2, seats: 75 });
    const serving = declared.meeting.attendance.stretches.filter((s) => s.capacity === 'member' && s.to === undefined);
    expect(serving.filter((s) => s.mode === 'remote')).toHaveLength(73);
  });
});

describe('scenario 2: a member is lost in the middle of an open vote', () => {
  const lost = member('M', 1);
  const plan = hallOf({ S: 5, M: 4 }, { items: [item(1, 'Ärendet')], remoteGranted: [lost] });
  const voting = () => {
    const debated = inDebate(plan, 1, [lost]);
    const there = arrives(debated, lost, 'remote');
    return demands(finds(toDecision(there), tabled(1)), member('M', 2)).after({ type: 'openVote', method: 'buttons' });
  };

  it('the vote freezes, the member comes back by telephone, all are checked, and it goes on with what was cast', () => {
    const begun = [member('S', 2), member('S', 3)].reduce(
      (s, p) => s.after({ type: 'castVote', vote: vote(s).id, choice: 'yes' }, p),
      voting(),
    );
    const down = linkDown(begun, lost);
    expect(vote(down).state).toBe('frozen');
    const adjourned = down.after({ type: 'adjourn', cause: 'connectionLost', person: lost });
    adjourned
      .when({ type: 'castVote', vote: vote(adjourned).id, choice: 'yes' }, member('S', 4))
      .refuses('MTG-SESSION', { state: 'adjourned' });
    const onPhone = arrives(adjourned, lost, 'remote');
    const checking = onPhone.after({ type: 'recall' });
    checking.when({ type: 'resumeVote' }).refuses('MTG-SESSION', { state: 'checking' });
    const goesOn = confirmAll(checking).after({ type: 'completeCheck' }).after({ type: 'resumeVote' });
    const all = vote(goesOn).electors.reduce(
      (s, e) => (vote(s).cast[e.person] ? s : s.after({ type: 'castVote', vote: vote(s).id, choice: 'yes' }, e.person)),
      goesOn,
    );
    expect(vote(all.after({ type: 'closeVote' })).result).toMatchObject({ yes: 9, no: 0, absent: 0, present: 9 });
  });
});

describe('scenario 3: a long loss, and a substitute on link', () => {
  const birgitta = person('Birgitta Nordin');
  const emma = person('Emma Gradin');
  const helena = person('Helena Ståhl');

  it('at no moment can both vote, and the count follows every change', () => {
    const scene = linkDown(
      inSession(boardPlan({ settings: { lossPolicy: { kind: 'absentAfter', seconds: 600 } } }), {
        remote: [birgitta, emma],
      }),
      birgitta,
    );
    expect(quorum(scene.meeting)).toMatchObject({ present: 10, lost: 1 });
    const noted = scene.wait(600_000).after({ type: 'noteAbsent', person: birgitta, cause: 'connectionLost' }, helena);
    expect(quorum(noted.meeting)).toMatchObject({ present: 10, lost: 0 });
    const called = noted.after({ type: 'callSubstitute', seat: seatId(7), substitute: emma }, helena);
    expect(quorum(called.meeting)).toMatchObject({ present: 11, remote: 1 });
    const back = linkUp(called, birgitta);
    expect(isPresent(back.meeting, birgitta)).toBe(true);
    expect(quorum(back.meeting).present).toBe(11);
    back.when({ type: 'resumeSeat', seat: seatId(7) }, birgitta).refuses('ERS-4');
  });
});

describe('scenario 4: the picture freezes, the sound works', () => {
  it('nothing is said or decided until the link is approved again', () => {
    const remote = person('Sofia Elmgren');
    const chair = person('Helena Ståhl');
    const plan = boardPlan({ items: [item(1, 'Bidrag')], settings: { degradedLinkStops: true } });
    const debated = inSession(plan, { remote: [remote] })
      .after({ type: 'checkNotice' })
      .after({ type: 'openItem', item: itemId(1) })
      .after({ type: 'beginDebate' });
    const put = toDecision(debated).after({ type: 'putQuestion' });
    const conditions = {
      seesHearsPresidium: true,
      seesSpeaker: true,
      seesRoom: true,
      seesHearsOthers: true,
      isSeenAndHeard: false,
    };
    const frozen = put.after({ type: 'reportLink', person: remote, conditions, cause: 'pictureFrozen' }, 'system');
    const found = put.meeting.decisions.orders[itemId(1)]?.questions[0];
    const main = found && put.meeting.decisions.questions[found]?.alternatives[0]?.id;
    if (!main) throw new Error('No question.');
    frozen.when({ type: 'stateFinding', alternative: main }, chair).refuses('DIST-5', { persons: ['Sofia Elmgren'] });
    const better = linkUp(frozen, remote);
    better.when({ type: 'stateFinding', alternative: main }, chair).refuses('DIST-5');
    const approved = better.after({ type: 'approveLink', person: remote }, person('Jesper Holm'));
    gavel(approved.after({ type: 'stateFinding', alternative: main }, chair));
  });
});

describe('scenario 6: the council’s exceptions, and the chair in conflict', () => {
  it('the vice chair leads the item, the chair leads again after it, and the exception is in the record', () => {
    const plan = councilPlan({ items: [item(7, 'Val av styrelse', 'matter'), item(8, 'Annat')] });
    const chair = person('Marie Sandell');
    const vice = person('Carl Bergendal');
    const keep = plan.seats.flatMap((s) => (s.holder ? [s.holder] : [])).filter((p) => p !== chair && p !== vice);
    const scene = inSession(plan, { absent: keep.slice(19) }).after({ type: 'checkNotice' });
    expect(quorum(scene.meeting)).toMatchObject({ present: 21, required: 21 });
    const declared = scene.after({ type: 'declareConflict', item: itemId(7), person: chair }, chair);
    declared.when({ type: 'openItem', item: itemId(7) }, chair).refuses('MTG-LEADER-CONFLICT');
    const handed = declared.after({ type: 'handOverChair', to: vice }, chair);
    const opened = handed
      .when({ type: 'openItem', item: itemId(7) }, vice)
      .then(
        { type: 'ItemOpened', present: 20, required: 21, exception: 'conflict' },
        { type: 'SeatLeft', person: chair, barredToday: false },
      );
    const decided = gavel(finds(toDecision(opened.after({ type: 'beginDebate' }, vice)), tabled(7))).after(
      { type: 'closeItem' },
      vice,
    );
    expect(quorum(decided.meeting)).toMatchObject({ present: 21, quorate: true });
    const back = decided.after({ type: 'handOverChair', to: chair }, vice);
    expect(back.meeting.agenda.leader).toBe(chair);
    expect(back.meeting.agenda.items[itemId(7)]).toMatchObject({ ledBy: vice, quorumException: 'conflict' });
    const told = minutesDocument(back.meeting, back.facts).sections.flatMap((s) => s.passages.map((p) => p.phrase));
    expect(told).toContainEqual(
      expect.objectContaining({
        key: 'minutes.belowQuorum',
        values: expect.objectContaining({ present: 20, required: 21, form: 'conflict' }),
      }),
    );
  });
});

describe('scenario 10: adjourned for the groups', () => {
  it('nothing but the check is lawful until it is done, and the item is where it was', () => {
    const plan = hallOf({ S: 5, M: 4 }, { items: [item(1, 'Ärendet')] });
    const break_ = inDebate(plan, 1).after({
      type: 'adjourn',
      cause: 'groupMeeting',
      until: Date.UTC(2025, 10, 13, 21),
    });
    break_
      .when({ type: 'requestFloor', person: member('M', 1), kind: 'speech' }, member('M', 1))
      .refuses('MTG-SESSION');
    break_.when({ type: 'closeDebate' }).refuses('MTG-SESSION', { state: 'adjourned' });
    const checking = break_.after({ type: 'recall' });
    checking.when({ type: 'closeDebate' }).refuses('MTG-SESSION', { state: 'checking' });
    const goesOn = confirmAll(checking).after({ type: 'completeCheck' });
    expect(sessionState(goesOn.meeting)).toBe('open');
    expect(goesOn.meeting.agenda.items[itemId(1)]?.stage).toBe('debate');
  });
});

describe('scenario 15: one meeting in several rooms', () => {
  it('a room without network takes its people with it below the number, and the meeting is adjourned', () => {
    const plan = hallOf({ S: 5, M: 4 }, { form: 'severalRooms', items: [item(1, 'Ärendet')] });
    const away = [2, 3, 4].map((n) => member('M', n)).concat(member('S', 5), member('S', 4));
    const scene = inDebate(plan, 1, away);
    const seated = away.reduce(
      (s, p) => s.after({ type: 'checkIn', person: p, mode: 'room', room: 'Kvarnen', identified: 'passkey' }, p),
      scene,
    );
    expect(quorum(seated.meeting)).toMatchObject({ present: 9, inRoom: 9 });
    const dark = away.reduce((s, p) => linkDown(s, p), seated);
    expect(quorum(dark.meeting)).toMatchObject({ present: 4, required: 5, quorate: false, lost: 5 });
    for (const type of ['putQuestion', 'strikeGavel', 'approveOrder'] as const)
      dark.when({ type }).refuses('NAR-1', { present: 4, required: 5 });
    dark
      .when({ type: 'adjourn', cause: 'notQuorate', reason: 'Nätet i rum Kvarnen' })
      .then({ type: 'MeetingAdjourned' });
  });
});
