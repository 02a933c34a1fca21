import type { PersonId } from '@klubba/meeting';
import type { BodyView } from '@klubba/protocol';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, ButtonRow, Row, Rows, StatusLine, TextField, VisuallyHidden } from '../ui/index.ts';
import { isDate } from './dates.ts';
import type { Done } from './done-line.tsx';
import { FormDialog } from './form-dialog.tsx';
import { moved } from './moved.ts';
import { type RegisterCommand, useRegisterCommand } from './use-register.ts';

type List = BodyView['substitutes'][number];

/** The substitutes of a list in another order from a day on. Both buttons stay where they are, so that one can press on. */
export function OrderDialog(props: {
  readonly view: BodyView;
  readonly list: List;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
}) {
  const { view, list, onClose, onDone } = props;
  const t = useText();
  const [persons, setPersons] = useState(list.persons);
  const [from, setFrom] = useState<string>(view.on);
  const [said, setSaid] = useState('');
  const { send, ...sending } = useRegisterCommand();
  const name = (person: PersonId) => view.names[person] ?? person;
  const move = (person: PersonId, by: 1 | -1) => {
    const next = moved(persons, person, by);
    setPersons(next);
    setSaid(t('admin.order.now', { name: name(person), order: next.indexOf(person) + 1, of: next.length }));
  };
  const save = async () => {
    if (!isDate(from)) return;
    const command = orderOf(view, list, persons, from);
    if (await send(command))
      onDone({ words: t('admin.order.done', { from }), undo: orderOf(view, list, list.persons, from) });
  };
  return (
    <FormDialog title={t('admin.order.title')} sending={sending} onClose={onClose} onSubmit={() => void save()}>
      <p>{t(`admin.order.law.${view.kind === 'council' ? 'council' : 'other'}`)}</p>
      <Rows ordered label={t('admin.body.substitutes')}>
        {persons.map((person, at) => (
          <Row
            key={person}
            start={at + 1}
            end={
              <ButtonRow>
                <Button size="s" icon={ArrowUp} onPress={() => move(person, -1)}>
                  {t('admin.order.up')} <VisuallyHidden>{name(person)}</VisuallyHidden>
                </Button>
                <Button size="s" icon={ArrowDown} onPress={() => move(person, 1)}>
                  {t('admin.order.down')} <VisuallyHidden>{name(person)}</VisuallyHidden>
                </Button>
              </ButtonRow>
            }
          >
            {name(person)}
          </Row>
        ))}
      </Rows>
      <StatusLine>{said}</StatusLine>
      <TextField
        label={t('admin.from')}
        hint={t('admin.order.from.hint')}
        type="date"
        value={from}
        onChange={setFrom}
        error={isDate(from) ? undefined : t('admin.fault.date')}
      />
    </FormDialog>
  );
}

function orderOf(view: BodyView, list: List, persons: readonly PersonId[], from: string): RegisterCommand {
  return {
    type: 'orderSubstitutes',
    body: view.body,
    persons,
    from,
    ...(list.party === undefined ? {} : { party: list.party }),
    ...(list.constituency === undefined ? {} : { constituency: list.constituency }),
  };
}
