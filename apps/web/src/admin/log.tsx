import { Download, ShieldCheck } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useText } from '../app/text.tsx';
import { ButtonLink, SearchField } from '../ui/index.ts';
import { AdminFrame } from './admin-frame.tsx';
import css from './admin.module.css';
import { EndAllLogins } from './end-all-logins.tsx';
import { Pages } from './history.tsx';

/** `/admin/log`: every administrative act and every refused attempt, readings and exports too. */
export function Log() {
  const t = useText();
  const [query, setQuery] = useState('');
  const sought = useDeferredValue(query).trim();
  return (
    <AdminFrame title={t('admin.room.log')}>
      <h1>{t('admin.room.log')}</h1>
      <p className={css.lede}>{t('admin.log.lede')}</p>
      <div className={css.tools}>
        <SearchField
          label={t('admin.log.search')}
          hint={t('admin.log.search.hint')}
          value={query}
          onChange={setQuery}
          clearLabel={t('admin.clearSearch')}
        />
        <div className={css.foot}>
          <ButtonLink icon={Download} href="/api/register/audit.csv" download="klubba-logg.csv">
            {t('admin.log.export')}
          </ButtonLink>
          <ButtonLink icon={ShieldCheck} href="/api/register/audit.jsonl" download="klubba-logg.jsonl">
            {t('admin.log.signed')}
          </ButtonLink>
          <EndAllLogins />
        </div>
      </div>
      <section aria-label={t('admin.room.log')}>
        <Pages
          key={sought}
          at={`/api/register/audit?q=${encodeURIComponent(sought)}`}
          empty={t(sought === '' ? 'admin.history.none' : 'admin.log.nothing')}
        />
      </section>
    </AdminFrame>
  );
}
