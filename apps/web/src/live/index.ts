export type { ConnectionView } from './connection-view.ts';
export { type Connection, connectTo, type Surfaces, type Where } from './connection.ts';
export {
  type Command,
  LiveMeeting,
  type LiveMeetingProps,
  useCommand,
  useConnection,
  useLinks,
  useLive,
  useMe,
  useMeeting,
  useServerNow,
  useServerOffset,
} from './live-meeting.tsx';
export type { Outcome } from './machine.ts';
export type { EndCause } from './wire.ts';
