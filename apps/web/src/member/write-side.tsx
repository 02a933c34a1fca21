import { plain } from '@klubba/i18n';
import {
  fullName,
  type ItemState,
  type PersonId,
  personWithParty,
  type Proposal,
  type ProposalId,
  type ProposalKind,
  proposalName,
} from '@klubba/meeting';
import { Send, X } from 'lucide-react';
import { useId, useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { capital } from '../figures/chain.ts';
import { useCommand, useMeeting, useServerNow } from '../live/index.ts';
import { useOwnStore } from '../own-store/index.ts';
import { RefusalLine, refusalText } from '../steps/index.ts';
import { Alert, Button, LegalText, NotNow, Panel, RadioGroup, Select, TextArea } from '../ui/index.ts';
import { type Draft, EMPTY_DRAFT, forgetDraft, keepDraft, readDraft } from './draft.ts';
import { inTheWayOf } from './lawful.ts';
import css from './member.module.css';
import type { ScreenProps } from './member-screen.tsx';
import { commandOf, faultOf, hasText, kindsFor, sensitiveWord } from './writing.ts';

/** Writing a proposal beside the meeting, and reading it as it will stand in the minutes. The draft stays on this device. */
export function WriteSide({ me, open, item }: ScreenProps & { readonly item: ItemState }) {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const command = useCommand();
  const now = useServerNow(60_000);
  const formId = useId();
  const store = useOwnStore(me);
  const [written, setWritten] = useState<Draft>();
  const before = store === undefined ? undefined : readDraft(store, meeting.plan.meeting, item.id);
  const draft = written ?? before ?? EMPTY_DRAFT;
  const [tried, setTried] = useState(false);
  const known = Object.values(meeting.proposals.byId).filter(
    (one) => one.item === item.id && one.state === 'onTable' && one.kind !== 'approval' && one.kind !== 'rejection',
  );
  const put = (more: Partial<Draft>): void => {
    const next = { ...draft, ...more };
    setWritten(next);
    if (store !== undefined) keepDraft(store, meeting.plan.meeting, item.id, next);
  };
  const fault = faultOf(draft, known);
  const refusal = inTheWayOf(meeting, me, { type: 'moveProposal', person: me, kind: 'tabling', text: '' }, now);
  const sensitive = sensitiveWord(`${draft.text} ${draft.reason}`);
  const send = async (): Promise<void> => {
    setTried(true);
    if (fault !== undefined || draft.kind === null) return;
    const outcome = await command.send(commandOf({ ...draft, kind: draft.kind }, me, known));
    if (outcome.kind !== 'done') return;
    if (store !== undefined) forgetDraft(store, meeting.plan.meeting, item.id);
    open('moved');
  };
  return (
    <Panel
      framed
      title={t('member.write.title', { number: item.number })}
      note={
        <Button kind="quiet" size="s" icon={X} onPress={() => open(undefined)}>
          {t('member.write.close')}
        </Button>
      }
      foot={
        <div className={css.send}>
          <RefusalLine refusal={command.refusal} />
          {refusal === undefined ? (
            <Button
              kind="primary"
              size="l"
              wide
              type="submit"
              form={formId}
              icon={Send}
              busy={command.sending ? t('member.sending') : undefined}
            >
              {t('member.write.send')}
            </Button>
          ) : (
            <NotNow
              stacked
              action={t('member.write.send')}
              word={t('common.notNow')}
              {...refusalText(language, refusal, meeting.plan.body.kind)}
            />
          )}
        </div>
      }
    >
      <form
        id={formId}
        className={css.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <RadioGroup
          look="framed"
          label={t('member.write.kind')}
          value={draft.kind}
          onChange={(kind) => put({ kind: kind as ProposalKind })}
          options={kindsFor(item).map((kind) => ({ id: kind, label: t(`label.proposalKind.${kind}`) }))}
          {...(tried && fault === 'kind' ? { error: t('member.write.kind') } : {})}
        />
        {draft.kind !== null && (
          <Fields
            draft={draft}
            kind={draft.kind}
            item={item}
            known={known}
            put={put}
            fault={tried ? fault : undefined}
          />
        )}
        {sensitive !== undefined && (
          <Alert rank="warning" word={`”${sensitive}”.`}>
            {t('member.write.sensitive')}
          </Alert>
        )}
        {draft.kind !== null && <InMinutes draft={draft} kind={draft.kind} me={me} known={known} />}
        <p className={css.soft}>
          {t('member.write.seen')} {sensitive === undefined && t('member.write.sensitive')}
        </p>
      </form>
    </Panel>
  );
}

type FieldsProps = {
  readonly draft: Draft;
  readonly kind: ProposalKind;
  readonly item: ItemState;
  readonly known: readonly Proposal[];
  readonly put: (more: Partial<Draft>) => void;
  readonly fault: ReturnType<typeof faultOf>;
};

function Fields(props: FieldsProps) {
  const { draft, kind, put } = props;
  const t = useText();
  return (
    <>
      {kind === 'approval' && <OfField {...props} />}
      {kind === 'amendment' && <ClauseField {...props} />}
      {hasText(kind) && <TextFieldOf {...props} />}
      {kind === 'referralBack' && <ReferralFields {...props} />}
      {kind === 'nomination' && <CandidateField {...props} />}
      <RadioGroup
        look="framed"
        label={t('member.write.instance')}
        value={String(draft.instance)}
        onChange={(value) => put({ instance: value === '2' ? 2 : 1 })}
        options={[
          { id: '1', label: t('member.write.instance.1') },
          { id: '2', label: t('member.write.instance.2') },
        ]}
      />
    </>
  );
}

function OfField({ draft, known, put, fault }: FieldsProps) {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  if (known.length === 1) return null;
  return (
    <Select
      label={t('member.write.of')}
      value={draft.of}
      onChange={(of) => put({ of: of as ProposalId })}
      options={known.map((one) => ({
        id: one.id,
        label: capital(String(plain(language, proposalName(meeting, one.id)))),
      }))}
      {...(fault === 'of' ? { error: t('member.write.mustOf') } : {})}
    />
  );
}

function ClauseField({ draft, item, put }: FieldsProps) {
  const t = useText();
  const clauses = item.tabled?.clauses ?? [];
  if (clauses.length < 2) return null;
  return (
    <Select
      label={t('member.write.clause')}
      value={String(draft.clause ?? 0)}
      onChange={(value) => put({ clause: value === '0' ? null : Number(value) })}
      options={[
        { id: '0', label: t('member.write.clause.whole') },
        ...clauses.map((clause, at) => ({
          id: String(at + 1),
          label: t('member.write.clause.one', { number: at + 1 }),
          note: clause,
        })),
      ]}
    />
  );
}

function TextFieldOf({ draft, kind, put, fault }: FieldsProps) {
  const t = useText();
  const label =
    kind === 'amendment' && draft.clause !== null
      ? t('member.write.text.clause', { number: draft.clause })
      : t(kind === 'amendment' ? 'member.write.text.amendment' : 'member.write.text.addition');
  return (
    <TextArea
      legal
      rows={5}
      label={label}
      value={draft.text}
      onChange={(text) => put({ text })}
      maxLength={10_000}
      {...(fault === 'text' ? { error: t('member.write.must') } : {})}
    />
  );
}

function ReferralFields({ draft, item, put, fault }: FieldsProps) {
  const t = useText();
  const organs = [...new Set([...item.preparedBy, ...(item.tabled === undefined ? [] : [item.tabled.by])])];
  return (
    <>
      <TextArea
        legal
        rows={4}
        label={t('member.write.reason')}
        value={draft.reason}
        onChange={(reason) => put({ reason })}
        maxLength={10_000}
        {...(fault === 'reason' ? { error: t('member.write.mustReason') } : {})}
      />
      {organs.length > 0 && (
        <Select
          label={t('member.write.addressee')}
          placeholder={t('member.write.addressee.choose')}
          value={draft.addressee}
          onChange={(addressee) => put({ addressee })}
          options={organs.map((organ) => ({ id: organ, label: organ }))}
        />
      )}
    </>
  );
}

function CandidateField({ draft, item, put, fault }: FieldsProps) {
  const t = useText();
  const { plan } = useMeeting();
  const elected = new Set<PersonId | undefined>([
    ...plan.seats.map((seat) => seat.holder),
    ...plan.substitutes.flatMap((list) => list.persons),
  ]);
  const places = item.election?.places ?? 2;
  const options = plan.people
    .filter((person) => elected.has(person.id))
    .toSorted((a, b) => a.familyName.localeCompare(b.familyName, 'sv'))
    .map((person) => ({ id: person.id, label: personWithParty(plan, person.id) }));
  return Array.from({ length: places }, (_, at) => (
    <Select
      key={at}
      label={places === 1 ? t('member.write.candidates') : `${t('member.write.candidates')} ${at + 1}`}
      placeholder={t('member.write.candidates.choose')}
      value={draft.candidates[at] ?? null}
      onChange={(id) => {
        const next = [...draft.candidates];
        next[at] = id as PersonId;
        put({ candidates: next.filter((one, place) => one !== undefined && next.indexOf(one) === place) });
      }}
      options={options}
      {...(at === 0 && fault === 'candidates' ? { error: t('member.write.mustPerson') } : {})}
    />
  ));
}

/** The proposal in the words of the minutes, as it grows. */
function InMinutes({
  draft,
  kind,
  me,
  known,
}: {
  readonly draft: Draft;
  readonly kind: ProposalKind;
  readonly me: PersonId;
  readonly known: readonly Proposal[];
}) {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const of = draft.of ?? known[0]?.id;
  const organ = draft.addressee;
  const what = (): string => {
    const clause = kind === 'amendment' && draft.clause !== null;
    return t(clause ? 'member.write.what.clause' : `member.write.what.${kind}`, {
      text: draft.text.trim() === '' ? '…' : draft.text.trim(),
      reason: draft.reason.trim() === '' ? '…' : draft.reason.trim(),
      number: draft.clause ?? '',
      name: of === undefined ? '' : String(plain(language, proposalName(meeting, of))),
      to: organ === null ? 'none' : 'to',
      addressee: organ === null ? '' : String(plain(language, { organ })),
      names: draft.candidates.map((one) => {
        const person = meeting.plan.people.find((known_) => known_.id === one);
        return person === undefined ? one : fullName(person);
      }),
    });
  };
  return (
    <section className={css.frame} aria-label={t('member.write.minutes')}>
      <h3>{t('member.write.minutes')}</h3>
      <LegalText>
        <p>{t('member.write.moves', { name: personWithParty(meeting.plan, me), what: what() })}</p>
      </LegalText>
    </section>
  );
}
