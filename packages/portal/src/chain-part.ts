import { plain } from '@klubba/i18n';
import {
  type ChainFigure,
  type ChainVote,
  chainFigure,
  currentQuestion,
  type ItemState,
  type Meeting,
} from '@klubba/meeting';
import { html, type Html } from './html.ts';
import { capital, type Reader, say } from './reader.ts';

/** Three proposals or more: which votes stand between them, in order, the main vote last. The same figure as in the hall, in words. */
export function chainPart(meeting: Meeting, item: ItemState, reader: Reader): Html | undefined {
  const question = currentQuestion(meeting);
  if (question === undefined || question.item !== item.id) return undefined;
  const figure = chainFigure(meeting, question.id);
  if (figure === null || figure.alternatives.length < 3 || figure.votes.length === 0) return undefined;
  return html`<section>
    <h4>${say(reader, 'public.chain.heading')}</h4>
    <ol class="pub-chain">
      ${figure.votes.map((vote) => row(figure, vote, reader))}
    </ol>
  </section>`;
}

function row(figure: ChainFigure, vote: ChainVote, reader: Reader): Html {
  const { state, kind, result } = vote;
  return html`<li class="${state === 'now' ? 'pub-is-now' : ''}">
    <p><b>${say(reader, 'public.vote.kind', { kind })}</b> <span>${say(reader, `public.chain.${state}`)}${result !== undefined && `, ${result.yes}–${result.no}–${result.abstain}`}</span></p>
    <p>${say(reader, 'public.chain.sides', { yes: nameOf(figure, vote.yes, reader), no: otherSide(figure, vote, reader) })}</p>
  </li>`;
}

function otherSide(figure: ChainFigure, { no, noFrom }: ChainVote, reader: Reader): string {
  return no === undefined ? say(reader, 'public.chain.winner', { number: noFrom ?? 1 }) : nameOf(figure, no, reader);
}

function nameOf(figure: ChainFigure, id: ChainVote['yes'], reader: Reader): string {
  const alternative = figure.alternatives.find((one) => one.id === id);
  if (alternative === undefined) return '';
  const words = capital(String(plain(reader.language, alternative.name)));
  return alternative.parties.length === 0 ? words : `${words} (${alternative.parties.join(', ')})`;
}
