import type { PersonId } from '@klubba/meeting';
import type { BodyView } from '@klubba/protocol';
import { ListOrdered, UserX } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useText } from '../app/text.tsx';
import { Button, ButtonRow, Panel, Row, Rows, VisuallyHidden } from '../ui/index.ts';
import css from './admin.module.css';
import type { Done } from './done-line.tsx';
import { EndSubstituteDialog } from './end-substitute-dialog.tsx';
import { OrderDialog } from './order-dialog.tsx';
import { isOfParty, type PartyChoice } from './party-nav.tsx';
import { useRegister } from './register-context.tsx';

type List = BodyView['substitutes'][number];
type Asking = { readonly list: List } | { readonly person: PersonId };

/** The substitutes in the order they are called, list by list; each list may be put in another order, and anybody may leave it. */
export function BodySubstitutes(props: {
  readonly view: BodyView;
  readonly party: PartyChoice;
  readonly onDone: (done: Done) => void;
}) {
  const { view, party, onDone } = props;
  const t = useText();
  const { partyName } = useRegister();
  const [asking, setAsking] = useState<Asking>();
  const lists = view.substitutes.filter((list) => isOfParty(party, list.party) && list.persons.length > 0);
  const name = (person: PersonId) => view.names[person] ?? person;
  const titleOf = (list: List) =>
    [list.party === undefined ? t('admin.body.noParty') : partyName(list.party), list.constituency]
      .filter(Boolean)
      .join(', ');
  const close = () => setAsking(undefined);
  const done = (what: Done) => {
    close();
    onDone(what);
  };
  return (
    <Panel title={t('admin.body.substitutes')} note={t('admin.body.substitutes.note')}>
      {lists.length === 0 && <p>{t('admin.body.noSubstitutes')}</p>}
      {lists.map((list) => (
        <div key={`${list.party ?? ''} ${list.constituency ?? ''}`} className={css.list}>
          {(lists.length > 1 || list.constituency !== undefined) && <h3>{titleOf(list)}</h3>}
          <Rows ordered label={titleOf(list)}>
            {list.persons.map((person, at) => (
              <Row
                key={person}
                start={at + 1}
                note={t('admin.body.substituteSince', { from: sinceOf(view, person) })}
                end={
                  <Button size="s" kind="quiet" icon={UserX} onPress={() => setAsking({ person })}>
                    {t('admin.body.endSubstitute')} <VisuallyHidden>{name(person)}</VisuallyHidden>
                  </Button>
                }
              >
                <Link className={css.name} to={`/admin/people/${encodeURIComponent(person)}`}>
                  {name(person)}
                </Link>
              </Row>
            ))}
          </Rows>
          {list.persons.length > 1 && (
            <ButtonRow>
              <Button size="s" icon={ListOrdered} onPress={() => setAsking({ list })}>
                {t('admin.order')} {lists.length > 1 && <VisuallyHidden>{titleOf(list)}</VisuallyHidden>}
              </Button>
            </ButtonRow>
          )}
        </div>
      ))}
      {asking !== undefined && 'list' in asking && (
        <OrderDialog view={view} list={asking.list} onClose={close} onDone={done} />
      )}
      {asking !== undefined && 'person' in asking && (
        <EndSubstituteDialog view={view} person={asking.person} onClose={close} onDone={done} />
      )}
    </Panel>
  );
}

function sinceOf(view: BodyView, person: PersonId): string {
  return view.places.find((place) => place.person === person && place.from <= view.on)?.from ?? '';
}
