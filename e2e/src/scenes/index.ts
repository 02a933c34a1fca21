import type { Scene } from '../scene.ts';
import { admin } from './admin.ts';
import { beforeMeeting } from './before-meeting.ts';
import { company } from './company.ts';
import { hearing } from './hearing.ts';
import { sealed } from './sealed.ts';
import { slips } from './slips.ts';
import { wayIn } from './way-in.ts';

export { evening } from './evening.ts';

/** All that is not the evening itself. */
export const OTHER_SCENES: readonly Scene[] = [wayIn, beforeMeeting, slips, sealed, company, hearing, admin];
