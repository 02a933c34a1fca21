import 'klubba-texts/desk';
import { isTextKey, text } from '@klubba/i18n';
import type { BodyId } from '@klubba/meeting';
import type { PlannableBodies, PlanWish } from '@klubba/protocol';
import { useEffect, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { Loading } from '../app/loading.tsx';
import { Unreachable } from '../app/own-screen.tsx';
import { usePageTitle } from '../app/page-title.ts';
import { usePreferences, useText } from '../app/text.tsx';
import {
  Alert,
  ButtonLink,
  Checkbox,
  EmptyState,
  NextStep,
  PageFrame,
  Select,
  TextArea,
  TextField,
  TopBar,
} from '../ui/index.ts';
import { type DraftItem, ItemsEditor } from './items-editor.tsx';
import css from './planning.module.css';
import { fetchBodies, planMeeting } from './plan-api.ts';

const FORMS: readonly PlanWish['form'][] = ['physical', 'hybrid', 'allButPresidium', 'severalRooms'];

/** `/plan`: the secretary plans a meeting of a body of the register. Nothing is sent by it. */
export function NewMeeting() {
  const t = useText();
  usePageTitle(t('planning.new.title'));
  const [bodies, setBodies] = useState<PlannableBodies['bodies'] | 'anonymous' | 'unreachable'>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    void fetchBodies().then(setBodies);
  }, [round]);
  if (bodies === undefined) return <Loading />;
  if (bodies === 'anonymous') return <Navigate replace to="/?next=%2Fplan" />;
  if (bodies === 'unreachable') return <Unreachable again={() => setRound(round + 1)} />;
  return (
    <PageFrame
      top={
        <TopBar
          body={t('common.product')}
          actions={
            <ButtonLink size="s" kind="quiet" href="/">
              {t('shell.toStart')}
            </ButtonLink>
          }
        />
      }
    >
      {bodies.length === 0 ? (
        <EmptyState page level={1} title={t('planning.new.title')}>
          {t('planning.new.none')}
        </EmptyState>
      ) : (
        <PlanForm bodies={bodies} />
      )}
    </PageFrame>
  );
}

type Fields = Omit<PlanWish, 'body' | 'items' | 'firstNumber' | 'fallback' | 'rehearsal'> & {
  readonly body: BodyId | undefined;
  readonly firstNumber: string;
  readonly fallback: string;
  readonly rehearsal: boolean;
};

function PlanForm({ bodies }: { readonly bodies: PlannableBodies['bodies'] }) {
  const t = useText();
  const { language } = usePreferences();
  const navigate = useNavigate();
  const [fields, setFields] = useState<Fields>({
    body: bodies.length === 1 ? bodies[0]?.id : undefined,
    date: '',
    time: '18:00',
    place: '',
    form: 'physical',
    firstNumber: '1',
    fallback: '',
    rehearsal: false,
  });
  const [items, setItems] = useState<readonly DraftItem[]>(() =>
    (['rollCall', 'adjusters', 'agenda'] as const).map((kind) => ({
      id: kind,
      kind,
      title: t(`planning.new.${kind}`),
    })),
  );
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const put = (change: Partial<Fields>): void => setFields({ ...fields, ...change });
  const plan = async () => {
    const { body, firstNumber, fallback, rehearsal, ...rest } = fields;
    if (body === undefined) return setTrouble('PLN-NO-BODY');
    if (rest.date === '') return setTrouble('PLN-PAST');
    setSending(true);
    const answer = await planMeeting({
      ...rest,
      body,
      firstNumber: Math.max(1, Math.trunc(Number(firstNumber)) || 1),
      items: items.map(({ title, kind }) => ({ title, kind })),
      ...(fallback.trim() === '' ? {} : { fallback }),
      ...(rehearsal ? { rehearsal } : {}),
    });
    setSending(false);
    if ('meeting' in answer) return navigate(`/m/${answer.meeting}/notice/desk`);
    return setTrouble(answer.rule);
  };
  const troubleKey = `refusal.${trouble ?? ''}`;
  return (
    <div className={css.form}>
      <h1 className={css.title}>{t('planning.new.title')}</h1>
      <div className={css.fields}>
        <Select
          label={t('planning.new.body')}
          placeholder={t('planning.new.choose')}
          options={bodies.map(({ id, name }) => ({ id, label: name }))}
          value={fields.body ?? null}
          onChange={(id) => put({ body: id as BodyId })}
        />
        <TextField type="date" label={t('planning.new.date')} value={fields.date} onChange={(date) => put({ date })} />
        <TextField type="time" label={t('planning.new.time')} value={fields.time} onChange={(time) => put({ time })} />
        <TextField
          label={t('planning.new.place')}
          hint={t('planning.new.place.hint')}
          value={fields.place}
          onChange={(place) => put({ place })}
          maxLength={200}
        />
        <Select
          label={t('planning.new.form')}
          placeholder={t('planning.new.choose')}
          options={FORMS.map((form) => ({ id: form, label: t(`planning.new.form.${form}`) }))}
          value={fields.form}
          onChange={(form) => put({ form: form as PlanWish['form'] })}
        />
        <TextField
          inputMode="numeric"
          label={t('planning.new.first')}
          value={fields.firstNumber}
          onChange={(firstNumber) => put({ firstNumber })}
          maxLength={4}
        />
      </div>
      <ItemsEditor items={items} onChange={setItems} />
      <TextArea
        label={t('planning.new.fallback')}
        value={fields.fallback}
        onChange={(fallback) => put({ fallback })}
        rows={3}
        maxLength={2_000}
      />
      <Checkbox checked={fields.rehearsal} onChange={(rehearsal) => put({ rehearsal })}>
        {t('planning.new.rehearsal')}
      </Checkbox>
      <div role="status">
        {trouble !== undefined && (
          <Alert rank="warning" word={t('planning.new.not')} compact>
            {isTextKey(troubleKey) ? text(language, troubleKey) : t('planning.desk.unreachable')}
          </Alert>
        )}
      </div>
      <NextStep
        busy={sending ? t('planning.sending') : undefined}
        effect={t('planning.new.send.effect')}
        onPress={() => void plan()}
      >
        {t('planning.new.send')}
      </NextStep>
    </div>
  );
}
