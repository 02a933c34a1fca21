export { type RegisterRefusal, type RegisterRule, type RegisterRuleId, registerRules } from './rules.ts';
export type * from './types.ts';
export {
  API_KEY_SCOPES,
  type ApiKeyWish,
  decideKeyMade,
  decideKeyRevoked,
  isKeyActor,
  keyActor,
  keyOf,
} from './api-keys.ts';
export { type Acting, type Decided, decideRegister, mayAdminister } from './decide.ts';
export { remoteHindrance } from './decide-rule.ts';
export { emptyRegister, evolveRegister, growRegister } from './evolve.ts';
export { nameOf } from './known.ts';
export { dayBefore, holdsOn, isDay } from './spans.ts';
export { lawFindings } from './law-findings.ts';
export {
  ancestors,
  type BodyPlan,
  partiesInOrder,
  planOf,
  remoteAllowedOn,
  ruleOn,
  settingsOn,
  shapeOn,
} from './standing.ts';
export { csvText, parseCsv } from './import/csv.ts';
export { exportCsv } from './import/export.ts';
export { type ImportChange, type Imported, type ImportedRow, importRows } from './import/import.ts';
export { type FileRefusal, type ReadRow, readRows, type RowProblem } from './import/rows.ts';
export { type ShippedWording, shippedWordings } from './shipped-wordings.ts';
export {
  templateChange,
  templateHindrance,
  templateId,
  templateOf,
  type TemplateRule,
  templateWith,
} from './templates.ts';
