import type { Note } from '@klubba/meeting';
import { useEffect, useRef } from 'react';
import { useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, ButtonRow, TextArea } from '../ui/index.ts';
import css from './secretary.module.css';
import { useSaveKey } from './use-save-key.ts';
import type { Writing } from './use-writing.ts';

/** The secretary's own prose, a new one when `note` is left out. */
export function NoteEditor({ writing, note }: { readonly writing: Writing; readonly note: Note | undefined }) {
  const t = useText();
  const { send, sending, refusal } = useCommand();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { device, draft } = writing;
  const save = async () => {
    if (draft === undefined) return;
    const id = note?.id ?? crypto.randomUUID();
    const outcome = await send({ type: 'writeNote', note: id, item: draft.item, text: draft.text, device });
    if (outcome.kind === 'done') writing.end();
  };
  const remove = async () => {
    if (note === undefined) return;
    const outcome = await send({ type: 'removeNote', note: note.id, device });
    if (outcome.kind === 'done') writing.end();
  };
  useSaveKey(field, () => void save());
  if (draft === undefined) return null;
  return (
    <form
      className={css.editor}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea
        ref={field}
        legal
        label={t('secretary.note.label')}
        hint={t('secretary.note.hint')}
        value={draft.text}
        onChange={writing.change}
        maxLength={20_000}
      />
      <ButtonRow>
        <Button type="submit" busy={sending ? t('chair.sending') : undefined}>
          {t('common.save')}
        </Button>
        <Button kind="quiet" onPress={writing.end}>
          {t('secretary.discard')}
        </Button>
        {note !== undefined && (
          <Button kind="quiet" onPress={() => void remove()}>
            {t('secretary.note.remove')}
          </Button>
        )}
      </ButtonRow>
      <RefusalLine refusal={refusal} />
    </form>
  );
}
