import { statuteText, timeText } from '@klubba/i18n';
import {
  type BodyKind,
  isCouncil,
  type Meeting,
  missingFromCheck,
  openVote,
  personWithParty,
  quorum,
  type Statute,
} from '@klubba/meeting';
import { usePreferences, useText } from '../app/text.tsx';
import { Pairs, Panel, PresenceFigure, Row, Rows } from '../ui/index.ts';

/** How many are present, whether that is enough, where they are, and who can take over the chair. */
export function PresencePanel({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { language } = usePreferences();
  const count = quorum(meeting);
  const { present, seats, required, quorate, exception } = count;
  const substitutes = Object.values(meeting.attendance.serving).filter((one) => one.inPlaceOf !== undefined).length;
  const statute = quorumStatute(meeting.plan.body.kind);
  const word =
    exception === undefined ? t(quorate ? 'chair.quorate' : 'chair.notQuorate') : t(`chair.exception.${exception}`);
  if (meeting.agenda.phase === 'closed') return <HeldPanel meeting={meeting} />;
  if (openVote(meeting.decisions) !== undefined) return <VotedPanel meeting={meeting} />;
  const check = meeting.adjournment.check;
  const rollCall = meeting.attendance.rollCall.state === 'running';
  const answered = Object.values(meeting.attendance.rollCall.answers).filter((answer) => answer === 'yes').length;
  const serving = Object.keys(meeting.attendance.serving).length;
  const shown = rollCall ? answered : check === undefined ? present : serving - missingFromCheck(meeting).length;
  const bar =
    quorate && !rollCall && check === undefined
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
      <Panel
        title={t(rollCall ? 'label.itemKind.rollCall' : check === undefined ? 'chair.presence' : 'chair.check.title')}
      >
        <PresenceFigure
          count={t('chair.of', { present: shown, seats })}
          word={rollCall ? t('chair.answered') : check === undefined ? word : t('chair.check.inPlace')}
          rule={
            statute === undefined
              ? undefined
              : t('chair.required', { required, statute: statuteText(language, statute) })
          }
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

/** Where the number comes from. A general meeting has none: those who come decide (ABL 7:40). */
function quorumStatute(kind: BodyKind): Statute | undefined {
  if (kind === 'generalMeeting') return undefined;
  if (kind === 'companyBoard') return { act: 'ABL', chapter: 8, section: '21' };
  return isCouncil(kind) ? { act: 'KL', chapter: 5, section: '45' } : { act: 'KL', chapter: 6, section: '27' };
}

/** Afterwards: when it was held, and what came of it. */
function HeldPanel({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { openedAt, closedAt, items, order } = meeting.agenda;
  const decided = Object.values(items).filter((item) => item.outcome === 'decided').length;
  return (
    <Panel title={t('chair.held')}>
      <Pairs
        pairs={[
          ...(openedAt === undefined ? [] : [{ term: t('chair.held.opened'), value: timeText(openedAt) }]),
          ...(closedAt === undefined ? [] : [{ term: t('chair.held.closed'), value: timeText(closedAt) }]),
          { term: t('chair.held.decided'), value: t('chair.of', { present: decided, seats: order.length }) },
        ]}
      />
    </Panel>
  );
}

/** While a vote is open: how many have voted, in the hall and at a distance. */
function VotedPanel({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const vote = openVote(meeting.decisions);
  if (vote === undefined) return null;
  const voted = vote.electors.filter(({ person }) => vote.cast[person] !== undefined);
  const by = (mode: 'room' | 'remote') => {
    const those = vote.electors.filter(({ person }) => meeting.attendance.present[person]?.mode === mode);
    const present = those.filter(({ person }) => vote.cast[person] !== undefined).length;
    return those.length === 0
      ? []
      : [{ term: t(`label.mode.${mode}`), value: t('chair.of', { present, seats: those.length }) }];
  };
  return (
    <Panel title={t('chair.vote')} note={t('chair.vote.opened', { time: timeText(vote.openedAt) })}>
      <PresenceFigure
        count={t('chair.of', { present: voted.length, seats: vote.electors.length })}
        word={t('chair.vote.voted')}
        rule={vote.state === 'tied' ? undefined : t('chair.vote.secret')}
        breakdown={[...by('room'), ...by('remote')]}
      />
    </Panel>
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
