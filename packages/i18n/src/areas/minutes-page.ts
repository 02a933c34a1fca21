import { area } from '../area.ts';

/** What stands around the minutes on paper and on the page, and over their tables. */
export const minutesPage = area({
  sv: {
    'minutes.page.signature': 'Justerarnas signatur:',
    'minutes.page.number': 'Sida',
    'minutes.page.draft': 'Utkast. Det här återstår innan protokollet kan justeras:',
    'minutes.page.signing': 'Justering',
    'minutes.page.download': 'Ladda ner pdf/A',
    'minutes.annex.question': 'Ja för {yesFor}. Nej för {noFor}.',
    'minutes.annex.byParty': 'Röster per parti',
    'minutes.annex.byName': 'Röster, namn för namn',
    'minutes.annex.party': 'Parti',
    'minutes.annex.seat': 'Plats',
    'minutes.annex.name': 'Namn',
    'minutes.annex.choice': 'Röst',
    'minutes.annex.time': 'Tid',
    'minutes.annex.cause': 'Orsak',
    'minutes.annex.section': 'Ärende',
  },
  en: {
    'minutes.page.signature': 'Adjusters’ initials:',
    'minutes.page.number': 'Page',
    'minutes.page.draft': 'Draft. This remains before the minutes can be adjusted:',
    'minutes.page.signing': 'Adjustment',
    'minutes.page.download': 'Download PDF/A',
    'minutes.annex.question': 'Yes for {yesFor}. No for {noFor}.',
    'minutes.annex.byParty': 'Votes by party',
    'minutes.annex.byName': 'Votes, name by name',
    'minutes.annex.party': 'Party',
    'minutes.annex.seat': 'Seat',
    'minutes.annex.name': 'Name',
    'minutes.annex.choice': 'Vote',
    'minutes.annex.time': 'Time',
    'minutes.annex.cause': 'Cause',
    'minutes.annex.section': 'Item',
  },
});
