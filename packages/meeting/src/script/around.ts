import { consentsMissing } from '../law/mtg-company-form.ts';
import { personWithParty } from '../phrase.ts';
import { presentServing } from '../selectors.ts';
import { scene, step, trail, words } from './step.ts';
import type { Moment, Scene } from './types.ts';

/** Before the opening: the doors of check-in, then the opening information. */
export function plannedScene({ meeting }: Moment): Scene {
  const { plan, agenda } = meeting;
  const open = step('openMeeting', {}, { type: 'openMeeting' });
  const marks = trail(['checkIn', 'opening', 'rollCall', 'items', 'closing'], agenda.phase === 'planned' ? 0 : 1);
  if (meeting.notice.calledOff !== undefined) return scene({ trail: marks });
  if (agenda.phase === 'planned') {
    return scene({ wanted: [step('openCheckIn', {}, { type: 'openCheckIn' })], formal: [open], trail: marks });
  }
  const remote = plan.form !== 'physical';
  const missing = consentsMissing(meeting);
  const live = plan.body.settings.publicLive.value;
  return scene({
    words: [
      words('welcome', { body: { organ: plan.body.name }, date: { date: plan.date } }),
      ...(remote ? [words('welcomeRemote')] : []),
      ...(live ? [words('welcomePublic')] : []),
      words('open'),
    ],
    also: missing.map((person) =>
      step('consentToForm', { name: personWithParty(plan, person) }, { type: 'consentToForm', person }),
    ),
    wanted: [{ ...open, values: { present: presentServing(meeting).length } }],
    trail: marks,
  });
}

export function closedScene(): Scene {
  return scene({ words: [words('closed')], trail: trail(['checkIn', 'opening', 'rollCall', 'items', 'closing'], 5) });
}
