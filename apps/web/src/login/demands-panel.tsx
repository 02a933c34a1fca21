import {
  ASSURANCE_ACTS,
  ASSURANCES,
  type Assurance,
  type AssuranceAct,
  type AssuranceDemand,
  type BodyAssuranceDemand,
  isEnough,
} from '@klubba/protocol';
import { useEffect, useState } from 'react';
import { isTextKey } from '@klubba/i18n';
import { useText } from '../app/text.tsx';
import { Alert, Button, Panel, Select, Soft, StatusLine } from '../ui/index.ts';
import { tell } from './api.ts';
import css from './login.module.css';
import { demandedBy } from './demanded-by.ts';

type Known = readonly (AssuranceDemand | BodyAssuranceDemand)[];

/**
 * How sure a login must be, act by act: in all of a body's meetings, or in one meeting beyond that. What is chosen holds at
 * once; to choose again takes it back (IDA-03, IDA-10).
 */
export function DemandsPanel({ of, scope }: { readonly of: string; readonly scope: 'body' | 'meeting' }) {
  const t = useText();
  const [known, setKnown] = useState<Known | 'unreachable'>();
  const [round, setRound] = useState(0);
  const [saving, setSaving] = useState<AssuranceAct>();
  const [told, setTold] = useState<{ readonly words: string; readonly isFault: boolean }>();
  const path = pathOf(scope, of);
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const answer = await tell<{ readonly demands: Known }>(path);
      if (!isGone) setKnown(answer.is === 'value' ? answer.value.demands : 'unreachable');
    };
    void ask();
    return () => {
      isGone = true;
    };
  }, [path, round]);
  const choose = async (act: AssuranceAct, assurance: Assurance) => {
    setSaving(act);
    setTold(undefined);
    const demand = scope === 'body' ? { act, assurance } : { scope, act, assurance };
    const answer = await tell<undefined>(path, 'PUT', demand);
    setSaving(undefined);
    if (answer.is === 'value') setTold({ words: t('demand.saved'), isFault: false });
    else {
      const key = answer.is === 'refused' ? `refusal.${answer.rule}` : '';
      setTold({ words: isTextKey(key) ? t(key) : t('demand.unreachable'), isFault: true });
    }
    setRound((before) => before + 1);
  };
  return (
    <Panel title={t('demand.title')}>
      <Soft>{t(`demand.about.${scope}`)}</Soft>
      {known === 'unreachable' ? (
        <Alert
          rank="warning"
          word={t('demand.not')}
          compact
          actions={
            <Button size="s" onPress={() => setRound(round + 1)}>
              {t('demand.again')}
            </Button>
          }
        >
          {t('demand.unreachable')}
        </Alert>
      ) : (
        <div className={css.demands}>
          {ASSURANCE_ACTS.map((act) => {
            const floor = scope === 'meeting' ? demandedBy(known ?? [], act, 'body') : 'low';
            const held = demandedBy(known ?? [], act, scope);
            return (
              <Select
                key={act}
                label={t(`demand.act.${act}`)}
                hint={floor === 'low' ? undefined : t('demand.floor', { level: t(`demand.level.${floor}`) })}
                placeholder={t('demand.loading')}
                options={ASSURANCES.filter((level) => isEnough(level, floor)).map((level) => ({
                  id: level,
                  label: t(`demand.level.${level}`),
                }))}
                value={known === undefined || saving === act ? null : isEnough(held, floor) ? held : floor}
                onChange={(level) => void choose(act, level as Assurance)}
              />
            );
          })}
        </div>
      )}
      <StatusLine urgent={told?.isFault === true}>{told?.words}</StatusLine>
    </Panel>
  );
}

function pathOf(scope: 'body' | 'meeting', of: string): string {
  const id = encodeURIComponent(of);
  return scope === 'body' ? `/api/register/bodies/${id}/assurance` : `/api/meetings/${id}/assurance`;
}
