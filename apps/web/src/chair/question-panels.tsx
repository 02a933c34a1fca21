import { plain, timeText } from '@klubba/i18n';
import {
  type Alternative,
  alternativeName,
  currentFrame,
  currentQuestion,
  type Meeting,
  partiesBehind,
  presentServing,
  type Question,
  lostServing,
} from '@klubba/meeting';
import { Check } from 'lucide-react';
import { usePreferences, useText } from '../app/text.tsx';
import { capital } from '../figures/chain.ts';
import { Icon, Pairs, Panel, Row, Rows, Soft } from '../ui/index.ts';

/** The proposition as it stands: what was put, what was found, and whether the finding has reached everybody. */
export function QuestionPanels({ meeting }: { readonly meeting: Meeting }) {
  const question = currentQuestion(meeting);
  if (question === undefined) return null;
  const frame = currentFrame(question);
  return (
    <>
      <Put meeting={meeting} question={question} />
      {frame.found !== undefined && frame.demandedBy === undefined && <Reached meeting={meeting} />}
      {frame.found !== undefined && frame.demandedBy === undefined && <IfDemanded question={question} />}
    </>
  );
}

function Put({ meeting, question }: { readonly meeting: Meeting; readonly question: Question }) {
  const t = useText();
  const { language } = usePreferences();
  const frame = currentFrame(question);
  const standing = frame.alternatives.flatMap((id) => question.alternatives.find((one) => one.id === id) ?? []);
  const note = frame.put === undefined ? undefined : t('chair.question.put', { time: timeText(frame.put) });
  const row = (alternative: Alternative, at: number) => {
    const found = alternative.id === frame.found;
    const parties = partiesBehind(meeting, question, alternative.id).join(', ');
    return (
      <Row
        key={alternative.id}
        tight
        current={found}
        start={found ? <Icon shape={Check} /> : at + 1}
        end={found ? t('chair.proposals.found') : parties === '' ? undefined : parties}
      >
        {capital(String(plain(language, alternativeName(meeting, question, alternative.id))))}
      </Row>
    );
  };
  return (
    <Panel title={t(`chair.question.${question.kind}`)} note={note}>
      <Rows ordered>{standing.map(row)}</Rows>
      <p>
        <Soft small>{t('chair.question.yours')}</Soft>
      </p>
    </Panel>
  );
}

/** The window is open to those who have been reached: in the hall by its screen, at a distance by sound and button. */
function Reached({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const here = presentServing(meeting);
  const linked = here.filter(({ person }) => meeting.attendance.present[person]?.mode === 'remote').length;
  const remote = linked + lostServing(meeting).length;
  return (
    <Panel title={t('chair.reached')}>
      <Pairs
        pairs={[
          { term: t('chair.reached.room'), value: here.length - linked },
          ...(remote === 0
            ? []
            : [{ term: t('chair.reached.remote'), value: t('chair.of', { present: linked, seats: remote }) }]),
        ]}
      />
    </Panel>
  );
}

function IfDemanded({ question }: { readonly question: Question }) {
  const t = useText();
  const count = currentFrame(question).alternatives.length;
  return (
    <Panel title={t('chair.ifDemanded')}>
      <p>{count > 2 ? t('chair.ifDemanded.chain', { others: count - 1 }) : t('chair.ifDemanded.two')}</p>
    </Panel>
  );
}
