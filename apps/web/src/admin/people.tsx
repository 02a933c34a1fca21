import type { PersonLine, PersonPage } from '@klubba/protocol';
import { UserPlus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useText } from '../app/text.tsx';
import { Button, ButtonLink, Column, EmptyState, Pager, Row, Rows, SearchField, StatusLine, Tag } from '../ui/index.ts';
import { AdminFrame } from './admin-frame.tsx';
import css from './admin.module.css';
import { Answered } from './answered.tsx';
import { useServer } from './api.ts';
import { PersonForm } from './person-form.tsx';
import { PersonSide } from './person.tsx';
import { useRegister } from './register-context.tsx';
import { useIsNarrow } from './use-is-narrow.ts';

/** `/admin/people` and `/admin/people/:person`: everybody the municipality knows, and one of them. */
export function People() {
  const t = useText();
  const navigate = useNavigate();
  const { person } = useParams();
  const [query, setQuery] = useState('');
  const [page, setPage] = useState(1);
  const [isAdding, setAdding] = useState(false);
  const sought = useDeferredValue(query);
  const [answer, again] = useServer<PersonPage>(
    `/api/register/people?q=${encodeURIComponent(sought.trim())}&page=${page}`,
  );
  const isNarrow = useIsNarrow();
  // The page's heading is the person's name when one is chosen.
  const Heading = person === undefined ? 'h1' : 'h2';
  const list = (
    <Column label={t('admin.room.people')}>
      <Heading>{t('admin.room.people')}</Heading>
      <SearchField
        label={t('admin.people.search')}
        hint={t('admin.people.search.hint')}
        value={query}
        clearLabel={t('admin.clearSearch')}
        onChange={(next) => {
          setQuery(next);
          setPage(1);
        }}
      />
      <Answered answer={answer} again={again}>
        {(found) => (
          <>
            <StatusLine>{t('admin.people.count', { count: found.total })}</StatusLine>
            {found.total === 0 ? (
              <Nobody isSearching={query !== ''} />
            ) : (
              <Rows label={t('admin.room.people')}>
                {found.people.map((one) => (
                  <Line key={one.person} one={one} current={one.person === person} />
                ))}
              </Rows>
            )}
            {found.pages > 1 && (
              <Pager
                page={page - 1}
                pages={found.pages}
                onPage={(next) => setPage(next + 1)}
                previousLabel={t('admin.pages.previous')}
                nextLabel={t('admin.pages.next')}
              >
                {t('admin.pages.at', { page, pages: found.pages })}
              </Pager>
            )}
          </>
        )}
      </Answered>
      <div className={css.foot}>
        <Button icon={UserPlus} onPress={() => setAdding(true)}>
          {t('admin.person.add')}
        </Button>
      </div>
      {isAdding && (
        <PersonForm
          onClose={() => setAdding(false)}
          onSaved={(id) => {
            setAdding(false);
            again();
            void navigate(`/admin/people/${encodeURIComponent(id)}`);
          }}
        />
      )}
    </Column>
  );
  const side =
    person === undefined ? (
      <Column surface>
        <EmptyState>{t('admin.people.choose')}</EmptyState>
      </Column>
    ) : (
      <PersonSide key={person} person={person} onChanged={again} />
    );
  if (isNarrow)
    return (
      <AdminFrame title={t('admin.room.people')} columns="1fr">
        {person === undefined ? list : side}
      </AdminFrame>
    );
  return (
    <AdminFrame title={t('admin.room.people')} columns="minmax(0, 460px) minmax(0, 1fr)">
      {list}
      {side}
    </AdminFrame>
  );
}

function Nobody({ isSearching }: { readonly isSearching: boolean }) {
  const t = useText();
  return isSearching ? (
    <EmptyState>{t('admin.people.none')}</EmptyState>
  ) : (
    <EmptyState action={<ButtonLink href="/admin/import">{t('admin.room.import')}</ButtonLink>}>
      {t('admin.people.empty')}
    </EmptyState>
  );
}

function Line({ one, current }: { readonly one: PersonLine; readonly current: boolean }) {
  const t = useText();
  const { partyShort } = useRegister();
  const party = one.party === undefined ? '' : ` (${partyShort(one.party)})`;
  return (
    <Row
      current={current}
      note={one.bodies.length === 0 ? (one.title ?? t('admin.people.noPlace')) : one.bodies.join(', ')}
      end={one.isProtected ? <Tag>{t('admin.protected')}</Tag> : undefined}
    >
      <Link className={css.name} to={`/admin/people/${encodeURIComponent(one.person)}`}>
        {one.isErased ? t('admin.erased') : `${one.name}${party}`}
      </Link>
    </Row>
  );
}
