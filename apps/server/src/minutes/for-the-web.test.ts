import { minutesDocument } from '@klubba/meeting';
import { councilPlan, inSession, person } from '@klubba/meeting/testing';
import { expect, it } from 'vitest';
import { forTheWeb } from './for-the-web.ts';

it('minutes keep the name of one with protected identity, as the law wants; the copy for the web has the party alone', () => {
  const protectedOne = person('Birgitta Nordin');
  const plan = councilPlan();
  const people = plan.people.map((one) =>
    one.id === protectedOne ? { ...one, familyName: 'Skyddad', isProtected: true as const } : one,
  );
  const { meeting, facts } = inSession({ ...plan, people });
  expect(JSON.stringify(minutesDocument(meeting, facts))).toContain('Birgitta Skyddad (');
  const web = forTheWeb({ meeting, facts });
  const published = JSON.stringify(minutesDocument(web.meeting, web.facts));
  expect(published).not.toContain('Skyddad');
  expect(published).toContain('N.N. (');
});
