import type { PersonalData } from '@klubba/protocol';
import { Download } from 'lucide-react';
import { useParams } from 'react-router';
import { useText } from '../app/text.tsx';
import { ButtonLink, ButtonRow, Table } from '../ui/index.ts';
import { AdminFrame } from './admin-frame.tsx';
import css from './admin.module.css';
import { Answered } from './answered.tsx';
import { useServer } from './api.ts';
import { nameOf } from './person.tsx';

/** `/admin/people/:person/data`: everything held of somebody and why, to give to the one it is about (GDPR art. 15). */
export function PersonDataPage() {
  const t = useText();
  const { person = '' } = useParams();
  const at = `/api/register/people/${encodeURIComponent(person)}/data`;
  const [answer, again] = useServer<PersonalData>(at);
  return (
    <AdminFrame title={t('admin.data.title')}>
      <Answered answer={answer} again={again}>
        {(data) => (
          <>
            <h1>{t('admin.data.of', { name: nameOf(data.person) ?? t('admin.erased') })}</h1>
            <p className={css.lede}>{t('admin.data.lede')}</p>
            <Table
              caption={t('admin.data.title')}
              captionHidden
              rows={data.kept}
              rowId={(kept) => kept.what}
              columns={[
                {
                  id: 'what',
                  head: t('admin.data.what'),
                  rowHead: true,
                  cell: ({ what }) => t(`admin.data.what.${what}`),
                },
                { id: 'count', head: t('admin.data.count'), number: true, cell: ({ count }) => count },
                { id: 'why', head: t('admin.data.why'), cell: ({ why }) => t(`admin.data.why.${why}`) },
                {
                  id: 'erase',
                  head: t('admin.data.erase'),
                  cell: ({ mayBeErased }) => t(mayBeErased ? 'admin.data.erase.yes' : 'admin.data.erase.no'),
                },
              ]}
            />
            <ButtonRow>
              <ButtonLink icon={Download} href={`${at}?download=1`} download="personuppgifter.json">
                {t('admin.data.download')}
              </ButtonLink>
              <ButtonLink kind="quiet" href={`/admin/people/${encodeURIComponent(person)}`}>
                {t('common.back')}
              </ButtonLink>
            </ButtonRow>
          </>
        )}
      </Answered>
    </AdminFrame>
  );
}
