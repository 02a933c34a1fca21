export { ChatButton, ChatHere, MeetingChat, useChatShown } from './meeting-chat.tsx';
