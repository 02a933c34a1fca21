import { passageText, say, timeText } from '@klubba/i18n';
import { type Meeting, type Note, type Passage, personWithParty } from '@klubba/meeting';
import { usePreferences, useText } from '../app/text.tsx';
import { VisuallyHidden } from '../ui/index.ts';
import type { MinutesPart, MinutesRow } from './minutes-rows.ts';
import { NoteEditor } from './note-editor.tsx';
import css from './secretary.module.css';
import type { Writing } from './use-writing.ts';
import { draftOf } from './wording.ts';
import { WordingEditor } from './wording-editor.tsx';

/** An event to the left, its words in the minutes to the right. A press on the words opens them. */
export function MinutesLine({
  row,
  meeting,
  part,
  writing,
}: {
  readonly row: MinutesRow;
  readonly meeting: Meeting;
  readonly part: MinutesPart;
  readonly writing: Writing;
}) {
  const t = useText();
  return (
    <li data-line={row.id} className={row.is === 'lost' ? `${css.line} ${css.pending}` : css.line}>
      <span className={css.event}>
        {row.at !== undefined && <time>{timeText(row.at)}</time>}
        <span>
          {t(`secretary.event.${row.is === 'passage' ? row.passage.group : row.is === 'note' ? 'notes' : row.is}`)}
        </span>
      </span>
      <LineText row={row} meeting={meeting} part={part} writing={writing} />
    </li>
  );
}

function LineText({
  row,
  meeting,
  part,
  writing,
}: {
  readonly row: MinutesRow;
  readonly meeting: Meeting;
  readonly part: MinutesPart;
  readonly writing: Writing;
}) {
  const t = useText();
  switch (row.is) {
    case 'opened': {
      const item = meeting.agenda.items[row.item];
      return (
        <div>
          {item?.diaryNumber !== undefined && <span className={css.soft}>{item.diaryNumber}</span>}
          <h3 className={css.itemTitle}>
            § {item?.number} {item?.title}
          </h3>
        </div>
      );
    }
    case 'lost':
      return (
        <p className={css.read}>
          {t('secretary.minutes.lost', { name: personWithParty(meeting.plan, row.person), time: timeText(row.at) })}{' '}
          <span className={css.soft}>{t('secretary.minutes.lostWhy')}</span>
        </p>
      );
    case 'note':
      return <NoteText note={row.note} part={part} writing={writing} />;
    case 'passage':
      return <PassageText passage={row.passage} part={part} writing={writing} />;
  }
}

function NoteText({
  note,
  part,
  writing,
}: {
  readonly note: Note;
  readonly part: MinutesPart;
  readonly writing: Writing;
}) {
  const t = useText();
  const of = `note:${note.id}`;
  if (writing.draft?.of === of) return <NoteEditor writing={writing} note={note} />;
  return (
    <Editable
      writing={writing}
      begin={() => writing.begin({ of, item: part, text: note.text })}
      does={t('secretary.note.edit')}
    >
      {note.text}
    </Editable>
  );
}

function PassageText({
  passage,
  part,
  writing,
}: {
  readonly passage: Passage;
  readonly part: MinutesPart;
  readonly writing: Writing;
}) {
  const t = useText();
  const { language } = usePreferences();
  if (writing.draft?.of === passage.key) return <WordingEditor passage={passage} writing={writing} />;
  return (
    <div>
      {passage.heading !== undefined && <h4 className={css.passageHead}>{say(language, passage.heading)}</h4>}
      <Editable
        writing={writing}
        begin={() => writing.begin({ of: passage.key, item: part, text: draftOf(passage, language) })}
        does={t('secretary.wording.edit')}
      >
        {passageText(language, passage)}
      </Editable>
      {passage.words !== undefined && <p className={css.soft}>{t('secretary.wording.own')}</p>}
      {passage.verbatim?.map((text) => (
        <blockquote key={text} className={css.quote}>
          {text}
        </blockquote>
      ))}
    </div>
  );
}

function Editable({
  writing,
  begin,
  does,
  children,
}: {
  readonly writing: Writing;
  readonly begin: () => void;
  readonly does: string;
  readonly children: string;
}) {
  const may = writing.elsewhere === undefined && !writing.dirty;
  if (!may) return <p className={css.read}>{children}</p>;
  return (
    <button type="button" className={css.editable} onClick={begin}>
      {children}
      <VisuallyHidden> {does}</VisuallyHidden>
    </button>
  );
}
