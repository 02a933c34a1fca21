import type { BodyView } from '@klubba/protocol';
import { UserPlus, UserX } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useText } from '../app/text.tsx';
import { Button, ButtonRow, Panel, Table, Tag } from '../ui/index.ts';
import css from './admin.module.css';
import type { Done } from './done-line.tsx';
import { BodySubstitutes } from './body-substitutes.tsx';
import { isOfParty, type PartyChoice } from './party-nav.tsx';
import { useRegister } from './register-context.tsx';
import { EndSeatDialog } from './end-seat-dialog.tsx';
import { GivePlaceDialog } from './give-place-dialog.tsx';

type Seat = BodyView['seats'][number];

/** Seats of the party chosen, the substitutes in the order they are called, and one seat's history. */
export function BodySeats(props: {
  readonly view: BodyView;
  readonly party: PartyChoice;
  readonly onDone: (done: Done) => void;
}) {
  const { view, party, onDone } = props;
  const t = useText();
  const { partyName, partyShort } = useRegister();
  const [chosen, setChosen] = useState<number>();
  const [asking, setAsking] = useState<'end' | 'give' | 'substitute'>();
  const seats = view.seats.filter((seat) => isOfParty(party, seat.party));
  const seat = seats.find((one) => one.number === chosen);
  const name = (person: string) => view.names[person] ?? person;
  const close = () => setAsking(undefined);
  const mandate = (one: Seat) =>
    view.mandates.find(
      (held) =>
        held.seat === one.number &&
        held.person === one.holder &&
        held.from <= view.on &&
        (held.to === undefined || held.to >= view.on),
    );
  return (
    <>
      <Panel title={party === 'all' || party === 'none' ? t('admin.body.seats.all') : partyName(party)}>
        <Table
          caption={t('admin.body.seats.all')}
          captionHidden
          rows={seats}
          rowId={(one) => String(one.number)}
          selectedId={chosen === undefined ? undefined : String(chosen)}
          columns={[
            {
              id: 'seat',
              head: t('admin.body.seat'),
              cell: (one) => (
                <button
                  type="button"
                  className={css.seat}
                  aria-pressed={one.number === chosen}
                  aria-label={t('admin.body.chooseSeat', { seat: one.number })}
                  onClick={() => setChosen(one.number === chosen ? undefined : one.number)}
                >
                  {one.number}
                </button>
              ),
            },
            {
              id: 'holder',
              head: t('admin.body.member'),
              rowHead: true,
              cell: (one) =>
                one.holder === undefined ? (
                  <span className={css.cell}>
                    <Tag>{t('admin.body.vacant')}</Tag>
                  </span>
                ) : (
                  <Link className={css.name} to={`/admin/people/${encodeURIComponent(one.holder)}`}>
                    {name(one.holder)}
                    {party === 'all' && one.party !== undefined && ` (${partyShort(one.party)})`}
                  </Link>
                ),
            },
            {
              id: 'from',
              head: t('admin.from'),
              cell: (one) => <span className={css.cell}>{mandate(one)?.from}</span>,
            },
            {
              id: 'to',
              head: t('admin.to'),
              cell: (one) => (
                <span className={css.cell}>
                  {one.holder === undefined ? '' : (mandate(one)?.to ?? t('admin.untilFurther'))}
                </span>
              ),
            },
          ]}
        />
      </Panel>
      <ButtonRow>
        {seat?.holder !== undefined && (
          <Button icon={UserX} onPress={() => setAsking('end')}>
            {t('admin.body.endSeat', { seat: seat.number })}
          </Button>
        )}
        {seat !== undefined && seat.holder === undefined && (
          <Button icon={UserPlus} onPress={() => setAsking('give')}>
            {t('admin.body.giveSeat', { seat: seat.number })}
          </Button>
        )}
      </ButtonRow>
      {seat === undefined && <p className={css.by}>{t('admin.body.chooseHint')}</p>}
      {seat !== undefined && <SeatHistory view={view} seat={seat.number} />}
      <BodySubstitutes view={view} party={party} onDone={onDone} />
      <ButtonRow>
        <Button icon={UserPlus} onPress={() => setAsking('substitute')}>
          {t('admin.body.addSubstitute')}
        </Button>
      </ButtonRow>
      {asking === 'end' && seat?.holder !== undefined && (
        <EndSeatDialog
          view={view}
          seat={seat}
          holder={seat.holder}
          onClose={close}
          onDone={(undo) => {
            close();
            onDone({ words: t('admin.body.done.ended', { seat: seat.number, name: name(seat.holder ?? '') }), undo });
          }}
        />
      )}
      {(asking === 'give' || asking === 'substitute') && (
        <GivePlaceDialog
          view={view}
          party={seat?.party ?? (party === 'all' || party === 'none' ? undefined : party)}
          seat={asking === 'give' ? seat?.number : undefined}
          onClose={close}
          onDone={() => {
            close();
            onDone({ words: t(asking === 'give' ? 'admin.body.done.given' : 'admin.body.done.substitute') });
          }}
        />
      )}
    </>
  );
}

/** Everybody who has held the seat, newest first. */
function SeatHistory({ view, seat }: { readonly view: BodyView; readonly seat: number }) {
  const t = useText();
  const held = view.mandates.filter((one) => one.seat === seat).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return (
    <Panel title={t('admin.body.seatHistory', { seat })} note={t('admin.history.note')}>
      {held.length === 0 && <p>{t('admin.body.seatHistory.none')}</p>}
      <ol className={css.history}>
        {held.map((one) => (
          <li key={`${one.person} ${one.from}`}>
            <time>
              {one.from}–{one.to ?? ''}
            </time>
            <span>
              {view.names[one.person] ?? one.person}, {t(`admin.basis.${one.basis}`)}
              {one.reference === undefined ? '' : ` (${one.reference})`}
              {one.ended === undefined ? '' : `. ${t('admin.body.endedBy', { why: t(`admin.why.${one.ended}`) })}`}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
