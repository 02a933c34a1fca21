import { area } from '../area.ts';

export const refusalsSession = area({
  sv: {
    'refusal.MTG-PLANNED': 'Sammanträdet är redan planerat, eller finns inte än.',
    'refusal.MTG-SESSION':
      '{state, select, notOpen {Sammanträdet är inte öppnat än.} adjourned {Sammanträdet är ajournerat.} checking {Närvaron måste stämmas av innan sammanträdet fortsätter.} closed {Sammanträdet är avslutat.} other {Det går inte just nu.}}',
    'refusal.MTG-ADJOURNED':
      '{why, select, already {Sammanträdet är redan ajournerat.} past {Den nya tiden har redan varit.} noCheck {Ingen avstämning pågår.} other {Sammanträdet är inte ajournerat.}}',
    'refusal.MTG-CHECK':
      '{missing, plural, one {En är varken avstämd eller antecknad som frånvarande: {persons}.} =2 {Två är varken avstämda eller antecknade som frånvarande: {persons}.} other {# är varken avstämda eller antecknade som frånvarande.}}',
    'refusal.MTG-CHAIR': 'Det gör den som leder mötet.',
    'refusal.MTG-SECRETARY': 'Det gör sekreteraren eller den som leder mötet.',
    'refusal.MTG-SELF': 'Det gör var och en själv. Säg till sekreteraren om du behöver hjälp.',
    'refusal.MTG-SYSTEM': 'Det sköter systemet självt.',
    'refusal.MTG-HELP': '{person} väntar inte på hjälp.',
  },
  en: {
    'refusal.MTG-PLANNED': 'The meeting is planned already, or does not exist yet.',
    'refusal.MTG-SESSION':
      '{state, select, notOpen {The meeting is not open yet.} adjourned {The meeting is adjourned.} checking {Presence must be checked before the meeting goes on.} closed {The meeting is closed.} other {That is not possible just now.}}',
    'refusal.MTG-ADJOURNED':
      '{why, select, already {The meeting is adjourned already.} past {The new time has passed already.} noCheck {No check of presence is going on.} other {The meeting is not adjourned.}}',
    'refusal.MTG-CHECK':
      '{missing, plural, one {One is neither checked nor noted absent: {persons}.} =2 {Two are neither checked nor noted absent: {persons}.} other {# are neither checked nor noted absent.}}',
    'refusal.MTG-CHAIR': 'That is done by the one who leads the meeting.',
    'refusal.MTG-SECRETARY': 'That is done by the secretary or the one who leads the meeting.',
    'refusal.MTG-SELF': 'Each does that personally. Tell the secretary if you need help.',
    'refusal.MTG-SYSTEM': 'The system does that by itself.',
    'refusal.MTG-HELP': '{person} is not waiting for help.',
  },
});
