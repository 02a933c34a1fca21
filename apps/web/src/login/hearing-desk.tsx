import { timeText } from '@klubba/i18n';
import type { ItemId, Meeting, MeetingId, PersonId } from '@klubba/meeting';
import type { HearingView, NewHearing, NewHearingCode } from '@klubba/protocol';
import { Copy, KeyRound, Link2, X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import css from './login.module.css';
import { Soft } from '../ui/text.tsx';
import { endHearing, hearingsOf, makeHearing, newHearingCode } from './api.ts';
import { refusalSentence } from './hint-text.ts';

/** For the secretary's desk: who is called from outside, to which item, and a link for those without an e-identification. */
export function HearingDesk({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const id = meeting.plan.meeting;
  const [hearings, ask] = useHearings(id);
  const [made, setMade] = useState<Given>();
  const [refused, setRefused] = useState<string>();
  const called = calledFromOutside(meeting);
  const make = async (person: PersonId, item: ItemId) => {
    const told = await makeHearing(id, person, item);
    setMade(told.is === 'value' ? { ...told.value, person } : undefined);
    setRefused(told.is === 'refused' ? told.rule : undefined);
    await ask();
  };
  const giveCode = async (hearing: HearingView) => {
    const told = await newHearingCode(id, hearing.id);
    setMade(told.is === 'value' ? { ...told.value, person: hearing.person } : undefined);
    setRefused(told.is === 'refused' ? told.rule : undefined);
    await ask();
  };
  const end = async (hearing: HearingView) => {
    await endHearing(id, hearing.id);
    setMade(undefined);
    await ask();
  };
  return (
    <Panel title={t('hearing.desk.title')}>
      {called.length === 0 && <Soft>{t('hearing.desk.none')}</Soft>}
      <Rows label={t('hearing.desk.title')}>
        {called.map(({ person, item, name, number }) => {
          const latest = hearings.findLast((one) => one.person === person && one.item === item);
          return (
            <Row key={`${person} ${item}`}>
              <p>
                {name}, § {number}
                {latest !== undefined && (
                  <>
                    <br />
                    <Soft small>{t(`hearing.desk.${latest.state}`)}</Soft>
                  </>
                )}
              </p>
              <ButtonRow>
                <Button size="s" icon={Link2} onPress={() => void make(person, item)}>
                  {t('hearing.desk.make', { name })}
                </Button>
                {latest?.state === 'open' && (
                  <Button size="s" icon={KeyRound} onPress={() => void giveCode(latest)}>
                    {t('hearing.desk.newCode', { name })}
                  </Button>
                )}
                {latest !== undefined && latest.state !== 'ended' && (
                  <Button size="s" kind="quiet" icon={X} onPress={() => void end(latest)}>
                    {t('hearing.desk.end')}
                  </Button>
                )}
              </ButtonRow>
            </Row>
          );
        })}
      </Rows>
      <div role="status">
        {refused !== undefined && <p>{refusalSentence(t, refused)}</p>}
        {made !== undefined && <OnlyNow made={made} name={nameOf(meeting, made.person)} />}
      </div>
    </Panel>
  );
}

/** A link with its first code, or another code for a link that waits. */
type Given = NewHearingCode & Partial<Pick<NewHearing, 'link'>> & { readonly person: PersonId };

/** To be sent and to be said, the one time that they are seen. */
function OnlyNow({ made, name }: { readonly made: Given; readonly name: string }) {
  const t = useText();
  return (
    <div className={css.onlyNow}>
      <p>{made.link === undefined ? t('hearing.desk.once') : `${t('hearing.desk.once')} ${t('hearing.desk.again')}`}</p>
      <dl>
        {made.link !== undefined && <LinkToSend link={made.link} name={name} />}
        <dt>{t('hearing.desk.code')}</dt>
        <dd className={css.said}>{`${made.code.slice(0, 3)} ${made.code.slice(3)}`}</dd>
        <dd>
          <Soft small>{t('hearing.desk.until', { time: timeText(made.until), name })}</Soft>
        </dd>
      </dl>
    </div>
  );
}

function LinkToSend({ link, name }: { readonly link: string; readonly name: string }) {
  const t = useText();
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid(t('hearing.desk.copied'));
    } catch {
      setSaid(t('hearing.desk.copy.failed'));
    }
  };
  return (
    <>
      <dt>{t('hearing.desk.link', { name })}</dt>
      <dd>
        <code>{link}</code>
      </dd>
      <dd>
        <Button wide icon={Copy} onPress={() => void copy()}>
          {t('hearing.desk.copy')}
        </Button>
        <Soft small>{said}</Soft>
      </dd>
    </>
  );
}

function useHearings(meeting: MeetingId): readonly [readonly HearingView[], () => Promise<void>] {
  const [hearings, setHearings] = useState<readonly HearingView[]>([]);
  const ask = useCallback(async () => {
    const told = await hearingsOf(meeting);
    if (told.is === 'value') setHearings(told.value.hearings);
  }, [meeting]);
  useEffect(() => {
    void ask();
  }, [ask]);
  return [hearings, ask];
}

function calledFromOutside(meeting: Meeting) {
  const outside = new Set(meeting.plan.duties.filter((one) => one.duty === 'external').map((one) => one.person));
  return meeting.agenda.order.flatMap((item) => {
    const { externals = [], number = 0 } = meeting.agenda.items[item] ?? {};
    return externals
      .filter((person) => outside.has(person))
      .map((person) => ({ person, item, number, name: nameOf(meeting, person) }));
  });
}

function nameOf({ plan }: Meeting, id: PersonId): string {
  const person = plan.people.find((one) => one.id === id);
  return person === undefined ? '' : `${person.givenName} ${person.familyName}`.trim();
}
