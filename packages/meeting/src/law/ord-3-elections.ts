import type { Item } from '../plan.ts';
import { kl, type Refusal, rule } from './rule.ts';

/** Elections are tabled or referred back by simple majority only; an extra election to the council is always tabled the first time. */
export const ord3 = rule({ id: 'ORD-3', statutes: [kl(5, 50)], bodies: ['council', 'federationCouncil'] });

/** Persons are chosen: closed ballot on demand (5:54), lot when equal (5:56), no minority right (5:50). */
export function isElection(item: Pick<Item, 'kind'>): boolean {
  return item.kind === 'election' || item.kind === 'adjusters';
}

/** 5:50 second paragraph. */
export function extraElectionGate(item: Pick<Item, 'extraElection' | 'number'> | undefined): Refusal | null {
  return item?.extraElection === 'first'
    ? { rule: ord3.id, detail: { why: 'extraElection', number: item.number } }
    : null;
}
