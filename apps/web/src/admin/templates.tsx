import { Download } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { ButtonLink, ButtonRow, Panel, StatusLine } from '../ui/index.ts';
import css from './admin.module.css';
import { Outcome } from './answered.tsx';
import { post } from './api.ts';
import { FileButton } from './file-button.tsx';
import { useSending } from './use-sending.ts';

/** Wordings between municipalities. One that is taken over changes nothing until it is decided here (GOV-23). */
export function Templates() {
  const t = useText();
  const { send, ...sending } = useSending();
  const [said, setSaid] = useState('');
  const take = async (file: File) => {
    setSaid('');
    const templates = parsed(await file.text());
    if (templates === undefined) {
      setSaid(t('admin.templates.unread', { file: file.name }));
      return;
    }
    const taken = await send(post<object>('/api/register/templates', templates));
    if (taken !== undefined) {
      setSaid(t('admin.templates.taken', { file: file.name }));
    }
  };
  return (
    <Panel title={t('admin.templates')}>
      <div className={css.rows}>
        <p>{t('admin.templates.text')}</p>
        <ButtonRow>
          <ButtonLink icon={Download} href="/api/register/templates" download="klubba-regelmallar.json">
            {t('admin.templates.export')}
          </ButtonLink>
          <FileButton
            accept=".json,application/json"
            onFile={(file) => void take(file)}
            busy={sending.isSending ? t('admin.saving') : undefined}
          >
            {t('admin.templates.import')}
          </FileButton>
        </ButtonRow>
      </div>
      <StatusLine>{said}</StatusLine>
      <Outcome problem={sending.problem} lost={sending.isLost} />
    </Panel>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
