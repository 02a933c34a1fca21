import { area } from '../area.ts';

/** The proportional election in the meeting: what stands in the way, what the chair says and does, what the minutes tell. */
export const proportional = area({
  sv: {
    'proportional.title': 'Proportionellt val',
    'proportional.asking': 'Begär det',
    'proportional.quota': 'Krävs',
    'proportional.why':
      'Valet hålls proportionellt om minst {quota, number} av de {present, number} närvarande begär det.',
    'proportional.enough': 'Tillräckligt många begär det. Valet hålls med slutna valsedlar.',
    'proportional.ask': 'Begär proportionellt val',
    'proportional.withdraw': 'Ta tillbaka din begäran',
    'proportional.assistant': 'Vem biträder',
    'proportional.witness': 'Vittne',
    'proportional.of': '{voted, number} av {electors, number}',
    'proportional.slips': 'Har lämnat sin valsedel',
    'proportional.left': 'Har inte lämnat valsedel',
    'proportional.mark': 'Har lämnat',
    'proportional.counting':
      '{names} räknar valsedlarna, var för sig. {done, plural, =0 {Ingen} one {En} other {#}} är klar.',
    'proportional.table': 'Jämförelsetal',
    'proportional.group': '{label} ({votes, number})',
    'proportional.turn': 'Plats',
    'proportional.place': 'plats',
    'proportional.place.lot': 'plats efter lott',
    'proportional.elected': 'Valda, i ordning',
    'proportional.byLot': 'Efter lottning inför {witness}',
    'proportional.shared': 'Har redan en plats, som delas',
    'proportional.count.how':
      'Räkna {slips, plural, one {valsedeln} other {de # valsedlarna}} ensam. Sedlar med samma gruppbeteckning och samma namn i samma ordning är en grupp.',
    'proportional.count.group': 'Grupp {number, number}',
    'proportional.count.label': 'Gruppbeteckning',
    'proportional.count.votes': 'Antal sedlar',
    'proportional.count.names': 'Namnen, i ordning',
    'proportional.count.names.hint': 'Ett namn på varje rad. Namn som inte gäller utelämnas.',
    'proportional.count.invalid.notClosed': 'Ogiltiga: inte slutna',
    'proportional.count.invalid.wrongForm': 'Ogiltiga: fel form eller märkta',
    'proportional.count.invalid.noLabel': 'Ogiltiga: ingen gruppbeteckning',
    'proportional.count.unknown': 'Det här namnet finns inte i mötet: {names}',
    'proportional.count.more': 'En grupp till',
    'proportional.count.enter': 'För in räkningen',
    'refusal.LPV-1':
      '{why, select, first {Tillräckligt många har begärt proportionellt val, så valet hålls på det sättet.} other {{asking, plural, =0 {Ingen begär} one {En begär} other {# begär}} proportionellt val. Det krävs {quota}.}}',
    'refusal.LPV-2': 'Valet hör inte till dem som kan vara proportionella.',
    'refusal.LPV-3': 'Ersättarna kan väljas proportionellt bara om ledamöterna har valts så.',
    'refusal.LPV-4':
      '{why, select, assistant {Minst en annan närvarande ledamot ska biträda ordföranden.} twice {Du har redan räknat. En annan räknar nu.} other {Bara valförrättaren och den som biträder räknar sedlarna.}}',
    'refusal.LPV-5':
      '{count, plural, one {En tjänstgörande är} other {# tjänstgörande är}} på distans. Proportionella val hålls med slutna valsedlar på papper, och lagen säger inte att de får ersättas på distans. Bordlägg valet till ett sammanträde på plats. På distans: {persons}.',
    'refusal.LPV-6':
      '{why, select, twice {Sedeln är redan lämnad. Var och en lämnar en.} nobody {Ingen har lämnat någon sedel.} other {Bara den som tjänstgjorde och var närvarande när valet öppnades deltar i det.}}',
    'refusal.LPV-7':
      '{why, select, label {En giltig valsedel har en gruppbeteckning. Utan den är sedeln ogiltig.} names {Ett namn står två gånger i en grupp, eller är okänt. Namn som inte gäller utelämnas.} sameGroup {Två grupper har samma beteckning och samma namn i samma ordning. De är en grupp.} other {Antalet sedlar i en grupp är ett helt tal, minst ett.}}',
    'refusal.LPV-8':
      '{why, select, sum {{counted, plural, one {En sedel är räknad} other {# sedlar är räknade}}, men {cast, plural, one {en är lämnad} other {# är lämnade}}.} none {Inget proportionellt val är begärt.} requested {Valet är begärt men inte öppnat.} voting {Sedlar lämnas ännu.} counting {Sedlarna räknas.} counted {Valet är räknat.} other {Valet är avgjort.}}',
    'refusal.LPV-9':
      '{why, select, none {Ingen lottning behövs.} needed {Lotten måste dras först.} other {Lotten dras mellan de grupper som har samma tal.}}',
    'refusal.LPV-10': 'Ersättare kallas efter gruppbeteckning, i den ordning de valdes.',

    'script.step.openProportional': 'Öppna proportionellt val',
    'script.effect.openProportional':
      '{asking, number} begär, {quota, number} krävs. Valet hålls med slutna valsedlar.',
    'script.words.proportionalVoting':
      'Ledamöterna lämnar sina valsedlar efter upprop. {voted, number} av {electors, number} har lämnat.',
    'script.step.closeSlips': 'Förklara valet avslutat',
    'script.effect.closeSlips':
      '{voted, number} av {electors, number} har lämnat en sedel. Därefter tas inga fler emot.',
    'script.words.proportionalCounting':
      '{slips, plural, one {En valsedel räknas} other {# valsedlar räknas}} av två, var för sig. {counters, plural, =0 {Ingen har räknat än.} other {{names} har räknat.}}',
    'script.words.proportionalLot': 'Talet {number, number} är lika för {groups}. Lotten avgör vem som får platsen.',
    'script.step.drawProportionalLot': 'Lotten föll på {group}',
    'script.words.proportionalResult': 'Valda är, i denna ordning, {names}.',
    'script.step.declareProportional': 'Klubbslag: {names} är valda',
    'script.step.annulProportional': 'Gör om valet',

    'minutes.heading.proportional': 'Proportionellt val',
    'minutes.proportional':
      '{requesters} begär att valet ska vara proportionellt. {present, number} ledamöter är närvarande, och {quota, number} krävs. Valet hålls med slutna valsedlar. {officer} är valförrättare och biträds av {assistants}.',
    'minutes.proportionalCount':
      '{slips, plural, one {En valsedel lämnas} other {# valsedlar lämnas}}: {groups}. {invalid, plural, =0 {Ingen är ogiltig} one {En är ogiltig} other {# är ogiltiga}}.',
    'minutes.proportionalVotes': '{label} {votes, number} ({names})',
    'minutes.proportionalGroup': '{label} ({name} först)',
    'minutes.proportionalPlace': '{turn, number}. {label} får platsen med talet {number, number}: {name}.',
    'minutes.proportionalShared':
      '{turn, number}. {label} har det högsta talet, {number, number}. {name} har redan en plats, som delas mellan grupperna.',
    'minutes.proportionalLot':
      '{turn, number}. Talet {number, number} är lika. Lotten dras inför {witness} och faller på {label}: {name}.',
    'minutes.proportionalAnnulled': 'Det proportionella valet görs om:',

    'wall.proportional.state': '{done, select, yes {Proportionellt val, räknat} other {Proportionellt val pågår}}',
    'wall.proportional.slips':
      '{shown, select, yes {{voted, number} av {electors, number} har lämnat sin valsedel} other {Valsedlar lämnas}}',
    'wall.proportional.how': 'Var och en lämnar sin slutna valsedel när namnet ropas upp.',
    'wall.proportional.counting': 'Valsedlarna räknas',
    'wall.proportional.counting.how': 'Två räknar, var för sig. Utfallet visas när båda har kommit till samma sak.',
    'wall.proportional.groups': 'Valsedlar och platser',
    'wall.proportional.votes': '{votes, plural, one {en valsedel} other {# valsedlar}}',
    'wall.proportional.places': '{places, plural, =0 {ingen plats} one {en plats} other {# platser}}',
    'wall.proportional.elected': '{declared, select, yes {Valda, i ordning} other {Platserna har fått, i ordning}}',
    'wall.proportional.lot': '{groups} har lika tal. Lotten avgör vem som får plats {place, number}.',

    'public.proportional': 'Proportionellt val',
    'public.proportional.asked':
      '{asking, plural, one {En ledamot har} other {# ledamöter har}} begärt att valet hålls proportionellt.',
    'public.proportional.quota': '{present, number} var närvarande, och {quota, number} måste begära det.',
    'public.proportional.voting': 'Ledamöterna lämnar slutna valsedlar.',
    'public.proportional.counting': 'Valsedlarna räknas av två, var för sig.',
    'public.proportional.counted': 'Räknat. Utfallet gäller när ordföranden har avslutat valet med ett klubbslag.',
    'public.proportional.declared': 'Valet är avgjort.',
    'public.proportional.annulled': 'Valet görs om.',
    'public.proportional.invalid':
      '{invalid, plural, =0 {Ingen valsedel var ogiltig.} one {En valsedel var ogiltig.} other {# valsedlar var ogiltiga.}}',
    'public.proportional.table': 'Jämförelsetal. Varje plats går till det högsta talet.',
    'public.proportional.turn': 'Plats',
    'public.proportional.got': 'Fick platsen',
    'public.proportional.byLot': 'efter lottning inför {witness}',
    'public.proportional.shared': 'har redan en plats, som delas',
    'public.proportional.lotNeeded': 'lotten avgör',
  },
  en: {
    'proportional.title': 'Proportional election',
    'proportional.asking': 'Ask for it',
    'proportional.quota': 'Needed',
    'proportional.why': 'It is proportional if at least {quota, number} of the {present, number} present ask for it.',
    'proportional.enough': 'Enough ask for it. It is held with closed slips.',
    'proportional.ask': 'Ask for a proportional election',
    'proportional.withdraw': 'Take back your request',
    'proportional.assistant': 'Who assists',
    'proportional.witness': 'Witness',
    'proportional.of': '{voted, number} of {electors, number}',
    'proportional.slips': 'Have put in their slip',
    'proportional.left': 'Have not put in a slip',
    'proportional.mark': 'Has put it in',
    'proportional.counting':
      '{names} count the slips, each for themselves. {done, plural, =0 {None has} one {One has} other {# have}} finished.',
    'proportional.table': 'Comparison numbers',
    'proportional.group': '{label} ({votes, number})',
    'proportional.turn': 'Place',
    'proportional.place': 'place',
    'proportional.place.lot': 'place by lot',
    'proportional.elected': 'Elected, in order',
    'proportional.byLot': 'By lot before {witness}',
    'proportional.shared': 'Already holds a place, which is shared',
    'proportional.count.how':
      'Count {slips, plural, one {the slip} other {the # slips}} alone. Slips with the same label and the same names in the same order are one group.',
    'proportional.count.group': 'Group {number, number}',
    'proportional.count.label': 'Label',
    'proportional.count.votes': 'Number of slips',
    'proportional.count.names': 'The names, in order',
    'proportional.count.names.hint': 'One name on each line. Names that do not count are left out.',
    'proportional.count.invalid.notClosed': 'Invalid: not closed',
    'proportional.count.invalid.wrongForm': 'Invalid: wrong form or marked',
    'proportional.count.invalid.noLabel': 'Invalid: no label',
    'proportional.count.unknown': 'Nobody in the meeting has this name: {names}',
    'proportional.count.more': 'One group more',
    'proportional.count.enter': 'Enter the count',
    'refusal.LPV-1':
      '{why, select, first {Enough members have asked for a proportional election, so it is held in that way.} other {{asking, plural, =0 {Nobody asks} one {One asks} other {# ask}} for a proportional election. It takes {quota}.}}',
    'refusal.LPV-2': 'This is not one of the elections that can be proportional.',
    'refusal.LPV-3': 'Substitutes can be elected proportionally only if the members were.',
    'refusal.LPV-4':
      '{why, select, assistant {At least one other member present assists the chair.} twice {You have already counted. Somebody else counts now.} other {Only the election officer and the assistants count the slips.}}',
    'refusal.LPV-5':
      '{count, plural, one {One serving member takes} other {# serving members take}} part at a distance. Proportional elections are held with closed slips of paper, and the law does not say that anything may stand for them at a distance. Table the election to a meeting in the room. At a distance: {persons}.',
    'refusal.LPV-6':
      '{why, select, twice {The slip is already in the urn. Each puts one.} nobody {Nobody has put a slip in the urn.} other {Only those who served and were present when the election was opened take part in it.}}',
    'refusal.LPV-7':
      '{why, select, label {A valid slip has a label. Without one it is invalid.} names {A name stands twice in a group, or is unknown. Names that do not count are left out.} sameGroup {Two groups have the same label and the same names in the same order. They are one group.} other {The number of slips in a group is a whole number, one at least.}}',
    'refusal.LPV-8':
      '{why, select, sum {{counted, plural, one {One slip is counted} other {# slips are counted}}, but {cast, plural, one {one was} other {# were}} put in the urn.} none {No proportional election has been asked for.} requested {The election has been asked for but not opened.} voting {Slips are still being put in the urn.} counting {The slips are being counted.} counted {The election is counted.} other {The election is decided.}}',
    'refusal.LPV-9':
      '{why, select, none {No lot is needed.} needed {The lot must be drawn first.} other {The lot is drawn between the groups with the same number.}}',
    'refusal.LPV-10': 'Substitutes are called by label, in the order in which they were elected.',

    'script.step.openProportional': 'Open the proportional election',
    'script.effect.openProportional': '{asking, number} ask, {quota, number} are needed. It is held with closed slips.',
    'script.words.proportionalVoting':
      'The members put their slips in the urn as they are called. {voted, number} of {electors, number} have.',
    'script.step.closeSlips': 'Declare the election closed',
    'script.effect.closeSlips':
      '{voted, number} of {electors, number} have put a slip in the urn. No more are taken after that.',
    'script.words.proportionalCounting':
      '{slips, plural, one {One slip is counted} other {# slips are counted}} by two, each for themselves. {counters, plural, =0 {Nobody has counted yet.} other {{names} have counted.}}',
    'script.words.proportionalLot':
      'The number {number, number} is the same for {groups}. The lot decides who gets the place.',
    'script.step.drawProportionalLot': 'The lot fell on {group}',
    'script.words.proportionalResult': 'Elected are, in this order, {names}.',
    'script.step.declareProportional': 'Gavel: {names} elected',
    'script.step.annulProportional': 'Hold the election again',

    'minutes.heading.proportional': 'Proportional election',
    'minutes.proportional':
      '{requesters} ask that the election be proportional. {present, number} members are present, and {quota, number} are needed. It is held with closed slips. {officer} is election officer, assisted by {assistants}.',
    'minutes.proportionalCount':
      '{slips, plural, one {One slip is cast} other {# slips are cast}}: {groups}. {invalid, plural, =0 {None is invalid} one {One is invalid} other {# are invalid}}.',
    'minutes.proportionalVotes': '{label} {votes, number} ({names})',
    'minutes.proportionalGroup': '{label} ({name} first)',
    'minutes.proportionalPlace': '{turn, number}. {label} gets the place with the number {number, number}: {name}.',
    'minutes.proportionalShared':
      '{turn, number}. {label} has the highest number, {number, number}. {name} already holds a place, which the groups share.',
    'minutes.proportionalLot':
      '{turn, number}. The number {number, number} is equal. The lot is drawn before {witness} and falls on {label}: {name}.',
    'minutes.proportionalAnnulled': 'The proportional election is held again:',

    'wall.proportional.state': '{done, select, yes {Proportional election, counted} other {Proportional election}}',
    'wall.proportional.slips':
      '{shown, select, yes {{voted, number} of {electors, number} have put in their slip} other {Slips are being put in}}',
    'wall.proportional.how': 'Each puts a closed slip in the urn when called by name.',
    'wall.proportional.counting': 'The slips are being counted',
    'wall.proportional.counting.how': 'Two count, each alone. The outcome is shown when both have come to the same.',
    'wall.proportional.groups': 'Slips and places',
    'wall.proportional.votes': '{votes, plural, one {one slip} other {# slips}}',
    'wall.proportional.places': '{places, plural, =0 {no place} one {one place} other {# places}}',
    'wall.proportional.elected':
      '{declared, select, yes {Elected, in order} other {The places have gone, in order, to}}',
    'wall.proportional.lot': '{groups} have equal numbers. The lot decides who gets place {place, number}.',

    'public.proportional': 'Proportional election',
    'public.proportional.asked':
      '{asking, plural, one {One member has} other {# members have}} asked that the election be proportional.',
    'public.proportional.quota': '{present, number} were present, and {quota, number} must ask.',
    'public.proportional.voting': 'The members put closed slips in the urn.',
    'public.proportional.counting': 'The slips are counted by two, each alone.',
    'public.proportional.counted': 'Counted. The outcome holds when the chair has ended the election with the gavel.',
    'public.proportional.declared': 'The election is decided.',
    'public.proportional.annulled': 'The election is held again.',
    'public.proportional.invalid':
      '{invalid, plural, =0 {No slip was invalid.} one {One slip was invalid.} other {# slips were invalid.}}',
    'public.proportional.table': 'Comparison numbers. Each place goes to the highest number.',
    'public.proportional.turn': 'Place',
    'public.proportional.got': 'Got the place',
    'public.proportional.byLot': 'by lot before {witness}',
    'public.proportional.shared': 'already holds a place, which is shared',
    'public.proportional.lotNeeded': 'the lot decides',
  },
});
