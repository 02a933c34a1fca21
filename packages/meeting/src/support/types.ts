import type { Instant, PersonId } from '../ids.ts';

export type HelpRequest = {
  readonly person: PersonId;
  readonly text: string;
  readonly at: Instant;
  readonly answeredBy?: PersonId;
};
export type SupportState = { readonly requests: readonly HelpRequest[] };
export type SupportCommand =
  | { readonly type: 'askForHelp'; readonly person: PersonId; readonly text: string }
  | { readonly type: 'answerHelp'; readonly person: PersonId };
export type SupportEvent =
  | { readonly type: 'HelpAsked'; readonly person: PersonId; readonly text: string }
  | { readonly type: 'HelpAnswered'; readonly person: PersonId };
