import { area } from '../area.ts';

export const refusalsMinutes = area({
  sv: {
    'refusal.MTG-MINUTES-LOCK':
      'Protokollet skrivs just nu på en annan dator. Lås upp det där först, eller vänta tills den har varit tyst i fem minuter.',
    'refusal.MTG-MINUTES-TEXT': 'Texten ska ha minst ett ord och högst {maximum, number} tecken.',
    'refusal.MTG-MINUTES-UNKNOWN': 'Anteckningen eller ärendet finns inte i det här sammanträdet.',
    'refusal.PRO-1':
      'Protokollet är inte komplett: {what, select, meetingNotClosed {sammanträdet är inte avslutat} attendance {det står inte vilka som har tjänstgjort} votingRegister {stämman har inte godkänt någon röstlängd} openItem {§ {number, number} är inte avslutad} unsettledQuestion {§ {number, number} har en fråga som inte är avgjord} openVote {§ {number, number} har en omröstning som inte är avslutad} decision {§ {number, number} saknar beslut} elected {§ {number, number} säger inte vem som är vald} other {§ {number, number} har inte behandlats}}.',
    'refusal.PRO-2': 'Protokollet skulle ha justerats senast {date}.',
  },
  en: {
    'refusal.MTG-MINUTES-LOCK':
      'The minutes are being written on another computer. Unlock them there first, or wait until it has been silent for five minutes.',
    'refusal.MTG-MINUTES-TEXT': 'The text must have at least one word and at most {maximum, number} characters.',
    'refusal.MTG-MINUTES-UNKNOWN': 'The note or the item does not exist in this meeting.',
    'refusal.PRO-1':
      'The minutes are not complete: {what, select, meetingNotClosed {the meeting is not closed} attendance {it does not say who has served} votingRegister {the general meeting has approved no voting register} openItem {§ {number, number} is not closed} unsettledQuestion {§ {number, number} has a question that is not settled} openVote {§ {number, number} has a vote that is not closed} decision {§ {number, number} lacks a decision} elected {§ {number, number} does not say who was elected} other {§ {number, number} has not been dealt with}}.',
    'refusal.PRO-2': 'The minutes should have been adjusted at the latest {date}.',
  },
});
