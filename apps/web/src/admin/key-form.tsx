import type { ApiKeyMade, ApiKeyWishBody } from '@klubba/protocol';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Checkbox, TextField } from '../ui/index.ts';
import css from './admin.module.css';
import { post } from './api.ts';
import { dayOf, isDate } from './dates.ts';
import { FormDialog } from './form-dialog.tsx';
import { SCOPES, type Scope, scopeKey } from './scopes.ts';
import { useSending } from './use-sending.ts';

const YEAR_MS = 365 * 86_400_000;

/** Which system, what it may do, until when. Nothing is ticked beforehand. */
export function KeyForm({
  onClose,
  onMade,
}: {
  readonly onClose: () => void;
  readonly onMade: (made: ApiKeyMade & { readonly name: string }) => void;
}) {
  const t = useText();
  const [name, setName] = useState('');
  const [until, setUntil] = useState<string>(() => dayOf(Date.now() + YEAR_MS));
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const [tried, setTried] = useState(false);
  const { send, forget: _forget, ...sending } = useSending();
  const isNameless = name.trim() === '';
  const save = async () => {
    setTried(true);
    if (isNameless || !isDate(until)) return;
    const wish: ApiKeyWishBody = { name: name.trim(), scopes, until };
    const made = await send(post<ApiKeyMade>('/api/register/keys', wish));
    if (made !== undefined && made !== true) onMade({ ...made, name: wish.name });
  };
  const put = (scope: Scope, isChosen: boolean) =>
    setScopes((before) => SCOPES.filter((one) => (one === scope ? isChosen : before.includes(one))));
  return (
    <FormDialog
      title={t('admin.keys.make')}
      save={t('admin.keys.make.save')}
      sending={sending}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <TextField
        label={t('admin.keys.name')}
        hint={t('admin.keys.name.hint')}
        value={name}
        onChange={setName}
        error={tried && isNameless ? t('admin.fault.missing') : undefined}
        maxLength={100}
      />
      <fieldset className={css.scopes}>
        <legend>{t('admin.keys.scopes')}</legend>
        {SCOPES.map((scope) => (
          <Checkbox key={scope} checked={scopes.includes(scope)} onChange={(isChosen) => put(scope, isChosen)}>
            {t(`admin.keys.scope.${scopeKey(scope)}`)}
          </Checkbox>
        ))}
      </fieldset>
      <TextField
        label={t('admin.keys.until')}
        hint={t('admin.keys.until.hint')}
        type="date"
        value={until}
        onChange={setUntil}
        error={isDate(until) ? undefined : t('admin.fault.date')}
      />
    </FormDialog>
  );
}
