import type { HttpProblem } from '@klubba/protocol';
import type { FileRefusal, RegisterRuleId, RowProblem } from '@klubba/register';
import type { ChatRule } from '../chat/law.ts';
import type { BreakRoomRule } from '../video/index.ts';
import type { DispatchRefusal } from '../notices/dispatch.ts';
import type { PlanRefusal } from '../notices/plan-meeting.ts';
import type { LoginRule } from '../identity/provider.ts';

/** Why an HTTP request was not answered with what it asked for. The words are in `@klubba/i18n`. */
export type HttpRule =
  | 'SES-NONE'
  | 'SES-BAD-LINK'
  | 'SES-OTHER-SITE'
  | 'SES-ONLY-MEETING'
  | 'SES-TOO-OFTEN'
  | LoginRule
  | RegisterRuleId
  | FileRefusal['rule']
  | RowProblem['rule']
  | 'REG-CODE'
  | 'KEY-UNKNOWN'
  | 'KEY-ENDED'
  | 'KEY-SCOPE'
  | 'KEY-IN-URL'
  | 'KEY-WITH-SESSION'
  | 'HRG-NOT-YOURS'
  | 'HRG-NOT-CALLED'
  | 'HRG-UNKNOWN'
  | 'HRG-CODE'
  | 'HRG-CODE-OLD'
  | 'HRG-USED'
  | 'HRG-ENDED'
  | 'HTTP-MALFORMED'
  | 'HTTP-NOT-FOUND'
  | 'HTTP-TOO-LARGE'
  | 'HTTP-TOO-FREQUENT'
  | 'HTTP-FAILED'
  | 'BALLOT-NOT-YOURS'
  | 'BALLOT-CLOSED'
  | 'BALLOT-REGISTERED-ELSEWHERE'
  | 'BALLOT-BOOTH-HALL'
  | 'BALLOT-BOOTH-TAKEN'
  | 'BALLOT-BOOTH-ELSEWHERE'
  | 'BALLOT-ONCE'
  | 'BALLOT-SPOILED'
  | 'BALLOT-REFUSED'
  | 'BALLOT-WRONG-SHARE'
  | 'BALLOT-KEY-STEP'
  | 'DOC-NOT-YOURS'
  | 'DOC-NOT-PDF'
  | 'DOC-INFECTED'
  | 'DOC-NOT-SCANNED'
  | 'NTC-NOT-YOURS'
  | 'MTG-CALLED-OFF'
  | DispatchRefusal
  | PlanRefusal
  | 'MIN-NOT-YOURS'
  | 'MIN-NO-PDF'
  | 'IDA-STEP-UP'
  | 'IDA-SETTING'
  | 'IDA-FRESH'
  | BreakRoomRule
  | ChatRule
  | 'CHAT-NOTICE'
  | 'CHAT-TEXT'
  | 'CHAT-PERSONAL-NUMBER'
  | 'CHAT-TOO-OFTEN'
  | 'CHAT-NOT-MODERATOR'
  | 'CHAT-GONE';

/** Thrown by a route, answered by the error handler: one place that makes the answer. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly statusCode: number;
  readonly rule: HttpRule;
  readonly detail: Readonly<Record<string, string>> | undefined;

  constructor(statusCode: number, rule: HttpRule, detail?: Readonly<Record<string, string>>) {
    super(rule);
    this.statusCode = statusCode;
    this.rule = rule;
    this.detail = detail;
  }

  body(): HttpProblem {
    return { rule: this.rule, ...(this.detail ? { detail: this.detail } : {}) };
  }
}
