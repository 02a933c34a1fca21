export { type Cast, castOf, type Shown } from './cast.ts';
export { DeviceCheck } from './device-check.tsx';
export { HallCamera, hallDeviceOf } from './hall-camera.tsx';
export { LinkNotice } from './link-notice.tsx';
export { type HallDevice, MeetingVideo, useVideo } from './meeting-video.tsx';
export {
  MeetingPictures,
  MeetingStage,
  type MeetingStageProps,
  OthersPictures,
  SpeakerPicture,
  useCast,
} from './meeting-stage.tsx';
export { type OnAir, onAir } from './on-air.ts';
export { OwnPicture } from './own-picture.tsx';
export { nameWithParty, PictureTile } from './picture-tile.tsx';
export type { Guest, VideoView } from './view.ts';
