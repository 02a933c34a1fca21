import { ALERT_ORDER, type AlertRank } from './alert-rank.ts';

type Ranked = { readonly id: string; readonly rank: AlertRank };

/**
 * The order to show alarms in: gravest first. While somebody is inside one (`focusedId`), that one and those above it
 * stay where they were, and what is new comes below: nothing moves what a finger is about to press.
 */
export function alarmOrder<Alarm extends Ranked>(
  alarms: readonly Alarm[],
  shownBefore: readonly string[],
  focusedId: string | undefined,
): readonly Alarm[] {
  const at = focusedId === undefined ? -1 : shownBefore.indexOf(focusedId);
  const held = shownBefore.slice(0, at + 1).flatMap((id) => alarms.find((alarm) => alarm.id === id) ?? []);
  const rest = alarms.filter((alarm) => !held.includes(alarm));
  return [...held, ...rest.toSorted((a, b) => ALERT_ORDER[a.rank] - ALERT_ORDER[b.rank])];
}
