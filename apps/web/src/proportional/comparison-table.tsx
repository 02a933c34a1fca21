import { type Language, quotientText } from '@klubba/i18n';
import {
  type AllocationStep,
  type Comparison,
  type Meeting,
  personWithParty,
  type ProportionalElection,
  proportionalResult,
} from '@klubba/meeting';
import { usePreferences, useText } from '../app/text.tsx';
import { Row, Rows, Soft, Table, type TableColumn, VisuallyHidden } from '../ui/index.ts';
import css from './proportional.module.css';

type Turn = {
  readonly number: number;
  readonly comparisons: readonly Comparison[];
  /** Who got the place; absent while the lot is to be drawn. */
  readonly group?: number;
  readonly tied: readonly number[];
};

/** One row for each place as it is given, one column for each group of slips: its comparison number, the one that got the place in bold
 * (LPV 17–21 §§). Below, who was elected, and by which lot. */
export function ComparisonTable({
  meeting,
  election,
}: {
  readonly meeting: Meeting;
  readonly election: ProportionalElection;
}) {
  const t = useText();
  const result = proportionalResult(election);
  if (result === undefined || election.count === undefined) return null;
  const given = result.steps.map(
    ({ comparisons, group, tied = [] }, at): Turn => ({ number: at + 1, comparisons, group, tied }),
  );
  const waits = result.state === 'lotNeeded' ? [{ ...result, number: given.length + 1 }] : [];
  const columns: readonly TableColumn<Turn>[] = [
    { id: 'turn', head: t('proportional.turn'), rowHead: true, cell: ({ number }) => number },
    ...election.count.groups.map(
      (group, index): TableColumn<Turn> => ({
        id: `group-${index}`,
        head: t('proportional.group', { label: group.label, votes: group.votes }),
        number: true,
        cell: (turn) => <Figure turn={turn} index={index} />,
      }),
    ),
  ];
  return (
    <>
      <div className={css.scroll}>
        <Table
          caption={t('proportional.table')}
          columns={columns}
          rows={[...given, ...waits]}
          rowId={({ number }) => String(number)}
          folds={false}
        />
      </div>
      <Rows ordered label={t('proportional.elected')}>
        {result.steps.map((step, turn) => (
          <Row
            key={`${step.person}-${turn}`}
            tight
            start={turn + 1}
            end={<Soft small>{election.count?.groups[step.group]?.label}</Soft>}
            note={
              step.tied !== undefined
                ? t('proportional.byLot', { witness: witnessOf(meeting, election, result.steps, turn) })
                : step.sharedWith.length > 0
                  ? t('proportional.shared')
                  : undefined
            }
          >
            {personWithParty(meeting.plan, step.person)}
          </Row>
        ))}
      </Rows>
    </>
  );
}

/** The number that got the place stands out, and says so to a screen reader too. */
function Figure({ turn, index }: { readonly turn: Turn; readonly index: number }) {
  const t = useText();
  const { language } = usePreferences();
  const number = numberOf(language, turn.comparisons, index);
  if (turn.group !== index) return number;
  return (
    <>
      <b>{number}</b>
      <VisuallyHidden> {t(turn.tied.length === 0 ? 'proportional.place' : 'proportional.place.lot')}</VisuallyHidden>
    </>
  );
}

/** Rounded for the eye; the count itself is exact. A group without names left has none. */
function numberOf(language: Language, comparisons: readonly Comparison[], index: number): string {
  const found = comparisons.find((one) => one.group === index);
  return found === undefined ? '–' : quotientText(language, found.numerator, found.denominator);
}

/** Lots are drawn in the order of the turns that were tied. */
function witnessOf(
  meeting: Meeting,
  election: ProportionalElection,
  steps: readonly AllocationStep[],
  turn: number,
): string {
  const before = steps.slice(0, turn).filter((step) => step.tied !== undefined).length;
  const witness = election.lots[before]?.witness;
  return witness === undefined ? '' : personWithParty(meeting.plan, witness);
}
