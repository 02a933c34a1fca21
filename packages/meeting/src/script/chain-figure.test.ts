import { describe, expect, it } from 'vitest';
import type { QuestionId } from '../ids.ts';
import type { MeetingPlan } from '../plan.ts';
import { item, type Scene, withItem } from '../testing/index.ts';
import {
  counted,
  demands,
  finds,
  GOTEBORG,
  gavel,
  hallOf,
  inDebate,
  member,
  moves,
  question,
  SECRETARY,
  toDecision,
} from '../testing/procedure.ts';
import { inSession } from '../testing/sessions.ts';
import { chainFigure } from './chain-figure.ts';

type Figure = NonNullable<ReturnType<typeof chainFigure>>;

/** A proposal by who moved it, as the figure's boxes and arrows point at it. */
function told(
  scene: Scene,
  id: QuestionId = question(scene).id,
): { readonly boxes: string; readonly votes: readonly string[] } {
  const figure = chainFigure(scene.meeting, id);
  if (figure === null) throw new Error('No such question.');
  expect(figure.question).toBe(id);
  // What travels to a screen is what stands here: nothing is there and empty.
  expect(figure).toStrictEqual(JSON.parse(JSON.stringify(figure)));
  const box = (one: string | undefined) => figure.alternatives.find((a) => a.id === one)?.parties.join('+') ?? '?';
  return {
    boxes: figure.alternatives.map((a) => `${box(a.id)} ${a.state}`).join(', '),
    votes: figure.votes.map((vote) => voteText(vote, box, scene)),
  };
}

function voteText(vote: Figure['votes'][number], box: (id: string | undefined) => string, { facts }: Scene): string {
  const { number, level, kind, state, yes, no, noFrom, result, at } = vote;
  const against = no === undefined ? `winner of ${noFrom ?? 'nothing'}` : box(no);
  const closed = facts.find((fact) => fact.at === at)?.event.type;
  return [
    `${number}: ${kind} at ${level}, ${state}, ${box(yes)} against ${against}`,
    ...(result === undefined
      ? []
      : [
          `${result.yes}–${result.no}–${result.abstain}–${result.absent} ${box(result.outcome)} by ${result.settledBy}`,
        ]),
    ...(at === undefined ? [] : [closed ?? 'at no time']),
  ].join('; ');
}

describe('how a decision is reached, between four proposals', () => {
  const moved = () =>
    (['S', 'M', 'SD', 'C'] as const).reduce(
      (scene, party) => moves(scene, member(party), 'amendment', { text: party })[0],
      inDebate(hallOf(GOTEBORG, { items: [item(4, 'Budget', 'bill', {})] }), 4),
    );
  const of = (scene: Scene, party: string) => {
    const proposal = Object.values(scene.meeting.proposals.byId).find((p) => p.mover === member(party));
    if (proposal === undefined) throw new Error(`${party} has moved nothing.`);
    return proposal.id;
  };
  const put = () => toDecision(moved());
  const found = () => finds(put(), of(put(), 'S'));
  const demanded = () => demands(found(), member('M'));
  const counter = () => finds(demanded(), of(put(), 'M'));
  const again = () => demands(counter(), member('SD'));
  const bothChains = () => gavel(finds(again(), of(put(), 'SD')));
  const first = () => counted(bothChains(), { M: 'yes', D: 'yes', L: 'yes', KD: 'yes', SD: 'no' });
  const second = () => counted(first(), { S: 'yes', V: 'yes', MP: 'yes', M: 'no', D: 'no', L: 'no', KD: 'no' });

  it('before anything is found: all stand, and no vote is coming', () => {
    expect(told(put())).toEqual({ boxes: 'S standing, M standing, SD standing, C standing', votes: [] });
    expect(told(found())).toEqual({ boxes: 'S standing, M standing, SD standing, C standing', votes: [] });
  });

  it('a vote is demanded: the one found waits for its opponent', () => {
    expect(told(demanded())).toEqual({
      boxes: 'S main, M standing, SD standing, C standing',
      votes: ['1: main at 0, coming, S against winner of nothing'],
    });
  });

  it('a counter-proposition is found: no vote on it unless it is demanded', () => {
    expect(told(counter())).toEqual(told(demanded()));
    expect(told(gavel(counter()))).toEqual({
      boxes: 'S main, M standing, SD fallen, C fallen',
      votes: ['1: main at 0, now, S against M'],
    });
  });

  it('a vote on that too: the deepest is the first', () => {
    expect(told(again())).toEqual({
      boxes: 'S main, M standing, SD standing, C standing',
      votes: ['1: counter at 1, coming, M against winner of nothing', '2: main at 0, coming, S against winner of 1'],
    });
    expect(told(bothChains())).toEqual({
      boxes: 'S main, M standing, SD standing, C fallen',
      votes: ['1: counter at 1, now, M against SD', '2: main at 0, coming, S against winner of 1'],
    });
  });

  const counted1 = '1: counter at 1, done, M against SD; 29–9–43–0 M by vote; VoteClosed';

  it('the first is counted: its figures stay, and the second is now', () => {
    expect(told(first())).toEqual({
      boxes: 'S main, M standing, SD fallen, C fallen',
      votes: [counted1, '2: main at 0, now, S against M'],
    });
  });

  it('the second is counted, and the gavel falls', () => {
    const counted2 = '2: main at 0, done, S against M; 40–29–12–0 S by vote; VoteClosed';
    expect(told(second())).toEqual({
      boxes: 'S main, M standing, SD fallen, C fallen',
      votes: [counted1, counted2],
    });
    expect(told(gavel(second()), question(second()).id)).toEqual({
      boxes: 'S won, M fallen, SD fallen, C fallen',
      votes: [counted1, counted2],
    });
  });

  it('a question that is not the meeting’s has none', () => {
    expect(chainFigure(put().meeting, 'another' as QuestionId)).toBeNull();
  });
});

describe('between two', () => {
  it('one vote; the one found is not set aside', () => {
    const plan = hallOf({ S: 4, M: 3 }, { items: [item(4, 'Budget', 'bill', {})] });
    const [one, id] = moves(inDebate(plan, 4), member('S'), 'amendment', { text: 'S' });
    const [two] = moves(one, member('M'), 'amendment', { text: 'M' });
    expect(told(demands(finds(toDecision(two), id), member('M')))).toEqual({
      boxes: 'S standing, M standing',
      votes: ['1: main at 0, now, S against M'],
    });
  });
});

describe('between persons', () => {
  const election = item(4, 'Val', 'election', { election: { office: 'ledamot', places: 1 } });
  const council = () => hallOf({ S: 2, M: 2, C: 1 }, { items: [election] });
  const general = (): MeetingPlan => {
    const hall = council();
    const duties = [
      { person: member('S'), duty: 'chair' },
      { person: SECRETARY, duty: 'secretary' },
    ] as const;
    return { ...hall, duties, body: { ...hall.body, kind: 'generalMeeting' } };
  };
  const demanded = (open: Scene, ...parties: readonly string[]) => {
    const named = parties.reduce(
      (scene, party) => moves(scene, member(party), 'nomination', { candidates: [member(party)] })[0],
      open,
    );
    const [first] = named.meeting.proposals.order;
    if (first === undefined) throw new Error('Nobody is nominated.');
    return demands(finds(toDecision(named), first), member('M'));
  };
  const atGeneralMeeting = () =>
    withItem(inSession(general()).after({ type: 'approveVotingRegister' }), 4).after({ type: 'beginDebate' });

  it('KL 5:54 a council votes once, in a closed ballot: no chain', () => {
    expect(told(demanded(inDebate(council(), 4), 'S', 'M', 'C')).votes).toEqual([]);
  });

  it('ABL 7:39 a general meeting votes openly, as on proposals', () => {
    expect(told(demanded(atGeneralMeeting(), 'S', 'M')).votes).toEqual(['1: main at 0, now, S against M']);
  });

  it('ABL 7:39 wanted closed: no chain, but the vote that was counted before stays', () => {
    const wantsItClosed = (scene: Scene) =>
      scene.after({ type: 'requestClosedElection', person: member('C') }, member('C'));
    expect(told(wantsItClosed(demanded(atGeneralMeeting(), 'S', 'M'))).votes).toEqual([]);
    const voted = counted(demanded(atGeneralMeeting(), 'S', 'M'), { S: 'yes', M: 'no', C: 'yes' });
    expect(told(wantsItClosed(voted)).votes).toEqual([
      '1: main at 0, done, S against M; 3–2–0–0 S by vote; VoteClosed',
    ]);
  });
});
