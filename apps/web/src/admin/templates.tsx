import { BookText } from 'lucide-react';
import { useText } from '../app/text.tsx';
import { ButtonLink, ButtonRow, Panel } from '../ui/index.ts';
import css from './admin.module.css';

/** The way to the wordings one can begin from, beside a body's rules. */
export function Templates() {
  const t = useText();
  return (
    <Panel title={t('admin.templates')}>
      <div className={css.rows}>
        <p>{t('admin.templates.text')}</p>
        <ButtonRow>
          <ButtonLink icon={BookText} href="/admin/templates">
            {t('admin.templates.see')}
          </ButtonLink>
        </ButtonRow>
      </div>
    </Panel>
  );
}
