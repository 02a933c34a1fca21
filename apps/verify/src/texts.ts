import type { Note, RuleId } from '@klubba/ballot';
import { RULES } from '@klubba/ballot';
import type { RecordRule } from '@klubba/record';
import { RULES_SV } from './rules-sv.ts';

/**
 * The verifier's own words. They are kept here and not in the product's catalogues, since the verifier must be readable
 * and runnable by itself, by somebody who trusts nothing else of the product.
 */
export type Language = 'sv' | 'en';

export const LANGUAGES: readonly Language[] = ['sv', 'en'];

export interface Texts {
  readonly sound: string;
  readonly broken: string;
  readonly unreadable: string;
  readonly unfinished: string;
  readonly reason: Record<
    'empty' | 'not-an-archive' | 'unsupported' | 'no-such-file' | 'receipts' | 'receipts-of-record',
    string
  >;
  readonly rule: (rule: RuleId) => string;
  readonly recordRule: Readonly<Record<RecordRule, string>>;
  readonly note: Readonly<Record<Note, string>>;
  readonly brokenRule: (rule: string, why: string) => string;
  readonly place: {
    readonly event: (height: number) => string;
    readonly record: (name: string) => string;
    readonly field: (path: string) => string;
    readonly byte: (offset: number) => string;
    readonly receipt: (line: number) => string;
    readonly line: (line: number) => string;
  };
  readonly votes: (votes: number) => string;
  readonly blank: string;
  readonly turnout: (voters: number, registered: number, cast: number) => string;
  readonly trustees: (needed: number, size: number) => string;
  readonly head: (hash: string, height: number) => string;
  readonly receipts: (count: number) => string;
  readonly state: {
    readonly open: string;
    readonly closed: string;
    readonly tallied: (decryptions: number, needed: number) => string;
    readonly decrypted: string;
  };
  readonly record: (meeting: string, body: string, date: string, facts: number) => string;
  readonly recordHead: (hash: string) => string;
  readonly recordKey: (key: string) => string;
  readonly usage: string;
}

const sv: Texts = {
  sound: 'Fullständigt och oförvanskat',
  broken: 'Inte i ordning',
  unreadable: 'Kan inte läsas',
  unfinished: 'I ordning så här långt, men inte avslutat',
  reason: {
    empty: 'Filen är tom.',
    'not-an-archive': 'Filen är varken ett valarkiv (.bel) eller ett mötes protokollfil från Klubba.',
    unsupported:
      'Arkivet använder en grupp eller en sorts fråga som den här kontrollen inte känner. Inget är sagt om det.',
    'no-such-file': 'Filen finns inte eller får inte läsas.',
    receipts: 'Kvittolistan är inte läsbar. Den ska ha ett kvitto, 64 tecken, på varje rad.',
    'receipts-of-record': 'Kvitton hör till valarkiv. Den här filen är ett mötes protokollfil.',
  },
  rule: (rule) => RULES_SV[rule],
  recordRule: {
    'REC-EMPTY': 'Filen är tom.',
    'REC-JSON': 'Raden är inte JSON.',
    'REC-CANONICAL': 'Raden är inte skriven på det enda tillåtna sättet.',
    'REC-HEADER': 'Första raden är inte ett huvud i detta format.',
    'REC-FACT': 'Raden är ingen händelse.',
    'REC-ORDER': 'En händelse saknas, är dubbel eller står på fel plats.',
    'REC-HASH': 'Händelsen, eller någon före den, har ändrats.',
    'REC-TRUNCATED': 'Filen slutar före sitt sigill.',
    'REC-COUNT': 'Sigillet räknar andra händelser än de som finns.',
    'REC-HEAD': 'Sigillet gäller en annan sista händelse.',
    'REC-UNSIGNED': 'Sigillet är inte undertecknat.',
    'REC-SIGNATURE': 'Underskriften stämmer inte.',
    'REC-KEY': 'Nyckeln är inte den väntade.',
    'REC-TRAILING': 'Något följer efter sigillet.',
  },
  note: {
    'trustees-before-3.0':
      'Nyckelceremonin är av en äldre sort, där nyckelhållarna inte intygade att alla sett samma intyg.',
    unanimous: 'Alla valde detsamma. Då visar resultatet vad var och en valde.',
  },
  brokenRule: (rule, why) => `Första brutna regel: ${rule}. ${why}`,
  place: {
    event: (height) => `händelse ${height}`,
    record: (name) => `post ${name}`,
    field: (path) => `fält ${path}`,
    byte: (offset) => `byte ${offset}`,
    receipt: (line) => `kvitto på rad ${line}`,
    line: (line) => `rad ${line}`,
  },
  votes: (votes) => (votes === 1 ? '1 röst' : `${votes} röster`),
  blank: 'Blankt',
  turnout: (voters, registered, cast) =>
    `${voters} av ${registered} i röstlängden röstade${cast > voters ? ` (${cast - voters === 1 ? '1 tidigare röst' : `${cast - voters} tidigare röster`} ersattes)` : ''}.`,
  trustees: (needed, size) => `Nyckelhållare: ${size}, varav ${needed} behövs för att räkna.`,
  head: (hash, height) => `Slutkod: ${hash} (händelse ${height})`,
  receipts: (count) => (count === 1 ? 'Kvittot finns i arkivet.' : `Alla ${count} kvitton finns i arkivet.`),
  state: {
    open: 'Omröstningen pågår.',
    closed: 'Omröstningen är stängd men inte räknad.',
    tallied: (decryptions, needed) => `Rösterna är lagda samman. ${decryptions} av ${needed} nyckelhållare har räknat.`,
    decrypted: 'Tillräckligt många nyckelhållare har räknat, men resultatet är inte infört.',
  },
  record: (meeting, body, date, facts) =>
    `Protokollfil för ${body}, ${date} (${meeting}): ${facts} händelser i obruten kedja.`,
  recordHead: (hash) => `Slutkod: ${hash}`,
  recordKey: (key) => `Undertecknad med nyckeln ${key}. Jämför den med den nyckel som kommunen har offentliggjort.`,
  usage: 'Användning: verify FIL [--receipts KVITTON] [--lang sv|en]',
};

const en: Texts = {
  sound: 'Complete and sound',
  broken: 'Broken',
  unreadable: 'Cannot be read',
  unfinished: 'Sound so far, but unfinished',
  reason: {
    empty: 'The file is empty.',
    'not-an-archive': 'The file is neither an election archive (.bel) nor the record of a Klubba meeting.',
    unsupported:
      'The archive uses a group or a kind of question that this verifier does not know. It says nothing about it.',
    'no-such-file': 'The file does not exist or may not be read.',
    receipts: 'The list of receipts cannot be read. It has one receipt of 64 characters on each line.',
    'receipts-of-record': 'Receipts belong to election archives. This file is the record of a meeting.',
  },
  rule: (rule) => RULES[rule],
  recordRule: {
    'REC-EMPTY': 'The file is empty.',
    'REC-JSON': 'The line is not JSON.',
    'REC-CANONICAL': 'The line is not written in the one way allowed.',
    'REC-HEADER': 'The first line is not a header of this format.',
    'REC-FACT': 'The line is not a fact.',
    'REC-ORDER': 'A fact is missing, doubled or out of place.',
    'REC-HASH': 'The fact, or one before it, was changed.',
    'REC-TRUNCATED': 'The file ends before its seal.',
    'REC-COUNT': 'The seal counts other facts than there are.',
    'REC-HEAD': 'The seal is for another last fact.',
    'REC-UNSIGNED': 'The seal is not signed.',
    'REC-SIGNATURE': 'The signature does not hold.',
    'REC-KEY': 'The key is not the expected one.',
    'REC-TRAILING': 'Something follows the seal.',
  },
  note: {
    'trustees-before-3.0':
      'The key ceremony is of an older kind, in which the trustees did not attest that all saw the same certificates.',
    unanimous: 'Everybody made the same choice. The result then shows what each chose.',
  },
  brokenRule: (rule, why) => `First broken rule: ${rule}. ${why}`,
  place: {
    event: (height) => `event ${height}`,
    record: (name) => `record ${name}`,
    field: (path) => `field ${path}`,
    byte: (offset) => `byte ${offset}`,
    receipt: (line) => `receipt on line ${line}`,
    line: (line) => `line ${line}`,
  },
  votes: (votes) => (votes === 1 ? '1 vote' : `${votes} votes`),
  blank: 'Blank',
  turnout: (voters, registered, cast) =>
    `${voters} of ${registered} on the voting list voted${cast > voters ? ` (${cast - voters === 1 ? '1 earlier ballot was' : `${cast - voters} earlier ballots were`} replaced)` : ''}.`,
  trustees: (needed, size) => `Trustees: ${size}, of whom ${needed} are needed to count.`,
  head: (hash, height) => `Final code: ${hash} (event ${height})`,
  receipts: (count) => (count === 1 ? 'The receipt is in the archive.' : `All ${count} receipts are in the archive.`),
  state: {
    open: 'Voting is going on.',
    closed: 'Voting is closed but not counted.',
    tallied: (decryptions, needed) => `The votes are added up. ${decryptions} of ${needed} trustees have decrypted.`,
    decrypted: 'Enough trustees have decrypted, but the result is not entered.',
  },
  record: (meeting, body, date, facts) =>
    `Record of ${body}, ${date} (${meeting}): ${facts} facts in an unbroken chain.`,
  recordHead: (hash) => `Final code: ${hash}`,
  recordKey: (key) => `Signed with the key ${key}. Compare it with the key that the municipality has published.`,
  usage: 'Usage: verify FILE [--receipts RECEIPTS] [--lang sv|en]',
};

export const texts: Readonly<Record<Language, Texts>> = { sv, en };
