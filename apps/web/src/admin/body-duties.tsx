import type { LocalDate, PersonId } from '@klubba/meeting';
import type { BodyView } from '@klubba/protocol';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useText } from '../app/text.tsx';
import { Button, ButtonRow, Dialog, Panel, Row, Rows, Select, TextField } from '../ui/index.ts';
import css from './admin.module.css';
import { Outcome } from './answered.tsx';
import { dayAfter, isDate, today } from './dates.ts';
import type { Done } from './done-line.tsx';
import { FormDialog } from './form-dialog.tsx';
import { PersonPicker } from './person-picker.tsx';
import { useRegisterCommand } from './use-register.ts';

type Term = BodyView['duties'][number];

const PRESIDIUM = ['chair', 'viceChair', 'secondViceChair'] as const;
const DUTIES = [...PRESIDIUM, 'secretary', 'assistant', 'technician', 'official', 'auditor', 'commissioner'] as const;
type Duty = (typeof DUTIES)[number];

/** Who leads, and who stands by from meeting to meeting, on the day shown. */
export function BodyDuties({ view, onDone }: { readonly view: BodyView; readonly onDone: (done: Done) => void }) {
  const t = useText();
  const [isGiving, setGiving] = useState(false);
  const [ending, setEnding] = useState<Term>();
  const isPresidium = ({ duty }: Term) => PRESIDIUM.some((one) => one === duty);
  const part = (title: string, terms: readonly Term[], none: string) => (
    <Panel title={title}>
      {terms.length === 0 && <p>{none}</p>}
      <Rows label={title}>
        {terms.map((term) => (
          <Row
            key={`${term.duty} ${term.person} ${term.from}`}
            note={`${t(`label.duty.${term.duty}`)}, ${t('admin.body.since', { from: term.from })}`}
            end={
              <Button size="s" onPress={() => setEnding(term)}>
                {t('admin.body.endDuty')}
              </Button>
            }
          >
            <Link className={css.name} to={`/admin/people/${encodeURIComponent(term.person)}`}>
              {view.names[term.person] ?? term.person}
            </Link>
          </Row>
        ))}
      </Rows>
    </Panel>
  );
  return (
    <>
      {part(t('admin.body.presidium'), view.duties.filter(isPresidium), t('admin.body.presidium.none'))}
      {part(
        t('admin.body.duties'),
        view.duties.filter((term) => !isPresidium(term)),
        t('admin.body.duties.none'),
      )}
      <ButtonRow>
        <Button icon={UserPlus} onPress={() => setGiving(true)}>
          {t('admin.body.giveDuty')}
        </Button>
      </ButtonRow>
      {isGiving && (
        <GiveDuty
          view={view}
          onClose={() => setGiving(false)}
          onDone={() => {
            setGiving(false);
            onDone({ words: t('admin.body.done.duty') });
          }}
        />
      )}
      {ending !== undefined && (
        <EndDuty
          view={view}
          term={ending}
          onClose={() => setEnding(undefined)}
          onDone={(to) => {
            setEnding(undefined);
            const { person, duty } = ending;
            const undo = { type: 'giveDuty', body: view.body, person, duty, from: dayAfter(to) } as const;
            onDone({ words: t('admin.body.done.dutyEnded'), undo });
          }}
        />
      )}
    </>
  );
}

type Asking = { readonly view: BodyView; readonly onClose: () => void; readonly onDone: () => void };

function GiveDuty({ view, onClose, onDone }: Asking) {
  const t = useText();
  const [duty, setDuty] = useState<Duty>('chair');
  const [person, setPerson] = useState<PersonId | null>(null);
  const [from, setFrom] = useState<string>(today);
  const [tried, setTried] = useState(false);
  const { send, ...sending } = useRegisterCommand();
  const members = view.seats.flatMap(({ holder }) =>
    holder === undefined ? [] : [{ person: holder, name: view.names[holder] ?? holder }],
  );
  const isPresidium = PRESIDIUM.some((one) => one === duty);
  const save = async () => {
    setTried(true);
    if (person === null || !isDate(from)) return;
    if (await send({ type: 'giveDuty', body: view.body, person, duty, from })) onDone();
  };
  return (
    <FormDialog title={t('admin.body.giveDuty')} sending={sending} onClose={onClose} onSubmit={() => void save()}>
      <div className={css.two}>
        <Select
          label={t('admin.body.duty')}
          value={duty}
          onChange={(id) => setDuty(DUTIES.find((one) => one === id) ?? 'chair')}
          options={DUTIES.map((one) => ({ id: one, label: t(`label.duty.${one}`) }))}
        />
        <TextField
          label={t('admin.from')}
          type="date"
          value={from}
          onChange={setFrom}
          error={isDate(from) ? undefined : t('admin.fault.date')}
        />
      </div>
      <PersonPicker
        label={t('admin.picker.person')}
        near={isPresidium ? members : []}
        value={person}
        onChange={setPerson}
        error={tried && person === null ? t('admin.fault.missing') : undefined}
      />
    </FormDialog>
  );
}

function EndDuty({
  view,
  term,
  onClose,
  onDone,
}: Omit<Asking, 'onDone'> & { readonly term: Term; readonly onDone: (to: LocalDate) => void }) {
  const t = useText();
  const [to, setTo] = useState<string>(today);
  const { send, ...sending } = useRegisterCommand();
  const carryOut = async () => {
    if (!isDate(to)) return;
    const { person, duty } = term;
    if (await send({ type: 'endDuty', body: view.body, person, duty, to })) onDone(to);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('admin.body.endDuty.title', {
        name: view.names[term.person] ?? term.person,
        duty: t(`label.duty.${term.duty}`),
      })}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            onPress={() => void carryOut()}
            busy={sending.isSending ? t('admin.saving') : undefined}
          >
            {t('admin.body.endDuty')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('admin.body.end.lastDay')}
        type="date"
        value={to}
        onChange={setTo}
        error={isDate(to) ? undefined : t('admin.fault.date')}
      />
      <Outcome problem={sending.problem} lost={sending.isLost} />
    </Dialog>
  );
}
