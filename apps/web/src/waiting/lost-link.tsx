import { timeText } from '@klubba/i18n';
import { useText } from '../app/text.tsx';
import { useConnection } from '../live/index.ts';
import { Alert } from '../ui/index.ts';
import css from './waiting.module.css';

/** A desk that has lost its link keeps the last picture of the meeting and says so; presses are kept and sent when it is back. */
export function LostLink() {
  const t = useText();
  const connection = useConnection();
  const phone = connection.is === 'lost' || connection.is === 'ended' ? connection.secretaryPhone : undefined;
  return (
    <div className={css.lost} role="alert">
      {connection.is === 'lost' && (
        <Alert
          rank="stop"
          word={t('waiting.lost')}
          actions={
            phone === undefined ? undefined : (
              <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{t('waiting.lost.call', { phone })}</a>
            )
          }
        >
          {t('waiting.lost.kept', { time: timeText(connection.since), waiting: connection.waiting })}
        </Alert>
      )}
      {connection.is === 'ended' && (
        <Alert rank="stop" word={t(`waiting.ended.${connection.why}`)} actions={<a href="/">{t('waiting.toStart')}</a>}>
          {t(`waiting.ended.${connection.why}.why`)}
        </Alert>
      )}
    </div>
  );
}
