/** How much a message weighs. `stop` hinders a decision, `warning` may come to, `information` does not. */
export type AlertRank = 'stop' | 'warning' | 'information';

/** Rank order, gravest first. */
export const ALERT_ORDER: Record<AlertRank, number> = { stop: 0, warning: 1, information: 2 };
