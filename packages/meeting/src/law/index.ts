import { abl10 } from './abl-10-general-minutes.ts';
import { abl4 } from './abl-4-material.ts';
import { abl5 } from './abl-5-company-conflict.ts';
import { abl7 } from './abl-7-board-minutes.ts';
import { abl8 } from './abl-8-per-capsulam.ts';
import { abl9 } from './abl-9-general-meeting.ts';
import { mtgCompanyForm } from './mtg-company-form.ts';
import { pro3 } from './pro-3-adjusted-at-once.ts';
import { abl2, abl3 } from './abl-2-company-majority.ts';
import { bes1 } from './bes-1-one-step-at-a-time.ts';
import { bes2 } from './bes-2-one-demand.ts';
import { bes3 } from './bes-3-open-by-name.ts';
import { bes4 } from './bes-4-majority.ts';
import { bes5 } from './bes-5-casting-vote.ts';
import { bes6 } from './bes-6-qualified-majority.ts';
import { bes7 } from './bes-7-refusing-a-proposal.ts';
import { bes8 } from './bes-8-authority-over-a-person.ts';
import { del1 } from './del-1-chair-decisions.ts';
import { del2 } from './del-2-not-delegated.ts';
import { dist1, dist3, mtgInRoom, mtgPermission, mtgPremises, mtgRemoteCap } from './dist-1-remote-permission.ts';
import { dist2, dist2From2026, nar5 } from './dist-2-remote-presence.ts';
import { dist4, dist5, dist7 } from './dist-5-lost-member.ts';
import { dist6 } from './dist-6-closed-items.ts';
import { abl6, ers1, ers6 } from './ers-1-council-order.ts';
import { ers2 } from './ers-2-no-swap.ts';
import { ers3 } from './ers-3-member-returns.ts';
import { ers4, ers5 } from './ers-4-barred-today.ts';
import { ers7 } from './ers-7-rights.ts';
import { for1 } from './for-1-federations.ts';
import { jav1 } from './jav-1-council.ts';
import { jav2, mtgConflict } from './jav-2-board.ts';
import { jav3 } from './jav-3-contested.ts';
import { kal1 } from './kal-1-notice.ts';
import { kal2 } from './kal-2-late-item.ts';
import { kal3 } from './kal-3-unannounced-item.ts';
import { kal4 } from './kal-4-preparation.ts';
import { kal5 } from './kal-5-bills-in-a-year.ts';
import { kal6 } from './kal-6-board-notice.ts';
import { lpv10 } from './lpv-10-substitute-order.ts';
import { lpv1 } from './lpv-1-quota.ts';
import { lpv2 } from './lpv-2-which-elections.ts';
import { lpv3 } from './lpv-3-substitutes.ts';
import { lpv4 } from './lpv-4-officers.ts';
import { lpv5 } from './lpv-5-closed-slips.ts';
import { lpv6 } from './lpv-6-one-slip-each.ts';
import { lpv7 } from './lpv-7-valid-slips.ts';
import { lpv8 } from './lpv-8-count.ts';
import { lpv9 } from './lpv-9-lot.ts';
import { mtgAdjourned, mtgCheck } from './mtg-adjournment.ts';
import {
  mtgClosing,
  mtgDocument,
  mtgItemStage,
  mtgLeaderConflict,
  mtgLeaderInRoom,
  mtgOneItem,
  mtgOpening,
  mtgPresidium,
  mtgReason,
  mtgReorder,
  mtgUndecided,
} from './mtg-agenda.ts';
import {
  mtgAbsent,
  mtgCheckIn,
  mtgDevice,
  mtgLeaveCause,
  mtgLink,
  mtgLobby,
  mtgRollCall,
  mtgSeat,
} from './mtg-attendance.ts';
import {
  mtgBallotItem,
  mtgBallotKeys,
  mtgBallotList,
  mtgBallotLot,
  mtgBallotOthers,
  mtgBallotMissing,
  mtgBallotPaper,
  mtgBallotPhase,
  mtgBallotPlanned,
  mtgBallotProportional,
  mtgBallotRemote,
  mtgBallotVoter,
} from './mtg-ballots.ts';
import { mtgChair, mtgPlanned, mtgSecretary, mtgSelf, mtgSystem } from './mtg-authority.ts';
import {
  mtgElector,
  mtgNothingMoved,
  mtgOrderBegun,
  mtgOrderComplete,
  mtgStatement,
  mtgVoteFrozen,
  mtgVoteMethod,
  mtgVoteOpen,
  mtgVotePending,
  mtgVoter,
} from './mtg-decisions.ts';
import { mtgDoors } from './mtg-doors.ts';
import { mtgExternal } from './mtg-externals.ts';
import { mtgDebate, mtgFloorRequest, mtgFloorTwice, mtgFloorVote, mtgQueue, mtgReopen, mtgReply } from './mtg-floor.ts';
import { mtgMinutesLock, mtgMinutesText, mtgMinutesUnknown } from './mtg-minutes.ts';
import {
  mtgNomination,
  mtgProposalOwn,
  mtgProposalsClosed,
  mtgProposalTable,
  mtgProposer,
  mtgWriting,
} from './mtg-proposals.ts';
import { mtgCalled, mtgCalledOff, mtgPlanChange } from './mtg-notice.ts';
import { mtgSession } from './mtg-session.ts';
import { mtgHelp } from './mtg-support.ts';
import { abl1, nar1 } from './nar-1-quorum.ts';
import { nar2 } from './nar-2-conflict-exception.ts';
import { nar3 } from './nar-3-no-board-exception.ts';
import { nar4 } from './nar-4-interpellations.ts';
import { off1 } from './off-1-council-doors.ts';
import { off2 } from './off-2-board-doors.ts';
import { ord1 } from './ord-1-minority-right.ts';
import { ord2 } from './ord-2-second-time.ts';
import { ord3 } from './ord-3-elections.ts';
import { ord4 } from './ord-4-reasons-apart.ts';
import { ord5 } from './ord-5-preparing-organ.ts';
import { ord6 } from './ord-6-annulled-referral.ts';
import { ord7 } from './ord-7-boards.ts';
import { res1 } from './res-1-reservation.ts';
import { sec1, sec2, sec5 } from './sec-1-classified-items.ts';
import { ytt1 } from './ytt-1-who-may-speak.ts';
import { ytt2 } from './ytt-2-questions.ts';
import { pro1 } from './pro-1-contents.ts';
import { pro2 } from './pro-2-adjustment-in-time.ts';
import type { Rule } from './rule.ts';

export { adjustmentGate, type MissingContent, missingContents } from './pro-1-contents.ts';
export {
  adjustedAtLatest,
  adjustmentOverdue,
  announcedAtLatest,
  takenDownEarliest,
} from './pro-2-adjustment-in-time.ts';
export type { Act, Refusal, Rule, Statute } from './rule.ts';

/** Every rule of the meeting, by id. A rule that is not here does not exist for SPEC.md, the checks and the screens. */
export const rules: readonly Rule[] = [
  abl1,
  abl2,
  abl3,
  abl4,
  abl5,
  abl6,
  abl7,
  abl8,
  abl9,
  abl10,
  bes1,
  bes2,
  bes3,
  bes4,
  bes5,
  bes6,
  bes7,
  bes8,
  del1,
  del2,
  dist1,
  dist2,
  dist2From2026,
  dist3,
  dist4,
  dist5,
  dist6,
  dist7,
  ers1,
  ers2,
  ers3,
  ers4,
  ers5,
  ers6,
  ers7,
  for1,
  jav1,
  jav2,
  jav3,
  kal1,
  kal2,
  kal3,
  kal4,
  kal5,
  kal6,
  lpv1,
  lpv2,
  lpv3,
  lpv4,
  lpv5,
  lpv6,
  lpv7,
  lpv8,
  lpv9,
  lpv10,
  mtgAbsent,
  mtgAdjourned,
  mtgBallotItem,
  mtgBallotKeys,
  mtgBallotList,
  mtgBallotLot,
  mtgBallotOthers,
  mtgBallotMissing,
  mtgBallotPaper,
  mtgBallotPhase,
  mtgBallotPlanned,
  mtgBallotProportional,
  mtgBallotRemote,
  mtgBallotVoter,
  mtgChair,
  mtgCompanyForm,
  mtgCheck,
  mtgCheckIn,
  mtgClosing,
  mtgConflict,
  mtgDebate,
  mtgDevice,
  mtgDocument,
  mtgDoors,
  mtgElector,
  mtgExternal,
  mtgFloorRequest,
  mtgFloorTwice,
  mtgFloorVote,
  mtgCalled,
  mtgCalledOff,
  mtgPlanChange,
  mtgHelp,
  mtgInRoom,
  mtgItemStage,
  mtgLeaderConflict,
  mtgLeaderInRoom,
  mtgLeaveCause,
  mtgLink,
  mtgLobby,
  mtgMinutesLock,
  mtgMinutesText,
  mtgMinutesUnknown,
  mtgNomination,
  mtgNothingMoved,
  mtgOneItem,
  mtgOpening,
  mtgOrderBegun,
  mtgOrderComplete,
  mtgPermission,
  mtgPlanned,
  mtgPresidium,
  mtgProposalOwn,
  mtgProposalsClosed,
  mtgProposalTable,
  mtgProposer,
  mtgQueue,
  mtgReason,
  mtgPremises,
  mtgRemoteCap,
  mtgReopen,
  mtgReorder,
  mtgReply,
  mtgRollCall,
  mtgSeat,
  mtgSecretary,
  mtgSelf,
  mtgSession,
  mtgStatement,
  mtgSystem,
  mtgUndecided,
  mtgVoteFrozen,
  mtgVoteMethod,
  mtgVoteOpen,
  mtgVotePending,
  mtgVoter,
  mtgWriting,
  nar1,
  nar2,
  nar3,
  nar4,
  nar5,
  off1,
  off2,
  ord1,
  ord2,
  ord3,
  ord4,
  ord5,
  ord6,
  ord7,
  pro1,
  pro2,
  pro3,
  res1,
  sec1,
  sec2,
  sec5,
  ytt1,
  ytt2,
];
