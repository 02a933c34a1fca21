import { area } from '../area.ts';

/** Wordings to begin from: the product's own, other municipalities', and one's own for others. */
export const adminTemplates = area({
  sv: {
    'admin.act.withdrawTemplate': 'ta bort mall',
    'admin.event.TemplateWithdrawn': 'Mallen {name} togs bort.',
    'admin.templates': 'Mallar för regler',
    'admin.templates.text':
      'Skrivningar att börja från. En mall ändrar ingen regel förrän ni själva har beslutat och registrerat beslutet.',
    'admin.templates.see': 'Se alla mallar',
    'admin.templates.shipped': 'Förslag från Klubba',
    'admin.templates.shipped.text':
      'Skrivningar till arbetsordning och reglemente. De är förslag att arbeta vidare med, inte juridisk rådgivning.',
    'admin.templates.shipped.kind': 'För',
    'admin.templates.shipped.use': 'Förslagen väljs när ett beslut registreras, på sidan för organets regler.',
    'admin.templates.taken': 'Från andra kommuner',
    'admin.templates.taken.none': 'Inga mallar är inlästa. Be en annan kommun om deras fil, och läs in den nedan.',
    'admin.templates.taken.rules': '{count, plural, one {En skrivning} other {# skrivningar}}',
    'admin.templates.taken.at': '{name}, {from}',
    'admin.templates.withdraw': 'Ta bort {name}',
    'admin.templates.withdrawn': '{name} är borttagen. Regler som redan är beslutade ändras inte.',
    'admin.templates.import': 'Läs in en fil',
    'admin.templates.import.text':
      'Filen visas först, skrivning för skrivning. Bara det ni väljer läses in, och det gäller inte förrän ni har beslutat det.',
    'admin.templates.import.choose': 'Välj fil',
    'admin.templates.import.reading': 'Läser filen',
    'admin.templates.import.empty': 'Filen har inga skrivningar.',
    'admin.templates.import.found':
      '{file}: {rules, plural, =0 {inga skrivningar} one {en skrivning} other {# skrivningar}}, {errors, plural, =0 {alla går att använda} one {en går inte att använda} other {# går inte att använda}}.',
    'admin.templates.import.line': '{line}.',
    'admin.templates.import.unread': 'Skrivningen går inte att läsa',
    'admin.templates.import.state.new': 'Ny.',
    'admin.templates.import.state.changed': 'Ersätter den som redan är inläst.',
    'admin.templates.import.state.same': 'Finns redan, likadan.',
    'admin.templates.import.take':
      '{count, plural, =0 {Läs in} one {Läs in en skrivning} other {Läs in # skrivningar}}',
    'admin.templates.import.none': 'Välj minst en skrivning.',
    'admin.templates.import.done':
      '{count, plural, one {En skrivning är inläst} other {# skrivningar är inlästa}}. Ingen regel är ändrad.',
    'admin.templates.export': 'Era egna regler som fil',
    'admin.templates.export.text':
      'Filen har organets skrivningar och värden, men inte besluten bakom dem. En annan kommun kan läsa in den.',
    'admin.templates.export.body': 'Organ',
    'admin.templates.export.get': 'Hämta filen',
    'admin.rule.template.shipped': 'Förslag från Klubba: {effect}',
    'refusal.REG-TEMPLATE-FILE': 'Filen är ingen fil med mallar för regler. Inget är ändrat.',
    'refusal.REG-TEMPLATE-KIND': '”{value}” är inget slags organ som finns här.',
    'refusal.REG-TEMPLATE-RULE': '”{value}” är ingen regel som finns här. Filen kan komma från en nyare version.',
    'refusal.REG-TEMPLATE-VALUE': 'Regeln kan inte ha värdet {value}.',
    'refusal.REG-TEMPLATE-WORDING': 'Skrivningen har ingen text.',
  },
  en: {
    'admin.act.withdrawTemplate': 'withdraw a template',
    'admin.event.TemplateWithdrawn': 'The template {name} was withdrawn.',
    'admin.templates': 'Templates for rules',
    'admin.templates.text':
      'Wordings to begin from. A template changes no rule until you have decided yourselves and registered the decision.',
    'admin.templates.see': 'See all templates',
    'admin.templates.shipped': 'Proposals from Klubba',
    'admin.templates.shipped.text':
      'Wordings for rules of procedure. They are proposals to work on, not legal advice. What is decided is the Swedish text.',
    'admin.templates.shipped.kind': 'For',
    'admin.templates.shipped.use':
      'The proposals are chosen when a decision is registered, on the page of a body’s rules.',
    'admin.templates.taken': 'From other municipalities',
    'admin.templates.taken.none':
      'No templates have been taken over. Ask another municipality for their file, and read it in below.',
    'admin.templates.taken.rules': '{count, plural, one {One wording} other {# wordings}}',
    'admin.templates.taken.at': '{name}, {from}',
    'admin.templates.withdraw': 'Withdraw {name}',
    'admin.templates.withdrawn': '{name} is withdrawn. Rules already decided are not changed.',
    'admin.templates.import': 'Read in a file',
    'admin.templates.import.text':
      'The file is shown first, wording by wording. Only what you choose is taken over, and it does not hold until you have decided it.',
    'admin.templates.import.choose': 'Choose a file',
    'admin.templates.import.reading': 'Reading the file',
    'admin.templates.import.empty': 'The file has no wordings.',
    'admin.templates.import.found':
      '{file}: {rules, plural, =0 {no wordings} one {one wording} other {# wordings}}, {errors, plural, =0 {all can be used} one {one cannot be used} other {# cannot be used}}.',
    'admin.templates.import.line': '{line}.',
    'admin.templates.import.unread': 'The wording cannot be read',
    'admin.templates.import.state.new': 'New.',
    'admin.templates.import.state.changed': 'Replaces the one taken over before.',
    'admin.templates.import.state.same': 'Here already, the same.',
    'admin.templates.import.take':
      '{count, plural, =0 {Take over} one {Take over one wording} other {Take over # wordings}}',
    'admin.templates.import.none': 'Choose at least one wording.',
    'admin.templates.import.done':
      '{count, plural, one {One wording has been taken over} other {# wordings have been taken over}}. No rule has been changed.',
    'admin.templates.export': 'Your own rules as a file',
    'admin.templates.export.text':
      'The file has the body’s wordings and values, but not the decisions behind them. Another municipality can read it in.',
    'admin.templates.export.body': 'Body',
    'admin.templates.export.get': 'Download the file',
    'admin.rule.template.shipped': 'Proposal from Klubba: {effect}',
    'refusal.REG-TEMPLATE-FILE': 'The file is no file of templates for rules. Nothing has been changed.',
    'refusal.REG-TEMPLATE-KIND': '“{value}” is no kind of body known here.',
    'refusal.REG-TEMPLATE-RULE': '“{value}” is no rule known here. The file may come from a newer version.',
    'refusal.REG-TEMPLATE-VALUE': 'The rule cannot have the value {value}.',
    'refusal.REG-TEMPLATE-WORDING': 'The wording has no text.',
  },
});
