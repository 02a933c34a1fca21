import type { PersonId } from '@klubba/meeting';
import { Coffee, Users } from 'lucide-react';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { Button } from '../ui/index.ts';
import css from './break-rooms.module.css';
import { useRoomTitle } from './room-title.ts';
import { type BreakRoom, roomsOf } from './rooms-of.ts';

/** The rooms of the break as large choices, each with who may be there. Nothing for one who has none. */
export function RoomChoices({ me, enter }: { readonly me: PersonId; readonly enter: (room: BreakRoom) => void }) {
  const t = useText();
  const meeting = useMeeting();
  const rooms = roomsOf(meeting, me);
  if (rooms.length === 0) return null;
  return (
    <section aria-labelledby="break-rooms" className={css.choices}>
      <h2 id="break-rooms">{t('breaks.rooms')}</h2>
      <div className={css.doors}>
        {rooms.map((room) => (
          <Door key={room.is} room={room} enter={() => enter(room)} />
        ))}
      </div>
      <p className={css.soft}>{t('breaks.rooms.note')}</p>
    </section>
  );
}

function Door({ room, enter }: { readonly room: BreakRoom; readonly enter: () => void }) {
  const t = useText();
  const who = room.is === 'group' ? t('breaks.group.who', { party: room.party.name }) : t('breaks.break.who');
  return (
    <Button size="l" wide align="start" icon={room.is === 'group' ? Users : Coffee} note={who} onPress={enter}>
      {useRoomTitle(room)}
    </Button>
  );
}
