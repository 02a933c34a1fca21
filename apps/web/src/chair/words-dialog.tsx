import type { ScriptLine } from '@klubba/meeting';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { CommandDialog } from '../steps/index.ts';
import { TextArea } from '../ui/index.ts';
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
  const command = useCommand();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(lines.map((line) => [line.slot, spoken(line, language)])),
  );
  const save = async () => {
    for (const line of lines) {
      const text = texts[line.slot] ?? '';
      if (text === spoken(line, language)) continue;
      const outcome = await command.send({ type: 'wordScript', line: line.slot, text });
      if (outcome.kind !== 'done') return;
    }
    onClose();
  };
  return (
    <CommandDialog
      wide
      title={t('chair.changeWords')}
      save={t('common.save')}
      command={command}
      onClose={onClose}
      onSubmit={() => void save()}
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
    </CommandDialog>
  );
}
