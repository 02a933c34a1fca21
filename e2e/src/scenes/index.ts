import type { Scene } from '../scene.ts';
import { admin } from './admin.ts';
import { beforeMeeting } from './before-meeting.ts';
import { breaksAndChat } from './breaks-and-chat.ts';
import { byLaw } from './by-law.ts';
import { company } from './company.ts';
import { generalMeeting } from './general-meeting.ts';
import { hearing } from './hearing.ts';
import { sealed } from './sealed.ts';
import { slips } from './slips.ts';
import { wayIn } from './way-in.ts';

export { evening } from './evening.ts';

/** All that is not the evening itself. */
export const OTHER_SCENES: readonly Scene[] = [
  wayIn,
  beforeMeeting,
  breaksAndChat,
  byLaw,
  slips,
  sealed,
  company,
  generalMeeting,
  hearing,
  admin,
];
