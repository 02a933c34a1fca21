import type { AdjournmentCommand, AdjournmentEvent, AdjournmentState } from './adjournment/types.ts';
import type { AgendaCommand, AgendaEvent, AgendaState } from './agenda/types.ts';
import type { AttendanceCommand, AttendanceEvent, AttendanceState } from './attendance/types.ts';
import type { CompanyCommand, CompanyEvent, CompanyState } from './company/types.ts';
import type { ConflictsCommand, ConflictsEvent, ConflictsState } from './conflicts/types.ts';
import type { DecisionsCommand, DecisionsEvent, DecisionsState } from './decisions/types.ts';
import type { ElectionsCommand, ElectionsEvent, ElectionsState } from './elections/types.ts';
import type { FloorCommand, FloorEvent, FloorState } from './floor/types.ts';
import type { Instant, PersonId } from './ids.ts';
import type { LobbyCommand, LobbyEvent, LobbyState } from './lobby/types.ts';
import type { MinutesCommand, MinutesEvent, MinutesState } from './minutes/types.ts';
import type { MeetingPlan } from './plan.ts';
import type { ProportionalCommand, ProportionalEvent, ProportionalState } from './proportional/types.ts';
import type { ProposalsCommand, ProposalsEvent, ProposalsState } from './proposals/types.ts';
import type { NoticeCommand, NoticeEvent, NoticeState } from './notice/types.ts';
import type { RemoteCommand, RemoteEvent, RemoteState } from './remote/types.ts';
import type { SecrecyCommand, SecrecyEvent, SecrecyState } from './secrecy/types.ts';
import type { SupportCommand, SupportEvent, SupportState } from './support/types.ts';

export type PlanCommand =
  | { readonly type: 'planMeeting'; readonly plan: MeetingPlan }
  /** The whole plan as it is to be; `by`: who wants it. */
  | { readonly type: 'changePlan'; readonly plan: MeetingPlan; readonly by: PersonId }
  /** The meeting is not held (inställt); `by`: who decided so. */
  | { readonly type: 'callOff'; readonly reason: string; readonly by: PersonId };
export type PlanEvent =
  | { readonly type: 'MeetingPlanned'; readonly plan: MeetingPlan }
  | { readonly type: 'PlanChanged'; readonly plan: MeetingPlan; readonly by?: PersonId }
  | { readonly type: 'MeetingCalledOff'; readonly reason: string; readonly by?: PersonId };

/** What somebody wants to happen. */
export type MeetingCommand =
  | PlanCommand
  | AgendaCommand
  | AttendanceCommand
  | NoticeCommand
  | RemoteCommand
  | FloorCommand
  | ProposalsCommand
  | DecisionsCommand
  | ElectionsCommand
  | ProportionalCommand
  | CompanyCommand
  | ConflictsCommand
  | SecrecyCommand
  | LobbyCommand
  | AdjournmentCommand
  | MinutesCommand
  | SupportCommand;

/** What happened: past tense, never edited. */
export type MeetingEvent =
  | PlanEvent
  | AgendaEvent
  | AttendanceEvent
  | NoticeEvent
  | RemoteEvent
  | FloorEvent
  | ProposalsEvent
  | DecisionsEvent
  | ElectionsEvent
  | ProportionalEvent
  | CompanyEvent
  | ConflictsEvent
  | SecrecyEvent
  | LobbyEvent
  | AdjournmentEvent
  | MinutesEvent
  | SupportEvent;

/** Who acts. `system` is the platform itself, carrying out what it has measured (link statistics) or what time brings. */
export type Actor = PersonId | 'system';

/** An event with its place in the meeting's list. `seq` counts from 1 without gaps in the journal. */
export type Fact = { readonly seq: number; readonly at: Instant; readonly actor: Actor; readonly event: MeetingEvent };

/** Everything impure that a decision may need, brought from outside. `id` is unique to the command; what a command creates takes `id` or `id-1`, `id-2` …. */
export type Context = { readonly at: Instant; readonly actor: Actor; readonly id: string };

/** The meeting as one audience knows it: a fold of the facts it may see. Plain JSON. */
export type Meeting = {
  /** `seq` of the last fact folded in. */
  readonly seq: number;
  readonly plan: MeetingPlan;
  readonly agenda: AgendaState;
  readonly attendance: AttendanceState;
  readonly notice: NoticeState;
  readonly remote: RemoteState;
  readonly floor: FloorState;
  readonly proposals: ProposalsState;
  readonly decisions: DecisionsState;
  readonly elections: ElectionsState;
  readonly proportional: ProportionalState;
  readonly company: CompanyState;
  readonly conflicts: ConflictsState;
  readonly secrecy: SecrecyState;
  readonly lobby: LobbyState;
  readonly adjournment: AdjournmentState;
  readonly minutes: MinutesState;
  readonly support: SupportState;
};

/** Before its first fact. */
export type Unplanned = { readonly seq: 0; readonly plan?: undefined };
