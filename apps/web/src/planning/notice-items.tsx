import { type Meeting, personWithParty } from '@klubba/meeting';
import { usePreferences, useText } from '../app/text.tsx';
import { Panel } from '../ui/index.ts';
import { weekdayAndDate } from './day.ts';
import css from './planning.module.css';

/** The items in their order, each with its kind and documents. A title that the reader may not see says so. */
export function NoticeItems({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { language } = usePreferences();
  const { agenda, plan } = meeting;
  const folder = `/api/meetings/${encodeURIComponent(plan.meeting)}/documents`;
  const items = agenda.order.flatMap((id) => agenda.items[id] ?? []);
  return (
    <Panel title={t('notice.items')} note={t('notice.items.count', { count: items.length })}>
      <ol className={css.items}>
        {items.map((item) => (
          <li key={item.id}>
            <span className={css.number}>§ {item.number}</span>
            <div>
              <h3 className={css.name}>{item.title === '' ? t('notice.item.withheld') : item.title}</h3>
              <p className={css.soft}>
                {[
                  t(`label.itemKind.${item.kind}`),
                  item.diaryNumber,
                  item.presenter && t('notice.item.presenter', { person: personWithParty(plan, item.presenter) }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </p>
              {item.movedFrom !== undefined && (
                <p className={css.soft}>
                  {t('notice.item.movedFrom', { day: weekdayAndDate(language, item.movedFrom) })}
                </p>
              )}
              {item.documents.length > 0 && (
                <ul className={css.documents} aria-label={t('notice.item.documents')}>
                  {item.documents.map((document) => (
                    <li key={document.id}>
                      <a href={`${folder}/${encodeURIComponent(document.id)}`}>{document.title}</a>
                      {document.pages !== undefined && `, ${t('notice.item.pages', { count: document.pages })}`}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ol>
      {plan.moved?.map(({ title, to }, at) => (
        <p key={at} className={css.soft}>
          {t('notice.items.moved', {
            title: title === '' ? t('notice.item.withheld') : title,
            day: weekdayAndDate(language, to),
          })}
        </p>
      ))}
    </Panel>
  );
}
