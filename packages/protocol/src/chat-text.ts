/** Longest message in the chat, in signs as people count them. */
export const CHAT_TEXT_MAX = 500;

/** Line ends and tabs become a space; every other control sign, and those that turn the direction of writing, are refused. */
const SPACES = /[\r\n\t]+/gu;
const UNSEEN = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

export type ChatText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly rule: 'CHAT-TEXT' };

/** What somebody wrote as it is kept and shown: in one normal form (NFC), one line, no signs that cannot be seen, no more than the limit. */
export function readChatText(written: string): ChatText {
  const text = written.normalize('NFC').replaceAll(SPACES, ' ').trim();
  const isFit = text !== '' && [...text].length <= CHAT_TEXT_MAX && !UNSEEN.test(text) && text.isWellFormed();
  return isFit ? { ok: true, text } : { ok: false, rule: 'CHAT-TEXT' };
}

/** Ten or twelve digits as a personal identity number is written, with or without its sign. */
const NUMBER_LIKE = /(?<!\d)(?:(?:18|19|20)\d{2}|\d{2})(\d{2})(\d{2})[-+ ]?(\d{4})(?!\d)/gu;
const SAMORDNING_DAY = 60;
const LAST_MONTH = 12;
const LAST_DAY = 31;

/**
 * Whether the text holds something that looks like a personnummer or samordningsnummer: a month, a day (or the day and 60) and a right
 * check digit (folkbokföringslagen 1991:481 § 18; lagen 2022:1697 om samordningsnummer).
 */
export function holdsPersonalNumber(text: string): boolean {
  for (const [whole, month = '', day = ''] of text.matchAll(NUMBER_LIKE)) {
    const dayOfMonth = Number(day) > SAMORDNING_DAY ? Number(day) - SAMORDNING_DAY : Number(day);
    const isDate = Number(month) >= 1 && Number(month) <= LAST_MONTH && dayOfMonth >= 1 && dayOfMonth <= LAST_DAY;
    if (isDate && hasRightCheckDigit(whole.replaceAll(/\D/gu, '').slice(-10))) return true;
  }
  return false;
}

/** Every second digit doubled from the first, digit sums added: a multiple of ten. */
function hasRightCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}
