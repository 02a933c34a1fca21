export type { Cast, Shown } from './cast.ts';
export { DeviceCheck } from './device-check.tsx';
export { picturesOfPage } from './first-pictures.ts';
export { HallCamera, hallDeviceOf } from './hall-camera.tsx';
export { type HallDevice, MeetingVideo, useVideo } from './meeting-video.tsx';
export {
  MeetingPictures,
  MeetingStage,
  type MeetingStageProps,
  SpeakerPicture,
  useCast,
} from './meeting-stage.tsx';
export { type OnAir, onAir } from './on-air.ts';
export { OwnAir, OwnCamera, OwnPicture } from './own-picture.tsx';
export { TalkPicture } from './talk-picture.tsx';
export { PictureTile } from './picture-tile.tsx';
export type { Guest, VideoView } from './view.ts';
