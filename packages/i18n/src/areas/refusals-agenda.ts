import { area } from '../area.ts';

const LATE_SV = '{days, plural, =-1 {aldrig} =0 {samma dag} one {en dag före} other {# dagar före}}';
const LATE_EN = '{days, plural, =-1 {never} =0 {on the day} one {one day before} other {# days before}}';

export const refusalsAgenda = area({
  sv: {
    'refusal.KAL-1': `{what, select, announced {Sammanträdet tillkännagavs ${LATE_SV}, det ska ske minst {required, number} dagar före.} other {Kallelsen skickades ${LATE_SV}, det ska ske minst {required, number} dagar före.}}`,
    'refusal.KAL-2':
      '§ {number} tillkännagavs senare än en vecka före. Det avgörs i dag bara om det är brådskande och tillkännagavs senast vardagen före.',
    'refusal.KAL-3':
      '{missing, select, urgency {§ {number} är inte tillkännagivet i tid och inte brådskande. Det kan inte avgöras i dag.} consent {§ {number} är inte tillkännagivet i tid. {without, plural, one {En närvarande har} other {# närvarande har}} inte samtyckt, alla måste göra det.} other {§ {number} är inte tillkännagivet. Det tas upp bara om det är brådskande och alla närvarande samtycker.}}',
    'refusal.KAL-4':
      '§ {number} har inte beretts. Det kan bordläggas eller återremitteras. Är det brådskande får det avgöras om alla närvarande är ense om beslutet.',
    'refusal.KAL-5':
      'Motionen i § {number} väcktes för mer än ett år sedan. Fullmäktige ska få veta varför den inte är färdigberedd, och får avskriva den.',
    'refusal.KAL-6': `Kallelsen skickades ${LATE_SV}. Reglementet kräver {required, number} dagar.`,
    'refusal.DEL-1':
      '§ {number} anmäler ett ordförandebeslut utan nämndens uppdrag, eller i ett ärende som kunde vänta.',
    'refusal.DEL-2': '§ {number} anmäler ett delegationsbeslut i en fråga som nämnden måste avgöra själv.',
    'refusal.FOR-1': 'Förbundsordningen kräver kvalificerad majoritet i det här ärendet.',
    'refusal.MTG-OPENING':
      '{phase, select, planned {Incheckningen är inte öppnad än.} checkIn {Sammanträdet är inte öppnat.} closed {Sammanträdet är avslutat.} noLeader {Ingen som kan leda mötet är på plats.} other {Sammanträdet är redan öppnat.}}',
    'refusal.MTG-LEADER-IN-ROOM': '{name} deltar på distans. Den som leder mötet ska vara i salen.',
    'refusal.MTG-LEADER-CONFLICT': '{name} är jävig i ärendet och kan inte leda det. Lämna över ordförandeskapet.',
    'refusal.MTG-PRESIDIUM':
      '{name} leder inte mötet nu. Först ordföranden, sedan vice ordförandena i tur och ordning, och bara den som är på plats.',
    'refusal.MTG-ONE-ITEM': '§ {number} är öppet. Ett ärende i taget.',
    'refusal.MTG-ITEM-STAGE':
      '{stage, select, none {Inget ärende är öppet.} waiting {Ärendet är inte öppnat än.} presentation {Ärendet föredras.} debate {Överläggningen pågår.} deciding {Överläggningen är avslutad, beslut återstår.} decided {Ärendet är avgjort.} closed {Ärendet är avslutat.} tabled {Ärendet är bordlagt.} withdrawn {Ärendet har utgått.} other {Ärendet finns inte på dagordningen.}}',
    'refusal.MTG-UNDECIDED': '§ {number} är inte avgjort med klubbslag.',
    'refusal.MTG-REORDER': 'Bara väntande ärenden byter plats, och alla ärenden ska vara kvar.',
    'refusal.MTG-REASON': 'Skriv ett skäl. Det antecknas.',
    'refusal.MTG-DOCUMENT': 'Dokumentet hör inte till ett ärende på dagordningen, eller är redan utdelat.',
    'refusal.MTG-CLOSING':
      '{left, select, item {§ {number} är öppet. Avsluta ärendet först.} adjourned {Sammanträdet är ajournerat. Kalla samman det först.} other {Avstämningen är inte klar.}}',
  },
  en: {
    'refusal.KAL-1': `{what, select, announced {The meeting was made known ${LATE_EN}; it must be at least {required, number} days before.} other {The notice was sent ${LATE_EN}; it must be at least {required, number} days before.}}`,
    'refusal.KAL-2':
      '§ {number} was made known later than a week before. It is decided today only if it is urgent and was made known the weekday before at the latest.',
    'refusal.KAL-3':
      '{missing, select, urgency {§ {number} was not made known in time and is not urgent. It cannot be decided today.} consent {§ {number} was not made known in time. {without, plural, one {One person present has} other {# persons present have}} not consented; everyone must.} other {§ {number} was not made known. It is taken up only if it is urgent and everyone present consents.}}',
    'refusal.KAL-4':
      '§ {number} has not been prepared. It can be tabled or referred back. If it is urgent it may be decided if everyone present agrees on the decision.',
    'refusal.KAL-5':
      'The bill in § {number} was raised more than a year ago. The council is to be told why it is not ready, and may write it off.',
    'refusal.KAL-6': `The notice was sent ${LATE_EN}. The board’s rules ask for {required, number} days.`,
    'refusal.DEL-1':
      '§ {number} reports a decision by the chair without the board’s mandate, or in a matter that could wait.',
    'refusal.DEL-2': '§ {number} reports a delegated decision in a matter that the board must decide itself.',
    'refusal.FOR-1': 'The federation’s order asks for a qualified majority in this item.',
    'refusal.MTG-OPENING':
      '{phase, select, planned {Check-in is not open yet.} checkIn {The meeting is not opened.} closed {The meeting is closed.} noLeader {Nobody who can lead the meeting is in place.} other {The meeting is already open.}}',
    'refusal.MTG-LEADER-IN-ROOM': '{name} takes part at a distance. Who leads the meeting must be in the hall.',
    'refusal.MTG-LEADER-CONFLICT':
      '{name} has a conflict of interest in the item and cannot lead it. Hand over the chair.',
    'refusal.MTG-PRESIDIUM':
      '{name} does not lead the meeting now. The chair first, then the vice chairs in turn, and only one who is in place.',
    'refusal.MTG-ONE-ITEM': '§ {number} is open. One item at a time.',
    'refusal.MTG-ITEM-STAGE':
      '{stage, select, none {No item is open.} waiting {The item is not opened yet.} presentation {The item is being presented.} debate {The debate is going on.} deciding {The debate is closed, the decision remains.} decided {The item is decided.} closed {The item is closed.} tabled {The item is tabled.} withdrawn {The item has been withdrawn.} other {The item is not on the agenda.}}',
    'refusal.MTG-UNDECIDED': '§ {number} has not been decided by the gavel.',
    'refusal.MTG-REORDER': 'Only waiting items change places, and every item must remain.',
    'refusal.MTG-REASON': 'Write a reason. It is recorded.',
    'refusal.MTG-DOCUMENT': 'The document does not belong to an item on the agenda, or has already been handed out.',
    'refusal.MTG-CLOSING':
      '{left, select, item {§ {number} is open. Close the item first.} adjourned {The meeting is adjourned. Recall it first.} other {The check of who is here is not completed.}}',
  },
});
