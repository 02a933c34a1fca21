import { dateText } from '@klubba/i18n';
import type { PersonId } from '@klubba/meeting';
import type { PersonalData, PersonView } from '@klubba/protocol';
import { FileText, LogOut, SquarePen } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePreferences, useText } from '../app/text.tsx';
import {
  Alert,
  Button,
  ButtonLink,
  ButtonRow,
  Column,
  Dialog,
  Facts,
  type Pair,
  Panel,
  StatusLine,
  Table,
} from '../ui/index.ts';
import css from './admin.module.css';
import { BackLink } from './admin-frame.tsx';
import { Answered, Outcome } from './answered.tsx';
import { remove, useServer } from './api.ts';
import { dayOf, today } from './dates.ts';
import { History } from './history.tsx';
import { PersonForm } from './person-form.tsx';
import { useRegister } from './register-context.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import { useRegisterCommand } from './use-register.ts';
import { useSending } from './use-sending.ts';

/** One person: what is known, which places are and were held, and everything that has been changed. */
export function PersonSide({ person, onChanged }: { readonly person: string; readonly onChanged: () => void }) {
  const t = useText();
  const isNarrow = useIsNarrow();
  const [answer, again] = useServer<PersonView>(`/api/register/people/${encodeURIComponent(person)}`);
  return (
    <Column surface label={t('admin.person.one')}>
      {isNarrow && <BackLink to="/admin/people">{t('admin.people.all')}</BackLink>}
      <Answered answer={answer} again={again}>
        {(view) => (
          <Known
            view={view}
            onChanged={() => {
              again();
              onChanged();
            }}
          />
        )}
      </Answered>
    </Column>
  );
}

type Asking = 'change' | 'erase' | 'endLogins' | 'makeAdministrator' | 'withdrawAdministrator';

function Known({ view, onChanged }: { readonly view: PersonView; readonly onChanged: () => void }) {
  const t = useText();
  const { language } = usePreferences();
  const { partyName } = useRegister();
  const [asking, setAsking] = useState<Asking>();
  const [said, setSaid] = useState('');
  const [version, setVersion] = useState(0);
  const done = (key: Asking) => {
    setAsking(undefined);
    setVersion((before) => before + 1);
    setSaid(t(`admin.person.done.${key}`));
    onChanged();
  };
  const facts: Pair[] = [
    {
      term: t('admin.person.party'),
      value: view.party === undefined ? t('admin.person.noParty') : partyName(view.party),
    },
    ...(view.title === undefined ? [] : [{ term: t('admin.person.title'), value: view.title }]),
    ...(view.isWithheld ? [] : [{ term: t('admin.person.email'), value: view.contact.email ?? t('admin.none') }]),
    ...(view.isWithheld ? [] : [{ term: t('admin.person.phone'), value: view.contact.phone ?? t('admin.none') }]),
    ...(view.isAdministrator ? [{ term: t('admin.person.right'), value: t('admin.person.administrator') }] : []),
  ];
  return (
    <>
      <h1>{nameOf(view) ?? t('admin.erased')}</h1>
      {view.erasedAt !== undefined && (
        <p>{t('admin.person.erasedOn', { date: dateText(language, dayOf(view.erasedAt)) })}</p>
      )}
      {view.isProtected && (
        <Alert rank="warning" word={t('admin.protected.word')} compact>
          {t('admin.protected.text')}
        </Alert>
      )}
      <Facts facts={facts} />
      <StatusLine>{said}</StatusLine>
      <div className={css.foot}>
        <ButtonRow>
          {view.erasedAt === undefined && (
            <Button icon={SquarePen} onPress={() => setAsking('change')}>
              {t('admin.edit')}
            </Button>
          )}
          <ButtonLink icon={FileText} href={`/admin/people/${encodeURIComponent(view.person)}/data`}>
            {t('admin.data.title')}
          </ButtonLink>
          <Button onPress={() => setAsking(view.isAdministrator ? 'withdrawAdministrator' : 'makeAdministrator')}>
            {t(view.isAdministrator ? 'admin.person.withdrawAdministrator' : 'admin.person.makeAdministrator')}
          </Button>
          {view.erasedAt === undefined && (
            <Button icon={LogOut} onPress={() => setAsking('endLogins')}>
              {t('admin.person.endLogins')}
            </Button>
          )}
          {view.erasedAt === undefined && <Button onPress={() => setAsking('erase')}>{t('admin.person.erase')}</Button>}
        </ButtonRow>
      </div>
      <Held view={view} />
      <History about={view.person} version={version} />
      {asking === 'change' && (
        <ChangeForm view={view} onClose={() => setAsking(undefined)} onSaved={() => done('change')} />
      )}
      {asking !== undefined && asking !== 'change' && (
        <Confirm view={view} act={asking} onClose={() => setAsking(undefined)} onDone={() => done(asking)} />
      )}
    </>
  );
}

/** What is withheld must be read before it can be kept: that reading is noted like any other. */
function ChangeForm(props: { readonly view: PersonView; readonly onClose: () => void; readonly onSaved: () => void }) {
  const { view, onClose, onSaved } = props;
  const at = `/api/register/people/${encodeURIComponent(view.person)}/data`;
  const [answer] = useServer<PersonalData>(view.isWithheld ? at : undefined);
  if (!view.isWithheld) return <PersonForm person={view} onClose={onClose} onSaved={onSaved} />;
  return answer.is === 'value' ? <PersonForm person={answer.value.person} onClose={onClose} onSaved={onSaved} /> : null;
}

export function nameOf(view: PersonView): string | undefined {
  return view.name === null ? undefined : `${view.name.givenName} ${view.name.familyName}`;
}

/** The effect in words, before the press. */
function Confirm({
  view,
  act,
  onClose,
  onDone,
}: {
  readonly view: PersonView;
  readonly act: Exclude<Asking, 'change'>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useText();
  const { send, ...commanding } = useRegisterCommand();
  const { send: sendEnding, ...ending } = useSending();
  const sending = act === 'endLogins' ? ending : commanding;
  const person: PersonId = view.person;
  const carryOut = async () => {
    const isDone =
      act === 'endLogins'
        ? await sendEnding(remove(`/api/register/people/${encodeURIComponent(person)}/logins`))
        : await send(act === 'erase' ? { type: 'erasePerson', person, on: today() } : { type: act, person });
    if (isDone) onDone();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`admin.person.${act}`)}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            onPress={() => void carryOut()}
            busy={sending.isSending ? t('admin.saving') : undefined}
          >
            {t(`admin.person.${act}`)}
          </Button>
        </>
      }
    >
      <p>{t(`admin.person.${act}.effect`, { name: nameOf(view) ?? t('admin.erased') })}</p>
      <Outcome problem={sending.problem} lost={sending.isLost} />
    </Dialog>
  );
}

function Held({ view }: { readonly view: PersonView }) {
  const t = useText();
  return (
    <Panel title={t('admin.person.held')}>
      {view.held.length === 0 ? (
        <p>{t('admin.people.noPlace')}</p>
      ) : (
        <Table
          caption={t('admin.person.held')}
          captionHidden
          rows={view.held}
          rowId={(one) => `${one.body} ${one.kind} ${one.duty ?? ''} ${one.number ?? ''} ${one.from}`}
          columns={[
            {
              id: 'body',
              head: t('admin.body.one'),
              rowHead: true,
              cell: (one) => <Link to={`/admin/bodies/${encodeURIComponent(one.body)}`}>{one.bodyName}</Link>,
            },
            {
              id: 'as',
              head: t('admin.person.as'),
              cell: (one) =>
                one.kind === 'duty' && one.duty !== undefined
                  ? t(`label.duty.${one.duty}`)
                  : t(one.kind === 'member' ? 'admin.person.seat' : 'admin.person.order', { number: one.number ?? 0 }),
            },
            { id: 'from', head: t('admin.from'), cell: (one) => one.from },
            { id: 'to', head: t('admin.to'), cell: (one) => one.to ?? t('admin.untilFurther') },
          ]}
        />
      )}
    </Panel>
  );
}
