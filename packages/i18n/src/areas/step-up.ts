import { area } from '../area.ts';

/** A surer login is needed: why, and the way to it (IDA-03, IDA-10). */
export const stepUp = area({
  sv: {
    'refusal.IDA-STEP-UP':
      '{act, select, checkIn {För att anmäla dig här krävs en säkrare inloggning.} vote {För att rösta här krävs en säkrare inloggning.} other {För det här ärendet krävs en säkrare inloggning.}} Välj Logga in igen. Du kommer tillbaka till samma plats.',
    'refusal.IDA-SETTING': 'Det bestämmer sekreteraren, presidiet eller en administratör.',
    'stepUp.word': 'Logga in igen',
    'stepUp.checkIn': 'För att anmäla dig här krävs en säkrare inloggning, till exempel BankID.',
    'stepUp.closedItem': 'För stängda ärenden krävs en säkrare inloggning, till exempel BankID.',
    'stepUp.vote': 'För att rösta här krävs en säkrare inloggning, till exempel BankID.',
    'stepUp.back': 'Du kommer tillbaka till samma plats.',
    'stepUp.action': 'Logga in igen',
  },
  en: {
    'refusal.IDA-STEP-UP':
      '{act, select, checkIn {Checking in here needs a stronger login.} vote {Voting here needs a stronger login.} other {This item needs a stronger login.}} Choose Log in again. You come back to the same place.',
    'refusal.IDA-SETTING': 'That is decided by the secretary, the presidium or an administrator.',
    'stepUp.word': 'Log in again',
    'stepUp.checkIn': 'Checking in here needs a stronger login, BankID for instance.',
    'stepUp.closedItem': 'Closed items need a stronger login, BankID for instance.',
    'stepUp.vote': 'Voting here needs a stronger login, BankID for instance.',
    'stepUp.back': 'You come back to the same place.',
    'stepUp.action': 'Log in again',
  },
});
