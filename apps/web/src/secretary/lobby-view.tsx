import { timeSpan, timeText } from '@klubba/i18n';
import type { Meeting, PersonId } from '@klubba/meeting';
import { ArrowLeft, UserCheck, UserX } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { HearingDesk } from '../login/hearing-desk.tsx';
import { RefusalLine, refusalText } from '../steps/index.ts';
import {
  Alert,
  Button,
  ButtonRow,
  Column,
  ColumnsFrame,
  EmptyState,
  Facts,
  NextStep,
  NotNow,
  Panel,
  Row,
  Rows,
  TopBar,
  TopBarFact,
} from '../ui/index.ts';
import { IdentityTalk } from './identity-talk.tsx';
import { doorFor, movements, type Outsider, outsiders } from './lobby.ts';
import css from './secretary.module.css';

/** The door: who is outside and how each was identified, who is expected to which item, who has been in. Nobody outside sees or hears. */
export function LobbyView({
  meeting,
  me,
  now,
  onClose,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly now: number;
  readonly onClose: () => void;
}) {
  const t = useText();
  const all = outsiders(meeting);
  const outside = all.filter((one) => one.state === 'outside');
  const [chosen, setChosen] = useState<PersonId>();
  const current = outside.find((one) => one.person === chosen) ?? outside[0];
  const item = meeting.agenda.current === undefined ? undefined : meeting.agenda.items[meeting.agenda.current];
  return (
    <ColumnsFrame
      template="minmax(0, 378px) minmax(0, 1fr) minmax(0, 378px)"
      top={
        <TopBar
          body={meeting.plan.body.name}
          item={item && { number: `§ ${item.number}`, title: item.title }}
          actions={
            <>
              <TopBarFact>{t('secretary.lobby.count', { count: outside.length })}</TopBarFact>
              <Button icon={ArrowLeft} onPress={onClose}>
                {t('secretary.lobby.back')}
              </Button>
            </>
          }
          clock={timeText(now)}
        />
      }
    >
      <Column>
        <Panel title={t('secretary.lobby.outside')} note={t('secretary.lobby.unseen')}>
          {outside.length === 0 ? (
            <p>{t('secretary.lobby.nobody')}</p>
          ) : (
            <ul className={css.group}>
              {outside.map((one) => (
                <li key={one.person}>
                  <button
                    type="button"
                    className={one === current ? `${css.outsider} ${css.chosen}` : css.outsider}
                    aria-pressed={one === current}
                    onClick={() => setChosen(one.person)}
                  >
                    <b>{one.name}</b>
                    <span className={css.soft}>{briefly(one, t)}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <HearingDesk meeting={meeting} />
      </Column>
      <Column surface>
        {current === undefined ? (
          <EmptyState level={1} title={t('secretary.lobby.empty')}>
            {t('secretary.lobby.emptyWhy')}
          </EmptyState>
        ) : (
          <AtTheDoor key={current.person} meeting={meeting} me={me} now={now} one={current} />
        )}
      </Column>
      <Column>
        <Expected meeting={meeting} all={all} me={me} now={now} />
        <Panel title={t('secretary.lobby.inAndOut')}>
          <Movements meeting={meeting} />
        </Panel>
        <Alert rank="information" word={t('chair.rank.information')} compact>
          {t('secretary.lobby.logged')}
        </Alert>
      </Column>
    </ColumnsFrame>
  );
}

function briefly(one: Outsider, t: ReturnType<typeof useText>): string {
  const how = one.presence === undefined ? '' : t(`label.identification.${one.presence.identified}`);
  const called =
    one.item === undefined
      ? t(one.expected ? 'secretary.lobby.known' : 'secretary.lobby.notExpected')
      : t('secretary.lobby.calledTo', { number: one.item.number });
  return `${how}. ${called}`;
}

function AtTheDoor({
  meeting,
  me,
  now,
  one,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly now: number;
  readonly one: Outsider;
}) {
  const t = useText();
  const { language } = usePreferences();
  const { send, sending, refusal } = useCommand();
  const door = doorFor(meeting, one, me, now);
  const why = door.refusal === undefined ? undefined : refusalText(language, door.refusal, meeting.plan.body.kind);
  const { presence } = one;
  return (
    <>
      <div>
        <h1 className={css.doorName}>{one.name}</h1>
        {presence !== undefined && <p>{t('secretary.lobby.came', { time: timeText(presence.since) })}</p>}
      </div>
      <Facts
        facts={[
          {
            term: t('secretary.seat.identified'),
            value: presence === undefined ? '' : t(`label.identification.${presence.identified}`),
          },
          {
            term: t('secretary.lobby.duty'),
            value:
              one.duties.length === 0
                ? t('secretary.lobby.noDuty')
                : [one.title, ...one.duties.map((duty) => t(`label.duty.${duty}`))].filter(Boolean).join(', '),
          },
          {
            term: t('secretary.lobby.called'),
            value:
              one.item === undefined
                ? t('secretary.lobby.notCalled')
                : t('secretary.lobby.calledTo', { number: one.item.number }),
          },
        ]}
      />
      {one.doubted && (
        <Alert rank="warning" word={t('chair.rank.warning')}>
          {t('secretary.lobby.doubted')}
        </Alert>
      )}
      {!one.expected && (
        <Alert rank="warning" word={t('chair.rank.warning')}>
          {t('secretary.lobby.unknown')}
        </Alert>
      )}
      <IdentityTalk key={one.person} meeting={meeting} me={me} person={one.person} />
      {why === undefined ? (
        <NextStep
          icon={UserCheck}
          busy={sending ? t('chair.sending') : undefined}
          effect={t('secretary.lobby.admitEffect')}
          onPress={() => void send(door.command)}
        >
          {t('secretary.lobby.admit', { name: one.name })}
        </NextStep>
      ) : (
        <NotNow
          action={t('secretary.lobby.admit', { name: one.name })}
          word={t('common.notNow')}
          reason={why.reason}
          rule={why.rule}
        />
      )}
      <ButtonRow>
        <Button icon={UserX} onPress={() => void send({ type: 'refuseEntry', person: one.person })}>
          {t('secretary.lobby.refuse')}
        </Button>
      </ButtonRow>
      <p className={css.soft}>{t('secretary.lobby.refuseEffect')}</p>
      <RefusalLine refusal={refusal} />
    </>
  );
}

function Expected({
  meeting,
  all,
  me,
  now,
}: {
  readonly meeting: Meeting;
  readonly all: readonly Outsider[];
  readonly me: PersonId;
  readonly now: number;
}) {
  const t = useText();
  const { language } = usePreferences();
  const { send, refusal } = useCommand();
  const expected = all.filter((one) => one.state === 'expected' || (one.state === 'outside' && one.item !== undefined));
  const inside = all.filter((one) => one.state === 'in');
  return (
    <Panel title={t('secretary.lobby.expected')}>
      {expected.length + inside.length === 0 && <p>{t('secretary.lobby.noneExpected')}</p>}
      <Rows>
        {inside.map((one) => (
          <Row
            key={one.person}
            note={t('secretary.lobby.isIn')}
            end={
              <Button size="s" onPress={() => void send({ type: 'endExternal', person: one.person })}>
                {t('secretary.lobby.end')}
              </Button>
            }
          >
            {one.name}
          </Row>
        ))}
        {expected.map((one) => {
          const door = doorFor(meeting, one, me, now);
          const why =
            door.refusal === undefined ? undefined : refusalText(language, door.refusal, meeting.plan.body.kind);
          return (
            <Row
              key={one.person}
              note={
                why === undefined
                  ? t('secretary.lobby.mayEnter')
                  : [t('common.notNow'), why.reason, why.rule].filter(Boolean).join(' ')
              }
              end={
                why === undefined ? (
                  <Button size="s" onPress={() => void send(door.command)}>
                    {t('secretary.lobby.letIn')}
                  </Button>
                ) : (
                  one.item && `§ ${one.item.number}`
                )
              }
            >
              {one.name}
              {one.title === undefined ? '' : `, ${one.title}`}
            </Row>
          );
        })}
      </Rows>
      <RefusalLine refusal={refusal} />
    </Panel>
  );
}

/** The latest to come and go. */
const LAST_SHOWN = 12;

function Movements({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const others = movements(meeting).slice(-LAST_SHOWN);
  if (others.length === 0) return <p>{t('secretary.lobby.noMovement')}</p>;
  return (
    <Rows>
      {others.map((one) => (
        <Row
          key={`${one.person}:${one.from}`}
          tight
          start={one.to === undefined ? `${timeText(one.from)}–` : timeSpan(one.from, one.to)}
          note={one.to === undefined ? undefined : one.cause === undefined ? undefined : t('secretary.lobby.left')}
        >
          {nameOf(meeting, one.person)}
        </Row>
      ))}
    </Rows>
  );
}

function nameOf(meeting: Meeting, person: PersonId): string {
  const known = meeting.plan.people.find((one) => one.id === person);
  if (known === undefined) return person;
  const name = `${known.givenName} ${known.familyName}`;
  return known.title === undefined ? name : `${name}, ${known.title}`;
}
