import { area } from '../area.ts';

export const refusalsRemote = area({
  sv: {
    'refusal.DIST-1': 'Fullmäktiges beslut om deltagande på distans saknas för det här organet eller sammanträdet.',
    'refusal.DIST-2': 'Den som deltar på distans är närvarande bara medan alla ser och hör varandra.',
    'refusal.DIST-2-2026':
      'Den som deltar på distans är närvarande först när ordföranden har bekräftat vem det är och att personen kan följa och delta.',
    'refusal.DIST-3': 'Fullmäktiges presidium får inte delta på distans.',
    'refusal.DIST-4': 'Varje avbrott i en anslutning sparas med tid.',
    'refusal.DIST-5':
      '{why, select, approval {Anslutningen är tillbaka för {persons}, men inte godkänd än.} room {{persons} har inte intygat att rummet är avskilt.} other {Anslutningen är bruten för {persons}. Ajournera, eller anteckna frånvaro.}}',
    'refusal.DIST-6':
      '{why, select, never {Det här organet behandlar ärenden inom stängda dörrar utan deltagare på distans.} other {Bakom stängda dörrar deltar ingen på distans utan att ha intygat avskildhet.}}',
    'refusal.DIST-7': 'Närvaron räknas om inför varje ärende och varje omröstning.',
    'refusal.MTG-IN-ROOM':
      '{duty, select, chair {Ordföranden ska vara i rummet.} viceChair {Förste vice ordföranden ska vara i rummet.} secondViceChair {Andre vice ordföranden ska vara i rummet.} secretary {Sekreteraren ska vara i rummet.} other {Då är ingen ur presidiet kvar i rummet.}}',
    'refusal.MTG-PERMISSION':
      '{person} har inget beslut att ta ställning till, eller saknar ordförandens medgivande att delta på distans.',
    'refusal.MTG-PLAN-CHANGE': 'Planen ändras innan incheckningen öppnas. Sedan ändras dagordningen på sammanträdet.',
    'refusal.MTG-CALLED-OFF':
      '{state, select, noReason {Skriv varför sammanträdet ställs in.} calledOff {Sammanträdet är inställt. Planera ett nytt.} other {Incheckningen är öppen, och sammanträdet kan inte längre ställas in. Öppna det och avsluta eller ajournera.}}',
    'refusal.MTG-CALLED': '{person} är inte kallad till sammanträdet.',
    'refusal.MTG-PREMISES': 'Medgivandet gäller bara från rummet {room} i kommunens lokaler.',
    'refusal.MTG-REMOTE-CAP': 'Alla {maximum, number} platser på distans är tagna.',
  },
  en: {
    'refusal.DIST-1': 'The council’s decision on taking part at a distance is missing for this body or meeting.',
    'refusal.DIST-2': 'One at a distance is present only while all can see and hear each other.',
    'refusal.DIST-2-2026':
      'One at a distance is present only when the chair has confirmed who it is, and that the person can follow and take part.',
    'refusal.DIST-3': 'The council’s presidium may not take part at a distance.',
    'refusal.DIST-4': 'Every interruption of a link is kept with its time.',
    'refusal.DIST-5':
      '{why, select, approval {The link of {persons} is back, but not approved yet.} room {{persons} has not declared a secluded room.} other {The link is down for {persons}. Adjourn, or note absence.}}',
    'refusal.DIST-6':
      '{why, select, never {This body handles items behind closed doors with nobody at a distance.} other {Behind closed doors nobody takes part at a distance without having declared a secluded room.}}',
    'refusal.DIST-7': 'Presence is counted anew before every item and every vote.',
    'refusal.MTG-IN-ROOM':
      '{duty, select, chair {The chair has to be in the room.} viceChair {The first vice chair has to be in the room.} secondViceChair {The second vice chair has to be in the room.} secretary {The secretary has to be in the room.} other {Then nobody of the presidium is left in the room.}}',
    'refusal.MTG-PERMISSION':
      '{person} has no application to decide, or lacks the chair’s permission to take part at a distance.',
    'refusal.MTG-PLAN-CHANGE':
      'The plan is changed before check-in opens. After that the agenda is changed at the meeting.',
    'refusal.MTG-CALLED-OFF':
      '{state, select, noReason {Write why the meeting is called off.} calledOff {The meeting has been called off. Plan a new one.} other {Check-in is open, and the meeting can no longer be called off. Open it and close or adjourn it.}}',
    'refusal.MTG-CALLED': '{person} has not been called to the meeting.',
    'refusal.MTG-PREMISES': 'The permission holds from the room {room} in the municipality’s premises only.',
    'refusal.MTG-REMOTE-CAP': 'All {maximum, number} places at a distance are taken.',
  },
});
