import type { ImportPreview, ImportResult, ImportRow } from '@klubba/protocol';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Alert, Button, ButtonLink, ButtonRow, NumberedSteps, Panel, Row, Rows, StatusLine } from '../ui/index.ts';
import { AdminFrame } from './admin-frame.tsx';
import css from './admin.module.css';
import { Outcome } from './answered.tsx';
import { post, postFile } from './api.ts';
import { FileButton } from './file-button.tsx';
import { ImportProgressLine } from './import-progress.tsx';
import { ImportRows, RowProblem } from './import-rows.tsx';
import { useRegister } from './register-context.tsx';
import { newId } from './use-register.ts';
import { useSending } from './use-sending.ts';

const ACCEPTED = '.csv,.xlsx,text/csv';

const canBeChosen = (row: ImportRow): boolean => row.state === 'new' || row.state === 'changed';

/** `/admin/import`: a file is read, shown line by line, and only what has been chosen is taken into the register. */
export function Import() {
  const t = useText();
  const { again } = useRegister();
  const [preview, setPreview] = useState<ImportPreview>();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [result, setResult] = useState<ImportResult>();
  const [running, setRunning] = useState('');
  const reading = useSending();
  const applying = useSending();
  const read = async (file: File) => {
    setResult(undefined);
    setPreview(undefined);
    applying.forget();
    const progress = newId('preview');
    setRunning(progress);
    const answer = await reading.send(
      postFile<ImportPreview>(`/api/register/import/preview?progress=${progress}`, file),
    );
    if (answer === undefined || answer === true) return;
    setPreview(answer);
    setChosen(new Set(answer.rows.filter(canBeChosen).map((row) => row.line)));
  };
  const apply = async () => {
    if (preview === undefined) return;
    const lines = [...chosen].toSorted((a, b) => a - b);
    const wish = { id: newId('import'), preview: preview.preview, lines };
    setRunning(wish.id);
    const answer = await applying.send(post<ImportResult>('/api/register/import/apply', wish));
    if (answer === undefined || answer === true) return;
    setResult(answer);
    setPreview(undefined);
    again();
  };
  const chooseFile = (
    <FileButton
      accept={ACCEPTED}
      kind={preview === undefined && result === undefined ? 'primary' : 'secondary'}
      onFile={(file) => void read(file)}
      busy={reading.isSending ? t('admin.import.reading') : undefined}
    >
      {t(preview === undefined && result === undefined ? 'admin.import.choose' : 'admin.import.another')}
    </FileButton>
  );
  return (
    <AdminFrame title={t('admin.room.import')}>
      <h1>{t('admin.room.import')}</h1>
      {preview === undefined && result === undefined && <HowTo />}
      <ButtonRow>
        {chooseFile}
        <ButtonLink icon={FileDown} href="/api/register/export.csv" download="klubba-register.csv">
          {t('admin.bodies.export')}
        </ButtonLink>
      </ButtonRow>
      {(reading.isSending || applying.isSending) && <ImportProgressLine key={running} id={running} />}
      <Outcome problem={reading.problem} lost={reading.isLost} />
      {preview !== undefined && (
        <>
          <Counts preview={preview} />
          <ImportRows rows={preview.rows} chosen={chosen} onChoose={setChosen} canBeChosen={canBeChosen} />
          <div className={css.foot}>
            <Button
              kind="primary"
              size="l"
              onPress={() => void apply()}
              busy={applying.isSending ? t('admin.import.applying', { count: chosen.size }) : undefined}
            >
              {t('admin.import.apply', { count: chosen.size })}
            </Button>
            <p className={css.by}>
              {t('admin.import.effect', { left: preview.rows.length - chosen.size, errors: preview.counts.error })}
            </p>
            <Outcome problem={applying.problem} lost={applying.isLost} />
          </div>
        </>
      )}
      <StatusLine>{result === undefined ? '' : t('admin.import.done', { count: result.applied })}</StatusLine>
      {result !== undefined && <Result result={result} />}
    </AdminFrame>
  );
}

function HowTo() {
  const t = useText();
  return (
    <>
      <p className={css.lede}>{t('admin.import.lede')}</p>
      <NumberedSteps
        steps={[t('admin.import.step.file'), t('admin.import.step.look'), t('admin.import.step.choose')]}
      />
    </>
  );
}

function Counts({ preview }: { readonly preview: ImportPreview }) {
  const t = useText();
  const { counts } = preview;
  return (
    <section aria-label={t('admin.import.counts')}>
      <p role="status">{t('admin.import.read', { file: preview.file, rows: preview.rows.length })}</p>
      <dl className={css.counts}>
        {(['new', 'changed', 'same', 'error'] as const).map((state) => (
          <div key={state}>
            <dd>{counts[state]}</dd>
            <dt>{t(`admin.import.state.${state}`)}</dt>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Result({ result }: { readonly result: ImportResult }) {
  const t = useText();
  return (
    <>
      {result.refused.length > 0 && (
        <Panel title={t('admin.import.refused', { count: result.refused.length })}>
          <Alert rank="warning" word={t('admin.notSaved')} compact>
            {t('admin.import.refused.text')}
          </Alert>
          <Rows label={t('admin.import.refused', { count: result.refused.length })}>
            {result.refused.map((row) => (
              <Row key={row.line} start={row.line} note={<RowProblem row={row} />}>
                {row.name}, {row.body}
              </Row>
            ))}
          </Rows>
        </Panel>
      )}
      <ButtonRow>
        <ButtonLink kind="primary" href="/admin/guide">
          {t('admin.import.next')}
        </ButtonLink>
        <ButtonLink href="/admin/bodies">{t('admin.import.see')}</ButtonLink>
      </ButtonRow>
    </>
  );
}
