import type { LinkCause, LinkConditions } from '../attendance/types.ts';
import { type Body, isCompany } from '../body.ts';
import type { LocalDate } from '../ids.ts';
import { abl, kl, rule } from './rule.ts';

const REGIME_CHANGE: LocalDate = '2026-07-01';

/** Sound and picture in real time, all see and hear each other, on equal terms: all five conditions, all the time. */
export const dist2 = rule({ id: 'DIST-2', statutes: [kl(5, 16), kl(6, 24)], to: '2026-06-30', bodies: 'all' });
/** From the day the chair makes sure who takes part, and that the person can follow and take part (prop. 2025/26:164). The final wording was not at hand. */
export const dist2From2026 = rule({
  id: 'DIST-2-2026',
  statutes: [kl(5, 16), kl(6, 24)],
  from: REGIME_CHANGE,
  bodies: 'all',
  unsettled: true,
});
/** One at a distance counts as present only while the conditions hold. */
export const nar5 = rule({ id: 'NAR-5', statutes: [kl(5, 16), kl(6, 24), abl(8, 21)], bodies: 'all' });

export type RemoteRegime = 'seenByAll' | 'confirmedByChair' | 'company';

export function remoteRegime(body: Body, date: LocalDate): RemoteRegime {
  if (isCompany(body.kind)) return 'company';
  return date < REGIME_CHANGE ? 'seenByAll' : 'confirmedByChair';
}

/** From 2026-07-01 the chair makes sure who takes part at a distance: nobody counts before that. */
export function chairConfirms(plan: { readonly body: Body; readonly date: LocalDate }): boolean {
  return remoteRegime(plan.body, plan.date) === 'confirmedByChair';
}

/** Do the measured conditions make the person present under the rules of the meeting's day? */
export function linkFulfils(body: Body, date: LocalDate, link: LinkConditions, cause?: LinkCause): boolean {
  if (cause === 'poorQuality' && body.settings.degradedLinkStops.value) return false;
  const onlyPictureMissing = cause === 'cameraOff' || cause === 'pictureFrozen';
  const takesPart = link.isSeenAndHeard || (onlyPictureMissing && !body.settings.pictureRequired.value);
  const follows = link.seesHearsPresidium && link.seesSpeaker && takesPart;
  switch (remoteRegime(body, date)) {
    case 'seenByAll':
      return follows && link.seesRoom && link.seesHearsOthers;
    case 'confirmedByChair':
    case 'company':
      return follows;
  }
}
