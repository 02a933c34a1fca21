import { area } from '../area.ts';

/** The closed ballot in the meeting: what stands in the way, what the chair says and does, what the minutes tell. */
export const closedBallot = area({
  sv: {
    'refusal.MTG-BALLOT-ITEM':
      '{why, select, kind {Sluten omröstning hålls bara om val och anställning.} demand {Ingen har begärt omröstning i valet. En begäran räcker.} other {Ingen är nominerad.}}',
    'refusal.MTG-BALLOT-REMOTE':
      '{count, plural, one {En tjänstgörande är} other {# tjänstgörande är}} på distans, och organet har inte beslutat att slutna omröstningar får hållas så. Bordlägg valet till ett sammanträde på plats. På distans: {persons}.',
    'refusal.MTG-BALLOT-PROPORTIONAL': 'Valet är proportionellt. Det hålls med listor på papper.',
    'refusal.MTG-BALLOT-KEYS':
      '{why, select, ready {Nycklarna är inte gjorda. Tre nyckelhållare gör var sin innan valet, eller så röstar ni med sedlar.} party {Nyckelhållarna ska komma från olika partier.} inUse {Nycklarna används i den omröstning som pågår.} holder {Bara en nyckelhållare kan lämna en del.} other {Tre nyckelhållare behövs.}}',
    'refusal.MTG-BALLOT-PHASE':
      '{phase, select, none {Ingen sluten omröstning pågår.} registering {Röstlängden är öppen.} listing {Röstlängden ställs samman.} listed {Röstlängden väntar på godkännande.} voting {Omröstningen pågår.} closed {Omröstningen är stängd.} ended {Rösterna är förseglade och väntar på räkning.} counting {Räkningen pågår.} counted {Omröstningen är räknad.} other {Omröstningen är upphävd.}}',
    'refusal.MTG-BALLOT-VOTER':
      '{why, select, registered {Du står redan i röstlängden.} unregistered {Ingen platta är inskriven än. Skriv in dig på den här.} booth {Röstbåset är för den som är i salen.} replaced {Din platta är redan utbytt en gång. Sekreteraren kan byta den igen.} other {Bara den som tjänstgör och var närvarande när omröstningen öppnades röstar.}}',
    'refusal.MTG-BALLOT-LIST':
      'Röstlängden har {lines, plural, one {en rad} other {# rader}}, men {registered, plural, one {en har} other {# har}} skrivit in sig. De ska vara lika många.',
    'refusal.MTG-BALLOT-MISSING':
      '{missing, plural, =0 {{unchecked, plural, one {En platta har} other {# plattor har}} inte svarat om rösten är kvar.} one {En platta hittar inte sin röst. Räkningen får inte börja.} other {# plattor hittar inte sin röst. Räkningen får inte börja.}}',
    'refusal.MTG-BALLOT-PAPER':
      '{why, select, twice {Du har redan räknat. En annan räknar nu.} other {Summan ska vara lika med antalet som har röstat.}}',
    'refusal.MTG-BALLOT-LOT':
      '{why, select, none {Ingen lottning behövs.} other {Lotten dras mellan dem som har lika många röster, om {places, plural, one {en plats} other {# platser}}.}}',

    'refusal.MTG-BALLOT-OTHERS':
      '{votes, plural, one {En röst} other {# röster}} är för någon som inte är nominerad, minst lika många som för den som skulle bli vald. Nominera fler och håll omröstningen igen.',
    'refusal.BALLOT-NOT-YOURS': 'Bara den som står i röstlängden eller har en nyckel kommer vidare här.',
    'refusal.BALLOT-CLOSED': 'Det steget är inte öppet nu. Rösten är inte lämnad.',
    'refusal.BALLOT-REGISTERED-ELSEWHERE':
      'Du har redan skrivit in dig på en annan platta. Rösta där, eller ta den här i stället.',
    'refusal.BALLOT-BOOTH-HALL': 'Röstbåset är för den som tjänstgör och är i salen.',
    'refusal.BALLOT-CODE': 'Koden hör inte till någon rad i röstlängden. Kontrollera varje tecken.',
    'refusal.BALLOT-BOOTH-TAKEN': 'Någon är redan i röstbåset.',
    'refusal.BALLOT-BOOTH-ELSEWHERE':
      'Röstbåset sköts av en annan server. Be driften skicka hela sammanträdets trafik till en och samma server. Rösta på egna plattor så länge.',
    'refusal.BALLOT-ONCE': 'Du har redan röstat. Här röstar man en gång, och rösten gäller.',
    'refusal.BALLOT-SPOILED': 'Den här rösten är öppnad för att pröva plattan. Den kan inte lämnas.',
    'refusal.BALLOT-REFUSED': 'Rösten är inte rätt förseglad och har inte tagits emot. Försök igen.',
    'refusal.BALLOT-WRONG-SHARE':
      'Din del stämmer inte med din nyckel. Den har inte tagits emot, och inget har gått förlorat.',
    'refusal.BALLOT-KEY-STEP': 'Det steget är redan taget, eller så väntar det på de andra.',

    'script.words.ballotDemanded': 'Omröstning är begärd. Den är sluten, eftersom den gäller val.',
    'script.words.ballotOpened':
      'Vi håller sluten omröstning i § {number}. Nominerade är {candidates}. Skriv in er i röstlängden på er platta.',
    'script.words.ballotReplaced':
      'En platta är utbytt. Alla plattor skriver in sig på nytt av sig själva. Ingen behöver göra något.',
    'script.words.ballotSmall':
      'Vi är bara {count, number} som röstar. Resultatet kan visa hur någon har röstat. Vill någon rösta med sedlar i stället?',
    'script.words.ballotListing': 'Röstlängden ställs samman.',
    'script.words.ballotListed':
      'Röstlängden har {lines, plural, one {en rad} other {# rader}}, lika många som har skrivit in sig. Kan den godkännas?',
    'script.words.ballotVoting': '{voted, number} av {voters, number} har röstat.',
    'script.words.ballotVotingSealed':
      'Minst {voted, number} av {voters, number} har röstat. Väggen visar hur många röster som är lämnade.',
    'script.words.ballotEverybody': 'Alla har röstat. Omröstningen avslutas.',
    'script.words.ballotEnding': 'Omröstningen är stängd.',
    'script.words.ballotSlips':
      '{count, plural, one {En sedel} other {# sedlar}} räknas av två, var för sig. {counters, plural, =0 {Ingen har räknat än.} other {{names} har räknat.}}',
    'script.words.ballotEnd':
      '{cast, plural, one {En röst är lämnad} other {# röster är lämnade}}. Kedjans kod är {code}.',
    'script.words.ballotChecking':
      '{count, plural, one {En platta letar} other {# plattor letar}} ännu efter sin röst.',
    'script.words.ballotMissing':
      '{count, plural, one {En platta hittar inte sin röst.} other {# plattor hittar inte sin röst.}} Räkningen får inte börja. Omröstningen måste göras om.',
    'script.words.ballotCounting': '{given, number} av {needed, number} nyckelhållare har lämnat sin del.',
    'script.words.ballotWrongShare': 'Delen från {names} stämmer inte och har inte tagits emot.',
    'script.words.ballotVotes': '{name} {votes, plural, one {en röst} other {# röster}}',
    'script.words.ballotVotesOthers': 'någon annan {votes, plural, one {en röst} other {# röster}}',
    'script.words.ballotResult':
      '{votes}. {blank, plural, =0 {Ingen röst är blank} one {En röst är blank} other {# röster är blanka}}, {invalid, plural, =0 {ingen är ogiltig} one {en är ogiltig} other {# är ogiltiga}}.',
    'script.words.ballotOthers':
      '{count, plural, one {En röst} other {# röster}} är för någon som inte är nominerad. Ingen är vald. Upphäv omröstningen, ta emot fler nomineringar och rösta på nytt.',
    'script.words.ballotElected': '{body} har valt {names}.',
    'script.words.ballotElectedByLot': 'Efter lottning har {body} valt {names}.',
    'script.words.ballotTied':
      '{names} har lika många röster. Lotten avgör {places, plural, one {en plats} other {# platser}}.',
    'script.step.openSealedBallot': 'Öppna sluten omröstning',
    'script.step.openPaperBallot': 'Rösta med sedlar',
    'script.step.closeRegistration': 'Stäng röstlängden, {registered, number} av {electors, number} inskrivna',
    'script.step.approveVotingList': 'Röstlängden är godkänd',
    'script.step.tickOff': '{name} har lämnat sin sedel',
    'script.step.closeBallot': 'Stäng omröstningen',
    'script.step.startCount': 'Börja räkna',
    'script.step.startCountDespite': 'Börja räkna utan svar från {count, plural, one {en platta} other {# plattor}}',
    'script.step.drawBallotLot': 'Lotten faller på {names}',
    'script.step.declareElected': 'Klubbslag: {names} är vald',
    'script.step.annulBallot': 'Upphäv omröstningen, med skäl',
    'script.effect.openSealedBallot': 'Alla {count, number} som tjänstgör får skriva in sig och rösta på sin platta.',
    'script.effect.openPaperBallot': 'Sekreteraren prickar av var och en som lämnar sin sedel. Två räknar.',
    'script.effect.closeRegistration': '{registered, number} kan rösta. De andra kan inte komma med efteråt.',
    'script.effect.approveVotingList': 'Omröstningen öppnas. Ingen ser något resultat förrän allt är räknat.',
    'script.effect.closeBallot': 'Ingen kan rösta eller rösta om efter det.',
    'script.effect.startCount': 'Två av tre nyckelhållare öppnar summan tillsammans. Ingen enskild röst öppnas.',
    'script.effect.annulBallot': 'Rösterna räknas inte. De sparas, förseglade, och ni kan rösta på nytt.',

    'minutes.heading.ballot': 'Sluten omröstning',
    'minutes.ballotVotes': '{name} {votes, plural, one {1 röst} other {# röster}}',
    'minutes.ballotVotesOthers': 'någon annan {votes, plural, one {1 röst} other {# röster}}',
    'minutes.ballot':
      'Omröstning är begärd och hålls sluten{form, select, paper { med sedlar} other {}}. {cast, plural, one {En röst lämnas} other {# röster lämnas}}: {votes}. {blank, plural, =0 {Ingen röst är blank} one {En röst är blank} other {# röster är blanka}} och {invalid, plural, =0 {ingen är ogiltig} one {en är ogiltig} other {# är ogiltiga}}.',
    'minutes.ballotCode':
      'När omröstningen stängdes var kedjans kod {code}. Räkningen öppnades av {holders}. Slutkoden är {final}.',
    'minutes.ballotLot': 'Vid lika röstetal avgjorde lotten till förmån för {names}. Vittne var {witness}.',
    'minutes.ballotAnnulled': 'En sluten omröstning upphävdes utan att räknas. Skälet var:',
  },
  en: {
    'refusal.MTG-BALLOT-ITEM':
      '{why, select, kind {A closed ballot is held on elections and appointments alone.} demand {Nobody has demanded a vote in the election. One demand is enough.} other {Nobody is nominated.}}',
    'refusal.MTG-BALLOT-REMOTE':
      '{count, plural, one {One serving member is} other {# serving members are}} remote, and the body has not decided that closed ballots may be held so. Table the election to a meeting in the room. Remote: {persons}.',
    'refusal.MTG-BALLOT-PROPORTIONAL': 'The election is proportional. It is held with lists on paper.',
    'refusal.MTG-BALLOT-KEYS':
      '{why, select, ready {The keys are not made. Three key holders make one each before the election, or you vote on slips.} party {The key holders must come from different parties.} inUse {The keys are in use in the ballot being held.} holder {Only a key holder can give a part.} other {Three key holders are needed.}}',
    'refusal.MTG-BALLOT-PHASE':
      '{phase, select, none {No closed ballot is being held.} registering {The voting list is open.} listing {The voting list is being drawn up.} listed {The voting list waits for approval.} voting {The ballot is open.} closed {The ballot is closed.} ended {The votes are sealed and wait for the count.} counting {The count is under way.} counted {The ballot is counted.} other {The ballot is annulled.}}',
    'refusal.MTG-BALLOT-VOTER':
      '{why, select, registered {You are on the voting list already.} unregistered {No tablet has entered yet. Enter on this one.} booth {The booth is for those who are in the hall.} replaced {Your tablet has been replaced once. The secretary can replace it again.} other {Only those who served and were present when the ballot opened vote.}}',
    'refusal.MTG-BALLOT-LIST':
      'The voting list has {lines, plural, one {one line} other {# lines}}, but {registered, plural, one {one has} other {# have}} entered. The numbers must be equal.',
    'refusal.MTG-BALLOT-MISSING':
      '{missing, plural, =0 {{unchecked, plural, one {One tablet has} other {# tablets have}} not said whether its vote is there.} one {One tablet cannot find its vote. The count must not begin.} other {# tablets cannot find their votes. The count must not begin.}}',
    'refusal.MTG-BALLOT-PAPER':
      '{why, select, twice {You have counted already. Somebody else counts now.} other {The sum must equal the number who have voted.}}',
    'refusal.MTG-BALLOT-LOT':
      '{why, select, none {No lot is needed.} other {The lot is drawn between those who have equally many votes, for {places, plural, one {one place} other {# places}}.}}',

    'refusal.MTG-BALLOT-OTHERS':
      '{votes, plural, one {One vote is} other {# votes are}} for somebody who is not nominated, at least as many as for the one who would be elected. Nominate more and hold the ballot again.',
    'refusal.BALLOT-NOT-YOURS': 'Only those on the voting list, or with a key, can go on here.',
    'refusal.BALLOT-CLOSED': 'That step is not open now. The vote is not cast.',
    'refusal.BALLOT-REGISTERED-ELSEWHERE':
      'You have entered the list on another tablet. Vote there, or take this one instead.',
    'refusal.BALLOT-BOOTH-HALL': 'The booth is for those who serve and are in the hall.',
    'refusal.BALLOT-CODE': 'The code belongs to no line of the list. Check every sign.',
    'refusal.BALLOT-BOOTH-TAKEN': 'Somebody is in the booth already.',
    'refusal.BALLOT-BOOTH-ELSEWHERE':
      'Another server keeps the booth. Ask those who run Klubba to send all requests of the meeting to one server. Until then vote on tablets of your own.',
    'refusal.BALLOT-ONCE': 'You have voted already. Here one votes once, and the vote stands.',
    'refusal.BALLOT-SPOILED': 'This vote has been opened to test the tablet. It cannot be cast.',
    'refusal.BALLOT-REFUSED': 'The vote is not sealed as it must be and has not been taken. Try again.',
    'refusal.BALLOT-WRONG-SHARE': 'Your part does not fit your key. It has not been taken, and nothing is lost.',
    'refusal.BALLOT-KEY-STEP': 'That step is taken already, or waits for the others.',

    'script.words.ballotDemanded': 'A vote is demanded. It is closed, since it is an election.',
    'script.words.ballotOpened':
      'We hold a closed ballot in § {number}. Nominated are {candidates}. Enter the voting list on your tablet.',
    'script.words.ballotReplaced':
      'A tablet has been replaced. All tablets enter the list anew by themselves. Nobody needs to do anything.',
    'script.words.ballotSmall':
      'Only {count, number} of us vote. The result may show how somebody voted. Does anybody wish to vote on slips instead?',
    'script.words.ballotListing': 'The voting list is being drawn up.',
    'script.words.ballotListed':
      'The voting list has {lines, plural, one {one line} other {# lines}}, as many as have entered. Can it be approved?',
    'script.words.ballotVoting': '{voted, number} of {voters, number} have voted.',
    'script.words.ballotVotingSealed':
      'At least {voted, number} of {voters, number} have voted. The wall shows how many votes are cast.',
    'script.words.ballotEverybody': 'Everybody has voted. The ballot is closed.',
    'script.words.ballotEnding': 'The ballot is closed.',
    'script.words.ballotSlips':
      '{count, plural, one {One slip} other {# slips}} are counted by two, each alone. {counters, plural, =0 {Nobody has counted yet.} other {{names} have counted.}}',
    'script.words.ballotEnd':
      '{cast, plural, one {One vote is cast} other {# votes are cast}}. The code of the chain is {code}.',
    'script.words.ballotChecking':
      '{count, plural, one {One tablet is} other {# tablets are}} still looking for the own vote.',
    'script.words.ballotMissing':
      '{count, plural, one {One tablet cannot find its vote.} other {# tablets cannot find their votes.}} The count must not begin. The ballot must be held again.',
    'script.words.ballotCounting': '{given, number} of {needed, number} key holders have given their part.',
    'script.words.ballotWrongShare': 'The part from {names} is wrong and has not been taken.',
    'script.words.ballotVotes': '{name} {votes, plural, one {one vote} other {# votes}}',
    'script.words.ballotVotesOthers': 'somebody else {votes, plural, one {one vote} other {# votes}}',
    'script.words.ballotResult':
      '{votes}. {blank, plural, =0 {No vote is blank} one {One vote is blank} other {# votes are blank}}, {invalid, plural, =0 {none is invalid} one {one is invalid} other {# are invalid}}.',
    'script.words.ballotOthers':
      '{count, plural, one {One vote is} other {# votes are}} for somebody who is not nominated. Nobody is elected. Annul the ballot, take more nominations and vote again.',
    'script.words.ballotElected': '{body} has elected {names}.',
    'script.words.ballotElectedByLot': 'By lot {body} has elected {names}.',
    'script.words.ballotTied':
      '{names} have equally many votes. The lot decides {places, plural, one {one place} other {# places}}.',
    'script.step.openSealedBallot': 'Open the closed ballot',
    'script.step.openPaperBallot': 'Vote on slips',
    'script.step.closeRegistration': 'Close the voting list, {registered, number} of {electors, number} entered',
    'script.step.approveVotingList': 'The voting list is approved',
    'script.step.tickOff': '{name} has handed in the slip',
    'script.step.closeBallot': 'Close the ballot',
    'script.step.startCount': 'Begin the count',
    'script.step.startCountDespite': 'Begin the count without {count, plural, one {one tablet} other {# tablets}}',
    'script.step.drawBallotLot': 'The lot falls on {names}',
    'script.step.declareElected': 'Gavel: {names} elected',
    'script.step.annulBallot': 'Annul the ballot, with reason',
    'script.effect.openSealedBallot': 'All {count, number} who serve may enter the list and vote on their tablets.',
    'script.effect.openPaperBallot': 'The secretary ticks off each who hands in a slip. Two count.',
    'script.effect.closeRegistration': '{registered, number} can vote. The others cannot join later.',
    'script.effect.approveVotingList': 'The ballot opens. Nobody sees any result before everything is counted.',
    'script.effect.closeBallot': 'Nobody can vote or change a vote after that.',
    'script.effect.startCount': 'Two of three key holders open the sum together. No single vote is opened.',
    'script.effect.annulBallot': 'The votes are not counted. They are kept, sealed, and you can vote again.',

    'minutes.heading.ballot': 'Closed ballot',
    'minutes.ballotVotes': '{name} {votes, plural, one {1 vote} other {# votes}}',
    'minutes.ballotVotesOthers': 'somebody else {votes, plural, one {1 vote} other {# votes}}',
    'minutes.ballot':
      'A vote is demanded and held by closed ballot{form, select, paper { on slips} other {}}. {cast, plural, one {One vote is cast} other {# votes are cast}}: {votes}. {blank, plural, =0 {No vote is blank} one {One vote is blank} other {# votes are blank}} and {invalid, plural, =0 {none is invalid} one {one is invalid} other {# are invalid}}.',
    'minutes.ballotCode':
      'When the ballot was closed the code of the chain was {code}. The count was opened by {holders}. The final code is {final}.',
    'minutes.ballotLot': 'The votes being equal, the lot fell on {names}. Witness was {witness}.',
    'minutes.ballotAnnulled': 'A closed ballot was annulled without being counted. The reason was:',
  },
});
