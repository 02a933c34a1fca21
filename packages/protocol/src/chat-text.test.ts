import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAT_TEXT_MAX, holdsPersonalNumber, readChatText } from './chat-text.ts';

describe('what is written in the chat', () => {
  it('is kept in one normal form and on one line', () => {
    expect(readChatText('  Bra a\u030A\nfra\u0300ga ')).toEqual({ ok: true, text: 'Bra å fràga' });
  });

  it.each(['', '   ', '\n', 'a\u0000b', 'a\u001Bb', 'fel\u202Etxet', 'a\u200Bb', '\uD800'])(
    'is refused when it is empty or holds signs that nobody sees: %j',
    (written) => expect(readChatText(written)).toEqual({ ok: false, rule: 'CHAT-TEXT' }),
  );

  it('is counted in signs as people count them, and refused above the limit', () => {
    expect(readChatText('å'.repeat(CHAT_TEXT_MAX)).ok).toBe(true);
    expect(readChatText('😀'.repeat(CHAT_TEXT_MAX)).ok).toBe(true);
    expect(readChatText('å'.repeat(CHAT_TEXT_MAX + 1)).ok).toBe(false);
  });

  it('stays as it is when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const read = readChatText(written);
        if (read.ok) expect(readChatText(read.text)).toEqual(read);
      }),
    );
  });
});

describe('a personal identity number', () => {
  // Numbers of Skatteverket's own for tests: nobody has them.
  it.each([
    'Ärendet gäller 19890201-3286',
    'tel? 890201-3286.',
    '8902013286',
    '198902013286',
    '890201+3286',
    '(890201 3286)',
  ])('is seen: %s', (text) => expect(holdsPersonalNumber(text)).toBe(true));

  it('is seen when it is a samordningsnummer', () => {
    expect(holdsPersonalNumber('701063-2391')).toBe(true);
  });

  it.each([
    'dnr KS 2025/0318',
    '890201-3287',
    'ring 0980-31 92 14',
    '891301-3289',
    '12345678901234',
    'budget 2026: 12 400 000 kr',
  ])('is not seen in %s', (text) => expect(holdsPersonalNumber(text)).toBe(false));
});
