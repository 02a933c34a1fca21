import { area } from '../area.ts';

export const refusalsConflicts = area({
  sv: {
    'refusal.JAV-1': 'Den som ärendet personligen rör, själv eller genom någon närstående, deltar inte i det.',
    'refusal.JAV-2': 'Den som är jävig får varken delta eller närvara när ärendet handläggs.',
    'refusal.JAV-3':
      'Kalla först in {substitute} i stället för {person}. Den vars jäv är ifrågasatt är med och beslutar om det bara om ingen annan kan kallas in.',
    'refusal.MTG-CONFLICT':
      '{why, select, unknown {Ärendet finns inte på dagordningen.} closed {Ärendet är avslutat.} notRaised {Något jäv är inte anmält eller ifrågasatt.} decided {Jävet är redan prövat.} notElected {{person} är varken ledamot eller ersättare.} other {Jävet kan inte antecknas nu.}}',
  },
  en: {
    'refusal.JAV-1': 'One whom the item concerns personally, oneself or somebody close, takes no part in it.',
    'refusal.JAV-2': 'One with a conflict of interest may neither take part nor be present when the item is handled.',
    'refusal.JAV-3':
      'Call in {substitute} in place of {person} first. One whose conflict of interest is contested takes part in deciding it only if nobody else can be called in.',
    'refusal.MTG-CONFLICT':
      '{why, select, unknown {The item is not on the agenda.} closed {The item is closed.} notRaised {No conflict of interest has been declared or raised.} decided {The conflict of interest has been decided already.} notElected {{person} is neither member nor substitute.} other {The conflict of interest cannot be noted now.}}',
  },
});
