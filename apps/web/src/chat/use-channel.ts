import type { PersonId } from '@klubba/meeting';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useLive, useMeeting } from '../live/index.ts';
import { type Channel, EMPTY_CHANNEL } from './channel.ts';
import { type OpenChannel, openChannel } from './open-channel.ts';
import type { ChannelName } from './requests.ts';
import { closedBy } from './who.ts';

/** A channel that is read anew at every word of the server’s, and shut while the item closes it to this person. */
export function useChannel(name: ChannelName, me: PersonId | undefined, isOn: boolean): OpenChannel | undefined {
  const meeting = useMeeting(({ plan }) => plan.meeting);
  const [channel, setChannel] = useState<OpenChannel>();
  useEffect(() => {
    if (!isOn) return undefined;
    const opened = openChannel(meeting, name, sessionStorage);
    setChannel(opened);
    return () => {
      opened.close();
      setChannel(undefined);
    };
  }, [meeting, name, isOn]);
  const live = useLive();
  const turn = useSyncExternalStore(live.subscribe, () => live.current().chatTurn);
  const closed = useMeeting(useCallback((now) => (me === undefined ? undefined : closedBy(now, me)), [me]));
  useEffect(() => {
    if (closed === undefined) channel?.refresh();
    else channel?.shut(closed);
  }, [channel, turn, closed]);
  return channel;
}

export function useChannelNow(channel: OpenChannel | undefined): Channel {
  return useSyncExternalStore(
    useCallback((listener) => channel?.subscribe(listener) ?? (() => undefined), [channel]),
    () => channel?.current() ?? EMPTY_CHANNEL,
  );
}
