import { listOf } from '@klubba/i18n';
import { type Meeting, personWithParty, type ProportionalElection, proportionalResult } from '@klubba/meeting';
import { usePreferences, useText } from '../app/text.tsx';
import { WallQuiet } from '../ui/index.ts';
import css from './proportional.module.css';

type Props = { readonly meeting: Meeting; readonly election: ProportionalElection };

/** A proportional election on the wall: how many slips are in, never what they say before two have counted the same; then who gets the places. */
export function WallProportional({ meeting, election }: Props) {
  const t = useText();
  const { electors, voted } = election;
  switch (election.state) {
    case 'voting': {
      const shown = meeting.plan.body.settings.whoHasVotedIsShown.value ? 'yes' : 'no';
      const values = { shown, voted: voted.length, electors: electors.length };
      return <WallQuiet headline={t('wall.proportional.slips', values)} why={t('wall.proportional.how')} />;
    }
    case 'counting':
      return <WallQuiet headline={t('wall.proportional.counting')} why={t('wall.proportional.counting.how')} />;
    case 'counted':
    case 'declared':
      return <Outcome meeting={meeting} election={election} />;
    case 'requested':
    case 'annulled':
      return null;
  }
}

/** So many names stand below each other on a wall. */
const ONE_COLUMN = 10;

/** To the left each group with its slips and places, to the right the persons in the order in which they got theirs. */
function Outcome({ meeting, election }: Props) {
  const t = useText();
  const { language } = usePreferences();
  const result = proportionalResult(election);
  if (result === undefined || election.count === undefined) return null;
  const { groups } = election.count;
  const given = result.steps.filter(({ sharedWith }) => sharedWith.length === 0);
  return (
    <div className={css.wall}>
      <section>
        <h2>{t('wall.proportional.groups')}</h2>
        <ul className={css.wallList}>
          {groups.map(({ label, votes }, index) => (
            <li key={`${label}-${index}`}>
              <strong>{label}</strong>
              <span>{t('wall.proportional.votes', { votes })}</span>
              <strong>
                {t('wall.proportional.places', { places: given.filter(({ group }) => group === index).length })}
              </strong>
            </li>
          ))}
        </ul>
        {result.state === 'lotNeeded' && (
          <p className={css.wallLot}>
            {t('wall.proportional.lot', {
              groups: listOf(
                language,
                result.tied.map((group) => groups[group]?.label ?? ''),
              ),
              place: given.length + 1,
            })}
          </p>
        )}
      </section>
      <section>
        <h2>{t('wall.proportional.elected', { declared: election.state === 'declared' ? 'yes' : 'no' })}</h2>
        <ol className={given.length > ONE_COLUMN ? css.wallNamesInTwo : css.wallNames}>
          {given.map(({ person }) => (
            <li key={person}>
              <span>{personWithParty(meeting.plan, person)}</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
