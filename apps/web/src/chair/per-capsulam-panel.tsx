import { decide, type ItemId, type ItemState, type Meeting, type PersonId } from '@klubba/meeting';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { PerCapsulamStanding } from '../figures/per-capsulam-standing.tsx';
import { useCommand } from '../live/index.ts';
import { CommandDialog } from '../steps/index.ts';
import { Button, Panel, Row, Rows, TextArea } from '../ui/index.ts';

/** A company board's decisions without a meeting: what is being signed, and what may be put to signature (ABL-8). */
export function PerCapsulamPanel({
  meeting,
  me,
  now,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly now: number;
}) {
  const t = useText();
  const [chosen, setChosen] = useState<ItemId>();
  if (meeting.plan.body.kind !== 'companyBoard') return null;
  const mayPropose = (item: ItemId) =>
    decide(meeting, { type: 'proposePerCapsulam', item, text: '–' }, { at: now, actor: me, id: 'capsulam' }).ok;
  const items = meeting.agenda.order.flatMap((id) => meeting.agenda.items[id] ?? []);
  const shown = items.filter(
    (item) => meeting.company.perCapsulam[item.id] !== undefined || (item.kind === 'matter' && mayPropose(item.id)),
  );
  const item = shown.find((one) => one.id === chosen);
  if (shown.length === 0) return null;
  return (
    <Panel title={t('chair.capsulam')}>
      <Rows label={t('chair.capsulam')}>
        {shown.map((one) => {
          const proposal = meeting.company.perCapsulam[one.id];
          return (
            <Row
              key={one.id}
              start={`§ ${one.number}`}
              note={proposal === undefined ? undefined : <PerCapsulamStanding meeting={meeting} proposal={proposal} />}
              end={
                mayPropose(one.id) ? (
                  <Button size="s" onPress={() => setChosen(one.id)}>
                    {t('chair.capsulam.propose')}
                  </Button>
                ) : undefined
              }
            >
              {one.title}
            </Row>
          );
        })}
      </Rows>
      {item !== undefined && <Proposing item={item} onClose={() => setChosen(undefined)} />}
    </Panel>
  );
}

/** The wording that all will sign. */
function Proposing({ item, onClose }: { readonly item: ItemState; readonly onClose: () => void }) {
  const t = useText();
  const command = useCommand();
  const [text, setText] = useState(item.tabled?.text ?? '');
  const send = async (): Promise<void> => {
    const outcome = await command.send({ type: 'proposePerCapsulam', item: item.id, text });
    if (outcome.kind === 'done') onClose();
  };
  return (
    <CommandDialog
      wide
      title={t('chair.capsulam.title', { number: item.number })}
      save={t('chair.capsulam.send')}
      command={command}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      <TextArea label={t('chair.capsulam.text')} rows={4} value={text} onChange={setText} maxLength={4_000} />
      <p>{t('chair.capsulam.effect')}</p>
    </CommandDialog>
  );
}
