import type { ItemState, MeetingCommand, PersonId, Proposal, ProposalKind } from '@klubba/meeting';
import type { Draft } from './draft.ts';

const MATTER: readonly ProposalKind[] = ['approval', 'rejection', 'amendment', 'addition', 'referralBack', 'tabling'];
const ELECTION: readonly ProposalKind[] = ['nomination', 'tabling'];

/** Kinds that say nothing without words of their own. */
const WITH_TEXT: readonly ProposalKind[] = ['amendment', 'addition'];

/** What may be moved in this item. */
export function kindsFor(item: ItemState): readonly ProposalKind[] {
  return item.kind === 'election' || item.kind === 'adjusters' ? ELECTION : MATTER;
}

export function hasText(kind: ProposalKind): boolean {
  return WITH_TEXT.includes(kind);
}

/** What is still missing, by the field that lacks it. */
type Fault = 'kind' | 'text' | 'reason' | 'of' | 'candidates';

/** `known`: the proposals that approval can be moved of. With one there is nothing to choose. */
export function faultOf(draft: Draft, known: readonly Proposal[]): Fault | undefined {
  switch (draft.kind) {
    case null:
      return 'kind';
    case 'approval':
      return draft.of === null && known.length !== 1 ? 'of' : undefined;
    case 'amendment':
    case 'addition':
      return draft.text.trim() === '' ? 'text' : undefined;
    case 'referralBack':
      return draft.reason.trim() === '' ? 'reason' : undefined;
    case 'nomination':
      return draft.candidates.length === 0 ? 'candidates' : undefined;
    case 'rejection':
    case 'tabling':
      return undefined;
  }
}

/** The command of a draft without fault: only what its kind asks for is sent. */
export function commandOf(
  draft: Draft & { readonly kind: ProposalKind },
  person: PersonId,
  known: readonly Proposal[],
): Extract<MeetingCommand, { type: 'moveProposal' }> {
  const { kind } = draft;
  const of = kind === 'approval' ? (draft.of ?? known[0]?.id) : undefined;
  return {
    type: 'moveProposal',
    person,
    kind,
    text: hasText(kind) ? draft.text.trim() : '',
    ...(kind === 'referralBack' ? { reason: draft.reason.trim() } : {}),
    ...(kind === 'referralBack' && draft.addressee !== null ? { addressee: draft.addressee } : {}),
    ...(of === undefined ? {} : { of }),
    ...(kind === 'amendment' && draft.clause !== null ? { clause: draft.clause } : {}),
    ...(kind === 'nomination' ? { candidates: draft.candidates } : {}),
    instance: draft.instance,
  };
}

/** Words that often stand in what must not be public: a personal number, or somebody's health or social affairs (OSL). */
const PERSONAL_NUMBER = /(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-+ ]?\d{4}(?!\d)/u;
const SENSITIVE =
  /\p{L}*(?:diagnos|sjukdom|sjukskriv|funktionsnedsättning|missbruk|försörjningsstöd|socialbidrag|omhänderta|skyddad identitet|brottsmiss|personnummer)\p{L}*/iu;

/** The first such word in the text, as it stands there. */
export function sensitiveWord(text: string): string | undefined {
  return PERSONAL_NUMBER.exec(text)?.[0] ?? SENSITIVE.exec(text)?.[0];
}
