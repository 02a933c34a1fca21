export type { ConnectionView } from './connection-view.ts';
export type { Connection } from './connection.ts';
export {
  LiveMeeting,
  useCommand,
  useConnection,
  useLinks,
  useLive,
  useMe,
  useMeeting,
  useServerNow,
} from './live-meeting.tsx';
export type { Outcome } from './machine.ts';
export type { EndCause } from './wire.ts';
