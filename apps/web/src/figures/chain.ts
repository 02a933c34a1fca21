import { type Language, plain } from '@klubba/i18n';
import { type ChainFigure, chainFigure, type Meeting, type QuestionId } from '@klubba/meeting';
import type { Translate } from '../app/text.tsx';
import type { ChainDiagramProps } from '../ui/index.ts';

/** The counter-proposition chain of a question, ready to draw: the same figure for chair, hall, member and public. */
export function chainProps(
  meeting: Meeting,
  question: QuestionId,
  language: Language,
  t: Translate,
): ChainDiagramProps | null {
  const figure = chainFigure(meeting, question);
  if (figure === null || figure.alternatives.length < 3 || figure.votes.length === 0) return null;
  const nameOf = (id: string | undefined): string => {
    const alternative = figure.alternatives.find((one) => one.id === id);
    return alternative === undefined ? '' : capital(String(plain(language, alternative.name)));
  };
  const main = figure.alternatives.find((one) => one.state === 'main');
  return {
    label: t('figure.chain'),
    proposals: figure.alternatives.map((one) => ({
      id: one.id,
      title: nameOf(one.id),
      note: one.parties.join(', '),
      fallen: one.state === 'fallen',
    })),
    mainId: main?.id,
    votes: figure.votes.map((vote) => ({
      id: String(vote.number),
      heading: t(`figure.vote.${vote.state}`, { number: vote.number, total: figure.votes.length, kind: vote.kind }),
      state: vote.state === 'coming' ? 'later' : vote.state,
      ja: { from: vote.yes ?? '', title: nameOf(vote.yes) },
      nej: answerNo(vote, nameOf, t),
    })),
    words: {
      proposals: t('figure.proposals', { count: figure.alternatives.length }),
      ja: t('common.yes'),
      nej: t('common.no'),
      aside: t('figure.aside'),
      winner: t('figure.winner'),
    },
  };
}

/** Until the vote before it is taken, the other side is its winner. The wire stays drawn from there. */
function answerNo(vote: ChainFigure['votes'][number], nameOf: (id: string | undefined) => string, t: Translate) {
  const earlier = vote.number > 1 ? String(vote.number - 1) : undefined;
  if (vote.no !== undefined) return { from: earlier ?? vote.no, title: nameOf(vote.no) };
  return {
    from: earlier ?? '',
    title: t('figure.counterProposition'),
    note: t('figure.winnerOf', { number: vote.noFrom ?? 1 }),
  };
}

export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('sv') + words.slice(1);
