import { area } from '../area.ts';

/** Company boards and general meetings with their voting register, and minutes adjusted at once. */
export const company = area({
  sv: {
    'member.company.consent.word': 'Samtycke',
    'member.company.consent.asked':
      'Någon vill delta på distans. Det går bara om alla i styrelsen är överens. {count, number} av {all, number} har samtyckt.',
    'member.company.consent.given':
      'Du har samtyckt till att någon deltar på distans. {count, number} av {all, number} har gjort det.',
    'member.company.consent.press': 'Jag samtycker',
    'member.company.consent.refuse': 'Nej, inte på distans',
    'member.company.consent.refused':
      'Du har sagt nej till att någon deltar på distans. Då kan styrelsen inte öppna sammanträdet så. Du kan ändra dig.',
    'member.company.capsulam': '§ {number}, beslut per capsulam',
    'member.company.capsulam.sign': 'Skriv under',
    'member.company.capsulam.refuse': 'Nej, ta upp det på ett sammanträde',
    'member.company.capsulam.mine': 'Du skrev under kl. {time}.',
    'member.company.capsulam.standing':
      '{signed, number} av {all, number} har skrivit under. Underskrift saknas från {names}. Beslutet gäller när alla har skrivit under.',
    'member.company.capsulam.refused': '{name} har sagt nej. Frågan tas upp på ett sammanträde.',
    'member.company.capsulam.decided': 'Beslutat {date} kl. {time}, när den sista skrev under.',
    'chair.capsulam': 'Beslut utan sammanträde',
    'chair.capsulam.propose': 'Skicka för underskrift',
    'chair.capsulam.title': '§ {number}, för underskrift av alla',
    'chair.capsulam.text': 'Beslutet, ord för ord',
    'chair.capsulam.effect':
      'Alla i styrelsen får texten. Den är beslutad den dag då den sista har skrivit under. Säger någon nej tas frågan upp på ett sammanträde.',
    'chair.capsulam.send': 'Skicka',
    'refusal.ABL-4':
      '{count, plural, one {En ledamot har} other {# ledamöter har}} inte kvitterat underlaget: {persons}. Styrelsen beslutar när alla, så långt det går, har fått det.',
    'refusal.ABL-5': 'Att företräda ett annat bolag i samma koncern är inte jäv.',
    'refusal.ABL-7': 'Protokollet justeras av ordföranden och minst en ledamot till.',
    'refusal.ABL-8':
      '{why, select, body {Bara en bolagsstyrelse kan besluta utan sammanträde.} stage {Ärendet är redan uppe på ett sammanträde.} proposed {Förslaget skrivs redan under.} none {Det finns inget förslag att skriva under.} refused {En ledamot har sagt nej. Frågan tas upp på ett sammanträde.} other {Bara styrelsens ledamöter skriver under.}}',
    'refusal.ABL-9':
      '{why, select, digital {Stämman hålls digitalt bara om bolagsordningen säger det eller om extraordinära omständigheter kräver det.} closed {Sluten omröstning är begärd i valet.} register {Stämman har inte godkänt röstlängden. Det görs före alla beslut.} approved {Röstlängden är godkänd, och inget i den har ändrats.} voting {En omröstning pågår. Röstlängden ändras när den är avslutad.} kind {Bara en bolagsstämma har röstlängd efter aktier.} seat {Platsen finns inte, eller stämman är avslutad.} amount {Aktier och röster anges i hela tal, minst en av varje.} other {Den som får rösta på stämman kan begära sluten omröstning i ett val.}}',
    'refusal.ABL-10': 'Protokollet hålls tillgängligt inom två veckor.',
    'refusal.MTG-COMPANY-FORM':
      '{why, select, consent {Någon deltar på distans. Alla ledamöter ska vara överens om det. {refusals, plural, =0 {} other {Nej från {refusedBy}. }}{unanswered, plural, =0 {} other {Svar saknas från {missing}.}}} opened {Sammanträdet är öppnat. Vad ni kom överens om gäller.} other {Bara styrelsens ledamöter lämnar samtycke.}}',
    'refusal.PRO-3':
      '{why, select, company {Omedelbar justering gäller kommunens organ.} other {En paragraf kan justeras omedelbart när den är beslutad och sammanträdet pågår.}}',
    'script.words.votingRegister':
      'Röstlängden är upprättad. {count, plural, one {En är närvarande och företräder} other {# är närvarande och företräder}} {shares, plural, one {en aktie} other {# aktier}} och {votes, plural, one {en röst} other {# röster}}. Godkänner stämman den som röstlängd? Jag finner att stämman godkänner den.',
    'script.words.votingRegisterChanged':
      'Röstlängden har ändrats. {count, plural, one {En är nu närvarande och företräder} other {# är nu närvarande och företräder}} {shares, plural, one {en aktie} other {# aktier}} och {votes, plural, one {en röst} other {# röster}}. Godkänner stämman ändringen? Jag finner att stämman godkänner den.',
    'script.step.approveVotingRegister': 'Klubbslag: stämman godkänner röstlängden',
    'script.effect.approveVotingRegister':
      'Röstlängden gäller tills stämman ändrar den: {votes, plural, one {en röst} other {# röster}} för {shares, plural, one {en aktie} other {# aktier}}.',
    'company.register': 'Röstlängd',
    'company.register.standing': 'Gäller från kl. {time}.',
    'company.register.drawn': 'Inte godkänd ännu. Stämman godkänner den före alla beslut.',
    'company.register.amount': '{amount, number}',
    'company.register.changed.word': 'Ändrad',
    'company.register.changed':
      'Något har ändrats sedan röstlängden godkändes. Omröstningar görs efter den godkända tills stämman godkänner ändringen.',
    'company.register.empty': 'Ingen som företräder aktier är närvarande.',
    'company.register.owner': 'Aktieägare',
    'company.register.by': 'genom ombudet {name}',
    'company.register.shares': 'Aktier',
    'company.register.votes': 'Röster',
    'company.register.sum': 'Företrädda',
    'company.register.edit': 'Ändra',
    'company.register.form': 'Vad {name} företräder',
    'company.register.form.owner': 'Aktieägare, om {name} är ombud',
    'company.register.form.owner.hint': 'Tomt när aktierna är egna. Ombudet har en fullmakt från aktieägaren.',
    'company.register.form.save': 'Skriv in',
    'minutes.missing.votingRegister': 'Stämman har inte godkänt någon röstlängd.',
    'script.step.consentToForm': 'Anteckna samtycke: {name}',
    'script.step.standForMaterial': 'Gå vidare utan kvitto från {names}',
    'script.step.adjustAtOnce': 'Justera paragrafen omedelbart',
    'minutes.adjustedAtOnce': 'Protokollet under denna paragraf förklaras omedelbart justerat.',
    'minutes.votingRegister':
      'Stämman godkänner följande röstlängd: {rows}. Företrädda är {votes, plural, one {en röst} other {# röster}} och {shares, plural, one {en aktie} other {# aktier}}.',
    'minutes.votingRegisterChanged':
      'Stämman godkänner kl. {at} att röstlängden ändras till följande: {rows}. Företrädda är {votes, plural, one {en röst} other {# röster}} och {shares, plural, one {en aktie} other {# aktier}}.',
    'minutes.votingRegister.row':
      '{name} med {shares, plural, one {en aktie} other {# aktier}} och {votes, plural, one {en röst} other {# röster}}',
    'minutes.votingRegister.proxy':
      '{owner} genom ombudet {name} med {shares, plural, one {en aktie} other {# aktier}} och {votes, plural, one {en röst} other {# röster}}',
    'minutes.materialStood': 'Alla ledamöter har inte kvitterat underlaget. Ordföranden tar ställning:',
    'minutes.perCapsulam':
      '{body} beslutar per capsulam. Alla ledamöter har skrivit under: {persons}. Den sista underskriften är från {at}. Beslutet:',
  },
  en: {
    'member.company.consent.word': 'Consent',
    'member.company.consent.asked':
      'Somebody wants to take part at a distance. That takes the consent of the whole board. {count, number} of {all, number} have consented.',
    'member.company.consent.given':
      'You have consented to somebody taking part at a distance. {count, number} of {all, number} have.',
    'member.company.consent.press': 'I consent',
    'member.company.consent.refuse': 'No, not at a distance',
    'member.company.consent.refused':
      'You have said no to somebody taking part at a distance. The board cannot open the meeting that way. You can change your mind.',
    'member.company.capsulam': '§ {number}, decision per capsulam',
    'member.company.capsulam.sign': 'Sign',
    'member.company.capsulam.refuse': 'No, take it up at a meeting',
    'member.company.capsulam.mine': 'You signed at {time}.',
    'member.company.capsulam.standing':
      '{signed, number} of {all, number} have signed. Signatures are missing from {names}. It is decided when all have signed.',
    'member.company.capsulam.refused': '{name} has said no. The question is taken up at a meeting.',
    'member.company.capsulam.decided': 'Decided on {date} at {time}, when the last one signed.',
    'chair.capsulam': 'Decisions without a meeting',
    'chair.capsulam.propose': 'Send for signature',
    'chair.capsulam.title': '§ {number}, to be signed by all',
    'chair.capsulam.text': 'The decision, word for word',
    'chair.capsulam.effect':
      'The whole board gets the text. It is decided on the day when the last one has signed. If anybody says no, it is taken up at a meeting.',
    'chair.capsulam.send': 'Send',
    'refusal.ABL-4':
      '{count, plural, one {One member has} other {# members have}} no receipt for the material: {persons}. The board decides when all, as far as possible, have had it.',
    'refusal.ABL-5': 'Representing another company of the same group is no conflict of interest.',
    'refusal.ABL-7': 'The minutes are adjusted by the chair and at least one member more.',
    'refusal.ABL-8':
      '{why, select, body {Only a company board can decide without a meeting.} stage {The item is already before a meeting.} proposed {The proposal is already being signed.} none {There is no proposal to sign.} refused {A member has said no. The question is taken up at a meeting.} other {Only the members of the board sign.}}',
    'refusal.ABL-9':
      '{why, select, digital {The general meeting is digital only if the articles say so or extraordinary circumstances demand it.} closed {A closed ballot has been asked for in the election.} register {The general meeting has not approved its voting register. That comes before every decision.} approved {The voting register is approved, and nothing in it has changed.} voting {A vote is going on. The voting register is changed when it is closed.} kind {Only a general meeting has a voting register by shares.} seat {There is no such place, or the meeting is closed.} amount {Shares and votes are whole numbers, at least one of each.} other {Whoever may vote at the general meeting can ask for a closed ballot in an election.}}',
    'refusal.ABL-10': 'The minutes are kept available within two weeks.',
    'refusal.MTG-COMPANY-FORM':
      '{why, select, consent {Somebody takes part at a distance. All members must agree to that. {refusals, plural, =0 {} other {No from {refusedBy}. }}{unanswered, plural, =0 {} other {There is no answer from {missing}.}}} opened {The meeting is opened. What you agreed stands.} other {Only members of the board give consent.}}',
    'refusal.PRO-3':
      '{why, select, company {Adjustment at once is for municipal bodies.} other {An item can be adjusted at once when it has been decided and the meeting is still going on.}}',
    'script.words.votingRegister':
      'The voting register has been drawn up. {count, plural, one {One is present and represents} other {# are present and represent}} {shares, plural, one {one share} other {# shares}} and {votes, plural, one {one vote} other {# votes}}. Does the general meeting approve it as its voting register? I find that it does.',
    'script.words.votingRegisterChanged':
      'The voting register has changed. {count, plural, one {One is now present and represents} other {# are now present and represent}} {shares, plural, one {one share} other {# shares}} and {votes, plural, one {one vote} other {# votes}}. Does the general meeting approve the change? I find that it does.',
    'script.step.approveVotingRegister': 'Gavel: the general meeting approves the voting register',
    'script.effect.approveVotingRegister':
      'The register is in force until the general meeting changes it: {votes, plural, one {one vote} other {# votes}} for {shares, plural, one {one share} other {# shares}}.',
    'company.register': 'Voting register',
    'company.register.standing': 'In force from {time}.',
    'company.register.drawn': 'Not approved yet. The general meeting approves it before every decision.',
    'company.register.amount': '{amount, number}',
    'company.register.changed.word': 'Changed',
    'company.register.changed':
      'Something has changed since the register was approved. Votes go by the approved one until the general meeting approves the change.',
    'company.register.empty': 'Nobody who represents shares is present.',
    'company.register.owner': 'Shareholder',
    'company.register.by': 'by the proxy {name}',
    'company.register.shares': 'Shares',
    'company.register.votes': 'Votes',
    'company.register.sum': 'Represented',
    'company.register.edit': 'Change',
    'company.register.form': 'What {name} represents',
    'company.register.form.owner': 'Shareholder, if {name} is a proxy',
    'company.register.form.owner.hint': 'Empty for own shares. A proxy has a power of attorney from the shareholder.',
    'company.register.form.save': 'Enter',
    'minutes.missing.votingRegister': 'The general meeting has approved no voting register.',
    'script.step.consentToForm': 'Note consent: {name}',
    'script.step.standForMaterial': 'Go on without a receipt from {names}',
    'script.step.adjustAtOnce': 'Adjust this item at once',
    'minutes.adjustedAtOnce': 'The minutes of this item are declared adjusted at once.',
    'minutes.votingRegister':
      'The general meeting approves the following voting register: {rows}. Represented are {votes, plural, one {one vote} other {# votes}} and {shares, plural, one {one share} other {# shares}}.',
    'minutes.votingRegisterChanged':
      'At {at} the general meeting approves that the voting register is changed to the following: {rows}. Represented are {votes, plural, one {one vote} other {# votes}} and {shares, plural, one {one share} other {# shares}}.',
    'minutes.votingRegister.row':
      '{name} with {shares, plural, one {one share} other {# shares}} and {votes, plural, one {one vote} other {# votes}}',
    'minutes.votingRegister.proxy':
      '{owner} by the proxy {name} with {shares, plural, one {one share} other {# shares}} and {votes, plural, one {one vote} other {# votes}}',
    'minutes.materialStood': 'Not all members have a receipt for the material. The chair takes a stand:',
    'minutes.perCapsulam':
      '{body} decides per capsulam. All members have signed: {persons}. The last signature is of {at}. The decision:',
  },
});
