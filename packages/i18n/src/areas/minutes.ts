import { area } from '../area.ts';

/** The protokoll: headings, and a sentence for each kind of fact. A wording of the secretary's may stand in for a sentence. */
export const minutes = area({
  sv: {
    'minutes.title': 'Sammanträdesprotokoll',
    'minutes.front.place': 'Plats och tid',
    'minutes.front.time': 'kl. {from}–{to}',
    'minutes.front.timeOpen': 'kl. {from}–',
    'minutes.front.adjournments': 'ajournering kl. {spans}',
    'minutes.front.members': 'Tjänstgörande ledamöter',
    'minutes.front.servingSubstitutes': 'Tjänstgörande ersättare',
    'minutes.front.absent': 'Frånvarande ledamöter',
    'minutes.front.others': 'Övriga närvarande',
    'minutes.front.remote': 'på distans',
    'minutes.front.inPlaceOf': 'för {names}',
    'minutes.front.stretch': 'kl. {from}–{to}',
    'minutes.front.from': 'från kl. {from}',
    'minutes.front.leaders': 'Ordförande',
    'minutes.front.secretary': 'Sekreterare',
    'minutes.front.adjusters': 'Justerare',
    'minutes.front.adjustedAtLatest': 'Justeras senast {date}',
    'minutes.front.section': '§ {number}',

    'minutes.group.decision': '{body} beslut',
    'minutes.group.conflict': 'Jäv',
    'minutes.group.doors': 'Stängda dörrar',
    'minutes.group.presence': 'Närvaro',
    'minutes.group.presentation': 'Föredragning',
    'minutes.group.question': 'Fråga och svar',
    'minutes.group.documents': 'Utdelade handlingar',
    'minutes.group.proposals': 'Yrkanden',
    'minutes.group.adjournment': 'Ajournering',
    'minutes.group.procedure': 'Beslutsgång',
    'minutes.group.election': 'Val',
    'minutes.group.standingAside': 'Deltar inte i beslutet',
    'minutes.group.reservations': 'Reservationer',
    'minutes.group.statements': 'Protokollsanteckningar',
    'minutes.group.notes': 'Anteckningar',

    'minutes.heading.vote': 'Omröstning',
    'minutes.heading.mainVote': 'Huvudvotering',
    'minutes.heading.counterVote': 'Omröstning om motförslag',

    'minutes.annex.vote': 'Bilaga {number, number}. Omröstningslista, § {section, number}',
    'minutes.annex.links': 'Bilaga. Anslutningar som har brutits',
    'minutes.annex.total': 'Summa',
    'minutes.annex.spoken': 'muntligt',

    'minutes.decision': '{body} beslutar {decided}.',
    'minutes.outcome.noted': '{body} antecknar informationen.',
    'minutes.outcome.carriedOver':
      'Ärendet avgörs inte, eftersom {body} inte längre är beslutfört. Det tas upp vid ett kommande sammanträde.',
    'minutes.elected':
      '{body} väljer {persons} till {office}{form, select, lot {, efter lottning} closedBallot {, efter sluten omröstning} proportional {, vid proportionellt val} other {}}.',
    'minutes.adjustersElected': '{body} väljer {persons} att justera protokollet.',
    'minutes.conflict': '{persons} deltar inte i handläggningen av ärendet på grund av jäv.',
    'minutes.belowQuorum':
      '{present, number} ledamöter är närvarande, {required, number} krävs. {form, select, interpellation {Interpellationen besvaras ändå, enligt vad {body} har beslutat (KL 5 kap. 45 §).} other {Ärendet handläggs ändå, eftersom det är jäv som gör att {body} inte är beslutfört (KL 5 kap. 46 §).}}',
    'minutes.doors': '{body} beslutar att överläggningen hålls inom stängda dörrar.',
    'minutes.quorate':
      'Vid upprop är {present, number} ledamöter närvarande, och {body} är därmed beslutfört. Minst {required, number} krävs.',
    'minutes.seatTaken': '{person} inträder i tjänstgöringen kl. {at}.',
    'minutes.seatTakenFor': '{person} tjänstgör för {inPlaceOf} från kl. {at}.',
    'minutes.seatLeft': '{person} lämnar sammanträdet kl. {at}.',
    'minutes.notedAbsent':
      '{person} antecknas som frånvarande kl. {at}{form, select, link {, sedan anslutningen har brutits} other {}}.',
    'minutes.modeChanged': '{person} deltar {form, select, remote {på distans} other {i salen}} från kl. {at}.',
    'minutes.presentation': '{person} föredrar ärendet.',
    'minutes.presentationBy': '{person}, {title}, föredrar ärendet.',
    'minutes.questionPut':
      '{form, select, interpellation {Interpellationen} other {Frågan}} från {asker} har ställts. Den är inte besvarad.',
    'minutes.questionAnswered':
      '{form, select, interpellation {Interpellationen} other {Frågan}} från {asker} besvaras av {answerer}.',
    'minutes.documentHandedOut': '{title} delas ut vid sammanträdet.',
    'minutes.note': 'Anteckning till protokollet.',
    'minutes.notice.none': 'Sammanträdet är utlyst i laga ordning.',
    'minutes.notice.faults':
      'Ordföranden har prövat fel i kallelsen ({rules}) och beslutar att sammanträdet ändå genomförs.',
    'minutes.itemAdded': '§ {number, number} {title} läggs till på dagordningen.',
    'minutes.itemWithdrawn': '§ {number, number} {title} utgår.',
    'minutes.chairHandedOver': '{to} övertar ordförandeskapet från {from} kl. {at}.',

    'minutes.proposal.approval': '{persons} yrkar {form, select, second {i andra hand } other {}}bifall till {name}.',
    'minutes.proposal.own':
      '{persons} yrkar {form, select, second {i andra hand } other {}}bifall till följande förslag:',
    'minutes.proposal.rejection': '{persons} yrkar {form, select, second {i andra hand } other {}}avslag.',
    'minutes.proposal.amendment': '{persons} yrkar {form, select, second {i andra hand } other {}}följande:',
    'minutes.proposal.addition': '{persons} yrkar {form, select, second {i andra hand } other {}}följande tillägg:',
    'minutes.proposal.tabling':
      '{persons} yrkar {form, select, second {i andra hand } other {}}att ärendet ska bordläggas.',
    'minutes.proposal.referralBack':
      '{persons} yrkar {form, select, second {i andra hand } other {}}att ärendet ska återremitteras till {addressee} med följande motivering:',
    'minutes.proposal.referralBackOpen':
      '{persons} yrkar {form, select, second {i andra hand } other {}}att ärendet ska återremitteras med följande motivering:',
    'minutes.proposal.nomination': '{persons} föreslår {candidates}{form, select, second { i andra hand} other {}}.',
    'minutes.proposal.refused.newBusiness':
      'Ordföranden vägrar att lägga fram yrkandet från {persons}, eftersom det väcker ett nytt ärende.',
    'minutes.proposal.refused.unlawful':
      'Ordföranden vägrar att lägga fram yrkandet från {persons}, eftersom det är lagstridigt.',

    'minutes.orderApproved': '{body} godkänner redovisad propositionsordning.',
    'minutes.finding.several': 'Ordföranden ställer propositioner på {alternatives} och finner att {finding}.',
    'minutes.finding.single': 'Ordföranden ställer proposition på {name} och finner att {finding}.',
    'minutes.finding.counter': 'Ordföranden finner att {finding}.',
    'minutes.demand.plain': 'Omröstning begärs.',
    'minutes.demand.main':
      'Omröstning begärs. Ordföranden antecknar {name} som Ja-proposition i huvudvoteringen. Återstående yrkanden ställs under proposition.',
    'minutes.demand.counter':
      'Omröstning begärs. Ordföranden antecknar {name} som Ja-proposition i omröstning om detta motförslag. Återstående yrkanden ställs under proposition.',
    'minutes.vote':
      'Godkänd voteringsproposition: ”Ja för {yesFor}. Nej för {noFor}.” Omröstningen utfaller med {yes, number} Ja mot {no, number} Nej.{abstain, plural, =0 {} one { 1 ledamot avstår från att rösta.} other { # ledamöter avstår från att rösta.}}{absent, plural, =0 {} one { 1 ledamot är frånvarande.} other { # ledamöter är frånvarande.}} Hur var och en röstar framgår av bilaga {annex, number}.',
    'minutes.counterChosen': '{body} har beslutat {decided}.',
    'minutes.castingVote': '{body} beslutar med ordförandens utslagsröst {decided}.',
    'minutes.lot': 'Efter lottning, i närvaro av {witness}, beslutar {body} {decided}.',
    'minutes.minority':
      'Ordföranden finner att {body} beslutat {decided}, på begäran av minst en tredjedel av de närvarande ledamöterna.',
    'minutes.voteAnnulled': 'Omröstningen avbryts och görs om.',
    'minutes.standingAside': '{persons} deltar inte i beslutet.',
    'minutes.reservation': '{persons} reserverar sig mot beslutet.',
    'minutes.reservationInFavour': '{persons} reserverar sig mot beslutet till förmån för {name}.',
    'minutes.statement': '{person} lämnar följande protokollsanteckning:',
    'minutes.adjourned':
      'Sammanträdet ajourneras kl. {from}–{to}{form, select, groupMeeting { för gruppmöte} connectionLost { på grund av bruten anslutning} notQuorate { eftersom det inte är beslutfört} rest { för paus} disorder { på grund av oordning i salen} other {}}.',
    'minutes.adjournedFor':
      'Sammanträdet ajourneras kl. {from}–{to} på grund av att {person}, som deltar på distans, {form, select, connectionLost {har tappat anslutningen} other {är borta}}.',
    'minutes.adjournedSince':
      'Sammanträdet ajourneras kl. {from}{form, select, groupMeeting { för gruppmöte} connectionLost { på grund av bruten anslutning} notQuorate { eftersom det inte är beslutfört} rest { för paus} disorder { på grund av oordning i salen} other {}}.',
    'minutes.adjournedSinceFor':
      'Sammanträdet ajourneras kl. {from} på grund av att {person}, som deltar på distans, {form, select, connectionLost {har tappat anslutningen} other {är borta}}.',
    'minutes.checked': 'Vid ny avstämning är {present, number} ledamöter närvarande.',

    'minutes.missing.meetingNotClosed': 'Sammanträdet är inte avslutat.',
    'minutes.missing.adjuster': 'Ingen utöver ordföranden är utsedd att justera.',
    'minutes.missing.attendance': 'Det står inte vilka som har tjänstgjort.',
    'minutes.missing.openItem': '§ {number, number} är inte avslutad.',
    'minutes.missing.unsettledQuestion': '§ {number, number} har en fråga som inte är avgjord.',
    'minutes.missing.openVote': '§ {number, number} har en omröstning som inte är avslutad.',
    'minutes.missing.decision': '§ {number, number} saknar beslut.',
    'minutes.missing.elected': '§ {number, number} säger inte vem som är vald.',
    'minutes.missing.unhandledItem': '§ {number, number} har inte behandlats.',
    'minutes.wordingLacks': 'Texten saknar uppgifter som ska stå kvar: {facts}. Den automatiska texten visas därför.',
  },
  en: {
    'minutes.title': 'Minutes',
    'minutes.front.place': 'Place and time',
    'minutes.front.time': 'at {from}–{to}',
    'minutes.front.timeOpen': 'at {from}–',
    'minutes.front.adjournments': 'adjourned {spans}',
    'minutes.front.members': 'Serving members',
    'minutes.front.servingSubstitutes': 'Serving substitutes',
    'minutes.front.absent': 'Absent members',
    'minutes.front.others': 'Others present',
    'minutes.front.remote': 'at a distance',
    'minutes.front.inPlaceOf': 'for {names}',
    'minutes.front.stretch': '{from}–{to}',
    'minutes.front.from': 'from {from}',
    'minutes.front.leaders': 'Chair',
    'minutes.front.secretary': 'Secretary',
    'minutes.front.adjusters': 'Adjusters',
    'minutes.front.adjustedAtLatest': 'To be adjusted at the latest {date}',
    'minutes.front.section': '§ {number}',

    'minutes.group.decision': '{body} decision',
    'minutes.group.conflict': 'Conflict of interest',
    'minutes.group.doors': 'Closed doors',
    'minutes.group.presence': 'Presence',
    'minutes.group.presentation': 'Presentation',
    'minutes.group.question': 'Question and answer',
    'minutes.group.documents': 'Documents handed out',
    'minutes.group.proposals': 'Proposals',
    'minutes.group.adjournment': 'Adjournment',
    'minutes.group.procedure': 'How it was decided',
    'minutes.group.election': 'Election',
    'minutes.group.standingAside': 'Taking no part in the decision',
    'minutes.group.reservations': 'Reservations',
    'minutes.group.statements': 'Statements for the minutes',
    'minutes.group.notes': 'Notes',

    'minutes.heading.vote': 'Vote',
    'minutes.heading.mainVote': 'Main vote',
    'minutes.heading.counterVote': 'Vote on the counter-proposition',

    'minutes.annex.vote': 'Annex {number, number}. List of votes, § {section, number}',
    'minutes.annex.links': 'Annex. Links that were broken',
    'minutes.annex.total': 'Total',
    'minutes.annex.spoken': 'spoken',

    'minutes.decision': '{body} decides {decided}.',
    'minutes.outcome.noted': '{body} notes the information.',
    'minutes.outcome.carriedOver':
      'The item is not decided, since {body} is no longer quorate. It is taken up at a later meeting.',
    'minutes.elected':
      '{body} elects {persons} as {office}{form, select, lot {, by lot} closedBallot {, by closed ballot} proportional {, by proportional election} other {}}.',
    'minutes.adjustersElected': '{body} elects {persons} to adjust the minutes.',
    'minutes.conflict':
      '{persons} {count, plural, one {takes} other {take}} no part in the item for conflict of interest.',
    'minutes.belowQuorum':
      '{present, number} members are present, {required, number} are needed. {form, select, interpellation {The interpellation is answered all the same, as {body} has decided (KL 5:45).} other {The item is handled all the same, since it is conflict of interest that leaves {body} below its number (KL 5:46).}}',
    'minutes.doors': '{body} decides that the debate be held behind closed doors.',
    'minutes.quorate':
      'At the roll call {present, number} members are present. At least {required, number} are needed. {body} is quorate.',
    'minutes.seatTaken': '{person} serves from {at}.',
    'minutes.seatTakenFor': '{person} serves in place of {inPlaceOf} from {at}.',
    'minutes.seatLeft': '{person} leaves the meeting at {at}.',
    'minutes.notedAbsent':
      '{person} is noted as absent at {at}{form, select, link {, after the connection was lost} other {}}.',
    'minutes.modeChanged': '{person} takes part {form, select, remote {at a distance} other {in the hall}} from {at}.',
    'minutes.presentation': '{person} presents the item.',
    'minutes.presentationBy': '{person}, {title}, presents the item.',
    'minutes.questionPut':
      'The {form, select, interpellation {interpellation} other {question}} from {asker} has been put. It is not answered.',
    'minutes.questionAnswered':
      'The {form, select, interpellation {interpellation} other {question}} from {asker} is answered by {answerer}.',
    'minutes.documentHandedOut': '{title} is handed out at the meeting.',
    'minutes.note': 'Note for the minutes.',
    'minutes.notice.none': 'The meeting has been duly called.',
    'minutes.notice.faults':
      'The chair has examined faults in the notice ({rules}) and decides that the meeting is held all the same.',
    'minutes.itemAdded': '§ {number, number} {title} is added to the agenda.',
    'minutes.itemWithdrawn': '§ {number, number} {title} is withdrawn.',
    'minutes.chairHandedOver': '{to} takes the chair from {from} at {at}.',

    'minutes.proposal.approval':
      '{persons} moved {form, select, second {in the second instance } other {}}the approval of {name}.',
    'minutes.proposal.own':
      '{persons} moved {form, select, second {in the second instance } other {}}the approval of this proposal:',
    'minutes.proposal.rejection': '{persons} moved {form, select, second {in the second instance } other {}}rejection.',
    'minutes.proposal.amendment':
      '{persons} moved {form, select, second {in the second instance } other {}}the following:',
    'minutes.proposal.addition':
      '{persons} moved {form, select, second {in the second instance } other {}}the following addition:',
    'minutes.proposal.tabling':
      '{persons} moved {form, select, second {in the second instance } other {}}that the item be tabled.',
    'minutes.proposal.referralBack':
      '{persons} moved {form, select, second {in the second instance } other {}}that the item be referred back to {addressee} for this reason:',
    'minutes.proposal.referralBackOpen':
      '{persons} moved {form, select, second {in the second instance } other {}}that the item be referred back for this reason:',
    'minutes.proposal.nomination':
      '{persons} nominated {candidates}{form, select, second { in the second instance} other {}}.',
    'minutes.proposal.refused.newBusiness':
      'The chair refuses to put the proposal from {persons}, since it raises new business.',
    'minutes.proposal.refused.unlawful': 'The chair refuses to put the proposal from {persons}, since it is unlawful.',

    'minutes.orderApproved': '{body} approves the order of propositions.',
    'minutes.finding.several': 'The chair puts {alternatives} and finds that {finding}.',
    'minutes.finding.single': 'The chair puts {name} and finds that {finding}.',
    'minutes.finding.counter': 'The chair finds that {finding}.',
    'minutes.demand.plain': 'A vote is demanded.',
    'minutes.demand.main':
      'A vote is demanded. The chair notes {name} as the Yes of the main vote. The remaining proposals are put.',
    'minutes.demand.counter':
      'A vote is demanded. The chair notes {name} as the Yes of the vote on this counter-proposition. The remaining proposals are put.',
    'minutes.vote':
      'Approved voting proposition: “Yes for {yesFor}. No for {noFor}.” The vote goes {yes, number} Yes to {no, number} No.{abstain, plural, =0 {} one { 1 member abstains.} other { # members abstain.}}{absent, plural, =0 {} one { 1 member is absent.} other { # members are absent.}} How each one votes is shown in annex {annex, number}.',
    'minutes.counterChosen': '{body} has decided {decided}.',
    'minutes.castingVote': '{body} decides with the chair’s casting vote {decided}.',
    'minutes.lot': 'By lot, witnessed by {witness}, {body} decides {decided}.',
    'minutes.minority':
      'The chair finds that {body} has decided {decided}, on the demand of at least one third of the members present.',
    'minutes.voteAnnulled': 'The vote is broken off and taken again.',
    'minutes.standingAside': '{persons} took no part in the decision.',
    'minutes.reservation': 'Reservation against the decision: {persons}.',
    'minutes.reservationInFavour': 'Reservation against the decision in favour of {name}: {persons}.',
    'minutes.statement': 'Statement for the minutes by {person}:',
    'minutes.adjourned':
      'The meeting is adjourned {from}–{to}{form, select, groupMeeting { for group meetings} connectionLost { because of a broken connection} notQuorate { since it is not quorate} rest { for a rest} disorder { because of disorder in the hall} other {}}.',
    'minutes.adjournedFor':
      'The meeting is adjourned {from}–{to} because {person}, who takes part at a distance, {form, select, connectionLost {has lost the connection} other {is gone}}.',
    'minutes.adjournedSince':
      'The meeting is adjourned at {from}{form, select, groupMeeting { for group meetings} connectionLost { because of a broken connection} notQuorate { since it is not quorate} rest { for a rest} disorder { because of disorder in the hall} other {}}.',
    'minutes.adjournedSinceFor':
      'The meeting is adjourned at {from} because {person}, who takes part at a distance, {form, select, connectionLost {has lost the connection} other {is gone}}.',
    'minutes.checked': 'At the new check {present, number} members are present.',

    'minutes.missing.meetingNotClosed': 'The meeting is not closed.',
    'minutes.missing.adjuster': 'Nobody beside the chair has been appointed to adjust.',
    'minutes.missing.attendance': 'It does not say who has served.',
    'minutes.missing.openItem': '§ {number, number} is not closed.',
    'minutes.missing.unsettledQuestion': '§ {number, number} has a question that is not settled.',
    'minutes.missing.openVote': '§ {number, number} has a vote that is not closed.',
    'minutes.missing.decision': '§ {number, number} lacks a decision.',
    'minutes.missing.elected': '§ {number, number} does not say who was elected.',
    'minutes.missing.unhandledItem': '§ {number, number} has not been dealt with.',
    'minutes.wordingLacks': 'The text lacks facts that must stay: {facts}. So the generated text is shown.',
  },
});
