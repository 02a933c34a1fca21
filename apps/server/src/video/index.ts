export {
  type Conductor,
  type ConductorOptions,
  conduct,
  type PassWish,
  type Scene,
  type VideoPass,
} from './conductor.ts';
export { type LivekitAccess, livekitRooms } from './livekit-rooms.ts';
export { type Closing, placeOf } from './rights.ts';
export { VIDEO_WEBHOOK_PATH, videoRoutes, type VideoRoutesOptions } from './routes.ts';
export { trackClosing } from './track-closing.ts';
