import type { ScriptLine } from '@klubba/meeting';
import { useId, useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, Dialog, TextArea } from '../ui/index.ts';
import { spoken } from './spoken.ts';

/** The chair's own words for what is said now. Empty gives the platform's words back. */
export function WordsDialog({
  lines,
  onClose,
}: {
  readonly lines: readonly ScriptLine[];
  readonly onClose: () => void;
}) {
  const t = useText();
  const { language } = usePreferences();
  const { send, sending, refusal } = useCommand();
  const formId = useId();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(lines.map((line) => [line.slot, spoken(line, language)])),
  );
  const save = async () => {
    for (const line of lines) {
      const text = texts[line.slot] ?? '';
      if (text === spoken(line, language)) continue;
      const outcome = await send({ type: 'wordScript', line: line.slot, text });
      if (outcome.kind !== 'done') return;
    }
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('chair.changeWords')}
      wide
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} busy={sending ? t('chair.sending') : undefined}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {lines.map((line, index) => (
          <TextArea
            key={line.slot}
            label={t('chair.words.line', { number: index + 1 })}
            value={texts[line.slot] ?? ''}
            maxLength={2_000}
            onChange={(text) => setTexts((before) => ({ ...before, [line.slot]: text }))}
          />
        ))}
        <RefusalLine refusal={refusal} />
      </form>
    </Dialog>
  );
}
