import { timeText } from '@klubba/i18n';
import { type ClosedBallot, closedBallotNow, type MeetingId, type PersonId, personWithParty } from '@klubba/meeting';
import { Check } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { usePageTitle } from '../app/page-title.ts';
import { useText } from '../app/text.tsx';
import { LiveMeeting, useMe, useMeeting, useServerNow } from '../live/index.ts';
import { type OwnStore, useOwnStore } from '../own-store/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, PageFrame, Panel, TopBar } from '../ui/index.ts';
import { WaitingForMeeting } from '../waiting/waiting-for-meeting.tsx';
import { Voting } from './ballot-side.tsx';
import css from './ballots.module.css';
import { ballotTitle } from './figures.ts';
import { useBooth } from './use-booth.ts';
import { type BoardView, useBoard } from './use-board.ts';
import { type Door, useVoterAt } from './use-voter.ts';

/** Nobody touches the tablet for so long: the voter has gone, and the screen is cleared for the next. */
const GONE_AFTER_MS = 90_000;

/** `/m/:meetingId/booth`: the hall's own tablet, on which one after another votes whose own does not work. */
export function BoothView() {
  const { meetingId } = useParams();
  return (
    <LiveMeeting
      meeting={meetingId as MeetingId}
      waiting={(connection) => <WaitingForMeeting connection={connection} />}
    >
      <BoothPage />
    </LiveMeeting>
  );
}

function BoothPage() {
  const t = useText();
  const meeting = useMeeting();
  const now = useServerNow(1_000);
  usePageTitle(t('ballot.booth'));
  const ballot = closedBallotNow(meeting);
  return (
    <PageFrame top={<TopBar body={meeting.plan.body.name} clock={timeText(now)} />}>
      <div className={css.page}>
        {ballot?.means === 'sealed' ? (
          <OpenBooth key={ballot.id} ballot={ballot} />
        ) : (
          <>
            <h1>{t('ballot.booth')}</h1>
            <p>{t('ballot.booth.none')}</p>
          </>
        )}
      </div>
    </PageFrame>
  );
}

function OpenBooth({ ballot }: { readonly ballot: ClosedBallot }) {
  const t = useText();
  const meeting = useMeeting();
  const view = useBoard(ballot);
  const store = useOwnStore(useMe()?.person);
  const { seen, refusal, lookAgain } = useBooth(view.board);
  const { inside, marked = [] } = seen ?? {};
  const leave = useCallback(() => void view.board.booth.leave().then(lookAgain), [view.board, lookAgain]);
  const here = inside === undefined || ballot.booth.includes(inside) ? ballot.booth : [...ballot.booth, inside];
  return (
    <>
      {inside === undefined && (
        <div className={css.awaiting}>
          <h1>{t('ballot.booth')}</h1>
          <p className={css.call}>{t('ballot.booth.wait')}</p>
          <p className={css.soft}>{t('ballot.title', ballotTitle(meeting, ballot))}</p>
          <RefusalLine refusal={refusal} />
        </div>
      )}
      {store !== undefined &&
        here.map((person) => (
          <BoothVoter
            key={person}
            ballot={ballot}
            person={person}
            view={view}
            store={store}
            marked={marked.includes(person)}
            isInside={person === inside}
            onLeave={leave}
          />
        ))}
    </>
  );
}

type BoothVoterProps = {
  readonly ballot: ClosedBallot;
  readonly person: PersonId;
  readonly view: BoardView;
  readonly store: OwnStore;
  readonly marked: boolean;
  readonly isInside: boolean;
  readonly onLeave: () => void;
};

/** Does for each who has entered here what an own tablet does by itself; shows only the one who is at it now. */
function BoothVoter({ ballot, person, view, store, marked, isInside, onLeave }: BoothVoterProps) {
  const t = useText();
  const { plan } = useMeeting();
  const { board } = view;
  const door = useMemo(
    (): Door => ({
      register: (blinded) => board.booth.register(person, blinded),
      sayVoted: () => board.booth.sayVoted(person),
      tellChecked: (found) => board.booth.tellChecked(person, found),
      // Whose tablet is lost is for the desk to say.
      replace: async () => ({ rule: 'MTG-SECRETARY' }),
    }),
    [board, person],
  );
  const seen = view.seen === undefined ? undefined : { ...view.seen, marked };
  const voter = useVoterAt(door, { ...view, seen }, ballot, person, store);
  if (!isInside) return null;
  return (
    <>
      <h1>{personWithParty(plan, person)}</h1>
      <Panel framed label={t('ballot.panel')}>
        <div className={css.stack}>
          <Voting me={person} ballot={ballot} voter={voter} level={2} />
        </div>
      </Panel>
      <Button icon={Check} size="l" wide onPress={onLeave}>
        {t('ballot.booth.leave')}
      </Button>
      <p className={css.soft}>{t('ballot.booth.leave.note')}</p>
      <Gone onGone={onLeave} />
    </>
  );
}

/** Notices that nobody is there any more. */
function Gone({ onGone }: { readonly onGone: () => void }) {
  const [touched, setTouched] = useState(0);
  useEffect(() => {
    const touch = (): void => setTouched((before) => before + 1);
    addEventListener('pointerdown', touch);
    addEventListener('keydown', touch);
    return () => {
      removeEventListener('pointerdown', touch);
      removeEventListener('keydown', touch);
    };
  }, []);
  useEffect(() => {
    const timer = setTimeout(onGone, GONE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [touched, onGone]);
  return null;
}
