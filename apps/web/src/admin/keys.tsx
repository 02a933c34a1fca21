import { dateText, listOf, timeText } from '@klubba/i18n';
import type { ApiKeyList, ApiKeyMade, ApiKeyView } from '@klubba/protocol';
import { Download, FileText, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { Button, ButtonLink, ButtonRow, EmptyState, Row, Rows, StatusLine, VisuallyHidden } from '../ui/index.ts';
import { AdminFrame } from './admin-frame.tsx';
import css from './admin.module.css';
import { Answered } from './answered.tsx';
import { useServer } from './api.ts';
import { dayOf } from './dates.ts';
import { KeyForm } from './key-form.tsx';
import { KeySecret } from './key-secret.tsx';
import { RevokeKey } from './revoke-key.tsx';
import { scopeKey } from './scopes.ts';

type Told = ApiKeyMade & { readonly name: string };

/** `/admin/keys`: which other systems have a key, what each may do, and when it was last used. */
export function Keys() {
  const t = useText();
  const [answer, again] = useServer<ApiKeyList>('/api/register/keys');
  const [isMaking, setMaking] = useState(false);
  const [told, setTold] = useState<Told>();
  const [revoking, setRevoking] = useState<ApiKeyView>();
  const [said, setSaid] = useState('');
  return (
    <AdminFrame title={t('admin.room.keys')}>
      <h1>{t('admin.room.keys')}</h1>
      <p className={css.lede}>{t('admin.keys.lede')}</p>
      <ButtonRow>
        <Button icon={KeyRound} onPress={() => setMaking(true)}>
          {t('admin.keys.make')}
        </Button>
        <ButtonLink icon={Download} href="/api/register/keys/uses.csv" download="klubba-nycklar-anrop.csv">
          {t('admin.keys.export')}
        </ButtonLink>
        <ButtonLink icon={FileText} href="/api/openapi.json" download="klubba-openapi.json">
          {t('admin.keys.reference')}
        </ButtonLink>
      </ButtonRow>
      <StatusLine>{said}</StatusLine>
      <Answered answer={answer} again={again}>
        {({ keys }) =>
          keys.length === 0 ? (
            <EmptyState>{t('admin.keys.none')}</EmptyState>
          ) : (
            <Rows label={t('admin.room.keys')}>
              {keys.map((key) => (
                <Key key={key.key} one={key} onRevoke={() => setRevoking(key)} />
              ))}
            </Rows>
          )
        }
      </Answered>
      {isMaking && (
        <KeyForm
          onClose={() => setMaking(false)}
          onMade={(made) => {
            setMaking(false);
            setTold(made);
            again();
          }}
        />
      )}
      {told !== undefined && (
        <KeySecret
          name={told.name}
          secret={told.secret}
          onClose={() => {
            setTold(undefined);
            setSaid(t('admin.keys.made', { name: told.name }));
          }}
        />
      )}
      {revoking !== undefined && (
        <RevokeKey
          one={revoking}
          onClose={() => setRevoking(undefined)}
          onDone={() => {
            setRevoking(undefined);
            setSaid(t('admin.keys.revoked', { name: revoking.name }));
            again();
          }}
        />
      )}
    </AdminFrame>
  );
}

function Key({ one, onRevoke }: { readonly one: ApiKeyView; readonly onRevoke: () => void }) {
  const t = useText();
  const { language } = usePreferences();
  const { name, scopes, state, until, lastUsedAt, uses } = one;
  const date = (at: number) => dateText(language, dayOf(at));
  const rights = listOf(
    language,
    scopes.map((scope) => t(`admin.keys.right.${scopeKey(scope)}`)),
  );
  return (
    <Row>
      <div className={css.key}>
        <span className={css.name}>{name}</span>
        <p>
          {t(`admin.keys.state.${state}`, { until: dateText(language, until), date: date(one.revokedAt ?? 0) })}
          {`: ${rights}.`}
        </p>
        <p className={css.by}>
          {t('admin.keys.madeBy', { date: date(one.madeAt), name: one.madeByName })}{' '}
          {lastUsedAt === undefined
            ? t('admin.keys.neverUsed')
            : t('admin.keys.lastUsed', { date: date(lastUsedAt), time: timeText(lastUsedAt), uses })}
        </p>
        <ButtonRow>
          <ButtonLink size="s" href={`/admin/keys/${one.key}`}>
            {t('admin.keys.uses')}
            <VisuallyHidden> {name}</VisuallyHidden>
          </ButtonLink>
          {state === 'holds' && (
            <Button size="s" onPress={onRevoke}>
              {t('admin.keys.revoke')}
              <VisuallyHidden> {name}</VisuallyHidden>
            </Button>
          )}
        </ButtonRow>
      </div>
    </Row>
  );
}
