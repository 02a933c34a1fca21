import { type Meeting, personWithParty } from '@klubba/meeting';
import type { Translate } from '../app/text.tsx';
import type { QueueEntry } from '../ui/index.ts';

/** The speakers' list as everybody sees it: points of order and replies first, then numbered speeches. */
export function queueEntries(meeting: Meeting, t: Translate): readonly QueueEntry[] {
  let place = 0;
  return meeting.floor.queue.map((request) => {
    if (request.kind === 'speech') place += 1;
    const presence = meeting.attendance.present[request.person];
    const lost = presence?.mode === 'remote' && !presence.fulfilled;
    return {
      id: request.id,
      kind: request.kind === 'pointOfOrder' ? 'point-of-order' : request.kind,
      place: request.kind === 'speech' ? place : undefined,
      name: personWithParty(meeting.plan, request.person),
      kindWord: request.kind === 'speech' ? undefined : t(`label.requestKind.${request.kind}`).toLocaleLowerCase('sv'),
      where: lost ? t('video.lost') : presence?.mode === 'remote' ? t('video.remote') : t('video.inRoom'),
    };
  });
}
