import { plain, timeText } from '@klubba/i18n';
import { type Meeting, personWithParty, type Proposal, proposalName } from '@klubba/meeting';
import type { ReactNode } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { capital } from '../figures/chain.ts';
import { useMeeting } from '../live/index.ts';
import { ProposalCard } from '../ui/index.ts';

/** A proposal as everybody sees it, struck through when it is withdrawn or refused. */
export function ProposalText({ proposal, actions }: { readonly proposal: Proposal; readonly actions?: ReactNode }) {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const name = capital(String(plain(language, proposalName(meeting, proposal.id))));
  const kind = t(`label.proposalKind.${proposal.kind}`);
  const movers =
    proposal.mover === undefined
      ? name
      : proposal.supporters.length > 0
        ? t('member.proposals.and', { name: personWithParty(meeting.plan, proposal.mover) })
        : personWithParty(meeting.plan, proposal.mover);
  const overruled = proposal.refusal?.overruled === true;
  const ended =
    proposal.state === 'withdrawn'
      ? t('member.proposals.withdrawn')
      : proposal.state === 'refused' && !overruled
        ? t('member.proposals.refused')
        : undefined;
  return (
    <ProposalCard
      level={2}
      movers={movers}
      parties={partiesOf(meeting, proposal)}
      kind={
        proposal.mover === undefined
          ? undefined
          : t(proposal.instance === 2 ? 'member.proposals.second' : 'member.proposals.moved', {
              kind,
              time: timeText(proposal.at),
            })
      }
      text={useProposalWords(proposal)}
      ended={ended}
      actions={actions}
    />
  );
}

/** The parties of those who support it, without the mover's own. */
function partiesOf(meeting: Meeting, proposal: Proposal): string | undefined {
  const partyOf = (id: Proposal['mover']) => meeting.plan.people.find((person) => person.id === id)?.party;
  const behind = new Set(proposal.supporters.map(partyOf));
  behind.delete(partyOf(proposal.mover));
  const shorts = meeting.plan.parties.filter((party) => behind.has(party.id)).map((party) => party.short);
  return shorts.length === 0 ? undefined : shorts.join(', ');
}

/** What is proposed, in the words of the proposal, with reason and addressee; never empty. */
function useProposalWords(proposal: Proposal): string {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const item = meeting.agenda.items[proposal.item];
  const clauses = proposal.mover === undefined ? (item?.tabled?.clauses ?? []) : [];
  const lines = [
    proposal.clause === undefined ? '' : `${t('member.write.clause.one', { number: proposal.clause })}:`,
    proposal.text,
    ...clauses.map((clause, at) => `${at + 1}. ${clause}`),
    proposal.addressee === undefined ? '' : t('member.proposals.addressee', { addressee: proposal.addressee }),
    proposal.reason === undefined ? '' : t('member.proposals.reason', { reason: proposal.reason }),
    proposal.candidates === undefined
      ? ''
      : t('member.proposals.candidates', {
          names: proposal.candidates.map((one) => personWithParty(meeting.plan, one)),
        }),
  ].filter((line) => line !== '');
  if (lines.length > 0) return lines.join('\n');
  const of = proposal.of === undefined ? '' : String(plain(language, proposalName(meeting, proposal.of)));
  return t('member.proposals.short', { kind: proposal.kind, name: of });
}
