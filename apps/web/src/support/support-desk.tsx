import { durationText, timeSpan, timeText } from '@klubba/i18n';
import { decide, type Meeting, type PersonId, personWithParty, quorum } from '@klubba/meeting';
import { Check, Phone } from 'lucide-react';
import { useEffect, useState } from 'react';
import { usePageTitle } from '../app/page-title.ts';
import { useText } from '../app/text.tsx';
import { ChatButton, ChatHere } from '../chat/index.ts';
import { useCommand, useLinks, useMe, useMeeting, useServerNow } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Alert, Button, ButtonLink, ButtonRow, Column, ColumnsFrame, Panel, Row, Rows, TopBar } from '../ui/index.ts';
import { LostLink } from '../waiting/lost-link.tsx';
import { type LinkRow, linkRows, remember, type Trends } from './link-rows.ts';
import { LinksTable } from './links-table.tsx';

/** The technician: who is gone and since when, who asks for help, and how every link is. Nothing of what is said. */
export function SupportDesk() {
  const t = useText();
  const meeting = useMeeting();
  const views = useLinks();
  const now = useServerNow(1_000);
  const [trends, setTrends] = useState<Trends>(new Map());
  const [onlyTrouble, setOnlyTrouble] = useState(false);
  useEffect(() => setTrends((before) => remember(before, views)), [views]);
  usePageTitle(t('support.tab'), meeting.plan.body.name);
  const rows = linkRows(meeting, views);
  const remote = rows.filter((row) => row.mode === 'remote');
  const shown = onlyTrouble ? rows.filter((row) => row.state !== 'good') : rows;
  const item = meeting.agenda.current === undefined ? undefined : meeting.agenda.items[meeting.agenda.current];
  const closed = meeting.secrecy.closedFor !== undefined;
  return (
    <>
      <ColumnsFrame
        template="minmax(0, 420px) minmax(0, 1fr)"
        top={
          <TopBar
            body={meeting.plan.body.name}
            item={
              item === undefined || closed
                ? { title: t('support.tab') }
                : { number: `§ ${item.number}`, title: item.title }
            }
            itemIsHeading
            presence={<Presence meeting={meeting} />}
            actions={<ChatButton />}
            clock={timeText(now)}
          />
        }
      >
        <Column>
          <ChatHere />
          <Lost meeting={meeting} rows={rows} now={now} />
          <Help meeting={meeting} />
          <History meeting={meeting} />
        </Column>
        <Column surface>
          {closed && (
            <Alert rank="information" word={t('chair.rank.information')} compact>
              {t('support.doors')}
            </Alert>
          )}
          <Panel
            title={t('support.links')}
            note={t('support.links.count', {
              good: remote.filter((row) => row.state === 'good').length,
              all: remote.length,
              lost: remote.filter((row) => row.state === 'lost').length,
            })}
          >
            <div role="group" aria-label={t('support.show')}>
              <ButtonRow>
                <Button size="s" pressed={!onlyTrouble} onPress={() => setOnlyTrouble(false)}>
                  {t('support.show.all')}
                </Button>
                <Button size="s" pressed={onlyTrouble} onPress={() => setOnlyTrouble(true)}>
                  {t('support.show.trouble')}
                </Button>
              </ButtonRow>
            </div>
            {rows.length === 0 && <p>{t('support.links.none')}</p>}
            {rows.length > 0 && shown.length === 0 && <p>{t('support.trouble.none')}</p>}
            {shown.length > 0 && <LinksTable rows={shown} trends={trends} now={now} />}
          </Panel>
        </Column>
      </ColumnsFrame>
      <LostLink />
    </>
  );
}

function Presence({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { present, seats, required, quorate } = quorum(meeting);
  return (
    <>
      <b>{t('chair.of', { present, seats })}</b>{' '}
      {t('secretary.presence', { word: t(quorate ? 'chair.quorate' : 'chair.notQuorate'), required })}
    </>
  );
}

function phoneOf(meeting: Meeting, person: PersonId): string | undefined {
  return meeting.plan.people.find((one) => one.id === person)?.phone;
}

function Ring({ meeting, person }: { readonly meeting: Meeting; readonly person: PersonId }) {
  const t = useText();
  const phone = phoneOf(meeting, person);
  if (phone === undefined) return null;
  return (
    <ButtonLink size="s" icon={Phone} href={`tel:${phone.replaceAll(/[^+\d]/gu, '')}`}>
      {t('secretary.ring', { phone })}
    </ButtonLink>
  );
}

function Lost({
  meeting,
  rows,
  now,
}: {
  readonly meeting: Meeting;
  readonly rows: readonly LinkRow[];
  readonly now: number;
}) {
  const t = useText();
  const { send, refusal } = useCommand();
  const me = useMe()?.person;
  const lost = rows.filter((row) => row.state === 'lost' || row.state === 'approval');
  return (
    <Panel title={t('support.lost')} note={lost.length === 0 ? undefined : String(lost.length)}>
      {lost.length === 0 && <p>{t('support.lost.none')}</p>}
      <Rows label={t('support.lost')}>
        {lost.map((row) => {
          const { lost: since } = row.presence;
          const approve = { type: 'approveLink', person: row.person } as const;
          const may =
            me !== undefined &&
            row.state === 'approval' &&
            decide(meeting, approve, { at: now, actor: me, id: 'approve' }).ok;
          return (
            <Row
              key={row.person}
              rank={row.state === 'lost' ? 'stop' : 'warning'}
              note={
                since === undefined
                  ? t('support.state.approval')
                  : `${t(`label.linkCause.${since.cause}`)}, ${t('support.lost.since', { time: timeText(since.at), duration: durationText((now - since.at) / 1000) })}`
              }
              end={
                may ? (
                  <Button size="s" icon={Check} onPress={() => void send(approve)}>
                    {t('support.approve')}
                  </Button>
                ) : (
                  <Ring meeting={meeting} person={row.person} />
                )
              }
            >
              <b>{row.name}</b>
            </Row>
          );
        })}
      </Rows>
      <RefusalLine refusal={refusal} />
    </Panel>
  );
}

function Help({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { send, refusal } = useCommand();
  const waiting = meeting.support.requests.filter((one) => one.answeredBy === undefined);
  return (
    <Panel title={t('support.help')} note={waiting.length === 0 ? undefined : String(waiting.length)}>
      {waiting.length === 0 && <p>{t('support.help.none')}</p>}
      <div aria-live="polite">
        <Rows label={t('support.help')}>
          {waiting.map((one) => (
            <Row
              key={`${one.person}:${one.at}`}
              start={timeText(one.at)}
              note={one.text}
              end={
                <ButtonRow>
                  <Ring meeting={meeting} person={one.person} />
                  <Button size="s" icon={Check} onPress={() => void send({ type: 'answerHelp', person: one.person })}>
                    {t('support.help.done')}
                  </Button>
                </ButtonRow>
              }
            >
              <b>{personWithParty(meeting.plan, one.person)}</b>
            </Row>
          ))}
        </Rows>
      </div>
      <RefusalLine refusal={refusal} />
    </Panel>
  );
}

/** As many as fit a glance; the whole stands in the minutes' appendix. */
const HISTORY_LENGTH = 40;

function History({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const losses = meeting.attendance.linkLog.toReversed().slice(0, HISTORY_LENGTH);
  return (
    <Panel title={t('support.history')}>
      {losses.length === 0 && <p>{t('support.history.none')}</p>}
      <Rows label={t('support.history')}>
        {losses.map((loss) => (
          <Row
            key={`${loss.person}:${loss.from}`}
            tight
            start={loss.to === undefined ? `${timeText(loss.from)}–` : timeSpan(loss.from, loss.to)}
            note={loss.cause === undefined ? undefined : t(`label.linkCause.${loss.cause}`)}
            end={loss.to === undefined ? t('support.history.open') : durationText((loss.to - loss.from) / 1000)}
          >
            {personWithParty(meeting.plan, loss.person)}
          </Row>
        ))}
      </Rows>
    </Panel>
  );
}
