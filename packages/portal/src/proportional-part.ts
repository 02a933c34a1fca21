import { quotientText } from '@klubba/i18n';
import {
  type AllocationStep,
  type Comparison,
  type ItemState,
  type Meeting,
  type ProportionalElection,
  proportionalResult,
} from '@klubba/meeting';
import { html, type Html } from './html.ts';
import { named, type Reader, say } from './reader.ts';

/** Where a proportional election stands, in one line; nothing before it is opened, when the debate is what goes on. */
export function proportionalLine(meeting: Meeting, item: ItemState, reader: Reader): string | undefined {
  const election = meeting.proportional.byItem[item.id];
  if (election === undefined) return undefined;
  switch (election.state) {
    case 'requested':
      return undefined;
    case 'voting':
    case 'counting':
    case 'counted':
    case 'declared':
    case 'annulled':
      return say(reader, `public.proportional.${election.state}`);
  }
}

/** A proportional election (LPV) as a citizen can check it: how many asked, the slips by label, and the numbers that gave each place. */
export function proportionalPart(meeting: Meeting, item: ItemState, reader: Reader): Html | undefined {
  const election = meeting.proportional.byItem[item.id];
  if (election === undefined || (election.state === 'requested' && election.requestedBy.length === 0)) return undefined;
  const { present, quota, count } = election;
  const invalid = Object.values(count?.invalid ?? {}).reduce((sum, slips) => sum + slips, 0);
  return html`<section><h4>${say(reader, 'public.proportional')}</h4>
    <p>${say(reader, 'public.proportional.asked', { asking: election.requestedBy.length })}${present !== undefined && quota !== undefined && ` ${say(reader, 'public.proportional.quota', { present, quota })}`}</p>
    <p>${proportionalLine(meeting, item, reader)}</p>
    ${count !== undefined && html`<p>${say(reader, 'public.proportional.invalid', { invalid })}</p>`}
    ${comparisonTable(meeting, election, reader)}
  </section>`;
}

function comparisonTable(meeting: Meeting, election: ProportionalElection, reader: Reader): Html | undefined {
  const result = proportionalResult(election);
  if (result === undefined || election.count === undefined) return undefined;
  const { groups } = election.count;
  const numbers = (comparisons: readonly Comparison[], won?: number) =>
    groups.map((_, group) => {
      const one = comparisons.find((comparison) => comparison.group === group);
      const number = one === undefined ? '–' : quotientText(reader.language, one.numerator, one.denominator);
      return html`<td>${group === won ? html`<b>${number}</b>` : number}</td>`;
    });
  const row = (turn: number, cells: readonly Html[], got: string) =>
    html`<tr><th scope="row">${turn}</th>${cells}<td>${got}</td></tr>`;
  return html`<div class="pub-table" role="region" tabindex="0" aria-label="${say(reader, 'public.proportional.table')}"><table>
    <caption>${say(reader, 'public.proportional.table')}</caption>
    <thead><tr><th scope="col">${say(reader, 'public.proportional.turn')}</th>${groups.map(({ label, votes }) => html`<th scope="col">${label} (${votes})</th>`)}<th scope="col">${say(reader, 'public.proportional.got')}</th></tr></thead>
    <tbody>
      ${result.steps.map((step, at) => row(at + 1, numbers(step.comparisons, step.group), whoGot(meeting, election, result.steps, at, reader)))}
      ${result.state === 'lotNeeded' && row(result.steps.length + 1, numbers(result.comparisons), say(reader, 'public.proportional.lotNeeded'))}
    </tbody>
  </table></div>`;
}

/** "Karin Ahlqvist (M), efter lottning inför …": lots were drawn in the order of the turns that were tied. */
function whoGot(
  meeting: Meeting,
  election: ProportionalElection,
  steps: readonly AllocationStep[],
  at: number,
  reader: Reader,
): string {
  const step = steps[at];
  if (step === undefined) return '';
  const name = named(meeting, step.person);
  const lot = election.lots[steps.slice(0, at).filter(({ tied }) => tied !== undefined).length];
  if (step.tied !== undefined && lot !== undefined)
    return `${name}, ${say(reader, 'public.proportional.byLot', { witness: named(meeting, lot.witness) })}`;
  return step.sharedWith.length > 0 ? `${name}, ${say(reader, 'public.proportional.shared')}` : name;
}
