export type { Act, Refusal, Rule, Statute } from './rule.ts';
