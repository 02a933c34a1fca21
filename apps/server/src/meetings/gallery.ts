import {
  type Audience,
  audienceKey,
  audienceOf,
  type Duty,
  type Meeting,
  personName,
  type PersonId,
  PUBLIC_AUDIENCE,
} from '@klubba/meeting';
import { type CloseReason, PROTOCOL_VERSION, type You } from '@klubba/protocol';
import { AudienceView, encode } from './audience-view.ts';
import type { LiveMeeting, Step } from './live-meeting.ts';

/** A connection that has this much unsent does not keep up. It is let go, so that it costs nobody else anything. */
const BACKLOG_BYTES_MAX = 4 * 1024 * 1024;
/** Views nobody looks through are kept for those who come back, up to this many. */
const IDLE_VIEWS_MAX = 24;

/** One connection that watches a meeting. `person` is null for the public. */
export type Viewer = {
  readonly person: PersonId | null;
  /** Its eyes, where they are fewer than the person's: a login too weak for closed items. Not asked for the public. */
  eyesOn?(meeting: Meeting): Audience;
  send(bytes: Buffer): void;
  backlogBytes(): number;
  drop(reason: CloseReason): void;
};

type Move = { readonly viewer: Viewer; readonly view: AudienceView; readonly meeting: Meeting };

export type Place = { readonly after?: number | undefined; readonly audienceKey?: string | undefined };

/** Everybody who watches one meeting, each through the eyes that the law gives them at that moment. */
export class Gallery {
  readonly #live: LiveMeeting;
  readonly #views = new Map<string, AudienceView>();
  readonly #through = new Map<AudienceView, Set<Viewer>>();
  readonly #viewers = new Map<Viewer, AudienceView>();
  readonly #persons = new Map<PersonId, Set<Viewer>>();
  readonly #stop: () => void;

  constructor(live: LiveMeeting) {
    this.#live = live;
    this.#stop = live.follow((steps) => this.#publish(steps));
  }

  get size(): number {
    return this.#viewers.size;
  }

  /** Welcomes a connection: with what came after its place where that is known, else with a snapshot. False: there is no such meeting yet. */
  join(viewer: Viewer, place: Place = {}): boolean {
    const meeting = this.#live.now();
    if (meeting.plan === undefined) return false;
    const view = this.#view(eyesOf(meeting, viewer), meeting.seq);
    this.#enter(viewer, view);
    const missed =
      place.after !== undefined && place.audienceKey === view.key ? view.since(place.after, viewer.person) : undefined;
    this.#welcome(
      viewer,
      view,
      meeting,
      missed ?? view.snapshot(meeting, viewer.person),
      missed ? 'resume' : 'snapshot',
    );
    return true;
  }

  /** What this viewer's eyes depend on beside the meeting has changed: shows the meeting anew where they have. */
  lookAgain(viewer: Viewer): void {
    const meeting = this.#live.now();
    const before = this.#viewers.get(viewer);
    if (meeting.plan === undefined || before === undefined) return;
    const audience = eyesOf(meeting, viewer);
    if (before.key === audienceKey(audience)) return;
    const view = this.#view(audience, meeting.seq);
    this.#enter(viewer, view);
    this.#show({ viewer, view, meeting });
  }

  leave(viewer: Viewer): void {
    const view = this.#viewers.get(viewer);
    if (view === undefined) return;
    this.#viewers.delete(viewer);
    this.#through.get(view)?.delete(viewer);
    if (viewer.person === null) return;
    const same = this.#persons.get(viewer.person);
    same?.delete(viewer);
    if (same?.size === 0) this.#persons.delete(viewer.person);
  }

  isConnected(person: PersonId): boolean {
    return this.#persons.has(person);
  }

  /** The connections of those who hold one of these duties, e.g. for what only support is told. */
  withDuty(duties: readonly Duty[]): readonly Viewer[] {
    const meeting = this.#live.now();
    const persons = (meeting.plan?.duties ?? []).filter((one) => duties.includes(one.duty)).map((one) => one.person);
    return [...new Set(persons)].flatMap((person) => [...(this.#persons.get(person) ?? [])]);
  }

  /** To everybody who is somebody: not to the public. */
  toPersons(bytes: Buffer): void {
    for (const viewers of this.#persons.values()) for (const viewer of viewers) this.#send(viewer, bytes);
  }

  ofPerson(person: PersonId): readonly Viewer[] {
    return [...(this.#persons.get(person) ?? [])];
  }

  /** The meeting as an audience knows it now. */
  shownTo(audience: Audience): Meeting | undefined {
    const meeting = this.#live.now();
    return meeting.plan === undefined ? undefined : this.#view(audience, meeting.seq).meeting();
  }

  close(reason: CloseReason): void {
    this.#stop();
    for (const viewer of this.#viewers.keys()) viewer.drop(reason);
  }

  #publish(steps: readonly Step[]): void {
    for (const step of steps) {
      for (const view of this.#views.values()) if (view.seq < step.fact.seq) view.see(step);
      if (!mayMoveEyes(step)) continue;
      const moves = this.#moves(step);
      if (moves.length === 0) continue;
      // Those who move learn of this fact through their new eyes alone; all others as if nobody had moved.
      for (const { viewer, view } of moves) this.#enter(viewer, view);
      this.#tell(new Set(moves.map(({ viewer }) => viewer)));
      for (const move of moves) this.#show(move);
    }
    this.#tell(new Set());
  }

  #show({ viewer, view, meeting }: Move): void {
    viewer.send(encode({ type: 'resync', reason: 'audienceChanged' }));
    this.#welcome(viewer, view, meeting, view.snapshot(meeting, viewer.person), 'snapshot');
  }

  #moves({ fact, after }: Step): readonly Move[] {
    if (after.plan === undefined) return [];
    const moves: Move[] = [];
    for (const viewers of this.#persons.values()) {
      for (const viewer of viewers) {
        const audience = eyesOf(after, viewer);
        if (this.#viewers.get(viewer)?.key !== audienceKey(audience))
          moves.push({ viewer, view: this.#view(audience, fact.seq), meeting: after });
      }
    }
    return moves;
  }

  /** Sends what the views have seen: the same bytes to every viewer of a view, except to those whose own facts are among it. */
  #tell(except: ReadonlySet<Viewer>): void {
    for (const view of this.#views.values()) {
      const { bytes, owners, own } = view.tell();
      const viewers = this.#through.get(view);
      if (viewers === undefined) continue;
      const owned = new Map<PersonId, Buffer | undefined>();
      for (const owner of owners === 'everybody' ? this.#persons.keys() : owners)
        if (this.#persons.has(owner)) owned.set(owner, own(owner));
      for (const viewer of viewers) {
        const message =
          owned.size > 0 && viewer.person !== null && owned.has(viewer.person) ? owned.get(viewer.person) : bytes;
        if (message !== undefined && !except.has(viewer)) this.#send(viewer, message);
      }
    }
  }

  #send(viewer: Viewer, bytes: Buffer): void {
    if (viewer.backlogBytes() > BACKLOG_BYTES_MAX) {
      this.leave(viewer);
      viewer.drop('tooSlow');
      return;
    }
    viewer.send(bytes);
  }

  #welcome(viewer: Viewer, view: AudienceView, meeting: Meeting, content: Buffer, state: 'snapshot' | 'resume'): void {
    viewer.send(
      encode({
        type: 'welcome',
        protocol: PROTOCOL_VERSION,
        meeting: meeting.plan.meeting,
        seq: view.seq,
        serverTime: Date.now(),
        audienceKey: view.key,
        you: youOf(meeting, viewer.person),
        state,
      }),
    );
    viewer.send(content);
  }

  #enter(viewer: Viewer, view: AudienceView): void {
    const before = this.#viewers.get(viewer);
    if (before !== undefined) this.#through.get(before)?.delete(viewer);
    this.#viewers.set(viewer, view);
    this.#through.set(view, (this.#through.get(view) ?? new Set()).add(viewer));
    if (viewer.person === null) return;
    this.#persons.set(viewer.person, (this.#persons.get(viewer.person) ?? new Set()).add(viewer));
  }

  /** The view of an audience, as of fact `seq`; folded from the first fact when nobody has looked with these eyes yet. */
  #view(audience: Audience, seq: number): AudienceView {
    const key = audienceKey(audience);
    const known = this.#views.get(key);
    if (known !== undefined) return known;
    this.#forgetIdle();
    const view = new AudienceView(audience);
    for (const step of this.#live.steps(seq)) view.see(step);
    view.tell();
    this.#views.set(key, view);
    return view;
  }

  #forgetIdle(): void {
    const idle = [...this.#views.values()].filter((view) => (this.#through.get(view)?.size ?? 0) === 0);
    for (const view of idle.slice(0, Math.max(0, idle.length - IDLE_VIEWS_MAX))) {
      this.#views.delete(view.key);
      this.#through.delete(view);
    }
  }
}

function eyesOf(meeting: Meeting, viewer: Viewer): Audience {
  if (viewer.person === null) return PUBLIC_AUDIENCE;
  return viewer.eyesOn?.(meeting) ?? audienceOf(meeting, viewer.person);
}

/** Who may see what follows from everything but what is said, proposed, voted and written: those alone cannot move anybody's eyes. */
function mayMoveEyes({ before, after }: Step): boolean {
  if (before.plan === undefined || after.plan === undefined) return true;
  const { seq: _a, floor: _b, proposals: _c, decisions: _d, minutes: _e, support: _f, ...then } = before;
  const now: Meeting = after;
  return Object.entries(then).some(([slice, value]) => now[slice as keyof typeof then] !== value);
}

function youOf(meeting: Meeting, person: PersonId | null): You | null {
  if (person === null) return null;
  const duties = meeting.plan.duties.filter((one) => one.person === person).map((one) => one.duty);
  return { person, name: personName(meeting, person), duties };
}
