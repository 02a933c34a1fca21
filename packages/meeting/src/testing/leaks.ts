import type { ItemId } from '../ids.ts';
import { HELP_TEXT, insideText, NOTE_TEXT, PERMISSION_TEXT, PHONE, SECRET_TITLE } from './evening.ts';
import type { Meeting, MeetingEvent, PlanEvent, Unplanned } from '../types.ts';
import type { Audience } from '../audience/audience.ts';

/**
 * What in these bytes the audience may not see, found by searching for what was planted. Written apart from the policy on
 * purpose: from the law notes, not from `show`.
 */
export function leaksIn(event: MeetingEvent, audience: Audience, before: Meeting | Unplanned): readonly string[] {
  const bytes = JSON.stringify(event);
  const presidium = audience.kind === 'presidium';
  const forbidden = [
    ...(presidium ? [] : [PHONE, NOTE_TEXT, PERMISSION_TEXT, '"expectedConflicts":[']),
    ...(presidium || audience.kind === 'support' ? [] : [HELP_TEXT, '"deviceTest"']),
    ...(audience.kind === 'public'
      ? ['"bankId"', '"secretaryInRoom"', '"cause":"connectionLost","awaiting', 'seesSpeaker":true,"seesRoom":false']
      : []),
    ...(audience.kind === 'public' || audience.kind === 'support' ? [SECRET_TITLE] : []),
    ...hiddenItems(audience, before, event).map(insideText),
  ];
  const found = forbidden.filter((text) => bytes.includes(text));
  return event.type === 'VoteCast' && event.choice !== undefined ? [...found, 'choice'] : found;
}

function hiddenItems(audience: Audience, before: Meeting | Unplanned, event: MeetingEvent): readonly ItemId[] {
  const plan = isPlan(event) ? event.plan : before.plan;
  if (plan === undefined) return [];
  const council = plan.body.kind === 'council';
  const confidential = plan.items
    .filter((item) => item.doors !== 'open' || (item.exerciseOfAuthority && !council))
    .map((item) => item.id);
  const closedNow = before.plan === undefined ? [] : [before.secrecy.closedFor].flatMap((item) => item ?? []);
  switch (audience.kind) {
    case 'public':
      if (!council) return plan.items.map((item) => item.id);
      return [
        ...closedNow,
        ...(isPlan(event) ? confidential : []),
        ...plan.items.filter((item) => item.doors === 'secret').map((item) => item.id),
      ];
    case 'support':
      return plan.items.map((item) => item.id).filter((id) => confidential.includes(id) || closedNow.includes(id));
    case 'participants':
    case 'presidium':
      return council ? audience.barredFrom.filter((id) => closedNow.includes(id)) : audience.barredFrom;
  }
}

function isPlan(event: MeetingEvent): event is Extract<PlanEvent, { readonly plan: unknown }> {
  return event.type === 'MeetingPlanned' || event.type === 'PlanChanged';
}
