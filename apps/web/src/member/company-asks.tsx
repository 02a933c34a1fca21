import { timeText } from '@klubba/i18n';
import { type Meeting, type PerCapsulam, type PersonId, seatOf } from '@klubba/meeting';
import { PenLine } from 'lucide-react';
import { useText } from '../app/text.tsx';
import { PerCapsulamStanding } from '../figures/per-capsulam-standing.tsx';
import { useCommand, useMeeting, useServerNow } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Alert, Button, ButtonRow, LegalText, Panel } from '../ui/index.ts';
import { inTheWayOf } from './lawful.ts';
import css from './member.module.css';

/** What a company board asks of each member outside its meeting: consent to meet at a distance, and signatures per capsulam (ABL 8:21). */
export function CompanyAsks({ me }: { readonly me: PersonId }) {
  const meeting = useMeeting();
  if (meeting.plan.body.kind !== 'companyBoard' || seatOf(meeting, me) === undefined) return null;
  const early = meeting.agenda.phase === 'planned' || meeting.agenda.phase === 'checkIn';
  return (
    <>
      {early && meeting.plan.remoteGranted.length > 0 && <Consent me={me} />}
      {Object.values(meeting.company.perCapsulam).map((proposal) => (
        <Signing key={proposal.item} me={me} proposal={proposal} />
      ))}
    </>
  );
}

function Consent({ me }: { readonly me: PersonId }) {
  const t = useText();
  const meeting = useMeeting();
  const command = useCommand();
  const { consents, formRefusals } = meeting.company;
  const all = meeting.plan.seats.filter((seat) => seat.holder !== undefined).length;
  const given = consents.includes(me);
  const hasRefused = formRefusals.includes(me);
  return (
    <Alert
      rank="information"
      word={t('member.company.consent.word')}
      actions={
        given ? undefined : (
          <>
            <Button onPress={() => void command.send({ type: 'consentToForm', person: me })}>
              {t('member.company.consent.press')}
            </Button>
            {!hasRefused && (
              <Button kind="quiet" onPress={() => void command.send({ type: 'refuseForm', person: me })}>
                {t('member.company.consent.refuse')}
              </Button>
            )}
            <RefusalLine refusal={command.refusal} />
          </>
        )
      }
    >
      {hasRefused
        ? t('member.company.consent.refused')
        : t(given ? 'member.company.consent.given' : 'member.company.consent.asked', { count: consents.length, all })}
    </Alert>
  );
}

function Signing({ me, proposal }: { readonly me: PersonId; readonly proposal: PerCapsulam }) {
  const t = useText();
  const meeting = useMeeting();
  const command = useCommand();
  const now = useServerNow(60_000);
  const item = meeting.agenda.items[proposal.item];
  if (item === undefined) return null;
  const sign = { type: 'signPerCapsulam', item: item.id, person: me } as const;
  const mine = proposal.signed.find((one) => one.person === me);
  const open = mine === undefined && inTheWayOf(meeting, me, sign, now) === undefined;
  return (
    <Panel framed level={2} title={t('member.company.capsulam', { number: item.number })}>
      <div className={css.stack}>
        <LegalText>
          <p>{proposal.text}</p>
        </LegalText>
        <Papers meeting={meeting} documents={item.documents} />
        <p aria-live="polite">
          <PerCapsulamStanding meeting={meeting} proposal={proposal} />
        </p>
        {mine !== undefined && <p>{t('member.company.capsulam.mine', { time: timeText(mine.at) })}</p>}
        {open && (
          <ButtonRow>
            <Button kind="primary" icon={PenLine} onPress={() => void command.send(sign)}>
              {t('member.company.capsulam.sign')}
            </Button>
            <Button onPress={() => void command.send({ type: 'refusePerCapsulam', item: item.id, person: me })}>
              {t('member.company.capsulam.refuse')}
            </Button>
          </ButtonRow>
        )}
        <RefusalLine refusal={command.refusal} />
      </div>
    </Panel>
  );
}

function Papers({
  meeting,
  documents,
}: {
  readonly meeting: Meeting;
  readonly documents: Meeting['plan']['items'][number]['documents'];
}) {
  if (documents.length === 0) return null;
  return (
    <ul>
      {documents.map(({ id, title }) => (
        <li key={id}>
          <a href={`/api/meetings/${meeting.plan.meeting}/documents/${id}`} target="_blank" rel="noreferrer">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
