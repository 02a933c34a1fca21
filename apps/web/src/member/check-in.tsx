import { dateText, timeText, weekdayText } from '@klubba/i18n';
import { type DeviceTest, type Meeting, type Mode, type PersonId, seatOf } from '@klubba/meeting';
import { LogIn } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand, useMeeting, useServerNow } from '../live/index.ts';
import { RefusalLine, refusalText } from '../steps/index.ts';
import {
  Alert,
  Button,
  Checkbox,
  Column,
  ColumnsFrame,
  NotNow,
  OnAirMark,
  Panel,
  RadioGroup,
  TopBar,
  TopBarFact,
} from '../ui/index.ts';
import { DeviceCheck } from '../video/index.ts';
import { CompanyAsks } from './company-asks.tsx';
import { inTheWayOf } from './lawful.ts';
import css from './member.module.css';
import type { ScreenProps } from './member-screen.tsx';

const RULES = ['alone', 'camera', 'read'] as const;
type RemoteRule = (typeof RULES)[number];

/** Before one has a place: where one is, whether the equipment works, and who else has come. */
export function CheckIn({ me, open }: ScreenProps) {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const now = useServerNow(1_000);
  const command = useCommand();
  const { plan } = meeting;
  const premises = meeting.remote.permissions[me]?.premises;
  const remoteRefusal = inTheWayOf(meeting, me, checkIn(me, 'remote', undefined, premises), now);
  const mayBeRemote = remoteRefusal === undefined || remoteRefusal.rule === 'MTG-CHECK-IN';
  const [mode, setMode] = useState<Mode>(mayBeRemote ? 'remote' : 'room');
  const [test, setTest] = useState<DeviceTest>();
  const [confirmed, setConfirmed] = useState<readonly RemoteRule[]>([]);
  const refusal = inTheWayOf(meeting, me, checkIn(me, mode, undefined, premises), now);
  const ready = mode === 'room' || confirmed.length === RULES.length;
  const faulty = mode === 'remote' && test !== undefined && !(test.camera && test.microphone && test.connection);
  const tries = mode === 'remote' && (refusal === undefined || refusal.rule === 'MTG-CHECK-IN');
  const begun = meeting.agenda.phase === 'open';
  const lede = (
    <header className={css.tight}>
      <h1 className={css.title}>{t(begun ? 'member.in.title.open' : 'member.in.title.early')}</h1>
      <p>{begun ? t('member.in.lede.open') : t('member.in.lede', { time: timeText(plan.startsAt) })}</p>
    </header>
  );
  return (
    <ColumnsFrame
      template="minmax(0, 768fr) minmax(0, 412fr)"
      top={
        <TopBar
          body={plan.body.name}
          item={{ title: `${weekdayText(language, plan.date)} ${dateText(language, plan.date)}, ${plan.place}` }}
          actions={<TopBarFact>{t('member.in.begins', { time: timeText(plan.startsAt) })}</TopBarFact>}
          clock={timeText(now)}
        />
      }
      foot={
        <>
          <OnAirMark state="off" title={t('video.air.off')} note={t('member.onlyYou')} />
          <div className={css.press}>
            <RefusalLine refusal={command.refusal} />
            {faulty && refusal === undefined && <p className={css.soft}>{t('member.in.asIs')}</p>}
            {refusal !== undefined ? (
              <NotNow
                action={t('member.in.press')}
                word={t('common.notNow')}
                {...refusalText(language, refusal, meeting.plan.body.kind)}
              />
            ) : ready ? (
              <Button
                kind="primary"
                size="l"
                icon={LogIn}
                busy={command.sending ? t('member.sending') : undefined}
                onPress={() => void command.send(checkIn(me, mode, test, premises))}
              >
                {t('member.in.press')}
              </Button>
            ) : (
              <NotNow action={t('member.in.press')} word={t('common.notNow')} reason={t('member.in.rules.missing')} />
            )}
          </div>
        </>
      }
    >
      <Column>
        {!tries && lede}
        <RadioGroup
          look="framed"
          label={t('member.in.where')}
          value={mode}
          onChange={(value) => setMode(value as Mode)}
          options={[
            { id: 'room', label: t('member.in.room'), note: plan.place },
            { id: 'remote', label: t('member.in.remote'), note: premises ?? t('member.in.remote.note') },
          ]}
        />
        {tries && <DeviceCheck meeting={plan.meeting} onResult={setTest} beside={lede} />}
        {mode === 'remote' && !tries && <RefusalLine refusal={refusal} />}
        {mode === 'room' && <p className={css.soft}>{t('member.in.hall.ready')}</p>}
      </Column>
      <Column>
        <CompanyAsks me={me} />
        {mode === 'remote' && <RemoteRules confirmed={confirmed} onChange={setConfirmed} />}
        <WhoIsIn meeting={meeting} />
        <Trouble meeting={meeting} onAsk={() => open('help')} />
      </Column>
    </ColumnsFrame>
  );
}

function checkIn(person: PersonId, mode: Mode, deviceTest?: DeviceTest, room?: string) {
  // The server writes how the person was identified; what is said here has no weight.
  return {
    type: 'checkIn',
    person,
    mode,
    identified: 'withheld',
    ...(mode === 'remote' && room !== undefined ? { room } : {}),
    ...(mode === 'remote' && deviceTest !== undefined ? { deviceTest } : {}),
  } as const;
}

function RemoteRules({
  confirmed,
  onChange,
}: {
  readonly confirmed: readonly RemoteRule[];
  readonly onChange: (confirmed: readonly RemoteRule[]) => void;
}) {
  const t = useText();
  return (
    <Panel title={t('member.in.rules')} note={confirmed.length === RULES.length ? t('member.in.rules.confirmed') : ''}>
      <div className={css.lines}>
        {RULES.map((one) => (
          <Checkbox
            key={one}
            checked={confirmed.includes(one)}
            onChange={(checked) => onChange(checked ? [...confirmed, one] : confirmed.filter((other) => other !== one))}
          >
            {t(`member.in.rule.${one}`)}
          </Checkbox>
        ))}
      </div>
    </Panel>
  );
}

/** How many of those who hold a seat have come, in the hall and at a distance. */
export function WhoIsIn({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const here = Object.values(meeting.attendance.present).filter(
    (one) => one.admitted && seatOf(meeting, one.person) !== undefined,
  );
  const remote = here.filter((one) => one.mode === 'remote').length;
  return (
    <Panel title={t('member.in.count.title')}>
      <p className={css.pair} role="status">
        <b className={css.big}>{t('member.in.count', { count: here.length, seats: meeting.plan.body.seatsTotal })}</b>
        <span>{t('member.in.count.where', { room: here.length - remote, remote })}</span>
      </p>
    </Panel>
  );
}

function Trouble({ meeting, onAsk }: { readonly meeting: Meeting; readonly onAsk: () => void }) {
  const t = useText();
  const phone = meeting.plan.secretaryPhone;
  return (
    <Alert
      rank="information"
      word={t('member.in.trouble')}
      actions={
        <>
          {phone !== undefined && (
            <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{t('member.help.call', { phone })}</a>
          )}
          <Button size="s" onPress={onAsk}>
            {t('member.help.send')}
          </Button>
        </>
      }
    >
      {t('member.in.trouble.ask')}
    </Alert>
  );
}
