import { listOf } from '@klubba/i18n';
import type { Passage } from '@klubba/meeting';
import { useEffect, useRef } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Alert, Button, ButtonRow, TextArea } from '../ui/index.ts';
import css from './secretary.module.css';
import { useSaveKey } from './use-save-key.ts';
import type { Writing } from './use-writing.ts';
import { wordingOf } from './wording.ts';

/** The words of one passage. What happened stands in brackets and comes back as it was; without it the words cannot be saved. */
export function WordingEditor({ passage, writing }: { readonly passage: Passage; readonly writing: Writing }) {
  const t = useText();
  const { language } = usePreferences();
  const { send, sending, refusal } = useCommand();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { draft } = writing;
  const wording = wordingOf(draft?.text ?? '', passage, language);
  const put = async (text: string) => {
    const outcome = await send({ type: 'wordPassage', passage: passage.key, text, device: writing.device });
    if (outcome.kind === 'done') writing.end();
  };
  const save = () => {
    if (wording.lacks.length === 0) void put(wording.text);
  };
  useSaveKey(field, save);
  if (draft === undefined) return null;
  return (
    <form
      className={css.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextArea
        ref={field}
        legal
        label={t('secretary.wording.label')}
        hint={t('secretary.wording.hint')}
        value={draft.text}
        onChange={writing.change}
        maxLength={20_000}
      />
      <div role="status">
        {wording.lacks.length > 0 ? (
          <Alert rank="warning" word={t('secretary.wording.lacks')} compact>
            {listOf(
              language,
              wording.lacks.map((fact) => `[${fact.text}]`),
            )}
          </Alert>
        ) : (
          <p className={css.reading}>
            <span className={css.soft}>{t('secretary.wording.reads')}</span> {wording.reading}
          </p>
        )}
      </div>
      <ButtonRow>
        <Button type="submit" busy={sending ? t('chair.sending') : undefined}>
          {t('common.save')}
        </Button>
        <Button kind="quiet" onPress={writing.end}>
          {t('secretary.discard')}
        </Button>
        {passage.words !== undefined && (
          <Button kind="quiet" onPress={() => void put('')}>
            {t('secretary.wording.back')}
          </Button>
        )}
      </ButtonRow>
      <RefusalLine refusal={refusal} />
    </form>
  );
}
