import { currentItem, type PersonId } from '@klubba/meeting';
import { useEffect, useState } from 'react';
import { afterTheFirst, downloadTheRest } from '../app/download.ts';
import { later, laterDialog } from '../app/later.tsx';
import { usePageTitle } from '../app/page-title.ts';
import { useText } from '../app/text.tsx';
import { useConnection, useMe, useMeeting, useServerNow } from '../live/index.ts';
import { LostLink } from '../waiting/lost-link.tsx';
import { LostScreen } from './lost-screen.tsx';
import { memberMoment, type MemberMoment } from './moment.ts';
import { SessionScreen } from './session-screen.tsx';

const CheckIn = later('page', async () => (await import('./check-in.tsx')).CheckIn);
const EarlyScreen = later('page', async () => (await import('./early-screen.tsx')).EarlyScreen);
const BreakScreen = later('page', async () => (await import('./break-screen.tsx')).BreakScreen);
const ConflictScreen = later('page', async () => (await import('./conflict-screen.tsx')).ConflictScreen);
const ShutOutScreen = later('page', async () => (await import('./shut-out-screen.tsx')).ShutOutScreen);
const ClosedScreen = later('page', async () => (await import('./closed-screen.tsx')).ClosedScreen);
const ConflictDialog = laterDialog(async () => (await import('./conflict-dialog.tsx')).ConflictDialog);
const HelpSheet = laterDialog(async () => (await import('./help-sheet.tsx')).HelpSheet);

/** A short loss is a line at the top; one that lasts takes the screen of somebody at a distance. */
const LOSS_FILLS_SCREEN_MS = 3_000;

/** What a member may open over the meeting. The meeting's pictures stay under and beside it. */
/** `moved`: a proposal has just been handed in, and is shown where it stands. */
export type Opened = 'conflict' | 'help' | 'writing' | 'moved' | undefined;

export type ScreenProps = { readonly me: PersonId; readonly open: (what: Opened) => void };

export function MemberScreen() {
  const t = useText();
  const meeting = useMeeting();
  const me = useMe()?.person;
  const [opened, open] = useState<Opened>();
  const item = currentItem(meeting);
  usePageTitle(item === undefined ? t('member.tab') : `§ ${item.number} ${item.title}`, meeting.plan.body.name);
  const isLost = useLastingLoss();
  useEffect(() => afterTheFirst(() => void downloadTheRest()), []);
  if (me === undefined) return null;
  const close = () => open(undefined);
  if (isLost && meeting.attendance.present[me]?.mode === 'remote') return <LostScreen me={me} />;
  return (
    <>
      <Whole moment={memberMoment(meeting, me)} me={me} open={open} opened={opened} />
      <LostLink />
      <ConflictDialog isOpen={opened === 'conflict'} onClose={close} me={me} />
      <HelpSheet isOpen={opened === 'help'} onClose={close} me={me} />
    </>
  );
}

function Whole({
  moment,
  opened,
  ...screen
}: ScreenProps & { readonly moment: MemberMoment; readonly opened: Opened }) {
  switch (moment.is) {
    case 'checkIn':
      return <CheckIn {...screen} />;
    case 'lobby':
    case 'early':
      return <EarlyScreen {...screen} waits={moment.is === 'lobby'} />;
    case 'adjourned':
    case 'check':
      return <BreakScreen {...screen} checking={moment.is === 'check'} />;
    case 'conflict':
      return <ConflictScreen {...screen} item={moment.item} />;
    case 'shutOut':
      return <ShutOutScreen {...screen} item={moment.item} />;
    case 'closed':
      return <ClosedScreen {...screen} />;
    case 'session':
      return <SessionScreen {...screen} side={moment.side} opened={opened} />;
  }
}

function useLastingLoss(): boolean {
  const connection = useConnection();
  const now = useServerNow(1_000);
  return connection.is === 'lost' && now - connection.since >= LOSS_FILLS_SCREEN_MS;
}
