import { area } from '../area.ts';

/** The body's decisions on a chat and on protected names, and the incident of a message taken away. */
export const adminChat = area({
  sv: {
    'admin.setting.protectedNamesPublic': 'Namn på den som har skyddade personuppgifter',
    'admin.setting.protectedNamesPublic.effect':
      '{value, select, yes {Allmänheten ser namnen, på webben, i salens bild och i det som publiceras.} other {Allmänheten ser N.N. och parti i stället för namnet. De som är med i mötet ser namnet, och det står i protokollet.}}',
    'admin.setting.protectedNamesPublic.why':
      'Vem som har ett uppdrag är offentligt, men ett namn intill en plats och en tid är det som skyddet ska hindra att det sprids (OSL 22 kap. 1 §). Utan eget beslut sprids det inte.',
    'admin.wording.protectedNames':
      'Namn på ledamöter med skyddade personuppgifter får anges när sammanträden sänds och protokoll publiceras.',
    'admin.wording.protectedNamesNo':
      'Namn på ledamöter med skyddade personuppgifter anges inte när sammanträden sänds och protokoll publiceras.',
    'admin.setting.chat': 'Chatt vid sammanträdet',
    'admin.setting.chat.effect':
      '{value, select, yes {De som är inne i sammanträdet kan skriva till varandra, och partierna var för sig i uppehåll för gruppmöte. Inget sparas efter sammanträdet.} other {Ingen chatt finns.}}',
    'admin.setting.chat.why':
      'Lagen nämner inte chatt. Det som skrivs kan röra uppgifter som inte får spridas. Utan eget beslut finns ingen.',
    'admin.wording.chat':
      'Under sammanträdet får de som deltar skriva korta meddelanden till varandra. Uppgifter om enskilda eller uppgifter som omfattas av sekretess får inte skrivas där. Yrkanden, reservationer och röster lämnas inte i meddelanden. Sekreteraren och ordföranden får ta bort ett meddelande. Meddelandena hör inte till protokollet och raderas när sammanträdet avslutas.',
    'admin.wording.chatNo': 'Skriftliga meddelanden mellan deltagarna förekommer inte under sammanträdet.',
    'admin.event.ChatMessageRemoved': 'Ett meddelande från {person} i chatten togs bort, {body}: {cause}.',
    'admin.chatCause.individual': 'uppgift om en enskild',
    'admin.chatCause.secret': 'uppgift som kan omfattas av sekretess',
    'admin.chatCause.manners': 'otillbörligt språk',
    'admin.chatCause.elsewhere': 'hör hemma i sammanträdet',
  },
  en: {
    'admin.setting.protectedNamesPublic': 'Names of those with protected identity',
    'admin.setting.protectedNamesPublic.effect':
      '{value, select, yes {The public sees the names, on the web, on the hall’s screen and in what is published.} other {The public sees N.N. and the party instead of the name. Those in the meeting see the name, and it stands in the minutes.}}',
    'admin.setting.protectedNamesPublic.why':
      'Who holds an office is public, but a name beside a place and an hour is what the protection keeps from being spread (OSL 22:1). Without a decision it is not spread.',
    'admin.wording.protectedNames':
      'Names of members with protected identity may be given when meetings are broadcast and minutes are published.',
    'admin.wording.protectedNamesNo':
      'Names of members with protected identity are not given when meetings are broadcast and minutes are published.',
    'admin.setting.chat': 'Chat at the meeting',
    'admin.setting.chat.effect':
      '{value, select, yes {Those who are in the meeting can write to each other, and the parties each apart in a break for group meetings. Nothing is kept after the meeting.} other {There is no chat.}}',
    'admin.setting.chat.why':
      'The law does not mention a chat. What is written may touch what must not be spread. Without a decision there is none.',
    'admin.wording.chat':
      'During the meeting those who take part may write short messages to each other. Nothing about individuals and nothing secret may be written there. Proposals, reservations and votes are not given in messages. The secretary and the chair may take a message away. The messages are no part of the minutes and are deleted when the meeting is closed.',
    'admin.wording.chatNo': 'The participants do not write messages to each other during the meeting.',
    'admin.event.ChatMessageRemoved': 'A message from {person} in the chat was taken away, {body}: {cause}.',
    'admin.chatCause.individual': 'about an individual',
    'admin.chatCause.secret': 'may be secret',
    'admin.chatCause.manners': 'unseemly language',
    'admin.chatCause.elsewhere': 'belongs in the meeting',
  },
});
