import type { Question, Vote } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import type { MemberBarsProps } from '../ui/index.ts';

export type Minority = {
  /** What came of it: "Ärendet återremitteras". */
  readonly headline: string;
  /** How many wanted it, and how many it takes. */
  readonly meaning: string;
  readonly bars: Pick<MemberBarsProps, 'label' | 'nej' | 'ja' | 'limit' | 'nejWord' | 'jaWord' | 'words'>;
  readonly present: number;
  /** A third carried it against the majority (KL 5:50). */
  readonly againstMajority: boolean;
};

/** A closed vote in which a third of those present is enough (ORD-1): its count against that third. `null` for every other vote. */
export function useMinority(vote: Vote | undefined): Minority | null {
  const t = useText();
  const question = useMeeting((meeting) =>
    vote === undefined ? undefined : meeting.decisions.questions[vote.question],
  );
  const result = vote?.result;
  if (vote === undefined || result === undefined || question?.threshold.kind !== 'thirdOfPresent') return null;
  const wanted = question.threshold.for;
  const choice = wanted === vote.no ? 'no' : 'yes';
  const [wanting, against] = choice === 'no' ? [result.no, result.yes] : [result.yes, result.no];
  const kind = kindOf(question, wanted);
  const adopted = result.outcome === wanted;
  const values = { wanting, against, present: result.present, limit: Math.ceil(result.present / 3) };
  return {
    headline: t('minority.outcome', { outcome: adopted ? kind : 'decided' }),
    meaning: t(adopted ? 'minority.enough' : 'minority.short', values),
    bars: {
      label: t('minority.label', values),
      nej: wanting,
      ja: against,
      limit: values.limit,
      nejWord: t('minority.for', { choice, kind }),
      jaWord: t('minority.for', { choice: choice === 'no' ? 'yes' : 'no', kind: 'decided' }),
      words: t('minority.limit', values),
    },
    present: result.present,
    againstMajority: result.settledBy === 'minority',
  };
}

function kindOf({ alternatives }: Question, wanted: Vote['yes']): string {
  return alternatives.find(({ id }) => id === wanted)?.kind ?? 'referBack';
}

/** Did what came of the vote also get most votes? Not where a qualified majority was missed. */
export function hasMost({ result, yes }: Vote): boolean {
  if (result === undefined || result.yes === result.no) return true;
  return (result.outcome === yes) === result.yes > result.no;
}
