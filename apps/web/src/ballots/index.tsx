import { timeText } from '@klubba/i18n';
import { closedBallotNow, type MeetingId, type PersonId } from '@klubba/meeting';
import { useParams } from 'react-router';
import { usePageTitle } from '../app/page-title.ts';
import { useText } from '../app/text.tsx';
import { LiveMeeting, useMe, useMeeting, useServerNow } from '../live/index.ts';
import { useOwnStore } from '../own-store/index.ts';
import { PageFrame, Panel, TopBar } from '../ui/index.ts';
import { WaitingForMeeting } from '../waiting/waiting-for-meeting.tsx';
import { AppointKeyHolders } from './appoint-key-holders.tsx';
import css from './ballots.module.css';
import { BoothDoor } from './booth-door.tsx';
import { CountedBallot } from './counted-ballot.tsx';
import { GiveShare } from './give-share.tsx';
import { KeyCeremonyPanel } from './key-ceremony.tsx';
import { PaperCount } from './paper-count.tsx';

/** `/m/:meetingId/ballot`: keys before the ballot, the count after it; each sees what is theirs to do. */
export default function BallotView() {
  const { meetingId } = useParams();
  return (
    <LiveMeeting
      meeting={meetingId as MeetingId}
      waiting={(connection) => <WaitingForMeeting connection={connection} />}
    >
      <BallotPage />
    </LiveMeeting>
  );
}

function BallotPage() {
  const t = useText();
  const meeting = useMeeting();
  const you = useMe();
  const now = useServerNow(1_000);
  usePageTitle(t('ballot.page'));
  return (
    <PageFrame top={<TopBar body={meeting.plan.body.name} clock={timeText(now)} />}>
      <div className={css.page}>
        <h1>{t('ballot.page')}</h1>
        {you === null ? <p>{t('ballot.page.nobody')}</p> : <Own me={you.person} duties={you.duties} />}
      </div>
    </PageFrame>
  );
}

function Own({ me, duties }: { readonly me: PersonId; readonly duties: readonly string[] }) {
  const t = useText();
  const { elections } = useMeeting();
  const holders = elections.keyHolders;
  const ballot = closedBallotNow({ elections });
  const last = Object.values(elections.ballots)
    .filter(({ state }) => state === 'counted')
    .at(-1);
  const isDesk = duties.some((duty) => duty === 'secretary' || duty === 'assistant' || duty === 'chair');
  const isHolder = holders?.persons.includes(me) === true;
  const store = useOwnStore(isHolder ? me : undefined);
  const countsSlips = ballot?.means === 'paper' && ballot.state === 'closed';
  return (
    <>
      {isHolder && store !== undefined && ballot?.state === 'counting' && (
        <GiveShare me={me} ballot={ballot} store={store} />
      )}
      {isHolder && store !== undefined && ballot?.state !== 'counting' && (
        <KeyCeremonyPanel key={holders.persons.join()} me={me} store={store} />
      )}
      {countsSlips && <PaperCount key={ballot.counters.length} me={me} ballot={ballot} />}
      {isDesk && ballot?.means === 'sealed' && ballot.result === undefined && <BoothDoor ballot={ballot} />}
      {isDesk && ballot === undefined && <AppointKeyHolders />}
      {last !== undefined && (
        <Panel label={t('ballot.panel')}>
          <CountedBallot ballot={last} />
        </Panel>
      )}
      {!isHolder && !isDesk && !countsSlips && last === undefined && <p>{t('ballot.page.nobody')}</p>}
    </>
  );
}
