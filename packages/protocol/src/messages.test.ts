import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_LENGTH_MAX } from './limits.ts';
import { parseClientMessage } from './messages.ts';

const parse = (value: unknown) => parseClientMessage(JSON.stringify(value));
const command = (of: object, id = 'press-0001'): object => ({ type: 'command', id, command: of });
const malformed = (commandId?: string): object => ({
  ok: false,
  rule: 'MSG-MALFORMED',
  ...(commandId ? { commandId } : {}),
});

describe('a message from a client', () => {
  it('is read as what it says', () => {
    const vote = command({ type: 'castVote', vote: 'v-1', choice: 'yes' });
    expect(parse(vote)).toEqual({ ok: true, message: vote });
    const hello = { type: 'hello', protocol: 1, meeting: 'kf-2025-11-13', after: 7, audienceKey: 'public' };
    expect(parse(hello)).toEqual({ ok: true, message: hello });
    expect(parse({ type: 'hello', protocol: 1, meeting: 'kf-2024-11-07-§451' })).toMatchObject({ ok: true });
  });

  it('is refused when it holds a member that the protocol does not know, such as an actor of its own choice', () => {
    expect(parse({ ...command({ type: 'openMeeting' }), actor: 'p-sandell' })).toEqual(malformed('press-0001'));
    expect(parse(command({ type: 'openMeeting', actor: 'p-sandell' }))).toEqual(malformed('press-0001'));
  });

  it('is refused when a text cannot be stored or is too long', () => {
    for (const text of ['a\0b', '\ud800', 'å'.repeat(TEXT_LENGTH_MAX + 1)]) {
      expect(parse(command({ type: 'reopenDebate', reason: text }))).toEqual(malformed('press-0001'));
    }
  });

  it('is refused when an id could end a path, a header or a key', () => {
    for (const item of ['../x', 'a b', '', 'a\n', '__proto__', 'x'.repeat(200)]) {
      expect(parse(command({ type: 'openItem', item }))).toEqual(malformed('press-0001'));
    }
  });

  it('is refused when the protocol is another version, the type unknown or the number no number', () => {
    expect(parse({ type: 'hello', protocol: 2, meeting: 'm' })).toEqual(malformed());
    expect(parse({ type: 'takeOver' })).toEqual(malformed());
    expect(parse(command({ type: 'extendAdjournment', until: 'soon' }))).toEqual(malformed('press-0001'));
    expect(parse(command({ type: 'openMeeting' }, '<script>'))).toEqual(malformed());
  });

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((v) => JSON.stringify({ type: 'command', id: v })),
        ),
        (text) => {
          expect(parseClientMessage(text).ok).toBe(false);
        },
      ),
    );
  });
});
