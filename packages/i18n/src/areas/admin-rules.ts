import { area } from '../area.ts';

/**
 * A body's settings: `admin.setting.<setting>` its name, `.effect` what each value means in a sentence (also the words one chooses
 * by), `.why` why the law leaves it open. `value` is the value as a word, `number` where it is a number.
 */
export const adminRules = area({
  sv: {
    'admin.setting.group.remote': 'Deltagande på distans',
    'admin.setting.group.seats': 'Platser och närvaro',
    'admin.setting.group.debate': 'Överläggning och yrkanden',
    'admin.setting.group.decisions': 'Beslut och omröstning',
    'admin.setting.group.openness': 'Offentlighet',
    'admin.setting.remoteAllowed': 'Deltagande på distans',
    'admin.setting.remoteAllowed.effect':
      '{value, select, yes {Ledamöter och ersättare kan anhålla om att delta på distans. Ordföranden medger eller avslår, med skäl.} other {Ingen deltar på distans. Kallelsen gäller bara salen.}}',
    'admin.setting.remoteMaximum': 'Högsta antal på distans',
    'admin.setting.remoteMaximum.effect':
      '{value, select, none {Ingen gräns för hur många som deltar på distans.} other {Högst {number} deltar på distans samtidigt. Den som anhåller därefter ställs i kö.}}',
    'admin.setting.remoteForSecretItems': 'På distans bakom stängda dörrar',
    'admin.setting.remoteForSecretItems.effect':
      '{value, select, premisesOnly {Bakom stängda dörrar deltar på distans bara den som sitter i kommunens egna lokaler.} protected {Bakom stängda dörrar deltar på distans den som har intygat att rummet är avskilt.} perItem {Inför varje ärende bakom stängda dörrar avgörs vem som får delta på distans.} other {Ärenden bakom stängda dörrar behandlas utan deltagare på distans.}}',
    'admin.setting.remoteForSecretItems.why':
      'Lagen säger inte hur sekretess skyddas på distans. Utan eget beslut deltar därför ingen på distans i sådana ärenden.',
    'admin.setting.remoteClosedBallot': 'Sluten omröstning på distans',
    'admin.setting.remoteClosedBallot.effect':
      '{value, select, yes {Den som deltar på distans röstar i sluten omröstning med förseglad röst.} other {Sluten omröstning hålls inte medan någon deltar på distans.}}',
    'admin.setting.remoteClosedBallot.why':
      'Lagen säger inte om en sluten omröstning får hållas på distans. Utan eget beslut hålls den bara i salen.',
    'admin.setting.closedBallotRevote': 'Rösta om i sluten omröstning',
    'admin.setting.closedBallotRevote.effect':
      '{value, select, yes {Den som har lämnat en förseglad röst kan rösta om tills omröstningen stängs. Den sista rösten gäller.} other {En förseglad röst gäller när den är lämnad och kan inte ändras.}}',
    'admin.setting.closedBallotRevote.why':
      'Lagen säger inget om det. Att kunna rösta om skyddar den som någon tittar på eller trycker på.',
    'admin.setting.closedBallotOthers': 'Rösta på någon som inte är nominerad',
    'admin.setting.closedBallotOthers.effect':
      '{value, select, yes {I en sluten omröstning går det att rösta på ”någon annan”. Får någon annan minst lika många röster som den som skulle bli vald nominerar ni fler och röstar igen.} other {I en sluten omröstning röstar man på en av de nominerade, eller blankt.}}',
    'admin.setting.closedBallotOthers.why':
      'Lagen kräver inte att den som väljs är nominerad. Förseglade röster kan inte bära ett eget namn, så de räknas tillsammans.',
    'admin.setting.remoteProportional': 'Proportionellt val på distans',
    'admin.setting.remoteProportional.effect':
      '{value, select, yes {Proportionellt val får hållas medan någon deltar på distans, med förseglade valsedlar.} other {Proportionellt val hålls inte medan någon deltar på distans.}}',
    'admin.setting.remoteProportional.why':
      'Lagen om proportionellt valsätt förutsätter slutna sedlar. Om förseglade röster räknas dit är inte prövat.',
    'admin.setting.mustBeInRoom': 'Vem som ska vara i salen',
    'admin.setting.mustBeInRoom.effect':
      '{value, select, none {Bara den som leder sammanträdet måste vara i salen.} other {Ska vara i salen: {roles}. Annars kan sammanträdet inte öppnas.}}',
    'admin.setting.mustBeInRoom.role.chair': 'ordföranden',
    'admin.setting.mustBeInRoom.role.viceChair': 'förste vice ordföranden',
    'admin.setting.mustBeInRoom.role.secondViceChair': 'andre vice ordföranden',
    'admin.setting.mustBeInRoom.role.secretary': 'sekreteraren',
    'admin.setting.mustBeInRoom.why':
      'Lagen pekar bara ut vissa. Vilka fler som ska vara i salen avgör organets egna regler.',
    'admin.setting.pictureRequired': 'Bild krävs',
    'admin.setting.pictureRequired.effect':
      '{value, select, yes {Den som stänger av kameran eller vars bild står still räknas inte som närvarande.} other {Den som bara hörs räknas som närvarande.}}',
    'admin.setting.pictureRequired.why': 'För bolag säger lagen inget om bild. Utan eget beslut krävs den.',
    'admin.setting.degradedLinkStops': 'Dålig förbindelse stoppar',
    'admin.setting.degradedLinkStops.effect':
      '{value, select, yes {Så snart någons förbindelse är för dålig avbryts överläggningen tills den är bra igen.} other {Dålig förbindelse ger en varning. Först när den bryts stoppas beslut.}}',
    'admin.setting.degradedLinkStops.why':
      'Lagen anger ingen gräns för hur dålig en förbindelse får vara. Utan eget beslut varnas ordföranden.',
    'admin.setting.lossPolicy': 'När en förbindelse bryts',
    'admin.setting.lossPolicy.effect':
      '{value, select, adjourn {Sammanträdet ajourneras tills ledamoten är tillbaka.} other {Efter {number} sekunder får ordföranden anteckna ledamoten som frånvarande och kalla in ersättaren.}}',
    'admin.setting.lossPolicy.why':
      'Lagen säger att den som tappat förbindelsen inte är närvarande, men inte hur länge man väntar.',
    'admin.setting.noticeDays': 'Dagar mellan kallelse och sammanträde',
    'admin.setting.noticeDays.effect':
      '{value, select, zero {Reglementet anger inget antal dagar. Kallelsen går ut i god tid.} other {Kallelsen går ut senast {number} dagar före sammanträdet.}}',
    'admin.setting.substituteOrder': 'Ordning för ersättare',
    'admin.setting.substituteOrder.effect':
      '{value, select, perParty {Ersättare tjänstgör i partiets egen ordning.} lpv22 {Ersättare tjänstgör i den ordning som lagen om proportionellt valsätt ger.} other {Ersättare tjänstgör i den ordning som fullmäktige har beslutat.}}',
    'admin.setting.memberReturnsBetweenItems': 'När en ledamot kommer',
    'admin.setting.memberReturnsBetweenItems.effect':
      '{value, select, yes {En ledamot som kommer tar sin plats mellan två ärenden.} other {En ledamot som kommer tar sin plats genast, men inte under en omröstning.}}',
    'admin.setting.memberReturnsBetweenItems.why':
      'Lagen säger att ledamoten har rätt att tjänstgöra, men inte i vilket ögonblick bytet sker.',
    'admin.setting.memberMayResumeAfterHindrance': 'Åter i tjänst samma dag',
    'admin.setting.memberMayResumeAfterHindrance.effect':
      '{value, select, yes {En ledamot som avbrutit sin tjänstgöring får tjänstgöra igen samma dag.} other {En ledamot som avbrutit sin tjänstgöring av annat skäl än jäv tjänstgör inte mer den dagen.}}',
    'admin.setting.quorumNumber': 'Högre krav för beslutförhet',
    'admin.setting.quorumNumber.effect':
      '{value, select, none {Beslutför när fler än hälften är närvarande.} other {Beslutför när minst {number} är närvarande, dock alltid fler än hälften.}}',
    'admin.setting.rollCallOrder': 'Ordning vid upprop',
    'admin.setting.rollCallOrder.effect':
      '{value, select, seat {Uppropet följer platsernas nummer. Presidiet ropas upp sist, ordföranden allra sist.} other {Uppropet följer alfabetet. Presidiet ropas upp sist, ordföranden allra sist.}}',
    'admin.setting.rollCallOrder.why': 'Lagen anger ingen ordning. Organets egna regler gör det.',
    'admin.setting.speechSeconds': 'Längsta anförande',
    'admin.setting.speechSeconds.effect':
      '{value, select, none {Anföranden har ingen tidsgräns.} other {Ett anförande får vara högst {number} sekunder.}}',
    'admin.setting.speechSeconds.why': 'Lagen begränsar inte anföranden. Utan eget beslut finns ingen gräns.',
    'admin.setting.replySeconds': 'Längsta replik',
    'admin.setting.replySeconds.effect': '{value, select, other {En replik får vara högst {number} sekunder.}}',
    'admin.setting.replySeconds.why': 'Lagen nämner inte repliker. Två minuter är vanligt.',
    'admin.setting.repliesPerSpeech': 'Repliker per anförande',
    'admin.setting.repliesPerSpeech.effect':
      '{value, select, other {{number, plural, =0 {Repliker medges inte.} one {Högst en replik per anförande och talare.} other {Högst # repliker per anförande och talare.}}}}',
    'admin.setting.repliesPerSpeech.why': 'Lagen nämner inte repliker. Två är vanligt.',
    'admin.setting.proposalsInWriting': 'Skriftliga yrkanden',
    'admin.setting.proposalsInWriting.effect':
      '{value, select, yes {Ändrings- och tilläggsyrkanden lämnas skriftligt.} other {Yrkanden får ställas muntligt.}}',
    'admin.setting.proposalsInWriting.why': 'Lagen kräver inte skrift. Ett skrivet yrkande misstolkas inte.',
    'admin.setting.nonServingMaySpeak': 'Ersättares yttranderätt',
    'admin.setting.nonServingMaySpeak.effect':
      '{value, select, yes {En ersättare som är närvarande men inte tjänstgör får begära ordet.} other {En ersättare som inte tjänstgör yttrar sig inte.}}',
    'admin.setting.openVoteMethod': 'Sätt att rösta öppet',
    'admin.setting.openVoteMethod.effect':
      '{value, select, buttons {Öppna omröstningar görs med knapp.} rollCall {Öppna omröstningar görs genom upprop.} other {Ordföranden väljer knapp eller upprop för varje omröstning.}}',
    'admin.setting.openVoteMethod.why': 'Lagen säger att omröstningen är öppen, inte hur rösten lämnas.',
    'admin.setting.castingVoteFollowsOwn': 'Ordförandens utslagsröst',
    'admin.setting.castingVoteFollowsOwn.effect':
      '{value, select, yes {Vid lika antal avgör det förslag som ordföranden själv har röstat på.} other {Vid lika antal väljer ordföranden fritt.}}',
    'admin.setting.castingVoteFollowsOwn.why':
      'Lagen säger inte om utslagsrösten måste följa ordförandens egen röst. Det säkra är att den gör det.',
    'admin.setting.interpellationsBelowQuorum': 'Interpellationer utan beslutförhet',
    'admin.setting.interpellationsBelowQuorum.effect':
      '{value, select, yes {Interpellationer och frågor får besvaras även när färre än hälften är närvarande. Inget beslutas då.} other {Interpellationer och frågor väntar tills fullmäktige är beslutfört.}}',
    'admin.setting.whoHasVotedIsShown': 'Vem som har röstat syns',
    'admin.setting.whoHasVotedIsShown.effect':
      '{value, select, yes {Medan en omröstning pågår syns vem som har röstat, aldrig hur.} other {Medan en omröstning pågår syns bara hur många som har röstat.}}',
    'admin.setting.whoHasVotedIsShown.why': 'Lagen säger inget om vad som visas medan omröstningen pågår.',
    'admin.setting.doors': 'Dörrarna',
    'admin.setting.doors.effect':
      '{value, select, open {Sammanträdet är offentligt. Dörrarna stängs bara för ärenden med sekretess.} other {Sammanträdet hålls inom stängda dörrar.}}',
    'admin.setting.publicLive': 'Sändning till allmänheten',
    'admin.setting.publicLive.effect':
      '{value, select, yes {Vem som helst kan följa sammanträdet på den öppna sidan medan det pågår.} other {Den öppna sidan visar bara kallelsen och, när det är justerat, protokollet.}}',
    'admin.setting.publicLive.why':
      'Sändning kräver inget i lagen, men personuppgifter ska vägas. Fullmäktige brukar sända.',
    'admin.setting.conflictInCouncilMayWatch': 'Jävig i fullmäktige',
    'admin.setting.conflictInCouncilMayWatch.effect':
      '{value, select, yes {Den som är jävig i fullmäktige får följa ärendet från åhörarplats.} other {Den som är jävig lämnar salen och ser inget av ärendet.}}',
    'admin.setting.conflictInCouncilMayWatch.why':
      'Sammanträdet är offentligt, men lagen säger inte om den jävige får sitta kvar som åhörare.',
  },
  en: {
    'admin.setting.group.remote': 'Taking part at a distance',
    'admin.setting.group.seats': 'Seats and presence',
    'admin.setting.group.debate': 'Debate and proposals',
    'admin.setting.group.decisions': 'Decisions and votes',
    'admin.setting.group.openness': 'Openness',
    'admin.setting.remoteAllowed': 'Taking part at a distance',
    'admin.setting.remoteAllowed.effect':
      '{value, select, yes {Members and substitutes may apply to take part at a distance. The chair permits or refuses, with a reason.} other {Nobody takes part at a distance. The notice is for the room alone.}}',
    'admin.setting.remoteMaximum': 'Most at a distance',
    'admin.setting.remoteMaximum.effect':
      '{value, select, none {No limit to how many take part at a distance.} other {At most {number} take part at a distance at once. Whoever applies after that waits in turn.}}',
    'admin.setting.remoteForSecretItems': 'At a distance behind closed doors',
    'admin.setting.remoteForSecretItems.effect':
      '{value, select, premisesOnly {Behind closed doors only those who sit in the municipality’s own premises take part at a distance.} protected {Behind closed doors those who have declared a secluded room take part at a distance.} perItem {Before each item behind closed doors it is decided who may take part at a distance.} other {Items behind closed doors are handled with nobody at a distance.}}',
    'admin.setting.remoteForSecretItems.why':
      'The law does not say how secrecy is kept at a distance. Without a decision of its own nobody is at a distance in such items.',
    'admin.setting.remoteClosedBallot': 'Closed ballot at a distance',
    'admin.setting.remoteClosedBallot.effect':
      '{value, select, yes {Those at a distance vote in a closed ballot with a sealed vote.} other {No closed ballot is held while somebody takes part at a distance.}}',
    'admin.setting.remoteClosedBallot.why':
      'The law does not say whether a closed ballot may be held at a distance. Without a decision of its own it is held in the room alone.',
    'admin.setting.closedBallotRevote': 'Voting again in a closed ballot',
    'admin.setting.closedBallotRevote.effect':
      '{value, select, yes {Who has cast a sealed vote may vote again until the ballot is closed. The last vote counts.} other {A sealed vote stands when it is cast and cannot be changed.}}',
    'admin.setting.closedBallotRevote.why':
      'The law says nothing of it. Being able to vote again protects one who is watched or pressed.',
    'admin.setting.closedBallotOthers': 'Voting for somebody who is not nominated',
    'admin.setting.closedBallotOthers.effect':
      '{value, select, yes {In a closed ballot one may vote for “somebody else”. If somebody else gets at least as many votes as the one who would be elected, you nominate more and vote again.} other {In a closed ballot one votes for one of those nominated, or blank.}}',
    'admin.setting.closedBallotOthers.why':
      'The law does not demand that the one elected is nominated. Sealed votes cannot bear a name of their own, so they are counted together.',
    'admin.setting.remoteProportional': 'Proportional election at a distance',
    'admin.setting.remoteProportional.effect':
      '{value, select, yes {A proportional election may be held while somebody takes part at a distance, with sealed slips.} other {No proportional election is held while somebody takes part at a distance.}}',
    'admin.setting.remoteProportional.why':
      'The act on proportional elections presumes closed slips. Whether sealed votes count as such has not been tried.',
    'admin.setting.mustBeInRoom': 'Who has to be in the room',
    'admin.setting.mustBeInRoom.effect':
      '{value, select, none {Only the one who leads the meeting has to be in the room.} other {Have to be in the room: {roles}. Otherwise the meeting cannot be opened.}}',
    'admin.setting.mustBeInRoom.role.chair': 'the chair',
    'admin.setting.mustBeInRoom.role.viceChair': 'the first vice chair',
    'admin.setting.mustBeInRoom.role.secondViceChair': 'the second vice chair',
    'admin.setting.mustBeInRoom.role.secretary': 'the secretary',
    'admin.setting.mustBeInRoom.why':
      'The law names some only. Who else has to be in the room is for the body’s own rules.',
    'admin.setting.pictureRequired': 'A picture is required',
    'admin.setting.pictureRequired.effect':
      '{value, select, yes {Whoever turns the camera off, or whose picture stands still, does not count as present.} other {Whoever is only heard counts as present.}}',
    'admin.setting.pictureRequired.why':
      'For companies the law says nothing of a picture. Without a decision it is required.',
    'admin.setting.degradedLinkStops': 'A poor link stops the meeting',
    'admin.setting.degradedLinkStops.effect':
      '{value, select, yes {As soon as somebody’s link is too poor the debate is interrupted until it is good again.} other {A poor link gives a warning. Decisions stop only when it breaks.}}',
    'admin.setting.degradedLinkStops.why':
      'The law sets no limit to how poor a link may be. Without a decision the chair is warned.',
    'admin.setting.lossPolicy': 'When a link breaks',
    'admin.setting.lossPolicy.effect':
      '{value, select, adjourn {The meeting is adjourned until the member is back.} other {After {number} seconds the chair may note the member as absent and call in the substitute.}}',
    'admin.setting.lossPolicy.why':
      'The law says that one who has lost the link is not present, but not how long to wait.',
    'admin.setting.noticeDays': 'Days between notice and meeting',
    'admin.setting.noticeDays.effect':
      '{value, select, zero {The rules set no number of days. The notice is sent in good time.} other {The notice is sent at least {number} days before the meeting.}}',
    'admin.setting.substituteOrder': 'Order of substitutes',
    'admin.setting.substituteOrder.effect':
      '{value, select, perParty {Substitutes serve in their party’s own order.} lpv22 {Substitutes serve in the order given by the act on proportional elections.} other {Substitutes serve in the order the council has decided.}}',
    'admin.setting.memberReturnsBetweenItems': 'When a member arrives',
    'admin.setting.memberReturnsBetweenItems.effect':
      '{value, select, yes {A member who arrives takes the seat between two items.} other {A member who arrives takes the seat at once, but not during a vote.}}',
    'admin.setting.memberReturnsBetweenItems.why':
      'The law gives the member the right to serve, but does not say at what moment the two change places.',
    'admin.setting.memberMayResumeAfterHindrance': 'Serving again the same day',
    'admin.setting.memberMayResumeAfterHindrance.effect':
      '{value, select, yes {A member who has broken off may serve again the same day.} other {A member who has broken off for another reason than a conflict of interest serves no more that day.}}',
    'admin.setting.quorumNumber': 'A higher number for quorum',
    'admin.setting.quorumNumber.effect':
      '{value, select, none {Quorate when more than half are present.} other {Quorate when at least {number} are present, and always more than half.}}',
    'admin.setting.rollCallOrder': 'Order of the roll call',
    'admin.setting.rollCallOrder.effect':
      '{value, select, seat {The roll is called by seat number. The presidium comes last, the chair last of all.} other {The roll is called by the alphabet. The presidium comes last, the chair last of all.}}',
    'admin.setting.rollCallOrder.why': 'The law sets no order. The body’s own rules do.',
    'admin.setting.speechSeconds': 'Longest speech',
    'admin.setting.speechSeconds.effect':
      '{value, select, none {Speeches have no time limit.} other {A speech may last {number} seconds at most.}}',
    'admin.setting.speechSeconds.why': 'The law does not limit speeches. Without a decision there is no limit.',
    'admin.setting.replySeconds': 'Longest reply',
    'admin.setting.replySeconds.effect': '{value, select, other {A reply may last {number} seconds at most.}}',
    'admin.setting.replySeconds.why': 'The law does not mention replies. Two minutes are common.',
    'admin.setting.repliesPerSpeech': 'Replies to a speech',
    'admin.setting.repliesPerSpeech.effect':
      '{value, select, other {{number, plural, =0 {No replies are given.} one {At most one reply to a speech for each speaker.} other {At most # replies to a speech for each speaker.}}}}',
    'admin.setting.repliesPerSpeech.why': 'The law does not mention replies. Two are common.',
    'admin.setting.proposalsInWriting': 'Proposals in writing',
    'admin.setting.proposalsInWriting.effect':
      '{value, select, yes {Amendments and additions are handed in in writing.} other {Proposals may be made by word of mouth.}}',
    'admin.setting.proposalsInWriting.why': 'The law does not ask for writing. A written proposal is not misread.',
    'admin.setting.nonServingMaySpeak': 'Substitutes’ right to speak',
    'admin.setting.nonServingMaySpeak.effect':
      '{value, select, yes {A substitute who is present but not serving may ask for the floor.} other {A substitute who is not serving does not speak.}}',
    'admin.setting.openVoteMethod': 'How open votes are given',
    'admin.setting.openVoteMethod.effect':
      '{value, select, buttons {Open votes are given by button.} rollCall {Open votes are given by roll call.} other {The chair chooses button or roll call for each vote.}}',
    'admin.setting.openVoteMethod.why': 'The law says that the vote is open, not how a vote is given.',
    'admin.setting.castingVoteFollowsOwn': 'The chair’s casting vote',
    'admin.setting.castingVoteFollowsOwn.effect':
      '{value, select, yes {In a tie the proposal the chair voted for is carried.} other {In a tie the chair chooses freely.}}',
    'admin.setting.castingVoteFollowsOwn.why':
      'The law does not say whether the casting vote has to follow the chair’s own vote. The safe reading is that it does.',
    'admin.setting.interpellationsBelowQuorum': 'Interpellations without a quorum',
    'admin.setting.interpellationsBelowQuorum.effect':
      '{value, select, yes {Interpellations and questions may be answered with fewer than half present. Nothing is decided then.} other {Interpellations and questions wait until the council is quorate.}}',
    'admin.setting.whoHasVotedIsShown': 'Who has voted is shown',
    'admin.setting.whoHasVotedIsShown.effect':
      '{value, select, yes {While a vote is open it shows who has voted, never how.} other {While a vote is open it shows only how many have voted.}}',
    'admin.setting.whoHasVotedIsShown.why': 'The law says nothing of what is shown while a vote is open.',
    'admin.setting.doors': 'The doors',
    'admin.setting.doors.effect':
      '{value, select, open {The meeting is public. The doors are closed only for items under secrecy.} other {The meeting is held behind closed doors.}}',
    'admin.setting.publicLive': 'Broadcast to the public',
    'admin.setting.publicLive.effect':
      '{value, select, yes {Anybody can follow the meeting on the public page while it goes on.} other {The public page shows the notice alone and, when approved, the minutes.}}',
    'admin.setting.publicLive.why':
      'The law does not ask for a broadcast, but personal data have to be weighed. Councils usually broadcast.',
    'admin.setting.conflictInCouncilMayWatch': 'In conflict of interest, in the council',
    'admin.setting.conflictInCouncilMayWatch.effect':
      '{value, select, yes {Whoever is in conflict in the council may follow the item from the public’s seats.} other {Whoever is in conflict leaves the room and sees nothing of the item.}}',
    'admin.setting.conflictInCouncilMayWatch.why':
      'The meeting is public, but the law does not say whether the one in conflict may stay as a listener.',
  },
});
