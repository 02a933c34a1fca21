import type { HearingWindow } from '@klubba/protocol';
import { usePageTitle } from '../app/page-title.ts';
import { useText } from '../app/text.tsx';
import { CallBox } from '../ui/connection-lost.tsx';
import { QuietFrame } from '../ui/frames.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import css from './login.module.css';

type QuietProps = {
  readonly what: 'ended' | 'used' | 'unknown';
  readonly about?: Pick<HearingWindow, 'body' | 'municipality' | 'help'>;
};

/** A link that opens nothing (any more): what it means, and whom to ring. */
export function HearingQuiet({ what, about }: QuietProps) {
  const t = useText();
  usePageTitle(t(`hearing.${what}.title`));
  const help = about?.help;
  const whom =
    help === undefined
      ? {}
      : {
          aside: (
            <CallBox
              title={t('hearing.help.title')}
              who={t('hearing.help.who', { name: help.name })}
              phone={help.phone}
            />
          ),
        };
  return (
    <QuietFrame top={<TopBar body={about?.body ?? t('common.product')} presence={about?.municipality} />} {...whom}>
      <h1 className={css.title}>{t(`hearing.${what}.title`)}</h1>
      <p className={css.lede}>{t(`hearing.${what}.lede`)}</p>
      {what === 'ended' && <p>{t('hearing.ended.close')}</p>}
    </QuietFrame>
  );
}
