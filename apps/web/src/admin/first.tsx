import { useState } from 'react';
import { usePageTitle } from '../app/page-title.ts';
import { useText } from '../app/text.tsx';
import { Button, QuietFrame, TextField, TopBar } from '../ui/index.ts';
import css from './admin.module.css';
import { Choices } from './admin-frame.tsx';
import { Outcome } from './answered.tsx';
import { post } from './api.ts';
import { focusFault } from './focus-fault.ts';
import { useSending } from './use-sending.ts';

const CODE_LENGTH_MIN = 8;

/** `/admin/first`: whoever holds the set-up code of an empty installation becomes its first administrator. */
export function FirstAdministrator() {
  const t = useText();
  usePageTitle(t('admin.first.title'));
  const [code, setCode] = useState('');
  const [givenName, setGivenName] = useState('');
  const [familyName, setFamilyName] = useState('');
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const { send, ...sending } = useSending();
  const missing = (value: string) => (tried && value.trim() === '' ? t('admin.fault.missing') : undefined);
  const codeFault = code.trim().length < CODE_LENGTH_MIN ? t('admin.first.code.wrong') : undefined;
  const enter = async () => {
    setTried(true);
    if (codeFault !== undefined || givenName.trim() === '' || familyName.trim() === '') return;
    const wish = {
      code: code.trim(),
      name: { givenName: givenName.trim(), familyName: familyName.trim() },
      ...(email.trim() === '' ? {} : { email: email.trim() }),
    };
    const isIn = await send(post<object>('/api/register/first', wish));
    // A new page: who is logged in is asked for anew.
    if (isIn !== undefined) location.assign('/admin/guide');
  };
  return (
    <QuietFrame top={<TopBar body={t('common.product')} />} foot={<Choices />}>
      <div className={css.form}>
        <h1>{t('admin.first.title')}</h1>
        <p className={css.lede}>{t('admin.first.lede')}</p>
        <form
          noValidate
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            focusFault(event.currentTarget);
            void enter();
          }}
        >
          <TextField
            label={t('admin.first.code')}
            hint={t('admin.first.code.hint')}
            value={code}
            onChange={setCode}
            autoComplete="one-time-code"
            error={tried ? codeFault : undefined}
            maxLength={64}
          />
          <div className={css.two}>
            <TextField
              label={t('admin.person.givenName')}
              value={givenName}
              onChange={setGivenName}
              autoComplete="given-name"
              error={missing(givenName)}
              maxLength={200}
            />
            <TextField
              label={t('admin.person.familyName')}
              value={familyName}
              onChange={setFamilyName}
              autoComplete="family-name"
              error={missing(familyName)}
              maxLength={200}
            />
          </div>
          <TextField
            label={t('admin.person.email')}
            type="email"
            value={email}
            onChange={setEmail}
            autoComplete="email"
            maxLength={200}
          />
          <div>
            <Button type="submit" kind="primary" size="l" busy={sending.isSending ? t('admin.first.busy') : undefined}>
              {t('admin.first.enter')}
            </Button>
          </div>
          <Outcome problem={sending.problem} lost={sending.isLost} />
        </form>
      </div>
    </QuietFrame>
  );
}
