import {
  dateText,
  groupHeading,
  type Language,
  listOf,
  passageText,
  say,
  text,
  timeSpan,
  timeText,
} from '@klubba/i18n';
import {
  type Attendee,
  type Fact,
  type Meeting,
  minutesDocument,
  type MinutesDocument,
  type Passage,
  type VoteAnnex,
} from '@klubba/meeting';

/** A block of text under a heading, in order: prose, or words quoted as they were. */
export type SheetBlock = { readonly kind: 'prose' | 'quote'; readonly text: string };
export type SheetPart = { readonly heading: string; readonly blocks: readonly SheetBlock[] };
export type SheetSection = {
  readonly number: string;
  readonly diary: string;
  readonly title: string;
  readonly parts: readonly SheetPart[];
};
export type SheetTable = {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[];
};
export type SheetAnnex = { readonly title: string; readonly about: string; readonly tables: readonly SheetTable[] };

/** The minutes with all words in place: web page and PDF are two dresses of this. */
export type Sheet = {
  readonly language: Language;
  readonly documentTitle: string;
  readonly municipality: string;
  readonly body: string;
  readonly kind: string;
  readonly date: string;
  readonly front: readonly { readonly term: string; readonly lines: readonly string[] }[];
  readonly general: readonly SheetPart[];
  readonly sections: readonly SheetSection[];
  readonly annexes: readonly SheetAnnex[];
  readonly signers: readonly { readonly name: string; readonly role: string }[];
  readonly adjustment: string;
  /** What stands in the way of adjusting (PRO-1): the sheet is then a draft and says so. */
  readonly missing: readonly string[];
};

export function minutesSheet(meeting: Meeting, facts: readonly Fact[], language: Language): Sheet {
  const document = minutesDocument(meeting, facts);
  const t = (key: Parameters<typeof text>[1], values?: Parameters<typeof text>[2]): string =>
    text(language, key, values);
  const { front } = document;
  const kind = t('minutes.title');
  return {
    language,
    documentTitle: `${kind}, ${front.body}, ${dateText(language, front.date)}`,
    municipality: front.municipality,
    body: front.body,
    kind,
    date: front.date,
    front: frontOf(document, language),
    general: partsOf(document.general, front.body, language),
    sections: document.sections.map((section) => ({
      number: t('minutes.front.section', { number: section.number }),
      diary: section.diaryNumber ?? '',
      title: section.title,
      parts: partsOf(section.passages, front.body, language),
    })),
    annexes: [...document.votes.map((vote) => voteAnnex(vote, language)), ...linkAnnex(document, language)],
    signers: signersOf(document, language),
    adjustment: t('minutes.front.adjustedAtLatest', { date: dateText(language, front.adjustedAtLatest) }),
    missing: document.missing.map(({ what, number }) =>
      t(`minutes.missing.${what}`, number === undefined ? {} : { number }),
    ),
  };
}

function frontOf({ front, attendance }: MinutesDocument, language: Language): Sheet['front'] {
  const t = (key: Parameters<typeof text>[1], values?: Parameters<typeof text>[2]): string =>
    text(language, key, values);
  const attendees = (list: readonly Attendee[]): readonly string[] =>
    list.map((one) => attendeeText(one, front.closedAt, language));
  return [
    { term: t('minutes.front.place'), lines: [front.place, ...timesOf(front, language)] },
    { term: t('minutes.front.members'), lines: attendees(attendance.members) },
    { term: t('minutes.front.servingSubstitutes'), lines: attendees(attendance.servingSubstitutes) },
    { term: t('minutes.front.absent'), lines: attendance.absent.map((one) => one.name) },
    { term: t('minutes.front.others'), lines: attendees(attendance.others) },
    { term: t('minutes.front.leaders'), lines: front.leaders },
    { term: t('minutes.front.secretary'), lines: front.secretary === undefined ? [] : [front.secretary] },
    { term: t('minutes.front.adjusters'), lines: front.adjusters },
  ].filter((entry) => entry.lines.length > 0);
}

function timesOf(
  { date, openedAt, closedAt, adjournments }: MinutesDocument['front'],
  language: Language,
): readonly string[] {
  if (openedAt === undefined) return [dateText(language, date)];
  const from = timeText(openedAt);
  const time =
    closedAt === undefined
      ? text(language, 'minutes.front.timeOpen', { from })
      : text(language, 'minutes.front.time', { from, to: timeText(closedAt) });
  const spans = adjournments.map((one) =>
    one.to === undefined ? `${timeText(one.from)}–` : timeSpan(one.from, one.to),
  );
  const breaks =
    spans.length === 0 ? [] : [text(language, 'minutes.front.adjournments', { spans: listOf(language, spans) })];
  return [`${dateText(language, date)}, ${time}`, ...breaks];
}

/** Name, title, for whom, how; times only when the person was not there all the time. */
function attendeeText(
  { name, title, inPlaceOf, stretches }: Attendee,
  closedAt: number | undefined,
  language: Language,
): string {
  const remote = stretches.some((stretch) => stretch.mode === 'remote');
  const isWhole =
    stretches.length === 1 && stretches.every((stretch) => stretch.to === undefined || stretch.to === closedAt);
  const times = stretches.map(({ from, to }) =>
    to === undefined
      ? text(language, 'minutes.front.from', { from: timeText(from) })
      : text(language, 'minutes.front.stretch', { from: timeText(from), to: timeText(to) }),
  );
  return [
    name,
    ...(title === undefined ? [] : [title]),
    ...(inPlaceOf.length === 0
      ? []
      : [text(language, 'minutes.front.inPlaceOf', { names: listOf(language, inPlaceOf) })]),
    ...(remote ? [text(language, 'minutes.front.remote')] : []),
    ...(isWhole ? [] : times),
  ].join(', ');
}

/** Passages in their order, those of one group and heading together. */
function partsOf(passages: readonly Passage[], body: string, language: Language): readonly SheetPart[] {
  const parts: { heading: string; blocks: SheetBlock[] }[] = [];
  for (const passage of passages) {
    const heading =
      passage.heading === undefined ? groupHeading(language, passage.group, body) : say(language, passage.heading);
    const last = parts.at(-1);
    const part = last?.heading === heading ? last : { heading, blocks: [] };
    if (part !== last) parts.push(part);
    part.blocks.push({ kind: 'prose', text: passageText(language, passage) });
    for (const quoted of passage.verbatim ?? []) part.blocks.push({ kind: 'quote', text: quoted });
  }
  return parts;
}

function voteAnnex(vote: VoteAnnex, language: Language): SheetAnnex {
  const label = (value: 'yes' | 'no' | 'abstain' | 'absent'): string => text(language, `label.choice.${value}`);
  const figures = (of: { yes: number; no: number; abstain: number; absent: number }): readonly string[] =>
    [of.yes, of.no, of.abstain, of.absent].map((figure) => (figure === 0 ? '–' : String(figure)));
  const head = [label('yes'), label('no'), label('abstain'), label('absent')];
  const annexTitle = text(language, 'minutes.annex.vote', { number: vote.number, section: vote.section });
  const about = say(language, { key: 'minutes.annex.question', values: { yesFor: vote.yesFor, noFor: vote.noFor } });
  const total = text(language, 'minutes.annex.total');
  const spoken = text(language, 'minutes.annex.spoken');
  const byName = vote.ballots.map((ballot) => [
    String(ballot.seat),
    ballot.name,
    ballot.spoken ? `${label(ballot.choice)}, ${spoken}` : label(ballot.choice),
  ]);
  return {
    title: annexTitle,
    about,
    tables: [
      {
        caption: text(language, 'minutes.annex.byParty'),
        head: [text(language, 'minutes.annex.party'), ...head],
        rows: vote.parties.map((party) => [party.party, ...figures(party)]),
        total: [total, ...figures(vote.figures)],
      },
      {
        caption: text(language, 'minutes.annex.byName'),
        head: [
          text(language, 'minutes.annex.seat'),
          text(language, 'minutes.annex.name'),
          text(language, 'minutes.annex.choice'),
        ],
        rows: byName,
        total: [],
      },
    ],
  };
}

function linkAnnex({ links }: MinutesDocument, language: Language): readonly SheetAnnex[] {
  if (links.length === 0) return [];
  const rows = links.map((loss) => [
    loss.name,
    loss.to === undefined ? `${timeText(loss.from)}–` : timeSpan(loss.from, loss.to),
    loss.cause === undefined ? '' : text(language, `label.linkCause.${loss.cause}`),
    loss.atItem === undefined ? '' : `§ ${loss.atItem}`,
  ]);
  const head = ['name', 'time', 'cause', 'section'].map((column) =>
    text(language, `minutes.annex.${column}` as Parameters<typeof text>[1]),
  );
  return [
    {
      title: text(language, 'minutes.annex.links'),
      about: '',
      tables: [{ caption: text(language, 'minutes.annex.links'), head, rows, total: [] }],
    },
  ];
}

function signersOf({ front }: MinutesDocument, language: Language): Sheet['signers'] {
  const as = (names: readonly string[], duty: Parameters<typeof text>[1]): Sheet['signers'] =>
    names.map((name) => ({ name, role: text(language, duty) }));
  return [
    ...as(front.leaders, 'minutes.front.leaders'),
    ...as(front.secretary === undefined ? [] : [front.secretary], 'minutes.front.secretary'),
    ...as(front.adjusters, 'minutes.front.adjusters'),
  ];
}
