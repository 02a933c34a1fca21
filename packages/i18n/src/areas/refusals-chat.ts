import { area } from '../area.ts';

/** Why the chat, or a room in a break, is closed to somebody now. */
export const refusalsChat = area({
  sv: {
    'refusal.CHAT-OFF': 'Organet har inte beslutat att ha chatt.',
    'refusal.CHAT-NOT-NOW': 'Chatten är öppen medan sammanträdet pågår.',
    'refusal.CHAT-NOT-YOURS': 'Chatten är för dem som är inne i sammanträdet.',
    'refusal.CHAT-CLOSED-ITEM': 'Chatten är stängd medan ärendet behandlas inom stängda dörrar.',
    'refusal.CHAT-CONFLICT': 'Du är jävig i ärendet. Chatten öppnas för dig när det är avslutat.',
    'refusal.CHAT-NO-BREAK': 'Partiets chatt är öppen i uppehåll för gruppmöte.',
    'refusal.CHAT-NOT-GROUP': 'Partiets chatt är för partiets ledamöter och ersättare.',
    'refusal.CHAT-NOTICE': 'Läs först vad som inte får skrivas i chatten.',
    'refusal.CHAT-TEXT': 'Ett meddelande har högst 500 tecken, inga osynliga.',
    'refusal.CHAT-PERSONAL-NUMBER': 'Det ser ut som ett personnummer. Sådana får inte skrivas i chatten.',
    'refusal.CHAT-TOO-OFTEN': 'Du har skrivit många meddelanden på kort tid. Vänta en stund.',
    'refusal.CHAT-NOT-MODERATOR': 'Meddelanden tas bort av sekreteraren eller den som leder mötet.',
    'refusal.CHAT-GONE': 'Meddelandet är redan borttaget.',
    'refusal.BREAK-ROOM-NO-BREAK': 'Rummet är öppet i pausen. För partiets rum: i uppehåll för gruppmöte.',
    'refusal.BREAK-ROOM-NOT-GROUP': 'Rummet är för partiets ledamöter och ersättare som är inne i sammanträdet.',
  },
  en: {
    'refusal.CHAT-OFF': 'The body has not decided to have a chat.',
    'refusal.CHAT-NOT-NOW': 'The chat is open while the meeting goes on.',
    'refusal.CHAT-NOT-YOURS': 'The chat is for those who are in the meeting.',
    'refusal.CHAT-CLOSED-ITEM': 'The chat is closed while the item is dealt with behind closed doors.',
    'refusal.CHAT-CONFLICT': 'You have a conflict of interest. The chat opens for you when the item is closed.',
    'refusal.CHAT-NO-BREAK': 'The party’s chat is open in a break for group meetings.',
    'refusal.CHAT-NOT-GROUP': 'The party’s chat is for its own members and substitutes.',
    'refusal.CHAT-NOTICE': 'First read what must not be written in the chat.',
    'refusal.CHAT-TEXT': 'A message has 500 signs at most, none of them unseen.',
    'refusal.CHAT-PERSONAL-NUMBER': 'This looks like a personal identity number. None may be written in the chat.',
    'refusal.CHAT-TOO-OFTEN': 'You have written many messages in a short time. Wait a while.',
    'refusal.CHAT-NOT-MODERATOR': 'Messages are taken away by the secretary or the one who leads the meeting.',
    'refusal.CHAT-GONE': 'The message has been taken away already.',
    'refusal.BREAK-ROOM-NO-BREAK':
      'The room is open in the break. For the party’s room: in a break for group meetings.',
    'refusal.BREAK-ROOM-NOT-GROUP': 'The room is for the party’s members and substitutes who are in the meeting.',
  },
});
