export { conduct } from './conductor.ts';
export type { Conductor, ConductorOptions, PassWish, Scene, VideoPass } from './conductor-contract.ts';
export { breakRoomRefusal, type BreakRoomRule } from './break-rooms.ts';
export { type LivekitAccess, livekitRooms } from './livekit-rooms.ts';
export { type Closing, placeOf } from './rights.ts';
export { VIDEO_WEBHOOK_PATH, videoRoutes, type VideoRoutesOptions } from './routes.ts';
export { trackClosing } from './track-closing.ts';
