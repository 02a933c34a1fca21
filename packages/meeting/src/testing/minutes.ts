import type { Instant } from '../ids.ts';
import type { Phrase } from '../phrase.ts';
import { minutesDocument } from '../minutes/document.ts';
import type { MinutesDocument, Passage } from '../minutes/shape.ts';
import type { Fact } from '../types.ts';
import type { Scene } from './given.ts';
import { gapsText } from './phrase-text.ts';

export function minutesOf({ meeting, facts }: Scene): MinutesDocument {
  return minutesDocument(meeting, facts);
}

export function passagesOf(scene: Scene, section: number | null): readonly Passage[] {
  const { general, sections } = minutesOf(scene);
  return section === null ? general : (sections.find((s) => s.number === section)?.passages ?? []);
}

/**
 * The passages under a §, or before the first for null, one a line, as a secretary checks them: where the passage stands and what its
 * wording hangs on, the sentence with its facts, what is quoted, and the facts of the journal that it rests on.
 * Ids are written as what they stand for (`main`, `amendment`, `vote 1`), times as the fact that happened then.
 */
export function told(scene: Scene, section: number | null): readonly string[] {
  const roles = rolesOf(scene);
  return passagesOf(scene, section).map((passage) => lineOf(scene, roles, passage));
}

/** Those of one group alone. */
export function toldOf(scene: Scene, section: number | null, group: Passage['group']): readonly string[] {
  return told(scene, section).filter((line) => line.startsWith(`${group} `));
}

function lineOf(scene: Scene, roles: ReadonlyMap<string, string>, passage: Passage): string {
  const { key, group, at, phrase, heading, verbatim = [], words, lacks, seqs } = passage;
  const facts = seqs.map((seq) => scene.facts.find((fact) => fact.seq === seq));
  const place = key
    .split('/')
    .map((part) => roles.get(part) ?? (facts.some((fact) => String(fact?.seq) === part) ? 'seq' : part))
    .join('/');
  const dated = at === facts[0]?.at ? '' : ' WRONGLY DATED';
  return [
    `${group} ${place}:`,
    ...(heading === undefined ? [] : [`(${heading.key})`]),
    phraseText(scene.facts, phrase),
    ...verbatim.map((text) => `“${text}”`),
    ...(words === undefined ? [] : [`worded “${words}”`]),
    ...(lacks === undefined ? [] : [`lacks ${lacks.join(', ')}`]),
    `← ${facts.map((fact) => fact?.event.type ?? 'nothing').join(' ')}${dated}`,
  ].join(' ');
}

/** What the ids of this meeting stand for. */
export function rolesOf({ meeting: { decisions, proposals, elections } }: Scene): ReadonlyMap<string, string> {
  const numbered = (ids: readonly string[], what: string) =>
    ids.map((id, index): [string, string] => [id, `${what} ${index + 1}`]);
  return new Map([
    ...Object.values(decisions.questions).map((q): [string, string] => [q.id, `${q.kind}${q.clause ?? ''}`]),
    ...Object.values(proposals.byId).map((p): [string, string] => [p.id, p.organ === undefined ? p.kind : 'tabled']),
    ...numbered(Object.keys(decisions.votes), 'vote'),
    ...numbered(Object.keys(elections.ballots), 'ballot'),
  ]);
}

function phraseText(facts: readonly Fact[], { key, values }: Phrase): string {
  const timeText = (at: Instant) => facts.find((fact) => fact.at === at)?.event.type ?? 'no such time';
  return `${key.replace(/^(minutes|alternative)\./, '')}${gapsText(values, timeText)}`;
}
