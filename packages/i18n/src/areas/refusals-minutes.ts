import { area } from '../area.ts';

export const refusalsMinutes = area({
  sv: {
    'refusal.MTG-MINUTES-LOCK': 'Protokollet skrivs just nu på en annan dator. Lås upp det där först, eller vänta tills den har varit tyst i fem minuter.',
    'refusal.MTG-MINUTES-TEXT': 'Texten ska ha minst ett ord och högst {maximum, number} tecken.',
    'refusal.MTG-MINUTES-UNKNOWN': 'Anteckningen eller ärendet finns inte i det här sammanträdet.',
  },
  en: {
    'refusal.MTG-MINUTES-LOCK': 'The minutes are being written on another computer. Unlock them there first, or wait until it has been silent for five minutes.',
    'refusal.MTG-MINUTES-TEXT': 'The text must have at least one word and at most {maximum, number} characters.',
    'refusal.MTG-MINUTES-UNKNOWN': 'The note or the item does not exist in this meeting.',
  },
});
