import { timeText } from '@klubba/i18n';
import type { AgendaDocument, DocumentId, ItemState, MeetingId } from '@klubba/meeting';
import { Download, FileImage, List, RotateCcw, Search, Type, X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useText } from '../app/text.tsx';
import {
  Button,
  ButtonLink,
  DocumentFrame,
  EmptyState,
  ErrorState,
  Pager,
  Row,
  Rows,
  SearchField,
  Skeleton,
} from '../ui/index.ts';
import css from './documents.module.css';
import { PdfPage } from './pdf-page.tsx';
import { PdfText } from './pdf-text.tsx';
import { useHits } from './use-hits.ts';
import { usePdf } from './use-pdf.ts';

type DocumentReaderProps = {
  readonly meeting: MeetingId;
  readonly item: ItemState;
  /** Told each time a document is really shown. */
  readonly onOpened?: (document: DocumentId) => void;
  /** The document to show; else the first, and then what the person chooses. */
  readonly selected?: DocumentId | undefined;
  readonly onSelect?: (document: DocumentId) => void;
  /** Shows a way out, where the reader has taken another's place. */
  readonly onClose?: () => void;
};

/** The address of a document on our own server, which asks for the right to read it at every reading. */
function documentAddress(meeting: MeetingId, document: DocumentId): string {
  return `/api/meetings/${encodeURIComponent(meeting)}/documents/${encodeURIComponent(document)}`;
}

/** An item's documents: one of them page by page, the list of all, and a search. */
export function DocumentReader({ meeting, item, onOpened, selected, onSelect, onClose }: DocumentReaderProps) {
  const t = useText();
  const [own, setOwn] = useState<DocumentId>();
  const [listed, setListed] = useState(false);
  const document = item.documents.find((one) => one.id === (selected ?? own)) ?? item.documents[0];
  const choose = (id: DocumentId): void => {
    setOwn(id);
    onSelect?.(id);
    setListed(false);
  };
  if (document === undefined)
    return (
      <div className={css.reader}>
        <EmptyState action={onClose && <Button onPress={onClose}>{t('common.back')}</Button>}>
          {t('documents.none')}
        </EmptyState>
      </div>
    );
  if (listed)
    return (
      <div className={css.reader}>
        <DocumentList documents={item.documents} current={document.id} onChoose={choose} />
        <Button kind="quiet" icon={X} onPress={() => setListed(false)}>
          {t('common.back')}
        </Button>
      </div>
    );
  return (
    <OpenDocument
      key={document.id}
      meeting={meeting}
      item={item}
      document={document}
      onOpened={onOpened}
      onList={() => setListed(true)}
      onClose={onClose}
    />
  );
}

function DocumentList({
  documents,
  current,
  onChoose,
}: {
  readonly documents: readonly AgendaDocument[];
  readonly current: DocumentId;
  readonly onChoose: (id: DocumentId) => void;
}) {
  const t = useText();
  return (
    <section>
      <h2>{t('documents.list')}</h2>
      <Rows label={t('documents.list')}>
        {documents.map((one) => (
          <Row
            key={one.id}
            current={one.id === current}
            note={[
              one.pages === undefined ? '' : t('documents.pages', { pages: one.pages }),
              one.handedOutAt === undefined ? '' : t('documents.handedOut', { time: timeText(one.handedOutAt) }),
            ]
              .filter((words) => words !== '')
              .join(', ')}
            end={
              <Button size="s" onPress={() => onChoose(one.id)}>
                {t('documents.new.read')}
              </Button>
            }
          >
            {one.title}
          </Row>
        ))}
      </Rows>
    </section>
  );
}

/** In a column narrower than this, in CSS px, a page of A4 is too small to read: it is shown as text until one asks for the page. */
const NARROW = 560;
/** From this width the reader has a third of the window, else all of it. */
const SIDE_BY_SIDE = 1_040;

function isNarrow(): boolean {
  return (innerWidth < SIDE_BY_SIDE ? innerWidth : innerWidth / 3) < NARROW;
}

type OpenProps = {
  readonly meeting: MeetingId;
  readonly item: ItemState;
  readonly document: AgendaDocument;
  readonly onOpened: ((document: DocumentId) => void) | undefined;
  readonly onList: () => void;
  readonly onClose: (() => void) | undefined;
};

function OpenDocument({ meeting, item, document, onOpened, onList, onClose }: OpenProps) {
  const t = useText();
  const address = documentAddress(meeting, document.id);
  const [round, setRound] = useState(0);
  const opened = usePdf(address, round);
  const [page, setPage] = useState(0);
  const [searching, setSearching] = useState(false);
  const [asText, setAsText] = useState(isNarrow);
  const showPicture = useCallback(() => setAsText(false), []);
  const isOpen = opened.is === 'open';
  useEffect(() => {
    if (isOpen) onOpened?.(document.id);
  }, [isOpen, onOpened, document.id]);
  const pages = opened.is === 'open' ? opened.pdf.numPages : (document.pages ?? 1);
  const turn = (to: number): void => setPage(Math.max(0, Math.min(pages - 1, to)));
  return (
    // The keys that turn pages work wherever focus is in the reader; each has a button of its own too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={css.reader}
      onKeyDown={(event) => {
        if (event.target instanceof HTMLInputElement) return;
        const to = { PageDown: page + 1, PageUp: page - 1, Home: 0, End: pages - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        turn(to);
      }}
    >
      <DocumentFrame
        kicker={
          <span className={css.tools}>
            <span>{item.diaryNumber}</span>
            <span>
              <Button kind="quiet" size="s" icon={asText ? FileImage : Type} onPress={() => setAsText(!asText)}>
                {t(asText ? 'documents.asPage' : 'documents.asText')}
              </Button>
              <Button kind="quiet" size="s" icon={List} onPress={onList}>
                {t('documents.count', { count: item.documents.length })}
              </Button>
              {onClose !== undefined && (
                <Button kind="quiet" size="s" icon={X} onPress={onClose}>
                  {t('common.close')}
                </Button>
              )}
            </span>
          </span>
        }
        title={document.title}
        foot={
          searching && opened.is === 'open' ? (
            <SearchBar pdf={opened.pdf} onPage={turn} onClose={() => setSearching(false)} />
          ) : (
            <>
              <Pager
                previousLabel={t('documents.previous')}
                nextLabel={t('documents.next')}
                page={page}
                pages={pages}
                onPage={turn}
              >
                {t('documents.page', { page: page + 1, pages })}
              </Pager>
              <Button kind="quiet" size="s" icon={Search} onPress={() => setSearching(true)}>
                {t('documents.search')}
              </Button>
            </>
          )
        }
      >
        {opened.is === 'coming' && <Skeleton bars={8}>{t('documents.coming')}</Skeleton>}
        {opened.is === 'failed' && (
          <ErrorState
            level={3}
            title={t('documents.failed.title')}
            happened={t('documents.failed.happened')}
            kept={item.documents.length > 1 ? t('documents.failed.kept') : undefined}
            todo={t('documents.failed.todo')}
            actions={
              <>
                <Button icon={RotateCcw} onPress={() => setRound(round + 1)}>
                  {t('documents.again')}
                </Button>
                <ButtonLink icon={Download} href={address} download={`${document.title}.pdf`}>
                  {t('documents.download')}
                </ButtonLink>
              </>
            }
          />
        )}
        {opened.is === 'open' && asText && <PdfText pdf={opened.pdf} number={page + 1} onEmpty={showPicture} />}
        {opened.is === 'open' && !asText && <PdfPage pdf={opened.pdf} number={page + 1} />}
      </DocumentFrame>
    </div>
  );
}

function SearchBar({
  pdf,
  onPage,
  onClose,
}: {
  readonly pdf: Parameters<typeof useHits>[0];
  readonly onPage: (page: number) => void;
  readonly onClose: () => void;
}) {
  const t = useText();
  const [words, setWords] = useState('');
  const hits = useHits(pdf, words);
  const [at, setAt] = useState(0);
  const hit = hits[Math.min(at, hits.length - 1)];
  const go = (to: number): void => {
    const place = Math.max(0, Math.min(hits.length - 1, to));
    setAt(place);
    const target = hits[place];
    if (target !== undefined) onPage(target.page - 1);
  };
  return (
    <div className={css.search}>
      <SearchField
        label={t('documents.search.label')}
        clearLabel={t('documents.search.close')}
        value={words}
        onChange={(next) => {
          setWords(next);
          setAt(0);
        }}
        onSubmit={() => go(at)}
      />
      <div className={css.hits}>
        {words.trim() !== '' && (
          <Pager
            previousLabel={t('documents.search.previous')}
            nextLabel={t('documents.search.next')}
            page={at}
            pages={hits.length}
            onPage={go}
          >
            {t('documents.search.hits', { hits: hits.length, hit: at + 1, page: hit?.page ?? 0 })}
          </Pager>
        )}
        <Button kind="quiet" size="s" icon={X} onPress={onClose}>
          {t('documents.search.close')}
        </Button>
      </div>
    </div>
  );
}
