import { area } from '../area.ts';

export const refusalsDecisions = area({
  sv: {
    'refusal.BES-1':
      '{missing, select, debateClosed {Överläggningen är inte avslutad.} order {Propositionsordningen är inte föreslagen.} approval {Propositionsordningen är inte godkänd.} question {Ingen fråga är under proposition.} put {Propositionen är inte ställd.} finding {Ordföranden har inte sagt vad mötet har beslutat.} demand {Ingen har begärt omröstning. En begäran räcker.} opponent {Motförslaget är inte utsett.} vote {Omröstning är begärd.} voteClosed {Omröstningen är inte avslutad.} alternative {Förslaget hör inte till den fråga som ställs nu.} gavel {Omröstningen är avslutad, klubbslaget återstår.} other {Ett steg i beslutsgången saknas.}}',
    'refusal.BES-2': 'Bara den som får rösta i ärendet kan begära omröstning.',
    'refusal.BES-3': 'Val avgörs med slutna sedlar. Frågan kan bordläggas till en sluten omröstning.',
    'refusal.BES-4': 'Flest avgivna röster avgör. Den som avstår räknas inte.',
    'refusal.BES-5':
      '{own, select, yes {Utslagsrösten följer den egna rösten, och den var ja.} no {Utslagsrösten följer den egna rösten, och den var nej.} other {Vid lika röstetal avgör ordföranden, i val lotten.}}',
    'refusal.BES-6': 'Beslutet kräver två tredjedelar.',
    'refusal.BES-8': 'Ärendet gäller myndighetsutövning mot en enskild. Den som deltar i det ska delta i beslutet.',
    'refusal.ORD-1': 'En tredjedel av de närvarande räcker för att bordlägga eller återremittera.',
    'refusal.ORD-2': 'Ärendet har tidigare bordlagts eller återremitterats av en minoritet. Nu krävs enkel majoritet.',
    'refusal.ORD-3':
      '{why, select, extraElection {§ {number} gäller extra val. Ett sådant ärende bordläggs alltid första gången.} other {Val bordläggs eller återremitteras med enkel majoritet.}}',
    'refusal.ORD-4': 'Varje återremiss ställs för sig, med sin egen motivering.',
    'refusal.ORD-5':
      'En minoritet kan bara återremittera till ett organ som har berett ärendet. Till andra krävs majoritet.',
    'refusal.ORD-6': 'En minoritetsåterremiss som har upphävts förbrukar inte rätten.',
    'refusal.ORD-7': 'I en nämnd krävs enkel majoritet för att bordlägga eller återremittera.',
    'refusal.ABL-2':
      'Mer än hälften av de närvarande ska rösta för. Är styrelsen inte fulltalig krävs också mer än en tredjedel av alla styrelseledamöter.',
    'refusal.ABL-3':
      'Vid lika röstetal avgör ordföranden. Är styrelsen inte fulltalig krävs också mer än en tredjedel av alla styrelseledamöter.',
    'refusal.RES-1':
      '{why, select, closed {Sammanträdet är avslutat. Reservation anmäls innan dess.} undecided {Ärendet är inte avgjort än.} other {Bara den som har deltagit i beslutet kan reservera sig.}}',
    'refusal.MTG-ORDER-COMPLETE':
      '{missing, plural, =0 {Frågorna ska kunna besvaras med ja eller nej, och bordläggning och återremiss ställas först.} one {Ett yrkande saknas i propositionsordningen.} other {# yrkanden saknas i propositionsordningen.}}',
    'refusal.MTG-ORDER-BEGUN': 'Propositionsordningen är godkänd och påbörjad.',
    'refusal.MTG-NOTHING-MOVED': 'Det finns inget förslag att ställa proposition på.',
    'refusal.MTG-VOTE-METHOD':
      '{method, select, rollCall {Omröstning sker med upprop enligt arbetsordningen.} other {Omröstning sker med knappar enligt arbetsordningen.}}',
    'refusal.MTG-VOTE-OPEN': 'Omröstningen är inte öppen.',
    'refusal.MTG-ELECTOR': 'Bara den som tjänstgör och är närvarande deltar i beslutet.',
    'refusal.MTG-VOTER': 'Den som är uppropad svarar, och svaret står fast. Andra väntar på sitt namn.',
    'refusal.MTG-VOTE-FROZEN':
      '{lost, plural, one {En röstande har} other {# röstande har}} tappat anslutningen. Omröstningen väntar, lämnade röster är kvar.',
    'refusal.MTG-VOTE-PENDING': '{pending, plural, one {En har} other {# har}} varken röstat eller avstått.',
    'refusal.MTG-STATEMENT': 'Skriv yttrandet.',
  },
  en: {
    'refusal.BES-1':
      '{missing, select, debateClosed {The debate is not closed.} order {The order of propositions is not proposed.} approval {The order of propositions is not approved.} question {No question is being put.} put {The question has not been put.} finding {The chair has not stated what the meeting has decided.} demand {Nobody has demanded a vote. One demand is enough.} opponent {The counter-proposition has not been chosen.} vote {A vote has been demanded.} voteClosed {The vote is not closed.} alternative {The proposal does not belong to the question now put.} gavel {The vote is closed; the gavel remains.} other {A step of the procedure is missing.}}',
    'refusal.BES-2': 'Only one who may vote in the item can demand a vote.',
    'refusal.BES-3': 'Elections are decided by closed ballot. The question can be tabled for a closed ballot.',
    'refusal.BES-4': 'Most votes cast decides. Who abstains is not counted.',
    'refusal.BES-5':
      '{own, select, yes {The casting vote follows the own vote, and that was yes.} no {The casting vote follows the own vote, and that was no.} other {When votes are equal the chair decides, in elections the lot.}}',
    'refusal.BES-6': 'The decision takes two thirds.',
    'refusal.BES-8':
      'The item concerns the exercise of authority over a person. Who takes part in it takes part in the decision.',
    'refusal.ORD-1': 'A third of those present is enough to table or refer back.',
    'refusal.ORD-2': 'The matter was earlier tabled or referred back by a minority. Now a simple majority is needed.',
    'refusal.ORD-3':
      '{why, select, extraElection {§ {number} concerns an extra election. It is always tabled the first time.} other {Elections are tabled or referred back by simple majority.}}',
    'refusal.ORD-4': 'Each referral back is put by itself, with its own reason.',
    'refusal.ORD-5':
      'A minority can refer back only to an organ that has prepared the matter. To others a majority is needed.',
    'refusal.ORD-6': 'A minority referral that has been annulled does not use up the right.',
    'refusal.ORD-7': 'In a board a simple majority is needed to table or refer back.',
    'refusal.ABL-2':
      'More than half of those present must vote for. If the board is not complete, more than a third of all its members is needed too.',
    'refusal.ABL-3':
      'When votes are equal the chair decides. If the board is not complete, more than a third of all its members is needed too.',
    'refusal.RES-1':
      '{why, select, closed {The meeting is closed. Reservations are made before that.} undecided {The item is not decided yet.} other {Only one who took part in the decision can reserve against it.}}',
    'refusal.MTG-ORDER-COMPLETE':
      '{missing, plural, =0 {The questions must be answerable by yes or no, with tabling and referral back put first.} one {One proposal is missing in the order of propositions.} other {# proposals are missing in the order of propositions.}}',
    'refusal.MTG-ORDER-BEGUN': 'The order of propositions is approved and begun.',
    'refusal.MTG-NOTHING-MOVED': 'There is no proposal to put to the question.',
    'refusal.MTG-VOTE-METHOD':
      '{method, select, rollCall {Votes are taken by roll call under the body’s rules.} other {Votes are taken by buttons under the body’s rules.}}',
    'refusal.MTG-VOTE-OPEN': 'The vote is not open.',
    'refusal.MTG-ELECTOR': 'Only those serving and present take part in the decision.',
    'refusal.MTG-VOTER': 'The one called answers, and the answer stands. Others wait for their name.',
    'refusal.MTG-VOTE-FROZEN':
      '{lost, plural, one {One voter has} other {# voters have}} lost the connection. The vote waits; votes cast are kept.',
    'refusal.MTG-VOTE-PENDING':
      '{pending, plural, one {One person has} other {# persons have}} neither voted nor abstained.',
    'refusal.MTG-STATEMENT': 'Write the statement.',
  },
});
