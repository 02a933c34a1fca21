import { type ClosedBallot, isInHall, type PersonId, personWithParty, type Refusal } from '@klubba/meeting';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useCommand, useMeeting } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, ButtonRow, Panel, Select } from '../ui/index.ts';
import css from './ballots.module.css';
import type { Reply } from './requests.ts';
import { useBoard } from './use-board.ts';
import { useBooth } from './use-booth.ts';

/** The desk lets one after another in to the hall's own tablet, having seen who it is. */
export function BoothDoor({ ballot }: { readonly ballot: ClosedBallot }) {
  const t = useText();
  const meeting = useMeeting();
  const { plan } = meeting;
  const { board } = useBoard(ballot);
  const { seen, refusal: unseen, lookAgain } = useBooth(board);
  const command = useCommand();
  const [chosen, setChosen] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal>();
  const person = chosen as PersonId | null;
  const inside = seen?.inside;
  const tell = async (asked: Promise<Reply<unknown>>): Promise<void> => {
    const reply = await asked;
    setRefusal(reply.is === 'refused' ? reply.refusal : undefined);
    lookAgain();
  };
  const options = ballot.electors
    .filter((one) => isInHall(meeting, one))
    .map((one) => ({ id: one as string, label: personWithParty(plan, one) }));
  const isElsewhere = refusal?.rule === 'BALLOT-REGISTERED-ELSEWHERE' && person !== null;
  return (
    <Panel title={t('ballot.booth')}>
      <div className={css.stack}>
        <p>{t('ballot.booth.why')}</p>
        <p className={css.address}>
          {t('ballot.booth.where', { address: `${location.host}/m/${plan.meeting}/booth` })}
        </p>
        <p role="status">
          <b>
            {inside === undefined
              ? t('ballot.booth.free')
              : t('ballot.booth.inside', { name: personWithParty(plan, inside) })}
          </b>
        </p>
        {ballot.booth.length > 0 && (
          <p>{t('ballot.booth.entered', { names: ballot.booth.map((one) => personWithParty(plan, one)) })}</p>
        )}
        <Select
          label={t('ballot.booth.who')}
          placeholder={t('ballot.appoint.choose')}
          options={options}
          value={chosen}
          onChange={(id) => {
            setChosen(id);
            setRefusal(undefined);
          }}
        />
        <ButtonRow>
          {person !== null && (
            <Button kind="primary" onPress={() => void tell(board.booth.admit(person))}>
              {t('ballot.booth.admit', { name: personWithParty(plan, person) })}
            </Button>
          )}
          {inside !== undefined && (
            <Button onPress={() => void tell(board.booth.leave())}>{t('ballot.booth.isFree')}</Button>
          )}
          {isElsewhere && (
            <Button onPress={() => void command.send({ type: 'replaceTablet', ballot: ballot.id, person })}>
              {t('ballot.booth.replace')}
            </Button>
          )}
        </ButtonRow>
        <RefusalLine refusal={refusal ?? command.refusal ?? unseen} />
      </div>
    </Panel>
  );
}
