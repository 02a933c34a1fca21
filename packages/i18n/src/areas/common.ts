import { area } from '../area.ts';

export const common = area({
  sv: {
    'common.product': 'Klubba',
    'common.cancel': 'Avbryt',
    'common.close': 'Stäng',
    'common.back': 'Tillbaka',
    'common.save': 'Spara',
    'common.yes': 'Ja',
    'common.no': 'Nej',
    'common.abstain': 'Avstår',
    'common.notNow': 'Inte nu.',
    'common.loading': 'Hämtar.',
  },
  en: {
    'common.product': 'Klubba',
    'common.cancel': 'Cancel',
    'common.close': 'Close',
    'common.back': 'Back',
    'common.save': 'Save',
    'common.yes': 'Yes',
    'common.no': 'No',
    'common.abstain': 'Abstain',
    'common.notNow': 'Not now.',
    'common.loading': 'Loading.',
  },
});
