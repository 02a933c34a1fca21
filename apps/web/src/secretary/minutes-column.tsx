import { isTextKey, timeText } from '@klubba/i18n';
import { currentItem, decide, type ItemId, type Meeting, type MinutesDocument } from '@klubba/meeting';
import { Download, FileText, NotebookPen, PenLine } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useMe } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import {
  Alert,
  Button,
  ButtonLink,
  ButtonRow,
  ErrorState,
  Panel,
  Row,
  Rows,
  Select,
  Skeleton,
  StatusLine,
} from '../ui/index.ts';
import { MinutesLine } from './minutes-line.tsx';
import { minutesRows, type MinutesPart, partNow } from './minutes-rows.ts';
import { NoteEditor } from './note-editor.tsx';
import { ProposalDialog } from './proposal-dialog.tsx';
import css from './secretary.module.css';
import { documentOf, useMinutes } from './use-minutes.ts';
import { useWriting, type Writing } from './use-writing.ts';

const FOLLOWS = 'follows';
const WHOLE = 'whole';

/** The draft beside the events that fill it. Words may be changed here, what happened may not. */
export function MinutesColumn({ meeting, now }: { readonly meeting: Meeting; readonly now: number }) {
  const t = useText();
  const draft = useMinutes();
  const writing = useWriting(meeting, now);
  const [chosen, setChosen] = useState<string>(FOLLOWS);
  const document = documentOf(draft);
  const box = useFocusBack(writing.draft?.of);
  const part: MinutesPart =
    writing.draft !== undefined
      ? writing.draft.item
      : chosen === FOLLOWS
        ? partNow(meeting)
        : chosen === WHOLE
          ? null
          : (chosen as ItemId);
  const rows = document === undefined ? [] : minutesRows(meeting, document, part);
  // What it was about may be gone: the text is then offered as a note, never lost.
  const isNew = writing.draft !== undefined && !rows.some((row) => row.id === writing.draft?.of);
  const saved = lastSaved(meeting);
  return (
    <Panel
      title={t('secretary.minutes')}
      note={[
        saved === undefined ? undefined : t('secretary.minutes.saved', { time: timeText(saved) }),
        t('secretary.minutes.note'),
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <div ref={box} className={css.column}>
        <PartChoice meeting={meeting} chosen={chosen} choose={setChosen} locked={writing.draft !== undefined} />
        <div className={css.pressed}>
          <StatusLine>{writing.dirty ? t('secretary.minutes.unsaved') : ''}</StatusLine>
          <RefusalLine refusal={writing.refusal} />
        </div>
        {writing.elsewhere !== undefined && meeting.minutes.lockedBy !== undefined && (
          <Alert rank="information" word={t('chair.rank.information')} compact>
            {t('secretary.minutes.elsewhere', { time: timeText(meeting.minutes.lockedBy.at) })}
          </Alert>
        )}
        {draft.is === 'fetching' && <Skeleton bars={6}>{t('secretary.minutes.fetching')}</Skeleton>}
        {draft.is === 'refused' && (
          <p className={css.lead}>
            {isTextKey(`http.${draft.rule}`)
              ? t(`http.${draft.rule}` as Parameters<typeof t>[0])
              : t('secretary.minutes.refused')}
          </p>
        )}
        {draft.is === 'unreachable' && (
          <ErrorState
            title={t('secretary.minutes.unreachable')}
            happened={t('secretary.minutes.unreachable.happened')}
            kept={document === undefined ? undefined : t('secretary.minutes.unreachable.kept')}
            todo={t('secretary.minutes.unreachable.todo')}
          />
        )}
        {document !== undefined && (
          <div className={css.minutes}>
            <div className={css.minutesHead} aria-hidden="true">
              <span>{t('secretary.minutes.event')}</span>
              <span>{t('secretary.minutes.text')}</span>
            </div>
            {rows.length === 0 && <p className={css.lead}>{t('secretary.minutes.empty')}</p>}
            <ol aria-label={t('secretary.minutes')}>
              {rows.map((row) => (
                <MinutesLine key={row.id} row={row} meeting={meeting} part={part} writing={writing} />
              ))}
              {isNew && (
                <li className={css.line}>
                  <span className={css.event}>{t('secretary.event.notes')}</span>
                  <NoteEditor writing={writing} note={undefined} />
                </li>
              )}
            </ol>
          </div>
        )}
        {document !== undefined && meeting.agenda.phase === 'closed' && <Missing document={document} />}
        <MinutesButtons meeting={meeting} part={part} writing={writing} now={now} />
      </div>
    </Panel>
  );
}

/** When an editor closes, focus goes back to the line it belonged to. */
function useFocusBack(editing: string | undefined) {
  const box = useRef<HTMLDivElement>(null);
  const last = useRef(editing);
  useEffect(() => {
    const closed = last.current !== undefined && editing === undefined ? last.current : undefined;
    last.current = editing;
    if (closed === undefined) return;
    const line = box.current?.querySelector(`[data-line="${CSS.escape(closed)}"] button`);
    if (line instanceof HTMLElement) line.focus();
  }, [editing]);
  return box;
}

/** PRO-1: what the law wants in the minutes and is not there. */
function Missing({ document }: { readonly document: MinutesDocument }) {
  const t = useText();
  if (document.missing.length === 0) return null;
  return (
    <Panel level={3} title={t('secretary.minutes.missing')}>
      <Rows>
        {document.missing.map(({ what, number }) => (
          <Row key={`${what}:${number ?? ''}`} tight>
            {t(`minutes.missing.${what}`, number === undefined ? {} : { number })}
          </Row>
        ))}
      </Rows>
    </Panel>
  );
}

/** The latest of what the secretary has written; every word is on disk when it stands here. */
function lastSaved(meeting: Meeting): number | undefined {
  const times = meeting.minutes.notes.map((note) => note.at);
  return times.length === 0 ? undefined : Math.max(...times);
}

function PartChoice({
  meeting,
  chosen,
  choose,
  locked,
}: {
  readonly meeting: Meeting;
  readonly chosen: string;
  readonly choose: (part: string) => void;
  readonly locked: boolean;
}) {
  const t = useText();
  const { order, items } = meeting.agenda;
  const opened = order.flatMap((id) => {
    const item = items[id];
    return item === undefined || item.openedAt === undefined ? [] : [{ id, label: `§ ${item.number} ${item.title}` }];
  });
  if (locked) return null;
  return (
    <Select
      label={t('secretary.minutes.part')}
      options={[
        { id: FOLLOWS, label: t('secretary.minutes.part.follows') },
        { id: WHOLE, label: t('secretary.minutes.part.whole') },
        ...opened,
      ]}
      value={chosen}
      onChange={choose}
    />
  );
}

function MinutesButtons({
  meeting,
  part,
  writing,
  now,
}: {
  readonly meeting: Meeting;
  readonly part: MinutesPart;
  readonly writing: Writing;
  readonly now: number;
}) {
  const t = useText();
  const { language } = usePreferences();
  const me = useMe()?.person;
  const [moving, setMoving] = useState(false);
  const path = `/api/meetings/${meeting.plan.meeting}`;
  const item = currentItem(meeting);
  const mover = Object.values(meeting.attendance.serving)[0]?.person;
  const mayMove =
    item !== undefined &&
    me !== undefined &&
    mover !== undefined &&
    decide(
      meeting,
      { type: 'moveProposal', person: mover, kind: 'rejection', text: '' },
      { at: now, actor: me, id: 'may' },
    ).ok;
  return (
    <div className={css.minutesFoot}>
      <ButtonRow>
        {writing.draft === undefined && writing.elsewhere === undefined && (
          <span data-line="note:">
            <Button icon={NotebookPen} onPress={() => writing.begin({ of: 'note:', item: part, text: '' })}>
              {t('secretary.note.new')}
            </Button>
          </span>
        )}
        {mayMove && (
          <Button icon={PenLine} onPress={() => setMoving(true)}>
            {t('secretary.proposal.enter')}
          </Button>
        )}
        <ButtonLink icon={FileText} href={`${path}/minutes.html?language=${language}`} lang={language}>
          {t('secretary.minutes.show')}
        </ButtonLink>
      </ButtonRow>
      <ButtonRow>
        <ButtonLink kind="quiet" size="s" icon={Download} href={`${path}/minutes.pdf?language=${language}`}>
          {t('secretary.minutes.pdf')}
        </ButtonLink>
        <ButtonLink kind="quiet" size="s" icon={Download} href={`${path}/record`}>
          {t('secretary.minutes.record')}
        </ButtonLink>
      </ButtonRow>
      {moving && <ProposalDialog meeting={meeting} onClose={() => setMoving(false)} />}
    </div>
  );
}
