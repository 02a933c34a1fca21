import { area } from '../area.ts';

export const refusalsAttendance = area({
  sv: {
    'refusal.NAR-1': '{present, number} är närvarande, minst {required, number} krävs.',
    'refusal.ABL-1':
      '{present, number} är närvarande, minst {required, number} krävs för att styrelsen ska vara beslutför.',
    'refusal.NAR-2':
      'Att ledamöter är jäviga i ett ärende hindrar inte fullmäktige, om de annars hade varit tillräckligt många.',
    'refusal.NAR-3':
      '{present, number} är närvarande när de jäviga har lämnat ärendet, minst {required, number} krävs. Kalla in en ersättare för ärendet.',
    'refusal.NAR-4':
      'Färre än hälften får bara besvara interpellationer och frågor, och bara om fullmäktige har beslutat det.',
    'refusal.NAR-5': '{person} räknas inte som närvarande just nu. Ljud och bild måste fungera åt båda håll.',

    'refusal.ERS-1':
      '{why, select, next {{person} står inte på tur. Näst på tur av de närvarande är {next}.} notListed {{person} är inte ersättare för den här platsen.} conflict {{person} är jävig i ärendet.} other {Ersättare kallas in i den bestämda ordningen.}}',
    'refusal.ERS-6':
      '{why, select, next {{person} står inte på tur. Näst på tur av de närvarande är {next}.} notListed {{person} är inte ersättare för den här platsen.} conflict {{person} är jävig i ärendet.} other {Ersättare kallas in i den bestämda ordningen.}}',
    'refusal.ABL-6':
      '{why, select, next {{person} står inte på tur. Näst på tur av de närvarande är {next}.} notListed {{person} är inte suppleant för den här platsen.} conflict {{person} är jävig i ärendet.} other {Suppleanter kallas in i den bestämda ordningen.}}',
    'refusal.ERS-2': '{person} tjänstgör redan på platsen och behåller den.',
    'refusal.ERS-3':
      '{why, select, item {{person} kan ta platsen när ärendet är avslutat.} conflict {{person} är jävig i ärendet och kan ta platsen när det är avslutat.} other {Platsen kan bytas mellan två ärenden.}}',
    'refusal.ERS-4': '{person} har avbrutit sin tjänstgöring och får inte tjänstgöra mer i dag.',
    'refusal.ERS-5': 'Den som har lämnat ett ärende på grund av jäv får tjänstgöra igen när ärendet är avslutat.',
    'refusal.ERS-7': 'Ersättare som inte tjänstgör får närvara, men bara yttra sig om fullmäktige har beslutat det.',

    'refusal.MTG-CHECK-IN': 'Incheckningen är inte öppen.',
    'refusal.MTG-DEVICE': 'En skärm eller kamera i salen kan inte checka in som person.',
    'refusal.MTG-LOBBY':
      '{why, select, stranger {Personen hör inte till mötet. Åhörare följer webbsändningen eller sitter på läktaren.} doubted {Fråga först vem det är, och släpp in när du är säker.} inside {Personen är redan inne.} talking {Ett annat samtal pågår. Avsluta det först.} leads {Den som leder mötet kan inte lämna det. Låt sekreteraren fråga.} serves {Du tjänstgör på distans och skulle räknas som borta. Låt sekreteraren fråga.} notAsked {Inget samtal pågår.} leader {Det kan du inte göra med dig själv eller med den som leder mötet.} external {Den som är kallad till ett ärende släpps in till det ärendet.} item {Personen släpps in när {items} har öppnats.} other {Personen kan inte släppas in nu.}}',
    'refusal.MTG-ABSENT': '{person} är inte incheckad.',
    'refusal.MTG-SEAT':
      '{why, select, served {{person} är närvarande och tjänstgör på platsen.} serves {{person} tjänstgör redan på en annan plats.} unknown {Platsen finns inte, eller saknar ordinarie ledamot.} other {En plats har en tjänstgörande i taget.}}',
    'refusal.MTG-ROLL-CALL':
      '{why, select, running {Uppropet pågår.} notRunning {Uppropet pågår inte.} notInOrder {Platsen finns inte i uppropslistan.} notYourTurn {Du svarar när ditt namn har ropats upp.} notCheckedIn {Den uppropade är inte incheckad. Checka in personen i salen först, eller anteckna inget svar.} left {{left, plural, one {En ledamot är} other {# ledamöter är}} kvar att ropa upp.} other {Uppropet är inte klart.}}',
    'refusal.MTG-LEAVE-CAUSE': 'Den orsaken stämmer inte just nu. Välj varför personen lämnar sin plats.',
    'refusal.MTG-LINK': 'Anslutningen för {person} kan inte godkännas nu. Den är antingen bruten eller redan godkänd.',
  },
  en: {
    'refusal.NAR-1': '{present, number} are present, at least {required, number} are required.',
    'refusal.ABL-1':
      '{present, number} are present, at least {required, number} are required for the board to be quorate.',
    'refusal.NAR-2':
      'Members’ conflicts of interest in an item do not stop the council, if there had been enough of them otherwise.',
    'refusal.NAR-3':
      '{present, number} are present when those with a conflict of interest have left the item, at least {required, number} are required. Call in a substitute for the item.',
    'refusal.NAR-4':
      'Fewer than half may only answer interpellations and questions, and only if the council has decided so.',
    'refusal.NAR-5': '{person} does not count as present just now. Sound and picture must work both ways.',

    'refusal.ERS-1':
      '{why, select, next {{person} is not next in turn. Next in turn of those present is {next}.} notListed {{person} is not a substitute for this seat.} conflict {{person} has a conflict of interest in the item.} other {Substitutes are called in the order decided.}}',
    'refusal.ERS-6':
      '{why, select, next {{person} is not next in turn. Next in turn of those present is {next}.} notListed {{person} is not a substitute for this seat.} conflict {{person} has a conflict of interest in the item.} other {Substitutes are called in the order decided.}}',
    'refusal.ABL-6':
      '{why, select, next {{person} is not next in turn. Next in turn of those present is {next}.} notListed {{person} is not a deputy for this seat.} conflict {{person} has a conflict of interest in the item.} other {Deputies are called in the order decided.}}',
    'refusal.ERS-2': '{person} already serves in the seat and keeps it.',
    'refusal.ERS-3':
      '{why, select, item {{person} can take the seat when the item is closed.} conflict {{person} has a conflict of interest in the item and can take the seat when it is closed.} other {Places are changed between two items.}}',
    'refusal.ERS-4': '{person} has interrupted the service and may not serve again today.',
    'refusal.ERS-5': 'One who has left an item for a conflict of interest may serve again when the item is closed.',
    'refusal.ERS-7': 'Substitutes who do not serve may be present, but may speak only if the council has decided so.',

    'refusal.MTG-CHECK-IN': 'Check-in is not open.',
    'refusal.MTG-DEVICE': 'A screen or camera in the hall cannot check in as a person.',
    'refusal.MTG-LOBBY':
      '{why, select, stranger {The person does not belong to the meeting. The public follows the webcast or sits in the gallery.} doubted {Ask first who it is, and let in when you are sure.} inside {The person is already in.} talking {Another talk is going on. End it first.} leads {Whoever leads the meeting cannot leave it. Let the secretary ask.} serves {You serve at a distance and would count as away. Let the secretary ask.} notAsked {No talk is going on.} leader {You cannot do that to yourself or to the one who leads.} external {One who is called to an item is let in to that item.} item {The person is let in when {items} has been opened.} other {The person cannot be let in now.}}',
    'refusal.MTG-ABSENT': '{person} is not checked in.',
    'refusal.MTG-SEAT':
      '{why, select, served {{person} is present and serves in the seat.} serves {{person} already serves in another seat.} unknown {The seat does not exist, or has no member.} other {A seat is served by one person at a time.}}',
    'refusal.MTG-ROLL-CALL':
      '{why, select, running {The roll call is going on.} notRunning {No roll call is going on.} notInOrder {The seat is not in the roll.} notYourTurn {You answer when your name has been called.} notCheckedIn {The person called is not checked in. Check the person in in the hall first, or note no answer.} left {{left, plural, one {One member is} other {# members are}} left to call.} other {The roll call is not done.}}',
    'refusal.MTG-LEAVE-CAUSE': 'That cause is not true just now. Choose why the person leaves the seat.',
    'refusal.MTG-LINK': 'The link of {person} cannot be approved now. It is either down or approved already.',
  },
});
