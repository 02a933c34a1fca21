import { Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { Alert } from './alert.tsx';
import { ButtonRow } from './button.tsx';
import css from './connection-lost.module.css';
import { QuietFrame } from './frames.tsx';
import { Icon } from './icon.tsx';
import { NumberedSteps, Ticks, type Tick } from './rows.tsx';

export type CallBoxProps = {
  /** "Ring sekreteraren" */
  readonly title: string;
  /** "Åsa Lindvall, kommunsekreterare" */
  readonly who: string;
  /** As written: "0980-31 92 14". The link strips what a phone cannot dial. */
  readonly phone: string;
};

/** Whom to ring, with the number as a link. */
export function CallBox({ title, who, phone }: CallBoxProps) {
  return (
    <section className={css.call}>
      <h2>{title}</h2>
      <p>{who}</p>
      <a className={css.phone} href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
        <Icon shape={Phone} />
        {phone}
      </a>
    </section>
  );
}

export type ConnectionLostProps = {
  readonly top: ReactNode;
  readonly title: string;
  /** Since when, and that it is being tried again. */
  readonly lede: ReactNode;
  readonly steps: readonly ReactNode[];
  readonly actions: ReactNode;
  readonly call: CallBoxProps;
  readonly kept: { readonly title: string; readonly items: readonly Tick[] };
  /** What the meeting does meanwhile: "Inget beslut fattas förrän …" */
  readonly note?: { readonly word: string; readonly text: ReactNode };
  /** On-air mark and the next try. */
  readonly foot: ReactNode;
};

/** The connection is lost: what happened, what is kept, what to do, whom to ring. */
export function ConnectionLost({ top, title, lede, steps, actions, call, kept, note, foot }: ConnectionLostProps) {
  const aside = (
    <>
      <CallBox {...call} />
      <section className={css.kept}>
        <h2>{kept.title}</h2>
        <Ticks ticks={kept.items} />
      </section>
      {note && (
        <div className={css.note}>
          <Alert rank="information" word={note.word}>
            {note.text}
          </Alert>
        </div>
      )}
    </>
  );
  return (
    <QuietFrame top={top} aside={aside} foot={foot}>
      <h1 className={css.title}>{title}</h1>
      <p role="alert" className={css.lede}>
        {lede}
      </p>
      <div className={css.steps}>
        <NumberedSteps steps={steps} />
      </div>
      <div className={css.actions}>
        <ButtonRow>{actions}</ButtonRow>
      </div>
    </QuietFrame>
  );
}
