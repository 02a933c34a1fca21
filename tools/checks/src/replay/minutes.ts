/** What the minutes of one paragraph say about one vote. `before` and `after` are the minutes' words around it. */
export type MinutedVote = {
  readonly yes: string;
  readonly no: string;
  readonly counts: Counts;
  readonly before: string;
  readonly after: string;
};
export type Counts = { readonly yes: number; readonly no: number; readonly abstain: number };
export type Paragraph = {
  readonly id: string;
  readonly organ: string;
  readonly date: string;
  readonly text: string;
  readonly votes: readonly MinutedVote[];
  /** Where the machine-read figures and the minutes' own words differ: told, and the words decide. */
  readonly remarks: readonly string[];
};

const PROPOSITION = 'Godkänd voteringsproposition';
/** What a page break leaves in the middle of a sentence when minutes are read by machine. */
const PAGE_HEADS = [
  /Göteborgs Stad,? kommun(?:styrelsen|fullmäktige),? protokoll/giu,
  /\b\d{1,3} ?\(\d{1,3}\)(?= (?:Kommun|Protokoll|Samman))/gu,
  /(?:Kommunstyrelsen|Kommunfullmäktige) (?=Protokoll nr|Sammanträdesdatum)/gu,
  /Protokoll nr \d+|Sammanträdesdatum: \d{4}-\d{2}-\d{2}/giu,
];
const TO_NINETEEN =
  'noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton'.split(
    ' ',
  );
const TENS = 'tjugo trettio fyrtio femtio sextio sjuttio åttio nittio'.split(' ');
const UNITS = ['', ...TO_NINETEEN.slice(1, 10)];
const NUMBERS = new Map<string, number>([
  ['ett', 1],
  ...TO_NINETEEN.map((word, number) => [word, number] as const),
  ...TENS.flatMap((ten, index) => UNITS.map((unit, number) => [`${ten}${unit}`, 20 + 10 * index + number] as const)),
]);
const WORDING =
  /[Jj]a för (?<yes>.+?)[.,]?\s+(?:och\s+)?[Nn]ej för (?<no>.+?)(?:[”"“]|\.?\s*Omröstningen utfaller|\.\s+(?=(?:Tjänstgörande |Ordföranden |[A-ZÅÄÖ][\p{L}-]+ [A-ZÅÄÖ][^.]{1,50}\([\p{L}]{1,3}\)))|$)/su;

/** One paragraph of the votes file. The minutes' own words decide; the machine-read figures stand in where the words give none. */
export function readParagraph(raw: unknown): Paragraph {
  const row = recordOf(raw);
  const text = tidied(textOf(row['beslutsgang']));
  const listed = Array.isArray(row['omrostningar']) ? row['omrostningar'].map(recordOf) : [];
  const parts = text.split(PROPOSITION);
  const spoken = parts.slice(1).map((part, index) => spokenVote(part, parts[index] ?? ''));
  const worded = spoken.length >= listed.length && spoken.every((vote) => vote !== undefined);
  const votes = worded ? spoken.filter((vote) => vote !== undefined) : listed.flatMap(listedVote(text, spoken));
  const remarks: string[] = [];
  if (worded && votes.length !== listed.length)
    remarks.push(`the minutes tell of ${votes.length} votes, the machine-read list of ${listed.length}`);
  for (const [index, vote] of votes.entries()) {
    const figures = listed[index];
    if (!figures || typeof figures['ja'] !== 'number' || typeof figures['nej'] !== 'number') continue;
    const { yes, no, abstain } = vote.counts;
    if (yes !== figures['ja'] || no !== figures['nej'] || abstain !== Number(figures['avstar'] ?? 0))
      remarks.push(
        `vote ${index + 1}: machine-read ${figures['ja']}–${figures['nej']}–${String(figures['avstar'])}, the minutes “${quoteCount(vote.after)}”`,
      );
  }
  const id = textOf(row['id']);
  return {
    id,
    organ: textOf(row['organ']) || (id.startsWith('ks') ? 'KS' : 'KF'),
    date: textOf(row['datum']) || (/\d{4}-\d{2}-\d{2}/.exec(id)?.[0] ?? ''),
    text,
    votes,
    remarks,
  };
}

/** One sentence after another, as they were before pages and lines were broken. */
function tidied(text: string): string {
  const oneLine = text.replaceAll(/\s+/gu, ' ');
  return PAGE_HEADS.reduce((rest, head) => rest.replaceAll(head, ' '), oneLine).replaceAll(/ {2,}/gu, ' ');
}

function spokenVote(part: string, previous: string): MinutedVote | undefined {
  const wording = WORDING.exec(part)?.groups;
  const counts = countsIn(part);
  if (!wording?.['yes'] || !wording['no'] || !counts) return undefined;
  return { yes: label(wording['yes']), no: label(wording['no']), counts, before: previous, after: part };
}

function listedVote(text: string, spoken: readonly (MinutedVote | undefined)[]) {
  return (row: Readonly<Record<string, unknown>>, index: number): readonly MinutedVote[] => {
    const told = spoken[index];
    if (told) return [told];
    const wording = WORDING.exec(tidied(textOf(row['proposition'])))?.groups;
    const after = tidied(textOf(row['slutsats']));
    const figures =
      typeof row['ja'] === 'number' && typeof row['nej'] === 'number'
        ? { yes: row['ja'], no: row['nej'], abstain: Number(row['avstar'] ?? 0) }
        : countsIn(after);
    if (!wording?.['yes'] || !wording['no'] || !figures) return [];
    return [{ yes: label(wording['yes']), no: label(wording['no']), counts: figures, before: text, after }];
  };
}

/** `43 Ja mot 38 Nej … 3 ledamöter avstår`, or by name with the number behind: `röstar Ja (7)`. */
export function countsIn(text: string): Counts | undefined {
  const sum = /(?<yes>\d+)\s+Ja mot\s+(?<no>\d+)\s+Nej/iu.exec(text)?.groups;
  if (sum) {
    const abstain = /(\p{L}+|\d+)\s+(?:ledamot|ledamöter)\s+avst(?:år|od)/iu.exec(text)?.[1];
    return { yes: Number(sum['yes']), no: Number(sum['no']), abstain: numberOf(abstain) };
  }
  const named = (what: string) =>
    Number(new RegExp(`${what.replaceAll(' ', '\\s+')}\\s*\\((\\d+)\\)`, 'iu').exec(text)?.[1] ?? 0);
  const counts = { yes: named('röstar Ja'), no: named('röstar Nej'), abstain: named('avstår från att rösta') };
  return counts.yes + counts.no > 0 ? counts : undefined;
}

function numberOf(word: string | undefined): number {
  if (word === undefined) return 0;
  return NUMBERS.get(word.toLowerCase()) ?? (Number.isNaN(Number(word)) ? 0 : Number(word));
}

function quoteCount(text: string): string {
  return /Omröstningen utfaller[^.]*\.(?:[^.]*(?:avstår|frånvarande)[^.]*\.)*/u.exec(text)?.[0] ?? text.slice(0, 160);
}

function label(words: string): string {
  return words.replaceAll(/[”"“]/gu, '').replaceAll(/\s+/gu, ' ').replace(/\.+$/u, '').trim();
}

/** Two wordings of one alternative: what is moved, without `bifall till`. */
export function sameAlternative(a: string, b: string): boolean {
  return core(a) === core(b);
}
function core(words: string): string {
  return words
    .toLowerCase()
    .replace(/^bifall (?:till|på) /u, '')
    .replace(/^(?:förslaget|yrkandet) /u, '')
    .replaceAll(/m\.?\s?fl\.?/gu, 'mfl')
    .replaceAll(/[^\p{L}\d ]/gu, '')
    .trim();
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
