import { area } from '../area.ts';

/**
 * Clauses proposed for arbetsordning and reglemente, `admin.wording.<id>` of `shippedWordings`: what a municipality may decide, in
 * the product's own words. The Swedish text is the one to decide; the English is for reading. `number` is the value, `minutes` one in seconds.
 */
export const adminWordings = area({
  sv: {
    'admin.wording.remoteCouncil':
      'Ledamöter och tjänstgörande ersättare får delta i fullmäktiges sammanträden på distans. Deltagandet ska ske genom ljud- och bildöverföring i realtid, så att deltagarna kan se och höra varandra och delta på lika villkor.\n\nDen som vill delta på distans anmäler det till fullmäktiges kansli i god tid före sammanträdet. Ordföranden avgör om det medges. Ordföranden ska försäkra sig om vem som deltar och om att den som är på distans kan följa sammanträdet och delta i behandlingen av ärendena.\n\nFullmäktiges presidium deltar inte på distans.',
    'admin.wording.remoteBoard':
      'Ledamöter och ersättare får delta i nämndens sammanträden på distans. Deltagandet ska ske genom ljud- och bildöverföring i realtid, så att deltagarna kan se och höra varandra och delta på lika villkor.\n\nDen som vill delta på distans anmäler det till nämndens sekreterare i god tid före sammanträdet. Ordföranden avgör om det medges. Deltagaren ska befinna sig i en lokal där ingen obehörig kan se eller höra det som behandlas.',
    'admin.wording.remoteCommittee':
      'Ledamöter och ersättare får delta i utskottets sammanträden på distans på samma villkor som i nämnden. Utskottets ordförande avgör om det medges.',
    'admin.wording.remoteDrafting':
      'Ledamöter får delta i beredningens sammanträden på distans genom ljud- och bildöverföring i realtid. Beredningens ordförande avgör om det medges. Den som deltar på distans ska befinna sig i en lokal där ingen obehörig kan se eller höra det som behandlas.',
    'admin.wording.remoteCompany':
      'Styrelseledamöter och suppleanter får delta i styrelsens sammanträden genom ljud- och bildöverföring i realtid. Styrelsens ordförande avgör om det medges.',
    'admin.wording.remoteNo': 'Sammanträden hålls på den plats som anges i kallelsen. Ingen deltar på distans.',
    'admin.wording.remoteMaximum':
      'Högst {number} personer får delta på distans samtidigt. Anmäler sig fler ger ordföranden företräde åt den som har särskilda skäl. I övrigt avgör den ordning som anmälningarna kom in, med hänsyn till jämvikten mellan partierna.',
    'admin.wording.placeCouncil':
      'Sammanträdet hålls på den plats som anges i kallelsen. Presidiet och sekreteraren ska vara där.',
    'admin.wording.placeBoard':
      'Sammanträdet hålls på den plats där den som leder det befinner sig. Ordföranden och sekreteraren ska vara där. Den som tjänstgör från en annan av kommunens lokaler deltar på distans.',
    'admin.wording.placeLeader':
      'Sammanträdet hålls på den plats där den som leder det befinner sig. Övriga får delta på distans i den utsträckning som ordföranden medger.',
    'admin.wording.secretNever':
      'Ärenden som innehåller uppgifter som omfattas av sekretess behandlas utan deltagare på distans.',
    'admin.wording.secretPremises':
      'I ärenden som innehåller uppgifter som omfattas av sekretess får bara den delta på distans som befinner sig i en av kommunens egna lokaler, anvisad för ändamålet.',
    'admin.wording.secretProtected':
      'I ärenden som innehåller uppgifter som omfattas av sekretess får den delta på distans som före ärendet har intygat att ingen obehörig kan se eller höra det som behandlas.',
    'admin.wording.closedBallotRoom': 'Sluten omröstning förrättas inte medan någon som ska rösta deltar på distans.',
    'admin.wording.closedBallotSealed':
      'Sluten omröstning får förrättas medan någon deltar på distans, om rösterna lämnas i ett system som skyddar valhemligheten, räknar varje röst en gång och låter resultatet kontrolleras i efterhand.',
    'admin.wording.picture':
      'Den som deltar på distans ska ha kameran påslagen så länge sammanträdet pågår. Den vars bild eller ljud har brutits räknas inte som närvarande.',
    'admin.wording.lossAbsent':
      'Bryts förbindelsen för den som deltar på distans ska ordföranden göra uppehåll i behandlingen av ärendet. Har förbindelsen inte återupprättats inom {minutes} minuter räknas ledamoten som frånvarande och ersättaren kallas in. Tiderna antecknas.',
    'admin.wording.lossAdjourn':
      'Bryts förbindelsen för en ledamot som deltar på distans ska sammanträdet ajourneras till dess att förbindelsen har återupprättats eller ledamoten har anmält förhinder. Tiderna antecknas.',
    'admin.wording.notice':
      'Kallelse med uppgift om tid, plats och de ärenden som ska behandlas ska nå varje ledamot och ersättare senast {number} dagar före sammanträdesdagen. Av kallelsen framgår om någon får delta på distans och vad som gäller om tekniken sviker.',
    'admin.wording.broadcastCouncil':
      'Fullmäktiges sammanträden sänds på kommunens webbplats medan de pågår, och spelas in. Sändning och inspelning avbryts när ett ärende behandlas inom stängda dörrar. Den som yttrar sig ska i förväg ha fått veta att sammanträdet sänds.',
    'admin.wording.broadcastNo': 'Sammanträden sänds inte och spelas inte in.',
    'admin.wording.doorsOpen':
      'Nämndens sammanträden är offentliga. Ett ärende som rör myndighetsutövning eller innehåller uppgifter som omfattas av sekretess ska behandlas inom stängda dörrar.',
    'admin.wording.votesByButton':
      'Öppna omröstningar görs i omröstningssystemet. Sviker systemet görs omröstningen genom upprop.',
    'admin.wording.votesByRollCall': 'Öppna omröstningar görs genom upprop. Ordföranden röstar sist.',
    'admin.wording.proposalsInWriting':
      'Yrkanden ska lämnas skriftligen till sekreteraren. Ordföranden får medge att ett kort yrkande om bifall, avslag, bordläggning eller återremiss ställs muntligen.',
    'admin.wording.speech': 'Ett anförande får vara högst {minutes} minuter, om inte ordföranden medger längre tid.',
    'admin.wording.reply':
      'Den som blir omnämnd i ett anförande får begära replik. En replik får vara högst {minutes} minuter.',
    'admin.wording.replies': 'På varje anförande får samma talare göra högst {number} repliker.',
    'admin.wording.substitutesSpeak':
      'En ersättare som är närvarande utan att tjänstgöra får delta i överläggningen, men inte i besluten.',
    'admin.wording.substitutesOrder':
      'Väljs ersättarna inte proportionellt ska de tjänstgöra i den ordning som fullmäktige har bestämt vid valet.',
    'admin.wording.substitutesParty':
      'Är en ledamot förhindrad tjänstgör i första hand en ersättare från samma parti, i den ordning som fullmäktige har bestämt.',
    'admin.wording.returns':
      'En ledamot som kommer under pågående sammanträde tar sin plats när det ärende som behandlas är avgjort.',
  },
  en: {
    'admin.wording.remoteCouncil':
      'Members and serving substitutes may take part in the council’s meetings at a distance. It shall be by sound and picture in real time, so that those taking part can see and hear each other and take part on equal terms.\n\nWhoever wishes to take part at a distance tells the council’s office in good time before the meeting. The chair decides whether it is permitted. The chair shall make sure of who is taking part, and that those at a distance can follow the meeting and take part in handling the items.\n\nThe council’s presidium does not take part at a distance.',
    'admin.wording.remoteBoard':
      'Members and substitutes may take part in the board’s meetings at a distance. It shall be by sound and picture in real time, so that those taking part can see and hear each other and take part on equal terms.\n\nWhoever wishes to take part at a distance tells the board’s secretary in good time before the meeting. The chair decides whether it is permitted. The person shall be in a room where nobody unauthorised can see or hear what is dealt with.',
    'admin.wording.remoteCommittee':
      'Members and substitutes may take part in the committee’s meetings at a distance on the same terms as in the board. The committee’s chair decides whether it is permitted.',
    'admin.wording.remoteDrafting':
      'Members may take part in the drafting committee’s meetings at a distance by sound and picture in real time. Its chair decides whether it is permitted. Whoever takes part at a distance shall be in a room where nobody unauthorised can see or hear what is dealt with.',
    'admin.wording.remoteCompany':
      'Directors and their deputies may take part in the board’s meetings by sound and picture in real time. The board’s chair decides whether it is permitted.',
    'admin.wording.remoteNo': 'Meetings are held at the place given in the notice. Nobody takes part at a distance.',
    'admin.wording.remoteMaximum':
      'At most {number} people may take part at a distance at once. If more apply the chair gives precedence to those with special reasons. Otherwise the order in which they applied decides, with regard to the balance between the parties.',
    'admin.wording.placeCouncil':
      'The meeting is held at the place given in the notice. The presidium and the secretary shall be there.',
    'admin.wording.placeBoard':
      'The meeting is held where the one who leads it is. The chair and the secretary shall be there. Whoever serves from other premises of the municipality takes part at a distance.',
    'admin.wording.placeLeader':
      'The meeting is held where the one who leads it is. The others may take part at a distance as far as the chair permits.',
    'admin.wording.secretNever': 'Items with information under secrecy are handled with nobody at a distance.',
    'admin.wording.secretPremises':
      'In items with information under secrecy only those take part at a distance who are in premises of the municipality’s own, assigned for it.',
    'admin.wording.secretProtected':
      'In items with information under secrecy those may take part at a distance who have declared before the item that nobody unauthorised can see or hear what is dealt with.',
    'admin.wording.closedBallotRoom':
      'No closed ballot is held while somebody who is to vote takes part at a distance.',
    'admin.wording.closedBallotSealed':
      'A closed ballot may be held while somebody takes part at a distance if the votes are given in a system that keeps them secret, counts each vote once and lets the result be checked afterwards.',
    'admin.wording.picture':
      'Whoever takes part at a distance shall keep the camera on as long as the meeting goes on. One whose picture or sound has broken does not count as present.',
    'admin.wording.lossAbsent':
      'If the link of somebody at a distance breaks, the chair shall halt the item. If the link is not back within {minutes} minutes the member counts as absent and the substitute is called in. The times are noted.',
    'admin.wording.lossAdjourn':
      'If the link of a member at a distance breaks, the meeting shall be adjourned until the link is back or the member has given notice of being hindered. The times are noted.',
    'admin.wording.notice':
      'The notice, with time, place and the items to be handled, shall reach each member and substitute at least {number} days before the day of the meeting. It says whether anybody may take part at a distance and what holds if the technology fails.',
    'admin.wording.broadcastCouncil':
      'The council’s meetings are broadcast on the municipality’s website while they go on, and recorded. Broadcast and recording stop while an item is handled behind closed doors. Whoever speaks shall have been told beforehand that the meeting is broadcast.',
    'admin.wording.broadcastNo': 'Meetings are neither broadcast nor recorded.',
    'admin.wording.doorsOpen':
      'The board’s meetings are public. An item that concerns the exercise of public authority over somebody, or holds information under secrecy, shall be handled behind closed doors.',
    'admin.wording.votesByButton':
      'Open votes are given in the voting system. If the system fails the vote is by roll call.',
    'admin.wording.votesByRollCall': 'Open votes are by roll call. The chair votes last.',
    'admin.wording.proposalsInWriting':
      'Proposals shall be handed to the secretary in writing. The chair may permit a short proposal to approve, reject, postpone or send back to be made by word of mouth.',
    'admin.wording.speech': 'A speech may last {minutes} minutes at most, unless the chair permits longer.',
    'admin.wording.reply':
      'Whoever is named in a speech may ask for a reply. A reply may last {minutes} minutes at most.',
    'admin.wording.replies': 'To each speech the same speaker may make at most {number} replies.',
    'admin.wording.substitutesSpeak':
      'A substitute who is present without serving may take part in the debate, but not in the decisions.',
    'admin.wording.substitutesOrder':
      'If the substitutes are not elected proportionally they shall serve in the order the council laid down when it elected them.',
    'admin.wording.substitutesParty':
      'If a member is hindered a substitute of the same party serves first, in the order the council has laid down.',
    'admin.wording.returns':
      'A member who arrives while the meeting goes on takes the seat when the item being handled has been decided.',
  },
});
