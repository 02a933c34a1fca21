import { describe, expect, it } from 'vitest';
import { councilPlan, given, person } from '../testing/index.ts';
import { evolveSupport } from './evolve.ts';

const birgitta = person('Birgitta Nordin');
const sofia = person('Sofia Elmgren');
const technician = person('Jesper Holm');
const secretary = person('Åsa Lindvall');

describe('MTG-HELP of several who ask', () => {
  const both = given(councilPlan())
    .after({ type: 'askForHelp', person: birgitta, text: 'Jag hör inget' }, birgitta)
    .after({ type: 'askForHelp', person: sofia, text: 'Jag hör inget' }, sofia);
  const answeredBy = (scene: typeof both) => scene.meeting.support.requests.map((r) => [r.person, r.answeredBy]);

  it('one is answered, the other waits', () => {
    const answered = both.after({ type: 'answerHelp', person: sofia }, technician);
    expect(answeredBy(answered)).toEqual([
      [birgitta, undefined],
      [sofia, technician],
    ]);
    answered.when({ type: 'answerHelp', person: sofia }, technician).refuses('MTG-HELP', { person: 'Sofia Elmgren' });
    expect(answeredBy(answered.after({ type: 'answerHelp', person: birgitta }, secretary))).toEqual([
      [birgitta, secretary],
      [sofia, technician],
    ]);
  });

  it('one who asks again with other words, or after the answer, waits again, and whoever answered before stays', () => {
    const again = both
      .after({ type: 'answerHelp', person: sofia }, technician)
      .when({ type: 'askForHelp', person: sofia, text: 'Jag hör inget' }, sofia)
      .then({ type: 'HelpAsked', person: sofia, text: 'Jag hör inget' });
    const answered = again.after({ type: 'answerHelp', person: sofia }, secretary);
    expect(answeredBy(answered)).toEqual([
      [birgitta, undefined],
      [sofia, technician],
      [sofia, secretary],
    ]);
    both
      .when({ type: 'askForHelp', person: sofia, text: 'Bilden är svart' }, sofia)
      .then({ type: 'HelpAsked', text: 'Bilden är svart' });
  });

  it('nobody has answered but a person', () => {
    const { support, seq } = both.meeting;
    const event = { type: 'HelpAnswered', person: sofia } as const;
    expect(evolveSupport(support, { seq: seq + 1, at: 0, actor: 'system', event })).toEqual(support);
  });
});
