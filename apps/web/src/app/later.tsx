import { RotateCcw } from 'lucide-react';
import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { afterTheFirst, type Download, download, downloadAlone, type Downloaded } from './download.ts';
import css from './later.module.css';
import { Loading } from './loading.tsx';
import { Unreachable } from './unreachable.tsx';
import { useText } from './text.tsx';

/** Where the part stands: the whole page, or inside one; `quiet`: often nothing, and not among the first. */
type Place = 'page' | 'inside' | 'quiet';

/** A view that is downloaded when it is first shown, or before that when nothing else is done. While it comes, and when it does not, it says so. */
export function later<P extends object>(place: Place, load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return viewOf(place, download(load));
}

/**
 * A whole screen as a download of its own, with the texts that a member's first screen does without.
 * React's own way of waiting holds a view back for 0.3 s once it has said that something is on its way; this one does not.
 */
export function laterScreen(load: () => Promise<ComponentType>, texts?: () => Promise<unknown>): ComponentType {
  return viewOf('page', downloadAlone(load, texts));
}

function viewOf<P extends object>(place: Place, part: Download<ComponentType<P>>): ComponentType<P> {
  return function Later(props: P) {
    const state = useDownload(part);
    useEffect(() => {
      if (place === 'quiet') return afterTheFirst(() => void part.begin());
      void part.begin();
      return undefined;
    }, []);
    if (state.is === 'here') return <state.value {...props} />;
    const again = (): void => void tryAgain(part);
    const isFailed = state.is === 'failed';
    if (place === 'page') return isFailed ? <Unreachable again={again} /> : <Loading />;
    if (place === 'quiet' && !isFailed) return null;
    return (
      <div className={css.inside}>
        <Meanwhile isFailed={isFailed} again={again} />
      </div>
    );
  };
}

type Opened = { readonly isOpen: boolean; readonly onClose: () => void };

/** A dialog in the same way: downloaded when it is first opened, and kept with what is written in it when it is closed. */
export function laterDialog<P extends Opened>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const part = download(load);
  return function LaterDialog(props: P) {
    const t = useText();
    const state = useDownload(part);
    const { isOpen, onClose } = props;
    useEffect(() => {
      if (isOpen) void part.begin();
    }, [isOpen]);
    if (state.is === 'here') return <state.value {...props} />;
    if (!isOpen) return null;
    return (
      <div className={css.over}>
        <Meanwhile isFailed={state.is === 'failed'} again={() => void tryAgain(part)}>
          <Button onPress={onClose}>{t('common.close')}</Button>
        </Meanwhile>
      </div>
    );
  };
}

/** What has come of it, without asking for it. */
export function useDownload<T>(part: Download<T>): Downloaded<T> {
  return useSyncExternalStore(part.subscribe, part.current);
}

function Meanwhile({
  isFailed,
  again,
  children,
}: {
  readonly isFailed: boolean;
  readonly again: () => void;
  readonly children?: ReactNode;
}) {
  const t = useText();
  if (!isFailed) return <Skeleton>{t('common.loading')}</Skeleton>;
  return (
    <ErrorState
      title={t('shell.part.title')}
      happened={t('shell.part.happened')}
      kept={t('shell.unreachable.kept')}
      todo={t('shell.unreachable.todo')}
      actions={
        <>
          <Button icon={RotateCcw} onPress={again}>
            {t('shell.unreachable.again')}
          </Button>
          {children}
        </>
      }
    />
  );
}

/**
 * Some browsers remember that a file did not come, and a new version of Klubba has other files: only a page loaded anew helps
 * there. It is loaded anew only when the server answers, or the meeting on the screen would be lost for nothing.
 */
async function tryAgain(part: Download<unknown>): Promise<void> {
  await part.begin();
  if (part.current().is !== 'failed') return;
  const answers = await fetch(location.href, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (answers) location.reload();
}
