import { type Meeting, remoteByParty, type RemoteApplication } from '@klubba/meeting';
import { Check, TriangleAlert } from 'lucide-react';
import { usePreferences, useText } from '../app/text.tsx';
import { cx, Icon } from '../ui/index.ts';
import { dayTextOf } from './day.ts';
import { faultyParts, REMOTE_CHECKS } from './device-faults.ts';
import css from './planning.module.css';

type Ground = { readonly id: string; readonly good: boolean; readonly words: string };

/** What the chair decides on: the last test, what was declared, and the balance between the parties (REM-12). */
export function Grounds(props: { readonly meeting: Meeting; readonly application: RemoteApplication }) {
  const t = useText();
  const grounds = useGrounds(props);
  return (
    <ul className={css.grounds} aria-label={t('planning.remote.tests')}>
      {grounds.map(({ id, good, words }) => (
        <li key={id} className={cx(!good && css.warn)}>
          <Icon shape={good ? Check : TriangleAlert} />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}

function useGrounds({
  meeting,
  application,
}: {
  readonly meeting: Meeting;
  readonly application: RemoteApplication;
}): readonly Ground[] {
  const t = useText();
  const { language } = usePreferences();
  const { person, state, test, testedAt, confirmed = [] } = application;
  const faults = faultyParts(application);
  const missing = REMOTE_CHECKS.filter((check) => !confirmed.includes(check));
  const day = testedAt === undefined ? '' : dayTextOf(language, testedAt);
  const testWords = () => {
    if (test === undefined) return t('planning.remote.test.none');
    if (faults.length === 0) return t('planning.remote.test.good', { day });
    const parts = faults.map((part) => t(`planning.remote.test.${part}`)).join(', ');
    return t('planning.remote.test.bad', { day, parts });
  };
  const checkWords =
    missing.length === 0
      ? t('planning.remote.check.all')
      : t('planning.remote.check.some', {
          parts: missing.map((check) => t(`planning.remote.check.${check}`)).join(', '),
        });
  const party = meeting.plan.people.find((one) => one.id === person)?.party;
  const balance = remoteByParty(meeting).find((one) => one.party === party);
  const short = meeting.plan.parties.find((one) => one.id === party)?.short;
  const grounds: Ground[] = [
    { id: 'test', good: test !== undefined && faults.length === 0, words: testWords() },
    { id: 'check', good: missing.length === 0, words: checkWords },
  ];
  if (balance !== undefined && short !== undefined) {
    const others = balance.remote - (state === 'granted' ? 1 : 0);
    grounds.push({ id: 'party', good: true, words: t('planning.remote.others', { count: others, party: short }) });
    const { most } = balance;
    if (most !== undefined && others >= most)
      grounds.push({ id: 'agreed', good: false, words: t('planning.remote.overAgreed', { most, party: short }) });
  }
  return grounds;
}
