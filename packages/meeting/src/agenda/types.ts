import type { DocumentId, Instant, ItemId, PersonId } from '../ids.ts';
import type { AgendaDocument, Item } from '../plan.ts';

/** What happens in an item, in order. `presentation` may be passed over. */
export type ItemStage =
  | 'waiting'
  | 'presentation'
  | 'debate'
  | 'deciding'
  | 'decided'
  | 'closed'
  | 'tabled'
  | 'withdrawn';

export type ItemOutcome = 'decided' | 'tabled' | 'referredBack' | 'noted' | 'carriedOver';

export type ItemState = Item & {
  readonly stage: ItemStage;
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  readonly ledBy?: PersonId;
  readonly quorumException?: 'conflict' | 'interpellation';
  /** Persons who have confirmed that they have the document (DOC-03), by document. */
  readonly receipts: Readonly<Record<DocumentId, readonly PersonId[]>>;
  readonly debated: boolean;
  /** How it went, from the last gavel; `carriedOver`: the meeting ended, not quorate, before it was decided. */
  readonly outcome?: ItemOutcome;
  /** Everyone who agreed that an item not made known in time is taken up today (KAL-3). */
  readonly consent?: readonly PersonId[];
};

export type MeetingPhase = 'planned' | 'checkIn' | 'open' | 'closed';

/** A formal fault in notice or form, on which the chair takes a recorded stand (KAL-1). */
export type FormalFault = { readonly rule: string; readonly detail?: Readonly<Record<string, string | number>> };

export type AgendaState = {
  readonly phase: MeetingPhase;
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  /** Who leads now. */
  readonly leader?: PersonId;
  readonly order: readonly ItemId[];
  readonly items: Readonly<Record<ItemId, ItemState>>;
  readonly current?: ItemId;
  readonly agendaApproved: boolean;
  readonly faults: readonly {
    readonly fault: FormalFault;
    readonly stand: 'proceed' | 'tableItem';
    readonly reason: string;
  }[];
  readonly noticeChecked: boolean;
};

export type AgendaCommand =
  | { readonly type: 'openMeeting' }
  | { readonly type: 'checkNotice'; readonly stand?: 'proceed'; readonly reason?: string }
  | { readonly type: 'openItem'; readonly item: ItemId }
  | { readonly type: 'beginDebate' }
  | { readonly type: 'closeItem' }
  | { readonly type: 'reorderAgenda'; readonly order: readonly ItemId[] }
  | { readonly type: 'addItem'; readonly item: Item; readonly consent: readonly PersonId[] }
  | { readonly type: 'withdrawItem'; readonly item: ItemId; readonly reason: string }
  | { readonly type: 'handOutDocument'; readonly item: ItemId; readonly document: AgendaDocument }
  | { readonly type: 'confirmReceipt'; readonly item: ItemId; readonly document: DocumentId }
  | { readonly type: 'handOverChair'; readonly to: PersonId; readonly reason?: string }
  | { readonly type: 'closeMeeting' };

export type AgendaEvent =
  | { readonly type: 'MeetingOpened'; readonly leader: PersonId }
  | {
      readonly type: 'NoticeChecked';
      readonly faults: readonly FormalFault[];
      readonly stand?: 'proceed';
      readonly reason?: string;
    }
  | {
      readonly type: 'ItemOpened';
      readonly item: ItemId;
      readonly present: number;
      readonly required: number;
      readonly exception?: 'conflict' | 'interpellation';
    }
  | { readonly type: 'DebateBegun'; readonly item: ItemId }
  | {
      readonly type: 'ItemClosed';
      readonly item: ItemId;
      readonly outcome: 'decided' | 'tabled' | 'noted' | 'carriedOver';
    }
  | { readonly type: 'AgendaReordered'; readonly order: readonly ItemId[] }
  | { readonly type: 'ItemAdded'; readonly item: Item; readonly consent: readonly PersonId[] }
  | { readonly type: 'ItemWithdrawn'; readonly item: ItemId; readonly reason: string }
  | { readonly type: 'DocumentHandedOut'; readonly item: ItemId; readonly document: AgendaDocument }
  | {
      readonly type: 'DocumentReceived';
      readonly item: ItemId;
      readonly document: DocumentId;
      readonly person: PersonId;
    }
  | { readonly type: 'ChairHandedOver'; readonly from: PersonId; readonly to: PersonId; readonly reason?: string }
  | { readonly type: 'MeetingClosed' };
