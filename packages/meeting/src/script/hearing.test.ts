import { describe, expect, it } from 'vitest';
import { arrives, boardPlan, inSession, person, scriptOf, withItem } from '../testing/index.ts';

const elsa = person('Elsa Enskild');
const mirja = person('Mirja Aho');
const SHOWN_OUT =
  'endExternal {name: Elsa Enskild} ⇒ endExternal person elsa-enskild; effect endExternal {name: Elsa Enskild}';
const REST = 'adjourn {until: 12:20} ⇒ adjourn cause rest, until 12:20; asks until; effect adjourn';
const SAID = ['item {number: 88; title: Muntlig framställning i ett enskilt ärende}'];

describe('a party is heard by the board', () => {
  const waiting = withItem(arrives(inSession(boardPlan()), elsa), 88);
  const heard = waiting.after({ type: 'admitExternal', person: elsa }, mirja);

  it('waiting outside: the script does not mention it', () => {
    expect(scriptOf(waiting)).toMatchObject({
      say: SAID,
      next: 'beginDebate ⇒ beginDebate',
      also: [REST, 'closeDebate ⇒ closeDebate'],
    });
  });

  it('inside: is thanked and shown out before the body deliberates', () => {
    expect(scriptOf(heard)).toEqual({
      say: SAID,
      next: SHOWN_OUT,
      also: [REST],
      notNow: ['beginDebate ⇒ beginDebate: MTG-EXTERNAL', 'closeDebate ⇒ closeDebate: MTG-EXTERNAL'],
      trail: 'presentation← debate proposition vote gavel',
    });
  });

  it('heard: the debate begins', () => {
    expect(scriptOf(heard.after({ type: 'endExternal', person: elsa }, mirja))).toMatchObject({
      say: SAID,
      next: 'beginDebate ⇒ beginDebate',
      also: [REST, 'closeDebate ⇒ closeDebate'],
      notNow: [],
    });
  });
});
