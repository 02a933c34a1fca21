import { area } from '../area.ts';

export const refusalsDoors = area({
  sv: {
    'refusal.OFF-1':
      '{why, select, decision {Beslutet fattas för öppna dörrar. Öppna dörrarna först.} stage {Bara överläggningen kan hållas inom stängda dörrar.} other {Fullmäktiges sammanträden är offentliga.}}',
    'refusal.SEC-1':
      'Ärendet är stängt. Bara de som har rätt att vara med ser det, dess handlingar och dess omröstningar.',
    'refusal.SEC-2':
      'Ärendet är sekretessbelagt. Sändningen är avbruten, och den som deltar på distans är med först när rummet är avskilt.',
    'refusal.SEC-5': 'En sluten omröstning sparas som siffror. Hur någon har röstat finns inte att visa.',
    'refusal.OFF-2': 'Dörrarna är stängda i § {number, number}. De öppnas när ärendet är avslutat.',
    'refusal.MTG-DOORS': 'Dörrarna stängs för ett ärende. Öppna ärendet först.',
    'refusal.MTG-EXTERNAL':
      '{why, select, ended {Medverkan är avslutad och kan inte tas upp igen.} unchecked {{person} kom med en länk. Tala med personen först och anteckna att det är rätt person.} late {Överläggningen är avslutad. Ingen utomstående släpps in när ärendet avgörs.} stillIn {Någon utomstående är inne i ärendet. Avsluta hörandet först.} item {{person} släpps in till det ärende som kallelsen gäller, när det är öppet.} notExternal {{person} är inte kallad som utomstående.} other {Personen kan inte släppas in nu.}}',
  },
  en: {
    'refusal.OFF-1':
      '{why, select, decision {The decision is made in the open. Open the doors first.} stage {Only the deliberation can be held behind closed doors.} other {The council’s meetings are public.}}',
    'refusal.SEC-1': 'The item is closed. Only those with a right to be there see it, its documents and its votes.',
    'refusal.SEC-2':
      'The item is secret. The broadcast has ended, and one at a distance is let in when the room is secluded.',
    'refusal.SEC-5': 'A closed ballot is kept as figures. How anybody voted cannot be shown, because it is not known.',
    'refusal.OFF-2': 'The doors are closed in § {number, number}. They open when the item is closed.',
    'refusal.MTG-DOORS': 'Doors are closed for an item. Open the item first.',
    'refusal.MTG-EXTERNAL':
      '{why, select, ended {The hearing is over and cannot be taken up again.} unchecked {{person} came by a link. Talk with the person first, and note that it is the right one.} late {The deliberation is closed. No outsider is let in while the item is settled.} stillIn {An outsider is in for the item. End the hearing first.} item {{person} is let in to the item that the call is for, when it is open.} notExternal {{person} is not called as an external.} other {The person cannot be let in now.}}',
  },
});
