import {
  type Meeting,
  type MeetingCommand,
  type PersonId,
  personWithParty,
  type Refusal,
  type RemoteApplication,
} from '@klubba/meeting';
import { Check, TriangleAlert } from 'lucide-react';
import { usePreferences, useText } from '../app/text.tsx';
import { useServerNow } from '../live/index.ts';
import { inTheWayOf } from '../member/lawful.ts';
import { refusalText } from '../steps/index.ts';
import { cx, EmptyState, Icon, NotNow } from '../ui/index.ts';
import { isFaulty } from './device-faults.ts';
import css from './planning.module.css';

type Props = {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly applications: readonly RemoteApplication[];
  readonly current: PersonId | undefined;
  readonly onChoose: (person: PersonId) => void;
};

/** Those who have applied, in the order they came in; after them those who were permitted before. */
export function Applications({ applications, ...rest }: Props) {
  const t = useText();
  const applied = applications.filter(({ appliedAt }) => appliedAt !== undefined);
  const before = applications.filter(({ appliedAt }) => appliedAt === undefined);
  return (
    <>
      <header className={css.head}>
        <h1 className={css.title}>{t('planning.remote.applied', { count: applied.length })}</h1>
        {applied.length > 1 && <span className={css.soft}>{t('planning.remote.applied.order')}</span>}
      </header>
      {applied.length === 0 && <EmptyState>{t('planning.remote.none')}</EmptyState>}
      <ol className={css.applications}>
        {applied.map((one, at) => (
          <Application key={one.person} {...rest} application={one} number={at + 1} />
        ))}
      </ol>
      {before.length > 0 && (
        <section>
          <h2 className={css.subtitle}>{t('planning.remote.standing')}</h2>
          <ol className={css.applications}>
            {before.map((one) => (
              <Application key={one.person} {...rest} application={one} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Application({
  meeting,
  me,
  application,
  number,
  current,
  onChoose,
}: Omit<Props, 'applications'> & { readonly application: RemoteApplication; readonly number?: number }) {
  const t = useText();
  const { language } = usePreferences();
  const now = useServerNow(60_000);
  const { person, state, reason, decisionReason, premises } = application;
  const name = personWithParty(meeting.plan, person);
  const barrier = whyNever(meeting, me, application, now);
  const isCurrent = person === current;
  const faulty = state === 'granted' && isFaulty(application);
  return (
    <li className={cx(css.application, isCurrent && css.current)} aria-current={isCurrent || undefined}>
      <span className={css.number}>{number}</span>
      <h2 className={css.name}>
        <button type="button" className={css.choose} onClick={() => onChoose(person)}>
          {name}
        </button>
      </h2>
      <span className={cx(css.state, faulty && css.warn)}>
        {faulty ? <Icon shape={TriangleAlert} /> : state === 'granted' && <Icon shape={Check} />}
        {stateWords(t, application, barrier, faulty)}
      </span>
      <div className={css.more}>
        {number !== undefined && <p>{reason ?? t('planning.remote.noReason')}</p>}
        {decisionReason !== undefined && decisionReason !== '' && (
          <p className={css.soft}>{t('planning.remote.reasonWas', { reason: decisionReason })}</p>
        )}
        {premises !== undefined && <p className={css.soft}>{t('planning.remote.room', { room: premises })}</p>}
        {barrier !== undefined && (
          <NotNow
            action={t('planning.remote.grant')}
            word={t('common.notNow')}
            {...refusalText(language, barrier, meeting.plan.body.kind)}
          />
        )}
      </div>
    </li>
  );
}

function stateWords(
  t: ReturnType<typeof useText>,
  { state, place }: RemoteApplication,
  barrier: Refusal | undefined,
  faulty: boolean,
): string {
  if (barrier !== undefined) return t('planning.remote.state.impossible');
  if (faulty) return t('planning.remote.state.granted.bad');
  return t(`planning.remote.state.${state}`, { place: place ?? 0 });
}

/** What keeps it from being granted whoever decides and however many places are free. */
function whyNever(meeting: Meeting, me: PersonId, one: RemoteApplication, now: number): Refusal | undefined {
  if (one.state !== 'applied' && one.state !== 'queued') return undefined;
  const command: MeetingCommand = { type: 'grantRemote', person: one.person };
  const refusal = inTheWayOf(meeting, me, command, now);
  return refusal === undefined || BY_AND_BY.includes(refusal.rule) ? undefined : refusal;
}

/** Another person's to decide, or a matter of places: no word against the applicant. */
const BY_AND_BY: readonly string[] = ['MTG-CHAIR', 'MTG-REMOTE-CAP', 'MTG-SESSION'];
