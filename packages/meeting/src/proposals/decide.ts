import { currentItem } from '../agenda/current.ts';
import type { ItemState } from '../agenda/types.ts';
import type { PersonId, ProposalId } from '../ids.ts';
import { bes7, mayRefuseProposals } from '../law/bes-7-refusing-a-proposal.ts';
import { isPut } from '../decisions/frames.ts';
import { inTheWay } from '../law/in-the-way.ts';
import {
  mtgNomination,
  mtgProposalOwn,
  mtgProposalsClosed,
  mtgProposalTable,
  mtgProposer,
  mtgWriting,
} from '../law/mtg-proposals.ts';
import type { Refusal } from '../law/rule.ts';
import { ok, type Result, refused, unreachable } from '../result.ts';
import { isPresent, presentServing, sessionGate } from '../selectors.ts';
import type { Context, Meeting } from '../types.ts';
import { tabledProposalId } from './evolve.ts';
import type { Proposal, ProposalKind, ProposalsCommand, ProposalsEvent } from './types.ts';

type Decided = Result<readonly ProposalsEvent[]>;
type Command<Type extends ProposalsCommand['type']> = Extract<ProposalsCommand, { type: Type }>;

export function decideProposals(meeting: Meeting, command: ProposalsCommand, context: Context): Decided {
  switch (command.type) {
    case 'moveProposal':
      return moveProposal(meeting, command, context);
    case 'editProposal':
      return editProposal(meeting, command);
    case 'withdrawProposal':
      return withdrawProposal(meeting, command.proposal);
    case 'supportProposal':
      return supportProposal(meeting, command);
    case 'withdrawSupport':
      return withdrawSupport(meeting, command);
    case 'refuseProposal':
      return refuseProposal(meeting, command);
    default:
      return unreachable(command);
  }
}

function moveProposal(meeting: Meeting, command: Command<'moveProposal'>, context: Context): Decided {
  const open = openForProposals(meeting);
  if (!open.ok) return open;
  const item = open.value;
  const refusal = inTheWay(mayPropose(meeting, command.person), wellFormed(meeting, item, command));
  if (refusal) return refused(refusal);
  const { type: _, person, instance, text, of, ...content } = command;
  const approved = command.kind === 'approval' ? (of ?? impliedApproval(meeting, item, text)) : undefined;
  const proposal: Proposal = {
    ...content,
    id: context.id as ProposalId,
    item: item.id,
    mover: person,
    text: text.trim(),
    instance: instance ?? 1,
    at: context.at,
    supporters: [],
    state: 'onTable',
    ...(approved ? { of: approved } : {}),
    ...(context.actor !== 'system' && context.actor !== person ? { enteredBy: context.actor } : {}),
  };
  return ok([{ type: 'ProposalMoved', proposal }]);
}

/** bifall without saying to what: to the preparing body's proposal. In a bill the word may mean the bill itself, so there it must be said. */
function impliedApproval(meeting: Meeting, item: ItemState, text: string): ProposalId | undefined {
  const tabled = tabledProposalId(item.id);
  return text.trim() === '' && meeting.proposals.byId[tabled] ? tabled : undefined;
}

/** The item in which proposals may be made now. */
function openForProposals(meeting: Meeting): Result<ItemState> {
  const gate = sessionGate(meeting);
  if (gate) return refused(gate);
  const item = currentItem(meeting);
  if (item?.stage === 'presentation' || item?.stage === 'debate') return ok(item);
  return refused({ rule: mtgProposalsClosed.id, detail: { stage: item?.stage ?? 'none' } });
}

function mayPropose(meeting: Meeting, person: PersonId): Refusal | null {
  const serves = presentServing(meeting).some((s) => s.person === person);
  const commissioner =
    meeting.plan.duties.some((d) => d.person === person && d.duty === 'commissioner') && isPresent(meeting, person);
  return serves || commissioner ? null : { rule: mtgProposer.id };
}

const WRITTEN_KINDS: readonly ProposalKind[] = ['amendment', 'addition', 'referralBack'];

function wellFormed(meeting: Meeting, item: ItemState, command: Command<'moveProposal'>): Refusal | null {
  const words = `${command.text}${command.kind === 'referralBack' ? (command.reason ?? '') : ''}`.trim();
  const mustBeWritten = meeting.plan.body.settings.proposalsInWriting.value && WRITTEN_KINDS.includes(command.kind);
  const target = command.of ? meeting.proposals.byId[command.of] : undefined;
  const known = command.of === undefined || (target?.item === item.id && target.state === 'onTable');
  const clauses = item.tabled?.clauses?.length ?? 0;
  const inClauses = command.clause === undefined || (command.clause >= 1 && command.clause <= clauses);
  return inTheWay(
    mustBeWritten && words === '' && { rule: mtgWriting.id },
    (!known || !inClauses) && { rule: mtgProposalTable.id },
    command.kind === 'nomination' && nomination(item, command.candidates ?? []),
  );
}

const ADJUSTERS = 2;

function nomination(item: ItemState, candidates: readonly PersonId[]): Refusal | null {
  const elects = item.kind === 'election' || item.kind === 'adjusters';
  const places = item.election?.places ?? ADJUSTERS;
  const distinct = new Set(candidates).size === candidates.length;
  return elects && distinct && candidates.length > 0 && candidates.length <= places
    ? null
    : { rule: mtgNomination.id, detail: { places } };
}

function editProposal(meeting: Meeting, { proposal: id, text }: Command<'editProposal'>): Decided {
  const own = somebodys(meeting, id);
  if (!own.ok) return own;
  const refusal = text.trim() === '' && { rule: mtgWriting.id };
  return refusal ? refused(refusal) : ok([{ type: 'ProposalEdited', proposal: id, text: text.trim() }]);
}

function withdrawProposal(meeting: Meeting, id: ProposalId): Decided {
  const own = somebodys(meeting, id);
  return own.ok ? ok([{ type: 'ProposalWithdrawn', proposal: id }]) : own;
}

/** What the preparing body has proposed is its own: the meeting amends it by proposals, and withdraws the item if it must. */
function somebodys(meeting: Meeting, id: ProposalId): Result<Proposal> {
  const found = onTheTable(meeting, id);
  return found.ok && found.value.mover === undefined ? refused({ rule: mtgProposalOwn.id }) : found;
}

function supportProposal(meeting: Meeting, { proposal: id, person }: Command<'supportProposal'>): Decided {
  const found = onTheTable(meeting, id, mayPropose(meeting, person));
  if (!found.ok) return found;
  const proposal = found.value;
  const already = proposal.mover === person || proposal.supporters.includes(person);
  return ok(already ? [] : [{ type: 'ProposalSupported', proposal: id, person }]);
}

function withdrawSupport(meeting: Meeting, { proposal: id, person }: Command<'withdrawSupport'>): Decided {
  const found = onTheTable(meeting, id);
  if (!found.ok) return found;
  return ok(found.value.supporters.includes(person) ? [{ type: 'SupportWithdrawn', proposal: id, person }] : []);
}

/** Until its question is put: what the meeting has begun to answer is not taken from it. */
function refuseProposal(meeting: Meeting, { proposal: id, ground }: Command<'refuseProposal'>): Decided {
  const proposal = onTable(meeting, id);
  const begun = Object.values(meeting.decisions.questions).some(
    (q) => q.state !== 'dropped' && isPut(q) && q.alternatives.some((a) => a.proposal === id),
  );
  const refusal = inTheWay(
    sessionGate(meeting),
    mayRefuseProposals(meeting.plan.body.kind),
    !proposal?.mover && { rule: mtgProposalTable.id },
    (begun || proposal?.refusal?.overruled) && { rule: bes7.id },
  );
  return refusal ? refused(refusal) : ok([{ type: 'ProposalRefused', proposal: id, ground }]);
}

/** While proposals may be made; `gate`: what else must hold. */
function onTheTable(meeting: Meeting, id: ProposalId, gate: Refusal | null = null): Result<Proposal> {
  const open = openForProposals(meeting);
  if (!open.ok) return open;
  const proposal = onTable(meeting, id);
  return proposal && !gate ? ok(proposal) : refused(gate ?? { rule: mtgProposalTable.id });
}

function onTable(meeting: Meeting, id: ProposalId): Proposal | undefined {
  const proposal = meeting.proposals.byId[id];
  return proposal?.state === 'onTable' && proposal.item === meeting.agenda.current ? proposal : undefined;
}
