import { describe, expect, it } from 'vitest';
import { boardPlan, given, inSession, itemId, person, type Scene, withItem } from '../testing/index.ts';
import type { Fact, MeetingEvent } from '../types.ts';
import { decideLobby } from './decide.ts';
import { evolveLobby, initialLobby } from './evolve.ts';
import { identityTalkOf, identityTalks } from './talks.ts';
import type { LobbyState } from './types.ts';

const sofia = person('Sofia Elmgren');
const birgitta = person('Birgitta Nordin');
const helena = person('Helena Ståhl');
const mirja = person('Mirja Aho');
const elsa = person('Elsa Enskild');
const inger = person('Inger Falkman');
const item = itemId(88);
const ask = (who = elsa) => ({ type: 'beginIdentityCheck', person: who }) as const;
const comes = (scene: Scene, who = elsa) =>
  scene.after({ type: 'checkIn', person: who, mode: 'remote', identified: 'oneTimeLink' }, who);
const plan = boardPlan({ settings: { remoteForSecretItems: 'protected' } });
const board = () => inSession(plan, { remote: [sofia] });
/** Two who serve at a distance lead the desk's work. */
const assisted = (who = sofia) =>
  comes(
    withItem(
      inSession({ ...plan, duties: [...plan.duties, { person: who, duty: 'assistant' }] }, { remote: [sofia] }),
      88,
    ),
  );

describe('MTG-LOBBY a talk outside the meeting', () => {
  it('MTG-ABSENT is with somebody who is there, by name', () => {
    board().when(ask(), mirja).refuses('MTG-ABSENT', { person: 'Elsa Enskild' });
    board().when({ type: 'doubtIdentity', person: elsa }, mirja).refuses('MTG-ABSENT', { person: 'Elsa Enskild' });
  });

  it('each has one at a time, on either side', () => {
    const two = comes(comes(withItem(board(), 88)).after({ type: 'doubtIdentity', person: sofia }, mirja), sofia);
    const talks = two.after(ask(), mirja);
    talks.when(ask(sofia), mirja).refuses('MTG-LOBBY', { why: 'talking' });
    const other = { at: 0, actor: inger, id: 'x' };
    expect(decideLobby(talks.meeting, ask(), other)).toEqual({
      ok: false,
      refusal: { rule: 'MTG-LOBBY', detail: { why: 'talking' } },
    });
    expect(decideLobby(talks.meeting, ask(sofia), other).ok).toBe(true);
    talks.when(ask(), mirja).then();
    expect(identityTalks(talks.meeting).map(({ person: who, by }) => [who, by])).toEqual([[elsa, mirja]]);
    expect(identityTalks(talks.after({ type: 'endIdentityCheck', person: elsa, proofs: [] }, mirja).meeting)).toEqual(
      [],
    );
    const both = talks.recorded({ type: 'IdentityCheckBegun', person: sofia, by: inger });
    expect(identityTalkOf(both.meeting, inger)?.person).toBe(sofia);
    expect(identityTalkOf(both.meeting, sofia)?.by).toBe(inger);
    expect(identityTalkOf(both.meeting, helena)).toBeUndefined();
  });

  it('is had by nobody whom the number would miss: one who serves at a distance, while the meeting is in session', () => {
    assisted().when(ask(), sofia).refuses('MTG-LOBBY', { why: 'serves' });
    assisted(birgitta).when(ask(), birgitta).then({ type: 'IdentityCheckBegun', person: elsa, by: birgitta });
    assisted()
      .after({ type: 'adjourn', cause: 'rest' }, helena)
      .when(ask(), sofia)
      .then({ type: 'IdentityCheckBegun', person: elsa, by: sofia });
    comes(withItem(board(), 88))
      .after({ type: 'adjourn', cause: 'rest' }, helena)
      .when(ask(), helena)
      .then({ type: 'IdentityCheckBegun', by: helena });
  });

  it('is had by one of the desk who takes part at a distance without a seat', () => {
    const far = given(plan)
      .after({ type: 'openCheckIn' }, mirja)
      .after({ type: 'checkIn', person: mirja, mode: 'remote', identified: 'directory' }, mirja)
      .recorded({ type: 'MeetingOpened', leader: helena });
    comes(withItem(far, 88)).when(ask(), mirja).then({ type: 'IdentityCheckBegun', person: elsa, by: mirja });
  });

  it('is nothing that the platform does by itself', () => {
    const waiting = comes(withItem(board(), 88));
    for (const command of [
      ask(),
      { type: 'endIdentityCheck', person: elsa, proofs: [] },
      { type: 'doubtIdentity', person: elsa },
    ] as const)
      expect(decideLobby(waiting.meeting, command, { at: 0, actor: 'system', id: 'x' })).toEqual({
        ok: false,
        refusal: { rule: 'MTG-LOBBY' },
      });
  });

  it('RSK-05 one who waits outside is out already, and one without a seat loses none', () => {
    comes(withItem(board(), 88)).when({ type: 'doubtIdentity', person: elsa }, mirja).then();
    board()
      .when({ type: 'doubtIdentity', person: inger }, mirja)
      .then({ type: 'IdentityDoubted', person: inger, by: mirja });
  });
});

describe('What is known of those who wait', () => {
  const after = (state: LobbyState, event: MeetingEvent): LobbyState =>
    evolveLobby(state, { seq: 2, at: 9, actor: mirja, event } satisfies Fact);
  const others = { [sofia]: { by: mirja, since: 1, proofs: ['picture'] } } as const;
  const open: LobbyState = {
    checks: { ...others, [elsa]: { by: mirja, since: 2 } },
    doubted: { [elsa]: 1, [sofia]: 1 },
  };
  const known: LobbyState = { ...open, checks: { ...others, [elsa]: { by: mirja, since: 2, proofs: ['voice'] } } };
  const presence = { person: elsa, mode: 'remote', identified: 'oneTimeLink', since: 9, fulfilled: false } as const;

  it('begins, and ends with what showed it, by the one who began', () => {
    expect(initialLobby()).toEqual({ checks: {}, doubted: {} });
    expect(after(initialLobby(), { type: 'IdentityCheckBegun', person: elsa, by: mirja })).toEqual({
      checks: { [elsa]: { by: mirja, since: 9 } },
      doubted: {},
    });
    expect(after(known, { type: 'IdentityCheckBegun', person: elsa, by: inger }).checks[elsa]).toEqual({
      by: inger,
      since: 9,
    });
    const ended = { type: 'IdentityCheckEnded', person: elsa, by: inger, proofs: ['voice'] } as const;
    expect(after(open, ended)).toEqual(known);
    expect(after(initialLobby(), ended).checks).toEqual({ [elsa]: { by: inger, since: 9, proofs: ['voice'] } });
  });

  it.each([
    { type: 'Admitted', person: elsa },
    { type: 'ExternalAdmitted', item, person: elsa },
  ] as const satisfies readonly MeetingEvent[])(
    'with $type the doubt is over; who was seen stays so, a talk that nobody ended does not',
    (event) => {
      expect(after(open, event)).toEqual({ checks: others, doubted: { [sofia]: 1 } });
      expect(after(known, event)).toEqual({ checks: known.checks, doubted: { [sofia]: 1 } });
    },
  );

  it.each([
    { type: 'EntryRefused', person: elsa },
    { type: 'CheckedOut', person: elsa, cause: 'left' },
    { type: 'ExternalEnded', item, person: elsa },
    { type: 'CheckedIn', presence: { ...presence, admitted: false } },
  ] as const satisfies readonly MeetingEvent[])(
    'with $type what was seen proves nothing more, and the doubt stays',
    (event) => {
      expect(after(known, event)).toEqual({ checks: others, doubted: known.doubted });
      const nothing = { ...known, checks: others };
      expect(after(nothing, event).checks).toBe(event.type === 'CheckedIn' ? nothing.checks : others);
    },
  );

  it('one who is let in at once from another device is as known as before', () => {
    expect(after(known, { type: 'CheckedIn', presence: { ...presence, admitted: true } })).toBe(known);
  });

  it('with a doubt, and for all when the meeting closes', () => {
    expect(after(known, { type: 'IdentityDoubted', person: elsa, by: mirja })).toEqual({
      checks: others,
      doubted: { [elsa]: 9, [sofia]: 1 },
    });
    expect(after(known, { type: 'MeetingClosed' })).toEqual(initialLobby());
  });
});
