import { timeText } from '@klubba/i18n';
import {
  decide,
  lostServing,
  type Meeting,
  type MeetingCommand,
  missingFromCheck,
  nextSubstitute,
  type PersonId,
  personWithParty,
  quorum,
  type SeatId,
} from '@klubba/meeting';
import { Check, FileText, UserPlus } from 'lucide-react';
import { useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Alert, Button, ButtonLink, ButtonRow, Pairs, Panel, Row, Rows } from '../ui/index.ts';
import css from './chair.module.css';

/** During a break and the check after it: who is not in place yet. */
export function CheckPanel({
  meeting,
  me,
  now,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly now: number;
}) {
  const t = useText();
  const { send, refusal } = useCommand();
  const { adjournment, attendance, plan } = meeting;
  const missing = missingFromCheck(meeting);
  const isBreak = adjournment.current !== undefined;
  const lawful = (command: MeetingCommand) => decide(meeting, command, { at: now, actor: me, id: 'check' }).ok;
  return (
    <Panel
      title={t(isBreak ? 'chair.check.ready' : 'chair.missing')}
      note={isBreak ? undefined : t('chair.missing.count', { count: missing.length })}
    >
      {isBreak && <Ready meeting={meeting} missing={missing.length} />}
      {!isBreak && missing.length === 0 && <p>{t('chair.check.all')}</p>}
      {!isBreak && (
        <Rows ordered label={t('chair.missing')}>
          {missing.map((person) => {
            const confirm = { type: 'confirmPresence', person } as const;
            const presence = attendance.present[person];
            const cause = presence?.mode === 'remote' ? 'connectionLost' : 'left';
            const absent = { type: 'noteAbsent', person, cause } as const;
            return (
              <Row
                key={person}
                tight
                note={
                  presence === undefined
                    ? t('chair.away')
                    : t(presence.fulfilled ? `label.mode.${presence.mode}` : 'chair.lost')
                }
                end={
                  <ButtonRow>
                    {lawful(confirm) && (
                      <Button size="s" icon={Check} onPress={() => void send(confirm)}>
                        {t('chair.check.here')}
                      </Button>
                    )}
                    {lawful(absent) && (
                      <Button size="s" onPress={() => void send(absent)}>
                        {t('chair.check.absent')}
                      </Button>
                    )}
                  </ButtonRow>
                }
              >
                {personWithParty(plan, person)}
              </Row>
            );
          })}
        </Rows>
      )}
      <RefusalLine refusal={refusal} />
    </Panel>
  );
}

function Ready({ meeting, missing }: { readonly meeting: Meeting; readonly missing: number }) {
  const t = useText();
  const { current } = meeting.adjournment;
  const serving = Object.keys(meeting.attendance.serving).length;
  return (
    <Pairs
      pairs={[
        { term: t('chair.check.since'), value: current === undefined ? '' : timeText(current.from) },
        ...(current?.until === undefined ? [] : [{ term: t('wall.continues'), value: timeText(current.until) }]),
        { term: t('chair.check.back'), value: t('chair.of', { present: serving - missing, seats: serving }) },
      ]}
    />
  );
}

/** Not quorate: who could be called in, in turn, and what it costs the one who is away (KL 5:20). */
export function StandInsPanel({
  meeting,
  me,
  now,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly now: number;
}) {
  const t = useText();
  const { send, refusal } = useCommand();
  const callable = callableSubstitutes(meeting, me, now);
  const { present, required } = quorum(meeting);
  if (callable.length === 0) return null;
  return (
    <Panel title={t('chair.standIns')} note={t('chair.standIns.note')}>
      <Rows ordered label={t('chair.standIns')}>
        {callable.map(({ seat, substitute, away, lost }) => (
          <Row
            key={seat}
            tight
            note={
              away === undefined
                ? t('chair.standIns.vacant')
                : t(lost ? 'chair.standIns.forLost' : 'chair.standIns.for', {
                    name: personWithParty(meeting.plan, away),
                  })
            }
            end={
              <Button size="s" icon={UserPlus} onPress={() => void send({ type: 'callSubstitute', seat, substitute })}>
                {t('chair.standIns.call')}
              </Button>
            }
          >
            {personWithParty(meeting.plan, substitute)}
          </Row>
        ))}
      </Rows>
      {callable.some(({ lost }) => lost) && (
        <Alert rank="information" word={t('chair.standIns.before')} compact>
          {t('chair.standIns.cost', { missing: Math.max(0, required - present) })}
        </Alert>
      )}
      <RefusalLine refusal={refusal} />
    </Panel>
  );
}

type Callable = {
  readonly seat: SeatId;
  readonly substitute: PersonId;
  readonly away: PersonId | undefined;
  readonly lost: boolean;
};

/** Each substitute once, at the first seat that is empty or lost and where the law lets the chair call. */
function callableSubstitutes(meeting: Meeting, me: PersonId, now: number): readonly Callable[] {
  const lost = new Set(lostServing(meeting).map(({ seat }) => seat.id));
  const taken = new Set<PersonId>();
  return meeting.plan.seats.flatMap(({ id: seat, holder }) => {
    const service = meeting.attendance.serving[seat];
    if (service !== undefined && !lost.has(seat)) return [];
    const substitute = nextSubstitute(meeting, seat);
    if (substitute === undefined || taken.has(substitute)) return [];
    const call = { type: 'callSubstitute', seat, substitute } as const;
    if (!decide(meeting, call, { at: now, actor: me, id: 'standIn' }).ok) return [];
    taken.add(substitute);
    return [{ seat, substitute, away: service?.person ?? holder, lost: lost.has(seat) }];
  });
}

/** After the close: the minutes that have filled themselves, as page, as paper and in the record. */
export function MinutesPanel({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const folder = `/api/meetings/${encodeURIComponent(meeting.plan.meeting)}`;
  return (
    <Panel title={t('chair.minutes')}>
      <p>{t('chair.minutes.text')}</p>
      <div className={css.links}>
        <ButtonLink href={`${folder}/minutes.html`} icon={FileText} wide>
          {t('chair.minutes.html')}
        </ButtonLink>
        <ButtonLink href={`${folder}/minutes.pdf`} icon={FileText} wide>
          {t('chair.minutes.pdf')}
        </ButtonLink>
      </div>
    </Panel>
  );
}

/** Between two items: what waits, in order. */
export function ComingPanel({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { order, items } = meeting.agenda;
  const waiting = order.flatMap((id) => items[id] ?? []).filter((item) => item.stage === 'waiting');
  if (waiting.length === 0) return null;
  return (
    <Panel title={t('chair.coming')} note={t('chair.coming.count', { count: waiting.length })}>
      <Rows ordered label={t('chair.coming')}>
        {waiting.map((item) => (
          <Row key={item.id} tight start={`§ ${item.number}`}>
            {item.title}
          </Row>
        ))}
      </Rows>
    </Panel>
  );
}
