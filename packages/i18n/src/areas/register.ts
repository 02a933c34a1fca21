import { area } from '../area.ts';

/** Why the register does not take something. Days come as `YYYY-MM-DD`, empty for until further notice. */
export const register = area({
  sv: {
    'server.setUp': 'Ingen administrerar registret än. Gå till {url} och skriv koden {code} för att bli den första.',
    'server.registerBroken':
      'VARNING: registret stämmer inte med det som skrevs, från post {seq}. Någon har ändrat direkt i databasen. Servern går ändå, för att möten ska kunna hållas. Jämför med en säkerhetskopia.',
    'refusal.REG-ADMIN': 'Det gör en administratör för registret. Försöket är antecknat.',
    'refusal.REG-CODE': 'Koden stämmer inte, eller så finns det redan en administratör.',
    'refusal.REG-CONFLICT': 'Någon annan ändrade registret samtidigt. Försök igen.',
    'refusal.REG-UNKNOWN':
      '{what, select, person {Personen finns inte i registret.} party {Partiet {id} finns inte i registret.} bodyThen {Organet fanns inte den dagen.} key {Nyckeln finns inte.} template {Mallen finns inte.} preview {Förhandsvisningen gäller inte längre. Läs in filen igen.} other {Organet finns inte i registret.}}',
    'refusal.REG-EXISTS': '{name} finns redan.',
    'refusal.REG-NAME': 'Ett namn eller en text saknas.',
    'refusal.REG-DATES':
      '{to, select, none {Dagen {from} finns inte i kalendern.} other {Dagarna går inte ihop: {from} till {to}.}}',
    'refusal.REG-ERASED': 'Personens uppgifter är gallrade.',
    'refusal.REG-ONE-PLACE':
      '{kind, select, substitute {{person} är redan ersättare nummer {number} i organet.} other {{person} har redan plats {number} i organet.}} En person har en plats åt gången.',
    'refusal.REG-SEAT-NUMBER': 'Plats {seat} finns inte. Organet har {seats} platser.',
    'refusal.REG-COUNCIL-SIZE':
      '{seats} platser går inte: antalet ledamöter i fullmäktige är udda och minst {least}{voters, select, none {} other { när {voters} har rösträtt}}. KL 5 kap. 5 §.',
    'refusal.REG-BOARD-SIZE': '{seats} platser går inte: styrelsen har minst {least} ledamöter. KL 6 kap. 16 §.',
    'refusal.REG-COUNCIL-CHANGE':
      'Fullmäktige har {seats} platser till nästa ordinarie val. Ett nytt antal gäller från den 15 oktober ett valår, inte från {from}, och beslutas före utgången av februari det året. Rättar du ett fel? Ange då den dag då det felaktiga antalet började. KL 5 kap. 7 §, KL 5 kap. 9 §.',
    'refusal.REG-COUNCIL-SUBSTITUTES':
      '{party} har {substitutes} ersättare i fullmäktige på {seats} platser. Högst {most} går: ersättarna är högst hälften av partiets platser. KL 5 kap. 8 §.',
    'refusal.REG-BOARD-SUBSTITUTES': 'Styrelsen har {substitutes} ersättare. Den ska ha minst {least}. KL 6 kap. 16 §.',
    'refusal.REG-QUORUM':
      'Hur många som måste vara närvarande står i lagen: fler än hälften. Ett annat antal kan inte beslutas. KL 5 kap. 45 §, KL 6 kap. 27 §.',
    'refusal.REG-COLOUR': 'Färgen skrivs som # och sex tecken, till exempel #1b6e8a.',
    'refusal.REG-SEAT-TAKEN':
      '{to, select, none {Plats {seat} har {person} tills vidare.} other {Plats {seat} har {person} till {to}.}} Ange först när uppdraget slutar.',
    'refusal.REG-SEATS-HELD': 'Plats {seat} är besatt. Då kan organet inte ha bara {seats} platser.',
    'refusal.REG-ORDER-TAKEN': 'Som nummer {order} i ordningen står redan {person}.',
    'refusal.REG-NOT-HELD': '{person} har inte det uppdraget den {on}.',
    'refusal.REG-PRESIDIUM':
      '{person} är inte ledamot den {on}. Presidiet väljs bland ledamöterna. KL 5 kap. 11 §, KL 6 kap. 21 §.',
    'refusal.REG-DUTY-TAKEN':
      '{duty, select, chair {Ordförande är redan {person}.} viceChair {Vice ordförande är redan {person}.} secondViceChair {Andre vice ordförande är redan {person}.} other {Uppdraget har redan {person}.}}',
    'refusal.REG-PARENT':
      '{why, select, missing {{body} hör till ett annat organ. Ange vilket.} ring {{body} kan inte höra till sig själv.} other {En nämnd hör till fullmäktige. Ange fullmäktige.}}',
    'refusal.REG-DECISION-LATER': 'Regeln kan inte gälla från {from}: beslutet fattades först {date}.',
    'refusal.REG-IN-OFFICE':
      '{where, select, none {Personen är administratör. Ta bort det uppdraget först.} other {Personen har ett uppdrag i {where}. Uppgifterna behövs tills det är slut.}}',
    'refusal.REG-LAST-ADMIN': 'Någon måste vara administratör. Utse en till först.',
    'refusal.REG-PRESIDIUM-ROOM':
      'Från {from} får fullmäktiges presidium inte delta på distans. Ordförande och vice ordförande måste vara i rummet. KL 5 kap. 16 §.',
    'refusal.REG-COUNCIL-DOORS':
      'Fullmäktiges sammanträden är offentliga. Dörrarna kan stängas bara för ett visst ärende. KL 5 kap. 42 §.',
    'refusal.GOV-02':
      '{body} måste själv ha beslutat om distansdeltagande. Ange {body}s eget beslut. KL 5 kap. 16 §, KL 5 kap. 72 §.',
    'refusal.GOV-03':
      '{by, select, none {{body} hör inte till något fullmäktige, som kan ge rätten.} other {{by}s beslut om distansdeltagande i {body} saknas. En nämnd kan inte ge sig den rätten.}} KL 6 kap. 24 §.',
    'refusal.GOV-04':
      '{by, select, none {{body} hör inte till någon nämnd, som kan ge rätten.} other {{by} måste själv ha rätten först och besluta för {body}. Ett utskott kan inte ge sig den.}} KL 6 kap. 24 §.',
    'refusal.GOV-05': 'För {body} är lagen tyst. Välj uttryckligen, och anteckna varför. KL 6 kap. 24 §.',
    'refusal.REG-FILE-KIND': 'Filen är varken CSV eller ett vanligt Excelblad (.xlsx). Spara den som något av dem.',
    'refusal.REG-FILE-EMPTY': 'Filen har inga rader under rubrikraden.',
    'refusal.REG-FILE-COLUMNS': 'Rubrikraden saknar: {columns}.',
    'refusal.REG-ROW-DATE': 'Dagen {value} finns inte. Skriv den som 2025-04-03.',
    'refusal.REG-ROW-NUMBER': '{value} är inget nummer som går att använda.',
    'refusal.REG-ROW-ROLE': 'Rollen {value} är okänd.',
    'refusal.REG-ROW-KIND': 'Det går inte att se vad {value} är för slags organ. Ange det i kolumnen organtyp.',
    'refusal.REG-ROW-NAME': 'Raden har inget namn på en person.',
    'refusal.REG-ROW-AMBIGUOUS': 'Det finns flera som heter {name}. Ange e-postadressen, så att det går att se vem.',
    'refusal.REG-ROW-FULL': 'Organet har {seats} platser, och alla är besatta.',
    'register.import.party': 'Partiet {name} är nytt.',
    'register.import.body': 'Organet {body} är nytt, med {seats} platser.',
    'register.import.person': '{name} är ny i registret.',
    'register.import.contact': 'Nya uppgifter om {name}.',
    'register.import.seat':
      '{to, select, none {Plats {seat} i {body}: {name} från {from}.} other {Plats {seat} i {body}: {name} från {from} till {to}.}}',
    'register.import.substitute':
      '{to, select, none {Ersättare {order} i {body}: {name} från {from}.} other {Ersättare {order} i {body}: {name} från {from} till {to}.}}',
    'register.import.duty': '{name} får en uppgift i {body} från {from}: {role}.',
    'register.import.ends': 'Uppdraget i {body} slutar för {name} den {to}.',
  },
  en: {
    'server.setUp': 'Nobody administers the register yet. Go to {url} and enter the code {code} to become the first.',
    'server.registerBroken':
      'WARNING: the register is not what was written, from entry {seq} on. Somebody has changed the database directly. The server runs all the same, so that meetings can be held. Compare with a backup.',
    'refusal.REG-ADMIN': 'That is for an administrator of the register. The attempt is on record.',
    'refusal.REG-CODE': 'The code is not right, or there is an administrator already.',
    'refusal.REG-CONFLICT': 'Somebody else changed the register at the same time. Try again.',
    'refusal.REG-UNKNOWN':
      '{what, select, person {The person is not in the register.} party {The party {id} is not in the register.} bodyThen {The body did not exist on that day.} key {There is no such key.} template {There is no such template.} preview {The preview is no longer valid. Read the file in again.} other {The body is not in the register.}}',
    'refusal.REG-EXISTS': '{name} is there already.',
    'refusal.REG-NAME': 'A name or a text is missing.',
    'refusal.REG-DATES':
      '{to, select, none {The calendar has no {from}.} other {The days do not fit together: {from} to {to}.}}',
    'refusal.REG-ERASED': 'The person’s data have been erased.',
    'refusal.REG-ONE-PLACE':
      '{kind, select, substitute {{person} is already substitute number {number} in the body.} other {{person} already has seat {number} in the body.}} One person has one place at a time.',
    'refusal.REG-SEAT-NUMBER': 'There is no seat {seat}. The body has {seats} seats.',
    'refusal.REG-COUNCIL-SIZE':
      '{seats} seats will not do: a council has an odd number of members and at least {least}{voters, select, none {} other { when {voters} may vote}}. LGA ch. 5 s. 5.',
    'refusal.REG-BOARD-SIZE':
      '{seats} seats will not do: an executive board has at least {least} members. LGA ch. 6 s. 16.',
    'refusal.REG-COUNCIL-CHANGE':
      'The council has {seats} seats until the next ordinary election. Another number holds from 15 October of an election year, not from {from}, and is decided before the end of February that year. If you are setting a mistake right, give the day on which the wrong number began. LGA ch. 5 s. 7, LGA ch. 5 s. 9.',
    'refusal.REG-COUNCIL-SUBSTITUTES':
      '{party} has {substitutes} substitutes in the council for {seats} seats. At most {most} will do: substitutes are half of a party’s seats at most. LGA ch. 5 s. 8.',
    'refusal.REG-BOARD-SUBSTITUTES':
      'The executive board has {substitutes} substitutes. It shall have at least {least}. LGA ch. 6 s. 16.',
    'refusal.REG-QUORUM':
      'How many have to be present is in the law: more than half. No other number can be decided. LGA ch. 5 s. 45, LGA ch. 6 s. 27.',
    'refusal.REG-COLOUR': 'A colour is written as # and six characters, such as #1b6e8a.',
    'refusal.REG-SEAT-TAKEN':
      '{to, select, none {Seat {seat} is {person}’s until further notice.} other {Seat {seat} is {person}’s until {to}.}} First say when that ends.',
    'refusal.REG-SEATS-HELD': 'Seat {seat} is held. So the body cannot have only {seats} seats.',
    'refusal.REG-ORDER-TAKEN': 'Number {order} in the order is {person} already.',
    'refusal.REG-NOT-HELD': '{person} does not hold that office on {on}.',
    'refusal.REG-PRESIDIUM':
      '{person} is not a member on {on}. The presidium is chosen among the members. LGA ch. 5 s. 11, LGA ch. 6 s. 21.',
    'refusal.REG-DUTY-TAKEN':
      '{duty, select, chair {The chair is {person} already.} viceChair {The vice chair is {person} already.} secondViceChair {The second vice chair is {person} already.} other {The duty is {person}’s already.}}',
    'refusal.REG-PARENT':
      '{why, select, missing {{body} belongs to another body. Say which.} ring {{body} cannot belong to itself.} other {A board belongs to a council. Name the council.}}',
    'refusal.REG-DECISION-LATER': 'The rule cannot hold from {from}: the decision was made on {date}.',
    'refusal.REG-IN-OFFICE':
      '{where, select, none {The person is an administrator. Withdraw that first.} other {The person holds an office in {where}. The data are needed until it ends.}}',
    'refusal.REG-LAST-ADMIN': 'Somebody has to be administrator. Appoint another one first.',
    'refusal.REG-PRESIDIUM-ROOM':
      'From {from} a council’s presidium may not take part at a distance. The chair and vice chairs have to be in the room. LGA ch. 5 s. 16.',
    'refusal.REG-COUNCIL-DOORS':
      'A council meets in public. The doors can be closed only for a certain item. LGA ch. 5 s. 42.',
    'refusal.GOV-02':
      '{body} itself must have decided on taking part at a distance. Give its own decision. LGA ch. 5 s. 16, LGA ch. 5 s. 72.',
    'refusal.GOV-03':
      '{by, select, none {{body} belongs to no council that could give the right.} other {There is no decision by {by} that lets members of {body} take part at a distance. A board cannot give itself that right.}} LGA ch. 6 s. 24.',
    'refusal.GOV-04':
      '{by, select, none {{body} belongs to no board that could give the right.} other {{by} must have the right first, and decide for {body}. A committee cannot give it to itself.}} LGA ch. 6 s. 24.',
    'refusal.GOV-05': 'For {body} the law is silent. Choose expressly, and note why. LGA ch. 6 s. 24.',
    'refusal.REG-FILE-KIND': 'The file is neither CSV nor an ordinary Excel sheet (.xlsx). Save it as one of them.',
    'refusal.REG-FILE-EMPTY': 'The file has no rows below its headings.',
    'refusal.REG-FILE-COLUMNS': 'The row of headings lacks: {columns}.',
    'refusal.REG-ROW-DATE': 'There is no day {value}. Write it as 2025-04-03.',
    'refusal.REG-ROW-NUMBER': '{value} is not a number that can be used.',
    'refusal.REG-ROW-ROLE': 'The role {value} is unknown.',
    'refusal.REG-ROW-KIND': 'What kind of body {value} is cannot be seen. Give it in the column organtyp.',
    'refusal.REG-ROW-NAME': 'The row has no name of a person.',
    'refusal.REG-ROW-AMBIGUOUS': 'Several people are called {name}. Give the e-mail address, so that one can see who.',
    'refusal.REG-ROW-FULL': 'The body has {seats} seats, and all are held.',
    'register.import.party': 'The party {name} is new.',
    'register.import.body': 'The body {body} is new, with {seats} seats.',
    'register.import.person': '{name} is new in the register.',
    'register.import.contact': 'New data about {name}.',
    'register.import.seat':
      '{to, select, none {Seat {seat} in {body}: {name} from {from}.} other {Seat {seat} in {body}: {name} from {from} to {to}.}}',
    'register.import.substitute':
      '{to, select, none {Substitute {order} in {body}: {name} from {from}.} other {Substitute {order} in {body}: {name} from {from} to {to}.}}',
    'register.import.duty': '{name} gets a duty in {body} from {from}: {role}.',
    'register.import.ends': 'In {body} the office of {name} ends on {to}.',
  },
});
