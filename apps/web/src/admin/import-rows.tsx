import { isTextKey } from '@klubba/i18n';
import type { ImportRow } from '@klubba/protocol';
import { OctagonAlert } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, ButtonRow, Checkbox, Icon, Pager } from '../ui/index.ts';
import css from './admin.module.css';
import { ProblemText } from './answered.tsx';

const PAGE_ROWS = 25;
const SHOWN = ['all', 'error', 'changed', 'new', 'same'] as const;

/** The rows of the file: what each would change, or what is wrong with it, and whether it is chosen. */
export function ImportRows(props: {
  readonly rows: readonly ImportRow[];
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (lines: ReadonlySet<number>) => void;
  readonly canBeChosen: (row: ImportRow) => boolean;
}) {
  const { rows, chosen, onChoose, canBeChosen } = props;
  const t = useText();
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all');
  const [page, setPage] = useState(0);
  const fitting = SHOWN.flatMap((state) =>
    state === shown || shown === 'all' ? rows.filter((row) => row.state === state) : [],
  );
  const pages = Math.max(1, Math.ceil(fitting.length / PAGE_ROWS));
  const toggle = (line: number, isIn: boolean) => {
    const next = new Set(chosen);
    if (isIn) next.add(line);
    else next.delete(line);
    onChoose(next);
  };
  const choosable = rows.filter(canBeChosen).map((row) => row.line);
  return (
    <section aria-label={t('admin.import.rows')} className={css.rows}>
      <div role="group" aria-label={t('admin.import.show')}>
        <ButtonRow>
          {SHOWN.map((one) => (
            <Button
              key={one}
              size="s"
              pressed={shown === one}
              onPress={() => {
                setShown(one);
                setPage(0);
              }}
            >
              {t(`admin.import.show.${one}`)}
            </Button>
          ))}
        </ButtonRow>
      </div>
      <ButtonRow>
        <Button size="s" kind="quiet" onPress={() => onChoose(new Set(choosable))}>
          {t('admin.import.chooseAll')}
        </Button>
        <Button size="s" kind="quiet" onPress={() => onChoose(new Set())}>
          {t('admin.import.chooseNone')}
        </Button>
      </ButtonRow>
      {fitting.length === 0 && <p>{t('admin.import.noRows')}</p>}
      <ul className={css.importRows}>
        {fitting.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS).map((row) => (
          <li key={row.line}>
            {canBeChosen(row) ? (
              <Checkbox
                checked={chosen.has(row.line)}
                onChange={(isIn) => toggle(row.line, isIn)}
                note={<Changes row={row} />}
              >
                <b>{t('admin.import.row', { line: row.line })}</b> {row.name}, {row.body}
              </Checkbox>
            ) : (
              <div className={css.unchosen}>
                <p>
                  {row.state === 'error' && <Icon shape={OctagonAlert} />}
                  <span>
                    <b>{t('admin.import.row', { line: row.line })}</b> {[row.name, row.body].filter(Boolean).join(', ')}
                  </span>
                </p>
                <p>{row.state === 'error' ? <RowProblem row={row} /> : t('admin.import.unchanged')}</p>
              </div>
            )}
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <Pager
          page={page}
          pages={pages}
          onPage={setPage}
          previousLabel={t('admin.pages.previous')}
          nextLabel={t('admin.pages.next')}
        >
          {t('admin.pages.at', { page: page + 1, pages })}
        </Pager>
      )}
    </section>
  );
}

/** What is wrong with a row, in a sentence. */
export function RowProblem({ row }: { readonly row: ImportRow }) {
  return row.problem === undefined ? null : <ProblemText problem={row.problem} />;
}

function Changes({ row }: { readonly row: ImportRow }) {
  const t = useText();
  return row.changes
    .map(({ what, values }) => {
      const key = `register.import.${what}`;
      return isTextKey(key) ? t(key, values) : what;
    })
    .join(' ');
}
