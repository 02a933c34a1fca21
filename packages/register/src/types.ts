import type {
  BodyId,
  BodyKind,
  BodySettings,
  Duty,
  Instant,
  LocalDate,
  MeetingId,
  Party,
  PartyId,
  PersonId,
} from '@klubba/meeting';

/** First and last day, both included. Without `to`: until further notice. */
export type Span = { readonly from: LocalDate; readonly to?: LocalDate };

export type PersonName = { readonly givenName: string; readonly familyName: string };
export type PersonContact = { readonly email?: string; readonly phone?: string };

/** Somebody the municipality knows. Name and contact lie apart, for they are erased apart (DAT-07). */
export type RegisterPerson = {
  readonly id: PersonId;
  /** `null`: erased. */
  readonly name: PersonName | null;
  readonly contact: PersonContact;
  readonly party?: PartyId;
  /** Tjänstetitel. */
  readonly title?: string;
  /** Skyddade personuppgifter: contact leaves the register only where its holder reads it, and each such reading is noted. */
  readonly isProtected: boolean;
  readonly erasedAt?: Instant;
};

/** How a seat or a place on a list was come by: `successor` is efterträdare (count of the county board), `byElection` fyllnadsval. */
export type Basis = 'election' | 'successor' | 'byElection' | 'appointment';
export type EndReason = 'resigned' | 'died' | 'moved' | 'recalled' | 'replaced' | 'termEnded';

export type Mandate = Span & {
  /** Place in the body's fixed order, from 1. */
  readonly seat: number;
  readonly person: PersonId;
  readonly party?: PartyId;
  readonly constituency?: string;
  readonly basis: Basis;
  /** Decision that gave it, as people write it: `Länsstyrelsen 201-1877-2025`. */
  readonly reference?: string;
  readonly ended?: EndReason;
};

/** A place in the order in which substitutes are called (inkallelseordning), within a party and constituency or the whole body. */
export type SubstitutePlace = Span & {
  readonly order: number;
  readonly person: PersonId;
  readonly party?: PartyId;
  readonly constituency?: string;
  readonly ended?: EndReason;
};

/** Duties that stand from meeting to meeting. */
export type StandingDuty = Exclude<Duty, 'external' | 'presenter'>;
export type DutyTerm = Span & { readonly person: PersonId; readonly duty: StandingDuty };

export type RuleName = keyof BodySettings;
export type RuleValue<Name extends RuleName = RuleName> = NonNullable<BodySettings[Name]>['value'];

/** The decision a rule rests on: who decided, which day, under which §. */
export type RuleDecision = {
  readonly by: BodyId;
  readonly date: LocalDate;
  readonly section: string;
  readonly diaryNumber?: string;
};

/** One setting of one body, as decided (GOV-06, GOV-28, GOV-31). A `no` is kept like a `yes` (GOV-27). */
export type BodyRule = Span & {
  readonly rule: RuleName;
  readonly value: RuleValue;
  /** The clause itself, word for word. */
  readonly wording: string;
  /** Where in arbetsordning or reglemente: `31 §`. */
  readonly clause?: string;
  readonly decision: RuleDecision;
  /** The version of SKR's guidance it was weighed against. */
  readonly guidance?: string;
  /** The reason of an explicit choice where the law is silent (GOV-05). */
  readonly note?: string;
};

/** A party as it stands in lists and figures. Meetings planned keep the name they were planned with. */
export type RegisterParty = Party & {
  /** `#rrggbb`; always beside the name, never alone. */
  readonly colour?: string;
  /** Place in lists, from 1; those without one come last, by name. */
  readonly order?: number;
};

/** Valkrets of a council, as decided for its elections. Seats and substitutes of its time name it. */
export type Constituency = Span & { readonly id: string; readonly name: string; readonly council: BodyId };

export type BodyShape = Span & {
  readonly name: string;
  readonly kind: BodyKind;
  /** Full, fixed number of seats. */
  readonly seatsTotal: number;
  /** Of a council: röstberättigade on 1 March of the year before the election, which set its least size (KL 5:5–6). */
  readonly voters?: number;
  /** Of a council: a region's, whose least sizes are others. */
  readonly isRegion?: boolean;
  /** Whom it answers to: a board to its council, a committee to its board. */
  readonly parent?: BodyId;
};

export type RegisterBody = {
  readonly id: BodyId;
  /** As it has been, oldest first: each holds until the next begins. */
  readonly shapes: readonly BodyShape[];
  readonly mandates: readonly Mandate[];
  readonly substitutes: readonly SubstitutePlace[];
  readonly duties: readonly DutyTerm[];
  readonly rules: readonly BodyRule[];
};

/** Mandatperiod. */
export type Term = Span & { readonly id: string; readonly name: string; readonly to: LocalDate };

/** Wordings taken over from another municipality: they change nothing until decided here (GOV-23). */
export type RuleTemplate = {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly rules: readonly {
    readonly kind: BodyKind;
    readonly rule: RuleName;
    readonly value: RuleValue;
    readonly wording: string;
    readonly guidance?: string;
  }[];
};

declare const apiKeyBrand: unique symbol;
export type ApiKeyId = string & { readonly [apiKeyBrand]: true };

/** What a key lets another system do; each is given by itself. */
export type ApiKeyScope = 'meetings' | 'notices' | 'documents' | 'minutes' | 'register.read' | 'register.write';

/** A key by which another of the municipality's systems reads and writes here. Its secret is nowhere in the register. */
export type ApiKey = {
  readonly id: ApiKeyId;
  readonly name: string;
  readonly scopes: readonly ApiKeyScope[];
  /** Last day. */
  readonly until: LocalDate;
  readonly madeBy: RegisterActor;
  readonly madeAt: Instant;
  readonly revokedAt?: Instant;
};

/** What a municipality's register knows, ever. What held on a day is `planOf`'s answer. */
export type Register = {
  readonly seq: number;
  readonly municipality: string;
  readonly parties: ReadonlyMap<PartyId, RegisterParty>;
  readonly constituencies: ReadonlyMap<string, Constituency>;
  readonly people: ReadonlyMap<PersonId, RegisterPerson>;
  readonly bodies: ReadonlyMap<BodyId, RegisterBody>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly templates: ReadonlyMap<string, RuleTemplate>;
  readonly administrators: ReadonlySet<PersonId>;
  readonly apiKeys: ReadonlyMap<ApiKeyId, ApiKey>;
};

type SeatFields = Omit<Mandate, 'ended'> & { readonly body: BodyId };
type PlaceFields = Omit<SubstitutePlace, 'ended'> & { readonly body: BodyId };
type PersonFields = {
  readonly person: PersonId;
  readonly name: PersonName;
  readonly contact: PersonContact;
  readonly party?: PartyId;
  readonly title?: string;
  readonly isProtected: boolean;
};

/** What an administrator wants. Whoever makes something names it: ids come with the command. */
export type RegisterCommand =
  | { readonly type: 'nameMunicipality'; readonly name: string }
  | { readonly type: 'keepParty'; readonly party: RegisterParty }
  | { readonly type: 'keepConstituency'; readonly constituency: Constituency }
  | { readonly type: 'keepTerm'; readonly term: Term }
  | ({ readonly type: 'addPerson' } & PersonFields)
  | ({ readonly type: 'changePerson' } & PersonFields)
  | { readonly type: 'erasePerson'; readonly person: PersonId; readonly on: LocalDate }
  | ({ readonly type: 'addBody'; readonly body: BodyId } & BodyShape)
  | ({ readonly type: 'changeBody'; readonly body: BodyId } & BodyShape)
  | ({ readonly type: 'giveSeat' } & SeatFields)
  | {
      readonly type: 'endMandate';
      readonly body: BodyId;
      readonly seat: number;
      readonly person: PersonId;
      /** Last day. */
      readonly to: LocalDate;
      readonly why: EndReason;
    }
  | ({ readonly type: 'addSubstitute' } & PlaceFields)
  | {
      readonly type: 'endSubstitute';
      readonly body: BodyId;
      readonly person: PersonId;
      readonly to: LocalDate;
      readonly why: EndReason;
    }
  /** From that day these, in this order; whoever is left out is no longer a substitute there. */
  | {
      readonly type: 'orderSubstitutes';
      readonly body: BodyId;
      readonly party?: PartyId;
      readonly constituency?: string;
      readonly persons: readonly PersonId[];
      readonly from: LocalDate;
    }
  | ({ readonly type: 'giveDuty'; readonly body: BodyId } & DutyTerm)
  | {
      readonly type: 'endDuty';
      readonly body: BodyId;
      readonly person: PersonId;
      readonly duty: StandingDuty;
      readonly to: LocalDate;
    }
  | ({ readonly type: 'registerRule'; readonly body: BodyId } & BodyRule)
  | { readonly type: 'keepTemplate'; readonly template: RuleTemplate }
  | { readonly type: 'withdrawTemplate'; readonly template: string }
  | { readonly type: 'makeAdministrator'; readonly person: PersonId }
  | { readonly type: 'withdrawAdministrator'; readonly person: PersonId };

export type RegisterEvent =
  | { readonly type: 'MunicipalityNamed'; readonly name: string }
  | { readonly type: 'PartyKept'; readonly party: RegisterParty }
  | { readonly type: 'ConstituencyKept'; readonly constituency: Constituency }
  | { readonly type: 'TermKept'; readonly term: Term }
  | ({ readonly type: 'PersonAdded' } & StoredPersonFields)
  | ({ readonly type: 'PersonChanged' } & StoredPersonFields)
  /** `keptName`: held an office, which is public for ever. */
  | { readonly type: 'PersonErased'; readonly person: PersonId; readonly keptName: boolean }
  | ({ readonly type: 'BodyAdded'; readonly body: BodyId } & BodyShape)
  | ({ readonly type: 'BodyChanged'; readonly body: BodyId } & BodyShape)
  | ({ readonly type: 'SeatGiven' } & SeatFields)
  | ({ readonly type: 'MandateEnded' } & Omit<Extract<RegisterCommand, { type: 'endMandate' }>, 'type'>)
  | ({ readonly type: 'SubstituteAdded' } & PlaceFields)
  | ({ readonly type: 'SubstituteEnded' } & Omit<Extract<RegisterCommand, { type: 'endSubstitute' }>, 'type'>)
  | ({ readonly type: 'DutyGiven'; readonly body: BodyId } & DutyTerm)
  | ({ readonly type: 'DutyEnded' } & Omit<Extract<RegisterCommand, { type: 'endDuty' }>, 'type'>)
  | ({ readonly type: 'RuleRegistered'; readonly body: BodyId } & BodyRule)
  | { readonly type: 'TemplateKept'; readonly template: RuleTemplate }
  | { readonly type: 'TemplateWithdrawn'; readonly id: string; readonly name: string }
  | { readonly type: 'AdministratorMade'; readonly person: PersonId }
  | { readonly type: 'AdministratorWithdrawn'; readonly person: PersonId }
  | {
      readonly type: 'ApiKeyMade';
      readonly key: ApiKeyId;
      readonly name: string;
      readonly scopes: readonly ApiKeyScope[];
      readonly until: LocalDate;
    }
  | { readonly type: 'ApiKeyRevoked'; readonly key: ApiKeyId }
  /** The audit's own: they change nothing. */
  | { readonly type: 'AttemptRefused'; readonly act: string; readonly rule: string; readonly about?: string }
  | { readonly type: 'FileImported'; readonly file: string; readonly rows: number }
  | { readonly type: 'RegisterExported'; readonly what: 'register' | 'audit' | 'templates' | 'keyUses' }
  | { readonly type: 'PersonalDataRead'; readonly person: PersonId }
  | { readonly type: 'LoginsEnded'; readonly person: PersonId; readonly count: number }
  | { readonly type: 'AllLoginsEnded'; readonly count: number }
  /** `person` wrote it, at `written`; the actor took it away. What it said is nowhere. */
  | {
      readonly type: 'ChatMessageRemoved';
      readonly person: PersonId;
      readonly body: BodyId;
      readonly meeting: MeetingId;
      readonly written: Instant;
      readonly cause: 'individual' | 'secret' | 'manners' | 'elsewhere';
    }
  /** From this fact on the chain is not what was written. */
  | { readonly type: 'ChainFoundBroken'; readonly fact: number };

/** Name and contact are absent once they have been erased. */
type StoredPersonFields = Omit<PersonFields, 'name' | 'contact'> & Partial<Pick<PersonFields, 'name' | 'contact'>>;

/** Another system, by its key. */
export type KeyActor = `key/${string}`;

/** `system`: the platform, at its first start or when the demo is laid out. */
export type RegisterActor = PersonId | 'system' | KeyActor;

export type RegisterFact = {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: RegisterActor;
  readonly event: RegisterEvent;
};
