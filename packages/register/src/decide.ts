import { ok, type Result, refused, unreachable } from '@klubba/meeting';
import { isKeyActor, keyMay, notTheirs } from './api-keys.ts';
import { decideBody } from './decide-body.ts';
import { decideConstituency, decideParty } from './decide-party.ts';
import { decideDuty } from './decide-duty.ts';
import { decidePerson } from './decide-person.ts';
import { decideRule } from './decide-rule.ts';
import { decideSeat } from './decide-seat.ts';
import { decideSubstitute } from './decide-substitute.ts';
import type { RegisterRefusal } from './rules.ts';
import { isSpan } from './spans.ts';
import type { Register, RegisterActor, RegisterCommand, RegisterEvent } from './types.ts';

export type Decided = Result<readonly RegisterEvent[], RegisterRefusal>;

/** Who acts, and whether the municipality's own directory makes an administrator of them. The platform itself is `system`. */
export type Acting = { readonly actor: RegisterActor; readonly byDirectory: boolean };

export function mayAdminister(register: Register, { actor, byDirectory }: Acting): boolean {
  if (isKeyActor(actor)) return false;
  return actor === 'system' || byDirectory || register.administrators.has(actor);
}

/** Whether what somebody wants may be registered, and what it then is. */
export function decideRegister(register: Register, command: RegisterCommand, acting: Acting): Decided {
  if (!mayAdminister(register, acting) && !keyMay(register, acting.actor, command))
    return refused({ rule: notTheirs(acting.actor) });
  switch (command.type) {
    case 'nameMunicipality':
      return isBlank(command.name)
        ? refused({ rule: 'REG-NAME' })
        : ok([{ type: 'MunicipalityNamed', name: command.name.trim() }]);
    case 'keepParty':
      return decideParty(register, command.party);
    case 'keepConstituency':
      return decideConstituency(register, command.constituency);
    case 'keepTerm':
      if (isBlank(command.term.name)) return refused({ rule: 'REG-NAME' });
      return isSpan(command.term)
        ? ok([{ type: 'TermKept', term: command.term }])
        : refused({ rule: 'REG-DATES', detail: datesOf(command.term) });
    case 'keepTemplate':
      return ok([{ type: 'TemplateKept', template: command.template }]);
    case 'withdrawTemplate': {
      const template = register.templates.get(command.template);
      return template === undefined
        ? refused({ rule: 'REG-UNKNOWN', detail: { what: 'template', id: command.template } })
        : ok([{ type: 'TemplateWithdrawn', id: template.id, name: template.name }]);
    }
    case 'addPerson':
    case 'changePerson':
    case 'erasePerson':
    case 'makeAdministrator':
    case 'withdrawAdministrator':
      return decidePerson(register, command);
    case 'addBody':
    case 'changeBody':
      return decideBody(register, command);
    case 'giveSeat':
    case 'endMandate':
      return decideSeat(register, command);
    case 'addSubstitute':
    case 'endSubstitute':
    case 'orderSubstitutes':
      return decideSubstitute(register, command);
    case 'giveDuty':
    case 'endDuty':
      return decideDuty(register, command);
    case 'registerRule':
      return decideRule(register, command);
    default:
      return unreachable(command);
  }
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function datesOf({ from, to }: { readonly from: string; readonly to?: string }): Readonly<Record<string, string>> {
  return { from, to: to ?? 'none' };
}
