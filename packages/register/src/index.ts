export { type RegisterRefusal, type RegisterRule, type RegisterRuleId, registerRules } from './rules.ts';
export type * from './types.ts';
export { type Decided, decideRegister } from './decide.ts';
export { remoteHindrance } from './decide-rule.ts';
export { emptyRegister, evolveRegister, growRegister } from './evolve.ts';
export { nameOf } from './known.ts';
export { dayBefore, holdsOn, isDay } from './spans.ts';
export { ancestors, type BodyPlan, planOf, remoteAllowedOn, ruleOn, settingsOn, shapeOn } from './standing.ts';
