import { describe, expect, it } from 'vitest';
import { councilPlan, given, person } from '../testing/index.ts';

const birgitta = person('Birgitta Nordin');
const technician = person('Jesper Holm');

describe('help', () => {
  it('MTG-SELF is asked for by oneself, before, during and after', () => {
    const asked = given(councilPlan())
      .when({ type: 'askForHelp', person: birgitta, text: 'Jag hör inget' }, birgitta)
      .then({ type: 'HelpAsked', person: birgitta });
    expect(asked.meeting.support.requests).toMatchObject([{ person: birgitta, text: 'Jag hör inget' }]);
    given(councilPlan()).when({ type: 'askForHelp', person: birgitta, text: 'x' }, technician).refuses('MTG-SELF');
  });

  it('the same words twice are one request', () => {
    const asked = given(councilPlan()).after({ type: 'askForHelp', person: birgitta, text: 'Jag hör inget' }, birgitta);
    asked.when({ type: 'askForHelp', person: birgitta, text: 'Jag hör inget' }, birgitta).then();
  });

  it('MTG-HELP is answered once, by the one who takes it', () => {
    const asked = given(councilPlan()).after({ type: 'askForHelp', person: birgitta, text: 'Jag hör inget' }, birgitta);
    asked.when({ type: 'answerHelp', person: birgitta }, birgitta).refuses('MTG-SECRETARY');
    const answered = asked.after({ type: 'answerHelp', person: birgitta }, technician);
    expect(answered.meeting.support.requests).toMatchObject([{ answeredBy: technician }]);
    answered.when({ type: 'answerHelp', person: birgitta }, technician).refuses('MTG-HELP');
  });
});
