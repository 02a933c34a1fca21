import type { Refusal } from '../law/rule.ts';
import type { Phrase } from '../phrase.ts';
import type { Instant } from '../ids.ts';
import type { Meeting, MeetingCommand } from '../types.ts';

/** One sentence for the chair to say. */
export type ScriptLine = Phrase & {
  /** Where the chair's own words for it are kept (`wordScript`). */
  readonly slot: string;
  /** The chair's own words; they stand instead of the phrase. */
  readonly words?: string;
};

/** What a person must fill in before the command is sent; the command holds a lawful example. */
export type Ask = 'until' | 'reason' | 'person' | 'persons' | 'manner' | 'text';

/** A lawful act, offered as a button. */
export type Step = Phrase & {
  readonly command: MeetingCommand;
  /** Sent after it, if it was accepted: the next name is called as soon as the last has answered. */
  readonly then?: MeetingCommand;
  /** Said before the press: what it does to whom. */
  readonly effect?: Phrase;
  readonly asks?: readonly Ask[];
};

export type RefusedStep = { readonly step: Step; readonly refusal: Refusal };

export type TrailMark = { readonly key: string; readonly state: 'done' | 'current' | 'coming' };

export type Script = {
  readonly words: readonly ScriptLine[];
  /** The next lawful step; `null` when it is somebody else's turn. */
  readonly primary: Step | null;
  readonly others: readonly Step[];
  /** Formal steps that will come, and what stands in their way now. */
  readonly notNow: readonly RefusedStep[];
  readonly trail: readonly TrailMark[];
};

/** A moment of the meeting before anything has been asked of the law. */
export type Scene = {
  readonly words: readonly Phrase[];
  /** In order of preference: the first lawful one is the next step. */
  readonly wanted: readonly Step[];
  /** Offered if lawful, else not mentioned. */
  readonly also: readonly Step[];
  /** Offered if lawful, else shown with what stands in the way. */
  readonly formal: readonly Step[];
  readonly trail: readonly TrailMark[];
};

/** Everything a scene is made from. `at` is now, for announced times. */
export type Moment = { readonly meeting: Meeting; readonly at: Instant };
