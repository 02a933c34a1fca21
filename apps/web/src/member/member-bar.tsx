import type { PersonId } from '@klubba/meeting';
import { Check, CornerUpLeft, FilePenLine, Hand, LifeBuoy, RotateCcw, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand, useMeeting, useServerNow } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { ActionBar, type BarAction, type IconShape } from '../ui/index.ts';
import { onAir, OwnAir, OwnCamera, useVideo } from '../video/index.ts';
import { type ActionId, aheadOf, hasFloor, offeredActions, ownRequest } from './actions.ts';
import type { Opened } from './member-screen.tsx';
import css from './member.module.css';
import { memberMoment } from './moment.ts';
import { useLaw } from './use-law.ts';

const ICON: Readonly<Record<ActionId, IconShape>> = {
  floor: Hand,
  takeBack: RotateCcw,
  done: Check,
  reply: CornerUpLeft,
  proposal: FilePenLine,
  conflict: UserX,
  help: LifeBuoy,
};

/** At the thumb: the own picture, whether one is heard, and what one can do now. */
export function MemberBar({
  me,
  open,
  note,
  quiet = false,
  beside,
}: {
  readonly me: PersonId;
  readonly open: (what: Opened) => void;
  /** Beside the on-air mark: what is left of the own time. */
  readonly note?: ReactNode;
  /** Something else in the view is the next step. */
  readonly quiet?: boolean;
  /** On a phone: what the top bar has no room for. */
  readonly beside?: ReactNode;
}) {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const law = useLaw();
  const { view } = useVideo();
  const now = useServerNow(60_000);
  const floor = useCommand();
  const reply = useCommand();
  const waiting = ownRequest(meeting, me);
  const inHall = meeting.attendance.present[me]?.mode === 'room';
  const press: Readonly<Record<ActionId, () => void>> = {
    floor: () => void floor.send({ type: 'requestFloor', person: me, kind: 'speech' }),
    takeBack: () => waiting && void floor.send({ type: 'withdrawRequest', request: waiting.id }),
    done: () => void floor.send({ type: 'endSpeech' }),
    reply: () => {
      const own = ownRequest(meeting, me, 'reply');
      void reply.send(
        own === undefined
          ? { type: 'requestFloor', person: me, kind: 'reply' }
          : { type: 'withdrawRequest', request: own.id },
      );
    },
    proposal: () => open('writing'),
    conflict: () => open('conflict'),
    help: () => open('help'),
  };
  const actions = offeredActions(meeting, me, memberMoment(meeting, me), now, law).map(({ id, refusal }): BarAction => {
    const sending = id === 'reply' ? reply.sending : ['floor', 'takeBack', 'done'].includes(id) && floor.sending;
    const label = id === 'reply' && ownRequest(meeting, me, 'reply') ? 'member.action.reply.takeBack' : undefined;
    return {
      id,
      label: t(label ?? `member.action.${id}`),
      icon: ICON[id],
      onPress: press[id],
      primary: !quiet && (id === 'floor' || id === 'done'),
      busy: sending ? t('member.sending') : undefined,
      notNow:
        refusal === undefined || law === undefined
          ? undefined
          : { word: t('common.notNow'), ...law.refusalText(language, refusal, meeting.plan.body.kind) },
    };
  });
  const refused = floor.refusal ?? reply.refusal;
  const place = waiting === undefined ? undefined : t('member.queue.place', { ahead: aheadOf(meeting, waiting) });
  return (
    <ActionBar
      label={t('member.actions')}
      ownPicture={
        <span className={css.fill}>
          <OwnCamera />
        </span>
      }
      onAir={
        <span className={css.air}>
          <OwnAir note={note ?? place ?? (inHall && !hasFloor(meeting, me) ? t('member.inHall') : undefined)} />
          {beside}
        </span>
      }
      actions={actions}
      message={refused === undefined ? undefined : <RefusalLine refusal={refused} bare />}
      live={onAir(meeting, view, me).state === 'on'}
    />
  );
}
