import type { PartyId } from '@klubba/meeting';
import type { BodyView } from '@klubba/protocol';
import { useText } from '../app/text.tsx';
import css from './admin.module.css';
import { useRegister } from './register-context.tsx';

/** `none`: seats that no party holds, as in a company. */
export type PartyChoice = PartyId | 'all' | 'none';

export function isOfParty(choice: PartyChoice, party: PartyId | undefined): boolean {
  return choice === 'all' || (choice === 'none' ? party === undefined : party === choice);
}

/** The parties in the municipality's own order, else in that of their seats, with how many seats and substitutes each has. */
export function PartyNav(props: {
  readonly view: BodyView;
  readonly chosen: PartyChoice;
  readonly onChoose: (party: PartyChoice) => void;
}) {
  const { view, chosen, onChoose } = props;
  const t = useText();
  const { partyName, partyOrder } = useRegister();
  const parties = [
    ...new Set([...view.seats, ...view.substitutes].map((one) => one.party ?? ('none' as const))),
  ].toSorted((a, b) => partyOrder(a) - partyOrder(b));
  const seats = (choice: PartyChoice) => view.seats.filter((seat) => isOfParty(choice, seat.party)).length;
  const substitutes = (choice: PartyChoice) =>
    view.substitutes.filter((list) => isOfParty(choice, list.party)).flatMap((list) => list.persons).length;
  const rows: readonly PartyChoice[] = parties.length > 1 ? ['all', ...parties] : ['all'];
  return (
    <nav className={css.parties} aria-label={t('admin.body.parties')}>
      <p aria-hidden="true">
        <span>{t('admin.person.party')}</span>
        <span>{t('admin.body.seats')}</span>
        <span>{t('admin.body.substitutes.short')}</span>
      </p>
      {rows.map((one) => {
        const name =
          one === 'all' ? t('admin.body.everybody') : one === 'none' ? t('admin.body.noParty') : partyName(one);
        const counts = { seats: seats(one), substitutes: substitutes(one) };
        return (
          <button
            key={one}
            type="button"
            aria-current={one === chosen || undefined}
            aria-label={t('admin.body.partyCounts', { name, ...counts })}
            onClick={() => onChoose(one)}
          >
            {name}
            <span>{counts.seats}</span>
            <span>{counts.substitutes}</span>
          </button>
        );
      })}
    </nav>
  );
}
