import type { PartyId, PersonId } from '@klubba/meeting';
import type { PersonView } from '@klubba/protocol';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Checkbox, Select, TextField } from '../ui/index.ts';
import css from './admin.module.css';
import { FormDialog } from './form-dialog.tsx';
import { useRegister } from './register-context.tsx';
import { newId, useRegisterCommand } from './use-register.ts';

const NO_PARTY = '-';
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/u;

type Draft = {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly title: string;
  readonly party: string;
  readonly isProtected: boolean;
};

function draftOf(person: PersonView | undefined): Draft {
  return {
    givenName: person?.name?.givenName ?? '',
    familyName: person?.name?.familyName ?? '',
    email: person?.contact.email ?? '',
    phone: person?.contact.phone ?? '',
    title: person?.title ?? '',
    party: person?.party ?? NO_PARTY,
    isProtected: person?.isProtected ?? false,
  };
}

/** Adds somebody, or corrects what is known of somebody. What stood before stays in the history. */
export function PersonForm({
  person,
  onClose,
  onSaved,
}: {
  readonly person?: PersonView;
  readonly onClose: () => void;
  readonly onSaved: (person: PersonId) => void;
}) {
  const t = useText();
  const { summary } = useRegister();
  const [draft, setDraft] = useState(() => draftOf(person));
  const [tried, setTried] = useState(false);
  const { send, ...sending } = useRegisterCommand();
  const put = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const isWrong = {
    givenName: draft.givenName.trim() === '',
    familyName: draft.familyName.trim() === '',
    email: draft.email.trim() !== '' && !EMAIL.test(draft.email.trim()),
  };
  const save = async () => {
    setTried(true);
    if (Object.values(isWrong).includes(true)) return;
    const id = person?.person ?? (newId('person') as PersonId);
    const filled = (value: string, name: string) => (value.trim() === '' ? {} : { [name]: value.trim() });
    const isDone = await send({
      type: person === undefined ? 'addPerson' : 'changePerson',
      person: id,
      name: { givenName: draft.givenName.trim(), familyName: draft.familyName.trim() },
      contact: { ...filled(draft.email, 'email'), ...filled(draft.phone, 'phone') },
      ...filled(draft.title, 'title'),
      ...(draft.party === NO_PARTY ? {} : { party: draft.party as PartyId }),
      isProtected: draft.isProtected,
    });
    if (isDone) onSaved(id);
  };
  const name = (field: 'givenName' | 'familyName') => (
    <TextField
      label={t(`admin.person.${field}`)}
      value={draft[field]}
      onChange={(value) => put({ [field]: value })}
      error={tried && isWrong[field] ? t('admin.fault.missing') : undefined}
      maxLength={200}
    />
  );
  return (
    <FormDialog
      title={t(person === undefined ? 'admin.person.add' : 'admin.person.change')}
      sending={sending}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <div className={css.two}>
        {name('givenName')}
        {name('familyName')}
      </div>
      <div className={css.two}>
        <TextField
          label={t('admin.person.email')}
          type="email"
          value={draft.email}
          onChange={(email) => put({ email })}
          error={tried && isWrong.email ? t('admin.fault.email') : undefined}
          maxLength={200}
        />
        <TextField
          label={t('admin.person.phone')}
          type="tel"
          value={draft.phone}
          onChange={(phone) => put({ phone })}
          maxLength={60}
        />
      </div>
      <div className={css.two}>
        <Select
          label={t('admin.person.party')}
          value={draft.party}
          onChange={(party) => put({ party })}
          options={[
            { id: NO_PARTY, label: t('admin.person.noParty') },
            ...summary.parties.map((party) => ({ id: party.id, label: `${party.name} (${party.short})` })),
          ]}
        />
        <TextField
          label={t('admin.person.title')}
          value={draft.title}
          onChange={(title) => put({ title })}
          maxLength={200}
        />
      </div>
      <Checkbox
        checked={draft.isProtected}
        onChange={(isProtected) => put({ isProtected })}
        note={t('admin.person.isProtected.note')}
      >
        {t('admin.person.isProtected')}
      </Checkbox>
    </FormDialog>
  );
}
