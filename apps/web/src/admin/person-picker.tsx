import type { PersonId } from '@klubba/meeting';
import type { PersonPage } from '@klubba/protocol';
import { useDeferredValue, useState } from 'react';
import { useText } from '../app/text.tsx';
import { RadioGroup, SearchField } from '../ui/index.ts';
import { useServer } from './api.ts';
import { useRegister } from './register-context.tsx';

type Offered = { readonly person: PersonId; readonly name: string };

const SHOWN = 8;

/** Finds somebody of the register by name. `near` are those who are most often meant, shown before anything is typed. */
export function PersonPicker(props: {
  readonly label: string;
  readonly near: readonly Offered[];
  readonly value: PersonId | null;
  readonly onChange: (person: PersonId) => void;
  readonly error?: string | undefined;
}) {
  const { label, near, value, onChange, error } = props;
  const t = useText();
  const { partyShort } = useRegister();
  const [query, setQuery] = useState('');
  const sought = useDeferredValue(query).trim();
  const asks = sought !== '' || near.length === 0;
  const [answer] = useServer<PersonPage>(asks ? `/api/register/people?q=${encodeURIComponent(sought)}` : undefined);
  const found =
    answer.is === 'value'
      ? answer.value.people
          .filter((one) => !one.isErased)
          .map(({ person, name, party }) => ({
            person,
            name: party === undefined ? name : `${name} (${partyShort(party)})`,
          }))
      : [];
  const shown = (asks ? found : near).slice(0, SHOWN);
  return (
    <>
      <SearchField
        label={t('admin.picker.search')}
        value={query}
        onChange={setQuery}
        clearLabel={t('admin.clearSearch')}
      />
      <RadioGroup
        label={label}
        value={value}
        onChange={(id) => onChange(id as PersonId)}
        options={shown.map((one) => ({ id: one.person, label: one.name }))}
        hint={asks && answer.is === 'value' && shown.length === 0 ? t('admin.people.none') : undefined}
        error={error}
      />
    </>
  );
}
