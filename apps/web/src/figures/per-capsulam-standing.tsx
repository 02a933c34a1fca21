import { dateText, listOf, TIME_ZONE, timeText } from '@klubba/i18n';
import { type Instant, type LocalDate, type Meeting, type PerCapsulam, personWithParty } from '@klubba/meeting';
import { usePreferences, useText } from '../app/text.tsx';

/** "2026-11-26": the day in Sweden, which dates the decision. */
const dayOf = (at: Instant): LocalDate => new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(at);

/** Who has signed and who has not, that somebody has said no, or when the last signature made it a decision. */
export function PerCapsulamStanding({
  meeting,
  proposal,
}: {
  readonly meeting: Meeting;
  readonly proposal: PerCapsulam;
}) {
  const t = useText();
  const { language } = usePreferences();
  const { plan } = meeting;
  if (proposal.decidedAt !== undefined)
    return t('member.company.capsulam.decided', {
      date: dateText(language, dayOf(proposal.decidedAt)),
      time: timeText(proposal.decidedAt),
    });
  if (proposal.refusedBy !== undefined)
    return t('member.company.capsulam.refused', { name: personWithParty(plan, proposal.refusedBy) });
  const members = plan.seats.flatMap((seat) => seat.holder ?? []);
  const left = members.filter((person) => !proposal.signed.some((one) => one.person === person));
  return t('member.company.capsulam.standing', {
    signed: proposal.signed.length,
    all: members.length,
    names: listOf(
      language,
      left.map((person) => personWithParty(plan, person)),
    ),
  });
}
