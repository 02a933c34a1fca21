export {
  type Conductor,
  type ConductorOptions,
  conduct,
  type PassWish,
  type Scene,
  type VideoPass,
} from './conductor.ts';
export { type FakeRooms, fakeRooms } from './fake-rooms.ts';
export { type LivekitAccess, livekitRooms } from './livekit-rooms.ts';
export { deviceOf, identityOf, personOf } from './names.ts';
export { type Closing, type Place, placeOf } from './rights.ts';
export { VIDEO_WEBHOOK_PATH, videoRoutes, type VideoRoutesOptions } from './routes.ts';
export { trackClosing } from './track-closing.ts';
export type { Identity, Rights, RoomName, VideoRooms } from './video-room.ts';
