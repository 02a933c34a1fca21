import { timeText } from '@klubba/i18n';
import {
  decide,
  type Meeting,
  type PersonId,
  personWithParty,
  registerHasChanged,
  registerNow,
  type RegisterRow,
  represented,
  type SeatId,
} from '@klubba/meeting';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Alert, Button, Panel, Table, type TableColumn, VisuallyHidden } from '../ui/index.ts';
import { HoldingDialog } from './holding-dialog.tsx';
import css from './voting-register.module.css';

/**
 * The voting register of a general meeting (ABL 7:29): who is here, for whom, with how many shares and votes, whether the meeting has
 * approved it, and what has changed since. The desk puts right what somebody represents.
 */
export function VotingRegisterPanel({
  meeting,
  me,
  now,
  writes = false,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly now: number;
  /** Where it is kept, and not only read. */
  readonly writes?: boolean;
}) {
  const t = useText();
  const [edited, setEdited] = useState<SeatId>();
  if (meeting.plan.body.kind !== 'generalMeeting') return null;
  const rows = registerNow(meeting);
  const row = rows.find(({ seat }) => seat === edited);
  const [first] = rows;
  const mayEdit =
    writes &&
    first !== undefined &&
    decide(
      meeting,
      { type: 'enterHolding', seat: first.seat, owner: '', votes: 1, shares: 1 },
      { at: now, actor: me, id: 'holding' },
    ).ok;
  return (
    <Panel title={t('company.register')} note={<Standing meeting={meeting} />}>
      <Changed meeting={meeting} />
      {rows.length === 0 ? (
        <p>{t('company.register.empty')}</p>
      ) : (
        <RegisterTable meeting={meeting} rows={rows} onEdit={mayEdit ? setEdited : undefined} />
      )}
      {row !== undefined && (
        <HoldingDialog
          row={row}
          name={personWithParty(meeting.plan, row.person)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Panel>
  );
}

function Standing({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { votingRegister } = meeting.company;
  return votingRegister === undefined ? null : t('company.register.standing', { time: timeText(votingRegister.at) });
}

/** Not approved, or changed since: what that means for the votes. */
function Changed({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  if (meeting.company.votingRegister === undefined) return <p>{t('company.register.drawn')}</p>;
  if (!registerHasChanged(meeting)) return null;
  return (
    <Alert rank="warning" word={t('company.register.changed.word')} compact>
      {t('company.register.changed')}
    </Alert>
  );
}

/** One line for each who is here: the shareholder, the proxy if there is one, shares and votes, with their sums below. */
function RegisterTable({
  meeting,
  rows,
  onEdit,
}: {
  readonly meeting: Meeting;
  readonly rows: readonly RegisterRow[];
  readonly onEdit: ((seat: SeatId) => void) | undefined;
}) {
  const t = useText();
  const sums = represented(rows);
  const name = ({ person }: RegisterRow) => personWithParty(meeting.plan, person);
  const columns: readonly TableColumn<RegisterRow>[] = [
    {
      id: 'owner',
      head: t('company.register.owner'),
      rowHead: true,
      foot: t('company.register.sum'),
      cell: (row) =>
        row.owner === undefined ? (
          name(row)
        ) : (
          <>
            {row.owner}
            <span className={css.proxy}>{t('company.register.by', { name: name(row) })}</span>
          </>
        ),
    },
    {
      id: 'shares',
      head: t('company.register.shares'),
      number: true,
      foot: t('company.register.amount', { amount: sums.shares }),
      cell: ({ shares }) => t('company.register.amount', { amount: shares }),
    },
    {
      id: 'votes',
      head: t('company.register.votes'),
      number: true,
      foot: t('company.register.amount', { amount: sums.votes }),
      cell: ({ votes }) => t('company.register.amount', { amount: votes }),
    },
  ];
  const edit: TableColumn<RegisterRow> = {
    id: 'edit',
    head: t('company.register.edit'),
    number: true,
    cell: (row) => (
      <Button size="s" onPress={() => onEdit?.(row.seat)}>
        {t('company.register.edit')}
        <VisuallyHidden> {name(row)}</VisuallyHidden>
      </Button>
    ),
  };
  return (
    <div className={css.register}>
      <Table
        caption={t('company.register')}
        captionHidden
        folds={false}
        columns={onEdit === undefined ? columns : [...columns, edit]}
        rows={rows}
        rowId={({ seat }) => seat}
      />
    </div>
  );
}
