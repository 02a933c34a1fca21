import { ArrowRight, Check } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, ButtonLink, cx, Icon, StatusLine, TextField, VisuallyHidden } from '../ui/index.ts';
import { AdminFrame } from './admin-frame.tsx';
import css from './admin.module.css';
import { Outcome } from './answered.tsx';
import { useRegister } from './register-context.tsx';
import { useRegisterCommand } from './use-register.ts';

const STEPS = ['municipality', 'administrator', 'import', 'presidium', 'rules', 'rehearsal'] as const;
type Step = (typeof STEPS)[number];

const LEADS_TO: Readonly<Record<Exclude<Step, 'municipality'>, string>> = {
  administrator: '/admin/people',
  import: '/admin/import',
  presidium: '/admin/bodies',
  rules: '/admin/bodies',
  rehearsal: '/plan',
};

/** `/admin/guide`: from an empty installation to the first rehearsal meeting, one step at a time. */
export function Guide() {
  const t = useText();
  const { summary, again } = useRegister();
  // What was done on the other pages is ticked here.
  useEffect(again, [again]);
  const isMissing = (...what: readonly (typeof summary.missing)[number][]) =>
    what.some((one) => summary.missing.includes(one));
  const isDone: Readonly<Record<Step, boolean>> = {
    municipality: !isMissing('municipality'),
    administrator: summary.administrators.length > 0,
    import: !isMissing('bodies', 'people', 'seats'),
    presidium: !isMissing('presidium', 'secretary'),
    rules: !isMissing('remoteDecision'),
    rehearsal: false,
  };
  const next = STEPS.find((step) => !isDone[step]);
  return (
    <AdminFrame title={t('admin.room.guide')}>
      <h1>{t('admin.guide.title')}</h1>
      <p className={css.lede}>{t('admin.guide.lede')}</p>
      <ol className={css.steps}>
        {STEPS.map((step, at) => (
          <li key={step} className={cx(isDone[step] && css.done, step === next && css.next)}>
            <span className={css.number}>{isDone[step] ? <Icon shape={Check} /> : at + 1}</span>
            <div>
              <h2>
                {t(`admin.guide.${step}`)}
                {isDone[step] && <VisuallyHidden> {t('admin.guide.done')}</VisuallyHidden>}
              </h2>
              <p>{t(`admin.guide.${step}.what`, { people: summary.people, bodies: summary.bodies })}</p>
              <p className={css.by}>
                {t(`admin.guide.${step}.why`)} {t(`admin.guide.${step}.time`)}
              </p>
              <Act step={step} isNext={step === next} />
            </div>
          </li>
        ))}
      </ol>
    </AdminFrame>
  );
}

function Act({ step, isNext }: { readonly step: Step; readonly isNext: boolean }): ReactNode {
  const t = useText();
  if (step === 'municipality') return <Municipality isNext={isNext} />;
  return (
    <ButtonLink
      kind={isNext ? 'primary' : 'secondary'}
      size={isNext ? 'l' : 'm'}
      {...(isNext ? { iconEnd: ArrowRight } : {})}
      href={LEADS_TO[step]}
    >
      {t(`admin.guide.${step}.go`)}
    </ButtonLink>
  );
}

function Municipality({ isNext }: { readonly isNext: boolean }) {
  const t = useText();
  const { summary, again } = useRegister();
  const [name, setName] = useState(summary.municipality);
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const { send, ...sending } = useRegisterCommand();
  const save = async () => {
    setTried(true);
    if (name.trim() === '') return;
    if (await send({ type: 'nameMunicipality', name: name.trim() })) {
      setSaid(t('admin.guide.municipality.named', { name: name.trim() }));
      again();
    }
  };
  return (
    <form
      noValidate
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('admin.guide.municipality.name')}
        value={name}
        onChange={setName}
        maxLength={200}
        error={tried && name.trim() === '' ? t('admin.fault.missing') : undefined}
      />
      <div>
        <Button
          type="submit"
          kind={isNext ? 'primary' : 'secondary'}
          busy={sending.isSending ? t('admin.saving') : undefined}
        >
          {t('common.save')}
        </Button>
      </div>
      <StatusLine>{said}</StatusLine>
      <Outcome problem={sending.problem} lost={sending.isLost} />
    </form>
  );
}
