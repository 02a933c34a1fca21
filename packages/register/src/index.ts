export { type RegisterRefusal, type RegisterRule, type RegisterRuleId, registerRules } from './rules.ts';
export type * from './types.ts';
