import {
  hearsClosedItem,
  inConflict,
  type LinkCause,
  type LinkConditions,
  type Meeting,
  type PersonId,
  sessionState,
} from '@klubba/meeting';
import type { Telemetry } from '@klubba/protocol';

/** How a link is, from its own summary: the five conditions (ATT-10), and what stands in the way where one is not met. */
export type LinkReading = { readonly conditions: LinkConditions; readonly cause?: LinkCause };

/** Above this loss speech is hard to follow. */
const POOR_LOSS_PERMILLE = 150;

const NOTHING: LinkConditions = {
  seesHearsPresidium: false,
  seesSpeaker: false,
  seesRoom: false,
  seesHearsOthers: false,
  isSeenAndHeard: false,
};

const EVERYTHING: LinkConditions = {
  seesHearsPresidium: true,
  seesSpeaker: true,
  seesRoom: true,
  seesHearsOthers: true,
  isSeenAndHeard: true,
};

export function lostLink(cause: LinkCause): LinkReading {
  return { conditions: NOTHING, cause };
}

type Receipt = Telemetry['receives'][number];

/** `packetsReceived` is the only proof of hearing: a condition is met when all that is sent also arrives. */
export function readLink(meeting: Meeting, person: PersonId, telemetry: Telemetry): LinkReading {
  if (isKeptOut(meeting, person)) return { conditions: EVERYTHING };
  if (telemetry.link === 'none') return lostLink('sfuLost');
  if (telemetry.link !== 'connected') return lostLink('connectionLost');
  const leader = meeting.agenda.leader ?? dutyHolders(meeting, 'chair')[0];
  const devices = dutyHolders(meeting, 'hallDevice');
  const speaker = meeting.floor.speaking?.person;
  const arrives = (from: (receipt: Receipt) => boolean): boolean =>
    telemetry.receives.filter((receipt) => receipt.from !== person && from(receipt)).every(arrived);
  const conditions: LinkConditions = {
    seesHearsPresidium: arrives(({ from }) => from === leader),
    seesSpeaker: arrives(({ from }) => from === speaker),
    seesRoom: arrives(({ from }) => devices.includes(from)),
    seesHearsOthers: arrives(({ from }) => from !== leader && from !== speaker && !devices.includes(from)),
    isSeenAndHeard: telemetry.camera === 'on',
  };
  const cause = causeOf(telemetry);
  return cause === undefined ? { conditions } : { conditions, cause };
}

/** In a break, in conflict of interest, and out of a closed item, it is the meeting that takes picture and sound away: that the page answers is all that is asked. */
export function isKeptOut(meeting: Meeting, person: PersonId): boolean {
  const presence = meeting.attendance.present[person];
  return (
    sessionState(meeting) === 'adjourned' ||
    inConflict(meeting, meeting.agenda.current).has(person) ||
    (presence !== undefined && !hearsClosedItem(meeting, presence))
  );
}

function causeOf(telemetry: Telemetry): LinkCause | undefined {
  if (telemetry.camera === 'off') return 'cameraOff';
  if (telemetry.camera === 'frozen') return 'pictureFrozen';
  if (telemetry.receives.some((receipt) => receipt.audioExpected && receipt.audio === 0)) return 'soundLost';
  const isPoor = (telemetry.lossPermille ?? 0) > POOR_LOSS_PERMILLE || !telemetry.receives.every(arrived);
  return isPoor ? 'poorQuality' : undefined;
}

function arrived({ video, audio, videoExpected, audioExpected }: Receipt): boolean {
  return (!videoExpected || video > 0) && (!audioExpected || audio > 0);
}

function dutyHolders(meeting: Meeting, duty: 'chair' | 'hallDevice'): readonly PersonId[] {
  return meeting.plan.duties.filter((one) => one.duty === duty).map((one) => one.person);
}
