import { dateText } from '@klubba/i18n';
import type { LocalDate } from '@klubba/meeting';
import type { BodyView } from '@klubba/protocol';
import { Download, Scale, SquarePen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { usePreferences, useText } from '../app/text.tsx';
import { DemandsPanel } from '../login/demands-panel.tsx';
import { Alert, Button, ButtonLink, ButtonRow, Column, TextField } from '../ui/index.ts';
import { AdminFrame, BackLink } from './admin-frame.tsx';
import css from './admin.module.css';
import { Answered, ProblemText } from './answered.tsx';
import { useServer } from './api.ts';
import { BodyChangeDialog } from './body-change-dialog.tsx';
import { BodyDuties } from './body-duties.tsx';
import { BodySeats } from './body-seats.tsx';
import { isDate, today } from './dates.ts';
import { type Done, DoneLine } from './done-line.tsx';
import { History } from './history.tsx';
import { type PartyChoice, PartyNav } from './party-nav.tsx';

/** `/admin/bodies/:body`: the seats and who holds them, the substitutes in turn and the standing duties, of any day. */
export function BodyPage() {
  const t = useText();
  const { body = '' } = useParams();
  const [typed, setTyped] = useState<string>(today);
  const [on, setOn] = useState<LocalDate>(today);
  const [answer, again] = useServer<BodyView>(`/api/register/bodies/${encodeURIComponent(body)}?on=${on}`);
  const title = answer.is === 'value' ? answer.value.name : t('admin.room.bodies');
  const day = (
    <TextField
      label={t('admin.body.on')}
      hint={t('admin.body.on.hint')}
      type="date"
      value={typed}
      error={isDate(typed) ? undefined : t('admin.fault.date')}
      onChange={(next) => {
        setTyped(next);
        if (isDate(next)) setOn(next);
      }}
    />
  );
  if (answer.is !== 'value') {
    return (
      <AdminFrame title={title}>
        <h1>{title}</h1>
        <Answered answer={answer} again={again}>
          {() => null}
        </Answered>
        {answer.is === 'refused' && day}
      </AdminFrame>
    );
  }
  return <Shown view={answer.value} day={day} onChanged={again} />;
}

function Shown(props: { readonly view: BodyView; readonly day: ReactNode; readonly onChanged: () => void }) {
  const { view, day, onChanged } = props;
  const t = useText();
  const { language } = usePreferences();
  const [party, setParty] = useState<PartyChoice>('all');
  const [latest, setLatest] = useState<Done>();
  const [version, setVersion] = useState(0);
  const [isChanging, setChanging] = useState(false);
  const held = view.seats.filter((seat) => seat.holder !== undefined).length;
  const done = (what: Done) => {
    setLatest(what);
    setVersion((before) => before + 1);
    onChanged();
  };
  return (
    <AdminFrame title={view.name} columns="minmax(0, 344px) minmax(0, 1fr) minmax(0, 420px)">
      <Column label={t('admin.body.parties')}>
        <BackLink to="/admin/bodies">{t('admin.bodies.all')}</BackLink>
        <PartyNav view={view} chosen={party} onChoose={setParty} />
        {day}
        <div className={css.foot}>
          <ButtonLink wide icon={Download} href="/api/register/export.csv" download="klubba-register.csv">
            {t('admin.bodies.export')}
          </ButtonLink>
        </div>
      </Column>
      <Column surface label={t('admin.body.places')}>
        <header>
          <h1>{view.name}</h1>
          <p className={css.by}>
            {t(`label.body.${view.kind}`)}. {t('admin.body.filled', { held, seats: view.seatsTotal })}{' '}
            {t('admin.body.shownOn', { date: dateText(language, view.on) })}
          </p>
        </header>
        <Findings view={view} />
        <DoneLine done={latest} onUndone={() => done({ words: t('admin.undone') })} />
        <BodySeats key={String(party)} view={view} party={party} onDone={done} />
      </Column>
      <Column label={t('admin.body.aside')}>
        <BodyDuties view={view} onDone={done} />
        <ButtonRow>
          <Button icon={SquarePen} onPress={() => setChanging(true)}>
            {t('admin.body.change')}
          </Button>
          <ButtonLink icon={Scale} href={`/admin/bodies/${encodeURIComponent(view.body)}/rules`}>
            {t('admin.rules.of')}
          </ButtonLink>
        </ButtonRow>
        <DemandsPanel scope="body" of={view.body} />
        <History about={view.body} version={version} />
      </Column>
      {isChanging && (
        <BodyChangeDialog
          view={view}
          onClose={() => setChanging(false)}
          onDone={(what) => {
            setChanging(false);
            done(what);
          }}
        />
      )}
    </AdminFrame>
  );
}

/** What does not agree with the law as it is registered that day. */
function Findings({ view }: { readonly view: BodyView }) {
  const t = useText();
  return view.findings.map((finding) => (
    <Alert key={JSON.stringify(finding)} rank="warning" word={t('admin.body.finding')} compact>
      <ProblemText problem={finding} />
    </Alert>
  ));
}
