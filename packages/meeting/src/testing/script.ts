import type { PersonId } from '../ids.ts';
import { leaderOf } from '../law/mtg-authority.ts';
import { script } from '../script/script.ts';
import type { ScriptLine, Step } from '../script/types.ts';
import type { MeetingCommand } from '../types.ts';
import type { Scene } from './given.ts';
import { rolesOf } from './minutes.ts';
import { gapsText } from './phrase-text.ts';

const LATER_MS = 1000;
const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: 'Europe/Stockholm' });

/**
 * The whole script `later` milliseconds after the last fact, as the one who leads reads it, or `actor`: what to say, the next step, what else may
 * be done, what may not be yet and by which rule, and the trail with the mark that is current.
 * A step is its words, then what is sent: `adjourn {until: 17:20} ⇒ adjourn cause notQuorate, until 17:20; asks until; effect adjourn`.
 * Ids are written as what they stand for (`main`, `amendment`, `vote 1`).
 */
export function scriptOf(
  scene: Scene,
  { actor, later = LATER_MS }: { readonly actor?: PersonId; readonly later?: number } = {},
): Readonly<Record<string, string | readonly string[]>> {
  const { meeting, facts } = scene;
  const leader = actor ?? leaderOf(meeting);
  if (leader === undefined) throw new Error('Nobody leads.');
  const { words, primary, others, notNow, trail } = script(meeting, leader, (facts.at(-1)?.at ?? 0) + later);
  return {
    say: words.map(lineText),
    next: primary === null ? 'nothing' : stepText(scene, primary),
    also: others.map((step) => stepText(scene, step)),
    notNow: notNow.map(({ step, refusal }) => `${stepText(scene, step)}: ${refusal.rule}`),
    trail: trail.map(({ key, state }) => `${bare(key)}${MARK[state]}`).join(' '),
  };
}

const MARK = { done: '✓', current: '←', coming: '' };

/** A step as it is offered and sent. */
export function stepText(scene: Scene, { key, values, command, then, effect, asks, ...rest }: Step): string {
  const unknown = Object.keys(rest);
  return [
    `${bare(key)}${gapsText(values, clock)} ⇒ ${commandText(scene, command)}`,
    ...(then === undefined ? [] : [`then ${commandText(scene, then)}`]),
    ...(asks === undefined ? [] : [`asks ${asks.join(', ')}`]),
    ...(effect === undefined ? [] : [`effect ${bare(effect.key)}${gapsText(effect.values, clock)}`]),
    ...unknown.map((name) => `unknown ${name}`),
  ].join('; ');
}

function lineText({ key, values, words }: ScriptLine): string {
  return `${bare(key)}${gapsText(values, clock)}${words === undefined ? '' : ` worded “${words}”`}`;
}

function commandText(scene: Scene, { type, ...fields }: MeetingCommand): string {
  const roles = namesOf(scene);
  const text = (value: unknown): string =>
    Array.isArray(value) ? `[${value.map(text).join(', ')}]` : (roles.get(String(value)) ?? String(value));
  const sent = Object.entries(fields).map(([name, value]) =>
    name === 'until' ? `until ${clock(Number(value))}` : `${name} ${text(value)}`,
  );
  return [type, ...(sent.length === 0 ? [] : [sent.join(', ')])].join(' ');
}

/** As in the minutes; an alternative by its proposal, and who asked for the floor. */
function namesOf(scene: Scene): ReadonlyMap<string, string> {
  const { decisions, floor } = scene.meeting;
  const roles = rolesOf(scene);
  const alternatives = Object.values(decisions.questions).flatMap((question) => question.alternatives);
  return new Map([
    ...roles,
    ...alternatives.map((a): [string, string] => [a.id, (a.proposal && roles.get(a.proposal)) ?? a.kind]),
    ...floor.queue.map((request): [string, string] => [request.id, `${request.person}’s`]),
  ]);
}

function clock(at: number): string {
  return CLOCK.format(at);
}

function bare(key: string): string {
  return key.replace(/^script\.(step|words|trail|effect)\./u, '');
}
