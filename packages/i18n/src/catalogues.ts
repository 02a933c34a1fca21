import { admin } from './areas/admin.ts';
import { adminChat } from './areas/admin-chat.ts';
import { adminBodies } from './areas/admin-bodies.ts';
import { adminImport } from './areas/admin-import.ts';
import { adminRules } from './areas/admin-rules.ts';
import { adminPlaces } from './areas/admin-places.ts';
import { adminTemplates } from './areas/admin-templates.ts';
import { adminWordings } from './areas/admin-wordings.ts';
import { apiKeys } from './areas/api-keys.ts';
import { ballot } from './areas/ballot.ts';
import { breaks } from './areas/breaks.ts';
import { chat } from './areas/chat.ts';
import { closedBallot } from './areas/closed-ballot.ts';
import { whatIf } from './areas/what-if.ts';
import { company } from './areas/company.ts';
import { proportional } from './areas/proportional.ts';
import { common } from './areas/common.ts';
import { login } from './areas/login.ts';
import { loginHearing } from './areas/login-hearing.ts';
import { labels } from './areas/labels.ts';
import { script } from './areas/script.ts';
import { minutes } from './areas/minutes.ts';
import { notice } from './areas/notice.ts';
import { planning } from './areas/planning.ts';
import { planningPlan } from './areas/planning-plan.ts';
import { minutesPage } from './areas/minutes-page.ts';
import { portal } from './areas/portal.ts';
import { publicPage } from './areas/public.ts';
import { refusalsMinutes } from './areas/refusals-minutes.ts';
import { refusalsAttendance } from './areas/refusals-attendance.ts';
import { refusalsChat } from './areas/refusals-chat.ts';
import { refusalsConflicts } from './areas/refusals-conflicts.ts';
import { refusalsAgenda } from './areas/refusals-agenda.ts';
import { refusalsDebate } from './areas/refusals-debate.ts';
import { refusalsDecisions } from './areas/refusals-decisions.ts';
import { refusalsDoors } from './areas/refusals-doors.ts';
import { refusalsRemote } from './areas/refusals-remote.ts';
import { refusalsSession } from './areas/refusals-session.ts';
import { register } from './areas/register.ts';
import { shell } from './areas/shell.ts';
import { start } from './areas/start.ts';
import { video } from './areas/video.ts';
import { chair } from './areas/chair.ts';
import { stepUp } from './areas/step-up.ts';
import { steps } from './areas/steps.ts';
import { documents } from './areas/documents.ts';
import { member } from './areas/member.ts';
import { secretary } from './areas/secretary.ts';
import { support } from './areas/support.ts';
import { wall } from './areas/wall.ts';

/** Every text of the product, flat: keys are `area.name` and unique. Add an area here and nowhere else. */
const areas = [
  admin,
  adminBodies,
  adminChat,
  adminImport,
  adminRules,
  adminPlaces,
  adminTemplates,
  adminWordings,
  apiKeys,
  login,
  loginHearing,
  ballot,
  breaks,
  chat,
  closedBallot,
  whatIf,
  company,
  proportional,
  documents,
  secretary,
  support,
  member,
  stepUp,
  steps,
  chair,
  wall,
  portal,
  publicPage,
  notice,
  planning,
  planningPlan,
  minutesPage,
  minutes,
  script,
  labels,
  common,
  refusalsMinutes,
  shell,
  start,
  video,
  refusalsAttendance,
  refusalsChat,
  refusalsConflicts,
  refusalsDoors,
  refusalsRemote,
  refusalsSession,
  refusalsAgenda,
  refusalsDebate,
  refusalsDecisions,
  register,
] as const;

type AreaKeys = keyof (typeof areas)[number]['sv'];
type Distribute<T> = T extends { readonly sv: infer C } ? keyof C : never;
export type TextKey = Extract<Distribute<(typeof areas)[number]> | AreaKeys, string>;

export const catalogues = {
  sv: Object.assign({}, ...areas.map((a) => a.sv)) as Readonly<Record<TextKey, string>>,
  en: Object.assign({}, ...areas.map((a) => a.en)) as Readonly<Record<TextKey, string>>,
};
