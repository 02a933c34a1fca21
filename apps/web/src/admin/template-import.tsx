import type { TemplateLine, TemplatePreview } from '@klubba/protocol';
import { OctagonAlert } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, Checkbox, Icon, Panel, StatusLine } from '../ui/index.ts';
import css from './admin.module.css';
import { Outcome, ProblemText } from './answered.tsx';
import { post } from './api.ts';
import { FileButton } from './file-button.tsx';
import { ruleEffect } from './rule-words.ts';
import rules from './rules.module.css';
import { useSending } from './use-sending.ts';

type Looking = { readonly name: string; readonly file: unknown; readonly lines: readonly TemplateLine[] };

const canBeChosen = ({ state }: TemplateLine): boolean => state === 'new' || state === 'changed';

/** A file from another municipality: looked at wording by wording, and only what is chosen is taken over. */
export function TemplateImport({ onTaken }: { readonly onTaken: () => void }) {
  const t = useText();
  const [looking, setLooking] = useState<Looking>();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [said, setSaid] = useState('');
  const reading = useSending();
  const taking = useSending();
  const read = async (chosenFile: File) => {
    setLooking(undefined);
    setSaid('');
    taking.forget();
    const file = parsed(await chosenFile.text());
    const answer = await reading.send(post<TemplatePreview>('/api/register/templates/preview', { file }));
    if (answer === undefined || answer === true) return;
    setLooking({ name: chosenFile.name, file, lines: answer.lines });
    setChosen(new Set(answer.lines.filter(canBeChosen).map((one) => one.line)));
  };
  const take = async () => {
    if (looking === undefined) return;
    if (chosen.size === 0) {
      setSaid(t('admin.templates.import.none'));
      return;
    }
    const lines = [...chosen].toSorted((a, b) => a - b);
    const answer = await taking.send(post<object>('/api/register/templates', { file: looking.file, lines }));
    if (answer === undefined) return;
    setSaid(t('admin.templates.import.done', { count: chosen.size }));
    setLooking(undefined);
    onTaken();
  };
  const toggle = (line: number, isIn: boolean) =>
    setChosen((before) => new Set(isIn ? [...before, line] : [...before].filter((one) => one !== line)));
  return (
    <Panel title={t('admin.templates.import')}>
      <div className={css.rows}>
        <p>{t('admin.templates.import.text')}</p>
        <div>
          <FileButton
            accept=".json,application/json"
            onFile={(file) => void read(file)}
            busy={reading.isSending ? t('admin.templates.import.reading') : undefined}
          >
            {t('admin.templates.import.choose')}
          </FileButton>
        </div>
        <Outcome problem={reading.problem} lost={reading.isLost} />
        {looking !== undefined && (
          <>
            <Lines looking={looking} chosen={chosen} onToggle={toggle} />
            <div className={css.foot}>
              <Button
                kind="primary"
                onPress={() => void take()}
                busy={taking.isSending ? t('admin.saving') : undefined}
              >
                {t('admin.templates.import.take', { count: chosen.size })}
              </Button>
              <Outcome problem={taking.problem} lost={taking.isLost} />
            </div>
          </>
        )}
        <StatusLine>{said}</StatusLine>
      </div>
    </Panel>
  );
}

function Lines(props: {
  readonly looking: Looking;
  readonly chosen: ReadonlySet<number>;
  readonly onToggle: (line: number, isIn: boolean) => void;
}) {
  const { looking, chosen, onToggle } = props;
  const t = useText();
  const { name: file, lines } = looking;
  const errors = lines.filter((one) => one.state === 'error').length;
  return (
    <>
      <p role="status">
        {lines.length === 0
          ? t('admin.templates.import.empty')
          : t('admin.templates.import.found', { file, rules: lines.length, errors })}
      </p>
      <ul className={css.importRows}>
        {lines.map((one) => (
          <li key={one.line}>
            {canBeChosen(one) ? (
              <Checkbox
                checked={chosen.has(one.line)}
                onChange={(isIn) => onToggle(one.line, isIn)}
                note={<About line={one} />}
              >
                <Title line={one} />
              </Checkbox>
            ) : (
              <div className={css.unchosen}>
                <p>
                  {one.state === 'error' && <Icon shape={OctagonAlert} />}
                  <span>
                    <Title line={one} />
                  </span>
                </p>
                <p>
                  {one.problem === undefined ? (
                    t('admin.templates.import.state.same')
                  ) : (
                    <ProblemText problem={one.problem} />
                  )}
                </p>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Title({ line: { line, rule, template, from } }: { readonly line: TemplateLine }) {
  const t = useText();
  return (
    <>
      <b>{t('admin.templates.import.line', { line })}</b>{' '}
      {rule === undefined ? t('admin.templates.import.unread') : t(`admin.setting.${rule.rule}`)}
      {rule === undefined ? '' : `, ${t(`label.body.${rule.kind}`)}`} (
      {t('admin.templates.taken.at', { name: template, from })})
    </>
  );
}

/** What it would mean, and the words themselves. */
function About({ line: { state, rule } }: { readonly line: TemplateLine }) {
  const t = useText();
  if (rule === undefined || (state !== 'new' && state !== 'changed')) return null;
  return (
    <>
      {t(`admin.templates.import.state.${state}`)} {ruleEffect(t, rule.rule, rule.value)}
      <span className={rules.quote} lang="sv">
        {rule.wording}
      </span>
    </>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // No JSON at all: the server tells it in words, as of any other wrong file.
    return null;
  }
}
