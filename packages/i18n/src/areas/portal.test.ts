import { expect, it } from 'vitest';
import { isTextKey } from '../format.ts';

it('has words for every refusal of a message or a request', () => {
  const rules = [
    ...[
      'MSG-MALFORMED',
      'MSG-TOO-LARGE',
      'MSG-TOO-FREQUENT',
      'MSG-NO-HELLO',
      'MSG-REPLAYED',
      'MSG-NOT-YOURS',
      'MSG-PUBLIC',
      'MSG-OVERLOADED',
    ],
    ...['SES-NONE', 'SES-BAD-LINK', 'SES-OTHER-SITE', 'SES-TOO-OFTEN'],
    ...['HTTP-MALFORMED', 'HTTP-NOT-FOUND', 'HTTP-TOO-LARGE', 'HTTP-TOO-FREQUENT', 'HTTP-FAILED'],
    ...[
      'DOC-NOT-YOURS',
      'DOC-NOT-PDF',
      'DOC-INFECTED',
      'DOC-NOT-SCANNED',
      'MIN-NOT-YOURS',
      'MIN-NO-PDF',
      'VIDEO-NO-SERVER',
      'VIDEO-NO-PLACE',
    ],
  ];
  expect(rules.filter((rule) => !isTextKey(`refusal.${rule}`))).toEqual([]);
});
