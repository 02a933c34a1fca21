export * from './api-keys.ts';
export * from './assurance.ts';
export * from './assurance-levels.ts';
export * from './ballots.ts';
export * from './chat.ts';
export * from './chat-text.ts';
export { CLOSE, type CloseReason, isWorthRetrying } from './close-codes.ts';
export { meetingCommand, wireKnowsTheHeart } from './commands.ts';
export { ballotId, commandId, documentId, itemId, meetingId, personId } from './fields.ts';
export * from './http.ts';
export * from './limits.ts';
export * from './login.ts';
export {
  type ClientMessage,
  clientMessage,
  type CommandMessage,
  type Hello,
  type LinkView,
  type MessageRefusal,
  type ParsedMessage,
  parseClientMessage,
  type ServerMessage,
  type Telemetry,
  type You,
} from './messages.ts';
export * from './notices.ts';
export { agendaDocument, meetingPlan } from './plan.ts';
export * from './register.ts';
export {
  type TemplateFile,
  templateFile,
  type TemplateLine,
  type TemplatePreview,
  templatePreview,
  templateRule,
  templateTitle,
  templateUpload,
  templateWish,
} from './register-templates.ts';
export { type VideoPass, type VideoWish, videoPass, videoWish } from './video.ts';
