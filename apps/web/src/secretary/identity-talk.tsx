import { type IdentityProof, type Meeting, type PersonId, personName } from '@klubba/meeting';
import { CircleHelp, UserCheck, UserX } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, ButtonRow, Checkbox } from '../ui/index.ts';
import { OwnPicture, TalkPicture } from '../video/index.ts';
import css from './secretary.module.css';

const PROOFS: readonly IdentityProof[] = ['picture', 'voice', 'agreedControl'];

type TalkProps = { readonly meeting: Meeting; readonly me: PersonId; readonly person: PersonId };

/** Asks one who waits who it is, face to face, and keeps by what the person was known. */
export function IdentityTalk({ meeting, me, person }: TalkProps) {
  const t = useText();
  const { send, sending, refusal } = useCommand();
  const check = meeting.lobby.checks[person];
  const [proofs, setProofs] = useState<readonly IdentityProof[]>([]);
  const end = (found: readonly IdentityProof[]) => void send({ type: 'endIdentityCheck', person, proofs: found });
  if (check === undefined || check.proofs !== undefined)
    return (
      <>
        {check?.proofs !== undefined && <p role="status">{foundWords(meeting, check.proofs, check.by, t)}</p>}
        <ButtonRow>
          <Button
            icon={CircleHelp}
            busy={sending ? t('chair.sending') : undefined}
            onPress={() => void send({ type: 'beginIdentityCheck', person })}
          >
            {t('secretary.lobby.ask')}
          </Button>
        </ButtonRow>
        <p className={css.soft}>{t('secretary.lobby.askEffect')}</p>
        <RefusalLine refusal={refusal} />
      </>
    );
  return (
    <section className={css.talk} aria-label={t('secretary.lobby.talk')}>
      {check.by === me ? (
        <>
          <TalkPicture person={person} />
          <p className={css.soft}>{t('secretary.lobby.onlyYou')}</p>
          <OwnPicture />
        </>
      ) : (
        <p>{t('secretary.lobby.talksWith', { name: personName(meeting, check.by) })}</p>
      )}
      <fieldset className={css.proofs}>
        <legend>{t('secretary.lobby.proofs')}</legend>
        {PROOFS.map((proof) => (
          <Checkbox
            key={proof}
            checked={proofs.includes(proof)}
            onChange={(on) => setProofs((before) => (on ? [...before, proof] : before.filter((one) => one !== proof)))}
          >
            {t(`secretary.lobby.proof.${proof}`)}
          </Checkbox>
        ))}
      </fieldset>
      <ButtonRow>
        {proofs.length > 0 && (
          <Button icon={UserCheck} onPress={() => end(proofs)}>
            {t('secretary.lobby.isRight')}
          </Button>
        )}
        <Button icon={UserX} onPress={() => end([])}>
          {t('secretary.lobby.notSure')}
        </Button>
      </ButtonRow>
      <RefusalLine refusal={refusal} />
    </section>
  );
}

function foundWords(
  meeting: Meeting,
  proofs: readonly IdentityProof[],
  by: PersonId,
  t: ReturnType<typeof useText>,
): string {
  const name = personName(meeting, by);
  if (proofs.length === 0) return t('secretary.lobby.notFound', { name });
  return t('secretary.lobby.found', { name, how: proofs.map((one) => t(`secretary.lobby.by.${one}`)).join(', ') });
}
