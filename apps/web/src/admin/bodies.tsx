import type { BodyLine, BodyList } from '@klubba/protocol';
import { BookText, Download, Flag, Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useText } from '../app/text.tsx';
import { Button, ButtonLink, ButtonRow, EmptyState, SearchField, Select, StatusLine, Table } from '../ui/index.ts';
import { AdminFrame } from './admin-frame.tsx';
import css from './admin.module.css';
import { Answered } from './answered.tsx';
import { useServer } from './api.ts';
import { BodyForm } from './body-form.tsx';

const ANY = 'any';

/** `/admin/bodies`: who meets, how many seats are held, and whether the body may meet at a distance. */
export function Bodies() {
  const t = useText();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState(ANY);
  const [isAdding, setAdding] = useState(false);
  const sought = useDeferredValue(query).trim();
  const [answer, again] = useServer<BodyList>(`/api/register/bodies?q=${encodeURIComponent(sought)}`);
  const known = answer.is === 'value' ? answer.value.bodies : [];
  const kinds = [...new Set(known.map((body) => body.kind))];
  return (
    <AdminFrame title={t('admin.room.bodies')}>
      <h1>{t('admin.room.bodies')}</h1>
      <div className={css.tools}>
        <SearchField
          label={t('admin.bodies.search')}
          value={query}
          onChange={setQuery}
          clearLabel={t('admin.clearSearch')}
        />
        <Select
          label={t('admin.body.kind')}
          value={kind}
          onChange={setKind}
          options={[
            { id: ANY, label: t('admin.bodies.anyKind') },
            ...kinds.map((one) => ({ id: one, label: t(`label.body.${one}`) })),
          ]}
        />
      </div>
      <Answered answer={answer} again={again}>
        {({ bodies }) => (
          <Found bodies={bodies.filter((one) => kind === ANY || one.kind === kind)} isSearching={sought !== ''} />
        )}
      </Answered>
      <ButtonRow>
        <Button icon={Plus} onPress={() => setAdding(true)}>
          {t('admin.body.add')}
        </Button>
        <ButtonLink icon={Flag} href="/admin/parties">
          {t('admin.parties')}
        </ButtonLink>
        <ButtonLink icon={BookText} href="/admin/templates">
          {t('admin.templates')}
        </ButtonLink>
        <ButtonLink icon={Download} href="/api/register/export.csv" download="klubba-register.csv">
          {t('admin.bodies.export')}
        </ButtonLink>
      </ButtonRow>
      {isAdding && (
        <BodyForm
          bodies={known}
          onClose={() => setAdding(false)}
          onSaved={(body) => void navigate(`/admin/bodies/${encodeURIComponent(body)}`)}
        />
      )}
    </AdminFrame>
  );
}

function Found({ bodies, isSearching }: { readonly bodies: readonly BodyLine[]; readonly isSearching: boolean }) {
  const t = useText();
  if (bodies.length === 0) {
    return isSearching ? (
      <EmptyState>{t('admin.bodies.none')}</EmptyState>
    ) : (
      <EmptyState action={<ButtonLink href="/admin/import">{t('admin.room.import')}</ButtonLink>}>
        {t('admin.bodies.empty')}
      </EmptyState>
    );
  }
  return (
    <>
      <StatusLine>{t('admin.bodies.count', { count: bodies.length })}</StatusLine>
      <Table
        caption={t('admin.room.bodies')}
        captionHidden
        rows={bodies}
        rowId={(body) => body.body}
        columns={[
          {
            id: 'name',
            head: t('admin.body.one'),
            rowHead: true,
            cell: (body) => (
              <Link className={css.name} to={`/admin/bodies/${encodeURIComponent(body.body)}`}>
                {body.name}
              </Link>
            ),
          },
          {
            id: 'kind',
            head: t('admin.body.kind'),
            cell: (body) => <span className={css.cell}>{t(`label.body.${body.kind}`)}</span>,
          },
          {
            id: 'seats',
            head: t('admin.body.seats'),
            cell: (body) => (
              <span className={css.cell}>{t('admin.body.held', { held: body.seatsHeld, seats: body.seatsTotal })}</span>
            ),
          },
          {
            id: 'remote',
            head: t('admin.setting.remoteAllowed'),
            cell: (body) => (
              <span className={css.cell}>{t(body.remoteAllowed ? 'admin.chain.on' : 'admin.chain.off')}</span>
            ),
          },
        ]}
      />
    </>
  );
}
