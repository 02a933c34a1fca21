import type { LocalDate } from '@klubba/meeting';
import { isDay } from './spans.ts';

/** KL 5:5: the least number of members by the number of people entitled to vote; `over` that many. Widest first. */
const MUNICIPALITY = [
  { over: 600_000, least: 101 },
  { over: 36_000, least: 61 },
  { over: 24_000, least: 51 },
  { over: 16_000, least: 41 },
  { over: 8_000, least: 31 },
] as const;
const MUNICIPALITY_LEAST = 21;
const REGION = [
  { over: 300_000, least: 101 },
  { over: 200_000, least: 71 },
  { over: 140_000, least: 51 },
] as const;
const REGION_LEAST = 31;

export function councilSeatsLeast(voters: number, isRegion: boolean): number {
  const step = (isRegion ? REGION : MUNICIPALITY).find(({ over }) => voters > over);
  return step?.least ?? (isRegion ? REGION_LEAST : MUNICIPALITY_LEAST);
}

const ELECTION_YEARS = 4;
const AN_ELECTION_YEAR = 2022;

/** KL 5:9: those elected in an ordinary election serve from 15 October of its year; elections are every fourth year (RF 3:3). */
export function isOrdinaryElectionDay(day: LocalDate): boolean {
  const year = Number(day.slice(0, 4));
  return isDay(day) && day.endsWith('-10-15') && (year - AN_ELECTION_YEAR) % ELECTION_YEARS === 0;
}
