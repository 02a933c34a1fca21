import { useEffect, useRef } from 'react';
import { useText } from '../app/text.tsx';
import { picturesOfPage } from './first-pictures.ts';
import css from './video.module.css';
import { useVideo } from './meeting-video.tsx';
import type { Guest } from './view.ts';

/** A guest's moving picture. Being on the page is what makes it be sent here; `rank` 0 is the speaker, 1 the room. */
export function LivePicture({ guest, rank }: { readonly guest: Guest; readonly rank: number }) {
  const t = useText();
  const { session, show } = useVideo();
  const element = useRef<HTMLVideoElement>(null);
  const { identity } = guest;
  const sid = guest.camera?.sid;
  const arrives = guest.camera?.arrives === true;
  useEffect(() => (sid === undefined ? undefined : show(identity, rank)), [show, identity, rank, sid]);
  useEffect(() => {
    if (session === undefined || !arrives || element.current === null) return undefined;
    return session.attach(identity, element.current);
  }, [session, identity, sid, arrives]);
  return (
    <>
      <video
        ref={element}
        muted
        playsInline
        autoPlay
        tabIndex={-1}
        aria-hidden="true"
        onLoadedData={picturesOfPage.drawn}
      />
      {!arrives && <span className={css.coming}>{t('video.coming')}</span>}
    </>
  );
}

/** The own camera; `mirrored` as in a mirror, else as others see it. */
export function OwnVideo({ mirrored = true }: { readonly mirrored?: boolean }) {
  const { session, view } = useVideo();
  const element = useRef<HTMLVideoElement>(null);
  const { cameraTurn } = view;
  useEffect(() => {
    if (session === undefined || cameraTurn === 0 || element.current === null) return undefined;
    return session.attach('own', element.current);
  }, [session, cameraTurn]);
  return (
    <video
      ref={element}
      className={mirrored ? css.mirrored : undefined}
      muted
      playsInline
      autoPlay
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}
