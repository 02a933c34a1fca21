import { statuteText } from '@klubba/i18n';
import { isCouncil, type Meeting, personWithParty, quorum } from '@klubba/meeting';
import { usePreferences, useText } from '../app/text.tsx';
import { Panel, PresenceFigure, Row, Rows } from '../ui/index.ts';

/** How many are present, whether that is enough, where they are, and who can take over the chair. */
export function PresencePanel({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { language } = usePreferences();
  const count = quorum(meeting);
  const { present, seats, required, quorate, exception } = count;
  const substitutes = Object.values(meeting.attendance.serving).filter((one) => one.inPlaceOf !== undefined).length;
  const statute = statuteText(
    language,
    isCouncil(meeting.plan.body.kind)
      ? { act: 'KL', chapter: 5, section: '45' }
      : { act: 'KL', chapter: 6, section: '27' },
  );
  const word =
    exception === undefined ? t(quorate ? 'chair.quorate' : 'chair.notQuorate') : t(`chair.exception.${exception}`);
  const rollCall = meeting.attendance.rollCall.state === 'running';
  const answered = Object.values(meeting.attendance.rollCall.answers).filter((answer) => answer === 'yes').length;
  const shown = rollCall ? answered : present;
  const bar =
    quorate && !rollCall
      ? undefined
      : {
          present: shown,
          seats,
          needed: required,
          label: t('chair.bar', { present: shown, seats, required }),
          missing: shown < required ? t('wall.rollCall.missing', { count: required - shown }) : undefined,
          neededWords: t('wall.rollCall.needed', { required }),
        };
  return (
    <>
      <Panel title={t(rollCall ? 'label.itemKind.rollCall' : 'chair.presence')}>
        <PresenceFigure
          count={t('chair.of', { present: shown, seats })}
          word={rollCall ? t('chair.answered') : word}
          rule={t('chair.required', { required, statute })}
          bar={bar}
          breakdown={[
            { term: t('label.mode.room'), value: count.inRoom },
            { term: t('label.mode.remote'), value: count.remote },
            ...(count.lost > 0 ? [{ term: t('chair.lost'), value: count.lost }] : []),
            ...(substitutes > 0 ? [{ term: t('chair.servingSubstitutes'), value: substitutes }] : []),
          ]}
        />
      </Panel>
      <VicePanel meeting={meeting} />
    </>
  );
}

function VicePanel({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const vices = meeting.plan.duties.filter((d) => d.duty === 'viceChair' || d.duty === 'secondViceChair');
  if (vices.length === 0) return null;
  return (
    <Panel title={t('chair.vices')}>
      <Rows>
        {vices.map(({ person, duty }) => {
          const presence = meeting.attendance.present[person];
          return (
            <Row
              key={person}
              tight
              note={t(`label.duty.${duty}`)}
              end={presence === undefined ? t('chair.away') : t(`label.mode.${presence.mode}`)}
            >
              {personWithParty(meeting.plan, person)}
            </Row>
          );
        })}
      </Rows>
    </Panel>
  );
}
