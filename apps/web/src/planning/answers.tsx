import {
  calledTo,
  type Meeting,
  type NoticeAnswer,
  type PersonId,
  personWithParty,
  substitutesToCall,
} from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { Panel, Row, Rows, Table } from '../ui/index.ts';
import css from './planning.module.css';

/** Who comes, who does not, who has not opened the notice, and whom to call in. */
export function Answers({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { members, substitutes } = calledTo(meeting.plan);
  const count = (people: readonly PersonId[], wanted: NoticeAnswer | undefined): number =>
    people.filter((person) => answerOf(meeting, person) === wanted).length;
  const rows = [
    { id: 'members', title: t('planning.desk.members'), people: members },
    { id: 'substitutes', title: t('planning.desk.substitutes'), people: substitutes },
  ];
  const calls = substitutesToCall(meeting);
  const name = (person: PersonId): string => personWithParty(meeting.plan, person);
  const unread = [...members, ...substitutes].filter((person) => meeting.notice.read[person] === undefined);
  const silent = members.filter((person) => answerOf(meeting, person) === undefined);
  return (
    <>
      <h1 className={css.title}>{t('planning.desk.title')}</h1>
      <Panel title={t('planning.desk.answers')}>
        <Table
          caption={t('planning.desk.answers')}
          captionHidden
          rows={rows}
          rowId={({ id }) => id}
          columns={[
            { id: 'who', head: t('planning.desk.who'), rowHead: true, cell: ({ title }) => title },
            ...(['room', 'remote', 'absent'] as const).map((answer) => ({
              id: answer,
              head: t(`notice.answer.${answer}`),
              number: true,
              cell: ({ people }: (typeof rows)[number]) => count(people, answer),
            })),
            {
              id: 'none',
              head: t('planning.desk.noAnswer'),
              number: true,
              cell: ({ people }: (typeof rows)[number]) => count(people, undefined),
            },
          ]}
        />
      </Panel>
      {calls.length > 0 && (
        <Panel title={t('planning.desk.call')}>
          <Rows>
            {calls.map(({ absent, next }) => (
              <Row
                key={absent}
                note={
                  next === undefined
                    ? t('planning.desk.call.none')
                    : t('planning.desk.call.next', { person: name(next) })
                }
              >
                {t('planning.desk.call.absent', { person: name(absent) })}
              </Row>
            ))}
          </Rows>
        </Panel>
      )}
      <Names title={t('planning.desk.silent')} none={t('planning.desk.silent.none')} names={silent.map(name)} />
      <Names title={t('planning.desk.unread')} none={t('planning.desk.unread.none')} names={unread.map(name)} />
    </>
  );
}

function answerOf(meeting: Meeting, person: PersonId): NoticeAnswer | undefined {
  const given = meeting.notice.answers[person]?.answer;
  return given ?? (meeting.remote.permissions[person]?.state === 'granted' ? 'remote' : undefined);
}

function Names({
  title,
  none,
  names,
}: {
  readonly title: string;
  readonly none: string;
  readonly names: readonly string[];
}) {
  return (
    <Panel title={title} note={names.length === 0 ? '' : String(names.length)}>
      <p className={css.soft}>{names.length === 0 ? none : names.join(', ')}</p>
    </Panel>
  );
}
