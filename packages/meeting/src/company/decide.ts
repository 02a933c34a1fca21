import { currentItem } from '../agenda/current.ts';
import { openVote } from '../decisions/frames.ts';
import type { ItemId, PersonId } from '../ids.ts';
import { materialMissing } from '../law/abl-4-material.ts';
import { abl8, mayDecidePerCapsulam, members } from '../law/abl-8-per-capsulam.ts';
import { abl9 } from '../law/abl-9-general-meeting.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { mtgItemStage, mtgReason } from '../law/mtg-agenda.ts';
import { mtgCompanyForm } from '../law/mtg-company-form.ts';
import { ok, type Result, refused, unreachable } from '../result.ts';
import { presentServing, quorumGate, seatById, seatOf, sessionGate } from '../selectors.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import type { CompanyCommand, Holding } from './types.ts';
import { registerHasChanged, registerNow } from './voting-register.ts';

type Decided = Result<readonly MeetingEvent[]>;
type Of<Type extends CompanyCommand['type']> = Extract<CompanyCommand, { readonly type: Type }>;

export function decideCompany(meeting: Meeting, command: CompanyCommand, _context: Context): Decided {
  switch (command.type) {
    case 'consentToForm':
      return consent(meeting, command.person);
    case 'refuseForm':
      return refuseForm(meeting, command.person);
    case 'standForMaterial':
      return standForMaterial(meeting, command);
    case 'proposePerCapsulam':
      return propose(meeting, command);
    case 'signPerCapsulam':
      return sign(meeting, command);
    case 'refusePerCapsulam':
      return refuse(meeting, command);
    case 'requestClosedElection':
      return requestClosed(meeting, command.person);
    case 'enterHolding':
      return enterHolding(meeting, command);
    case 'approveVotingRegister':
      return approveRegister(meeting);
    default:
      return unreachable(command);
  }
}

/** Given before the meeting or at its beginning, by each member. */
function consent(meeting: Meeting, person: PersonId): Decided {
  if (!isBoardMember(meeting, person)) return refused({ rule: mtgCompanyForm.id, detail: { why: 'member' } });
  return ok(meeting.company.consents.includes(person) ? [] : [{ type: 'FormConsented', person }]);
}

/** One "no" bars the form until the same member comes round; what was agreed stands once the meeting is opened. */
function refuseForm(meeting: Meeting, person: PersonId): Decided {
  const { phase } = meeting.agenda;
  const refusal = inTheWay(
    !isBoardMember(meeting, person) && { rule: mtgCompanyForm.id, detail: { why: 'member' } },
    phase !== 'planned' && phase !== 'checkIn' && { rule: mtgCompanyForm.id, detail: { why: 'opened' } },
  );
  if (refusal) return refused(refusal);
  return ok(meeting.company.formRefusals.includes(person) ? [] : [{ type: 'FormRefused', person }]);
}

function isBoardMember(meeting: Meeting, person: PersonId): boolean {
  return meeting.plan.body.kind === 'companyBoard' && seatOf(meeting, person) !== undefined;
}

function standForMaterial(meeting: Meeting, { item, reason }: Of<'standForMaterial'>): Decided {
  const refusal = inTheWay(
    sessionGate(meeting),
    materialMissing(meeting, item).length === 0 && { rule: mtgItemStage.id, detail: { stage: 'material' } },
    reason.trim() === '' && { rule: mtgReason.id },
  );
  return refusal ? refused(refusal) : ok([{ type: 'MaterialStood', item, reason: reason.trim() }]);
}

function propose(meeting: Meeting, { item, text }: Of<'proposePerCapsulam'>): Decided {
  const standing = meeting.company.perCapsulam[item];
  const refusal = inTheWay(
    mayDecidePerCapsulam(meeting, item),
    standing !== undefined && standing.refusedBy === undefined && { rule: abl8.id, detail: { why: 'proposed' } },
    text.trim() === '' && { rule: mtgReason.id },
  );
  return refusal ? refused(refusal) : ok([{ type: 'PerCapsulamProposed', item, text: text.trim() }]);
}

/** Every member signs; with the last one it is decided, that day. */
function sign(meeting: Meeting, { item, person }: Of<'signPerCapsulam'>): Decided {
  const refusal = undecided(meeting, item, person);
  if (refusal) return refused(refusal);
  const signed = meeting.company.perCapsulam[item]?.signed.map((s) => s.person) ?? [];
  if (signed.includes(person)) return ok([]);
  const left = members(meeting).filter((member) => member !== person && !signed.includes(member));
  const one: MeetingEvent = { type: 'PerCapsulamSigned', item, person };
  if (left.length > 0) return ok([one]);
  return ok([one, { type: 'PerCapsulamDecided', item }, ...(lastOfAll(meeting, item) ? [CLOSED] : [])]);
}

const CLOSED: MeetingEvent = { type: 'MeetingClosed' };

/** Nobody was called to a meeting, and nothing more is to be decided. */
function lastOfAll({ agenda }: Meeting, item: ItemId): boolean {
  const over = ['closed', 'withdrawn'];
  return (
    agenda.phase === 'planned' &&
    agenda.order.every((id) => id === item || over.includes(agenda.items[id]?.stage ?? ''))
  );
}

function refuse(meeting: Meeting, { item, person }: Of<'refusePerCapsulam'>): Decided {
  const refusal = undecided(meeting, item, person);
  return refusal ? refused(refusal) : ok([{ type: 'PerCapsulamRefused', item, person }]);
}

function undecided(meeting: Meeting, item: ItemId, person: PersonId) {
  const standing = meeting.company.perCapsulam[item];
  return inTheWay(
    mayDecidePerCapsulam(meeting, item),
    !standing && { rule: abl8.id, detail: { why: 'none' } },
    standing?.refusedBy !== undefined && { rule: abl8.id, detail: { why: 'refused' } },
    !members(meeting).includes(person) && { rule: abl8.id, detail: { why: 'member' } },
  );
}

/** ABL 7:39: elections are open unless somebody entitled to vote wants a closed one. */
function requestClosed(meeting: Meeting, person: PersonId): Decided {
  const outside = sessionGate(meeting);
  if (outside) return refused(outside);
  const item = currentItem(meeting);
  const entitled = presentServing(meeting).some((s) => s.person === person);
  if (!entitled || !isGeneralMeeting(meeting) || item?.kind !== 'election')
    return refused({ rule: abl9.id, detail: { why: 'request' } });
  if (meeting.company.closedElections.includes(item.id)) return ok([]);
  return ok([{ type: 'ClosedElectionRequested', item: item.id, person }]);
}

/** Drawn up from the share register and the powers of attorney; what is put right later must be approved anew. */
function enterHolding(meeting: Meeting, { seat, owner, votes, shares }: Of<'enterHolding'>): Decided {
  const refusal = inTheWay(
    !isGeneralMeeting(meeting) && { rule: abl9.id, detail: { why: 'kind' } },
    (meeting.agenda.phase === 'closed' || seatById(meeting, seat) === undefined) && {
      rule: abl9.id,
      detail: { why: 'seat' },
    },
    !(isAmount(votes) && isAmount(shares)) && { rule: abl9.id, detail: { why: 'amount' } },
  );
  if (refusal) return refused(refusal);
  const name = owner.trim();
  const holding: Holding = { votes, shares, ...(name === '' ? {} : { owner: name }) };
  return ok([{ type: 'HoldingEntered', seat, holding }]);
}

function isAmount(count: number): boolean {
  return Number.isSafeInteger(count) && count > 0;
}

/** By acclamation: nobody has an objection that stands. The same register is approved once. */
function approveRegister(meeting: Meeting): Decided {
  const rows = registerNow(meeting);
  const refusal = inTheWay(
    !isGeneralMeeting(meeting) && { rule: abl9.id, detail: { why: 'kind' } },
    sessionGate(meeting),
    quorumGate(meeting, 'question'),
    openVote(meeting.decisions) !== undefined && { rule: abl9.id, detail: { why: 'voting' } },
    meeting.company.votingRegister !== undefined &&
      !registerHasChanged(meeting) && { rule: abl9.id, detail: { why: 'approved' } },
  );
  return refusal ? refused(refusal) : ok([{ type: 'VotingRegisterApproved', rows }]);
}

function isGeneralMeeting({ plan }: Meeting): boolean {
  return plan.body.kind === 'generalMeeting';
}
