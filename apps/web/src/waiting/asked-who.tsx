import { identityTalkOf, type Meeting, type PersonId, personName } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { OwnPicture, TalkPicture } from '../video/index.ts';
import css from './waiting.module.css';

/** For one who waits outside: somebody of the meeting asks who it is. The two see and hear each other, and nobody else does. */
export function AskedWho({ meeting, me }: { readonly meeting: Meeting; readonly me: PersonId }) {
  const t = useText();
  const talk = identityTalkOf(meeting, me);
  if (talk === undefined) return null;
  const name = personName(meeting, talk.by);
  return (
    <section className={css.asked} aria-label={t('hearing.asked.title', { name })}>
      <div role="alert">
        <h2>{t('hearing.asked.title', { name })}</h2>
        <p>{t('hearing.asked.text')}</p>
      </div>
      <TalkPicture person={talk.by} />
      <OwnPicture />
    </section>
  );
}
