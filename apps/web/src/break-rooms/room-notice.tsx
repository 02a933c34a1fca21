import type { ReactNode } from 'react';
import { useText } from '../app/text.tsx';
import { RefusalLine } from '../steps/index.ts';
import { Button } from '../ui/index.ts';
import css from './break-rooms.module.css';
import type { RoomSession, RoomView } from './room-view.ts';

/** What stands in the way of the room, in a sentence, with the one thing to do. Nothing when nothing does. */
export function RoomNotice({ view, session }: { readonly view: RoomView; readonly session: RoomSession }) {
  const t = useText();
  const { link } = view;
  if (link.is === 'refused')
    return (
      <Notice button={t('breaks.link.again')} press={session.enterAnew}>
        <RefusalLine refusal={{ rule: link.rule }} bare />
      </Notice>
    );
  if (link.is === 'elsewhere')
    return (
      <Notice button={t('breaks.link.here')} press={session.enterAnew}>
        {t('breaks.link.elsewhere')}
      </Notice>
    );
  if (link.is !== 'connected') return <Notice>{t(`breaks.link.${link.is}`)}</Notice>;
  if (view.overtaken)
    return (
      <Notice button={t('breaks.link.here')} press={session.enterAnew}>
        {t('breaks.link.overtaken')}
      </Notice>
    );
  if (view.soundBlocked)
    return (
      <Notice button={t('breaks.startSound')} press={() => void session.startSound()}>
        {t('breaks.soundBlocked')}
      </Notice>
    );
  return null;
}

function Notice({
  children,
  button,
  press,
}: {
  readonly children: ReactNode;
  readonly button?: string;
  readonly press?: () => void;
}) {
  return (
    <div role="status" className={css.notice}>
      <div>{children}</div>
      {button !== undefined && (
        <Button size="s" onPress={press}>
          {button}
        </Button>
      )}
    </div>
  );
}
