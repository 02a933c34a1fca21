import { timeText } from '@klubba/i18n';
import type { HearingWindow } from '@klubba/protocol';
import { KeyRound } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { Loading } from '../app/loading.tsx';
import { Unreachable } from '../app/unreachable.tsx';
import { usePageTitle } from '../app/page-title.ts';
import { useText } from '../app/text.tsx';
import { Button } from '../ui/button.tsx';
import { CallBox } from '../ui/connection-lost.tsx';
import { QuietFrame } from '../ui/frames.tsx';
import { Ticks } from '../ui/rows.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import { enterHearing, hearingWindow, type Told } from './api.ts';
import { HearingQuiet } from './hearing-quiet.tsx';
import { refusalSentence } from './hint-text.ts';
import css from './login.module.css';

/** `/h#token`: the single-use link. The code beside it came by another way. */
export function HearingEntry() {
  const t = useText();
  // Read once: what stands after # reaches no server by itself, and leaves the address bar when one is in.
  const [token] = useState(() => location.hash.slice(1));
  const [told, setTold] = useState<Told<HearingWindow>>();
  const navigate = useNavigate();
  usePageTitle(t('hearing.tab'));
  useEffect(() => {
    const look = async () => setTold(await hearingWindow(token));
    void look();
  }, [token]);
  const isMine = told?.is === 'value' && told.value.state === 'yours';
  useEffect(() => {
    if (isMine) void navigate('/hearing', { replace: true });
  }, [isMine, navigate]);
  if (told === undefined || isMine) return <Loading />;
  if (told.is === 'unreachable') return <Unreachable again={() => location.reload()} />;
  if (told.is === 'refused') return <HearingQuiet what="unknown" />;
  const { value } = told;
  if (value.state === 'ended' || value.state === 'used') return <HearingQuiet what={value.state} about={value} />;
  return <CodeForm token={token} about={value} />;
}

function CodeForm({ token, about }: { readonly token: string; readonly about: HearingWindow }) {
  const t = useText();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<string>();
  const digits = code.replaceAll(/\D/gu, '');
  const send = async () => {
    setSending(true);
    const told = await enterHearing(token, digits);
    setSending(false);
    if (told.is === 'value') return navigate('/hearing', { replace: true });
    setRefused(told.is === 'refused' ? told.rule : 'LGN-PROVIDER');
  };
  if (refused === 'HRG-ENDED') return <HearingQuiet what="ended" about={about} />;
  if (refused === 'HRG-USED') return <HearingQuiet what="used" about={about} />;
  return (
    <QuietFrame
      top={<TopBar body={about.body} presence={about.municipality} />}
      {...(about.help === undefined ? {} : { aside: <Help help={about.help} /> })}
    >
      <h1 className={css.title}>{t('hearing.code.title', { body: about.body })}</h1>
      <p className={css.lede}>{t('hearing.code.lede', { time: timeText(about.startsAt) })}</p>
      <form
        className={css.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (!isSending) void send();
        }}
      >
        <TextField
          label={t('hearing.code.label')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          {...(refused === undefined ? {} : { error: refusalSentence(t, refused) })}
        />
        <Button type="submit" kind="primary" size="l" {...(isSending ? { busy: t('hearing.code.sending') } : {})}>
          {t('hearing.code.enter')}
        </Button>
      </form>
      <Ticks ticks={[{ id: 'once', icon: KeyRound, text: t('hearing.code.once') }]} />
    </QuietFrame>
  );
}

export function Help({ help }: { readonly help: NonNullable<HearingWindow['help']> }) {
  const t = useText();
  return (
    <CallBox title={t('hearing.help.title')} who={t('hearing.help.who', { name: help.name })} phone={help.phone} />
  );
}
