import type { Language } from '../texts.ts';

/** The words of the page around the verdict. */
export interface PageTexts {
  readonly title: string;
  readonly lead: string;
  readonly drop: string;
  readonly choose: string;
  readonly receipts: string;
  readonly receiptsHelp: string;
  readonly trustTitle: string;
  readonly trust: string;
  readonly reading: string;
  readonly chosenReceipts: (name: string) => string;
  readonly examining: (examined: number, all: number) => string;
  readonly failed: string;
}

export const pageTexts: Readonly<Record<Language, PageTexts>> = {
  sv: {
    title: 'Kontrollera ett val eller ett protokoll',
    lead: 'Lägg in filen från kommunen. Sidan räknar om allt och säger om filen är fullständig och oförvanskad.',
    drop: 'Släpp filen här',
    choose: 'Välj fil',
    receipts: 'Lägg till kvitton',
    receiptsHelp:
      'Kvitton är frivilliga: en textfil med ett kvitto på varje rad. Bara med kvitton syns det om en röst har utelämnats.',
    trustTitle: 'Vad sidan gör',
    trust:
      'Allt sker i din webbläsare. Inget skickas någonstans, och sidan fungerar utan nät. Spara den och kör den på en dator du litar på.',
    reading: 'Läser filen …',
    chosenReceipts: (name) => `Kvitton: ${name}`,
    examining: (examined, all) => `Granskar röster: ${examined} av ${all}`,
    failed: 'Kontrollen avbröts av ett fel i webbläsaren. Inget är sagt om filen. Försök med en annan webbläsare.',
  },
  en: {
    title: 'Check an election or a record',
    lead: 'Add the file from the municipality. The page computes everything anew and says whether the file is complete and sound.',
    drop: 'Drop the file here',
    choose: 'Choose file',
    receipts: 'Add receipts',
    receiptsHelp:
      'Receipts are optional: a text file with one receipt on each line. Only receipts can show that a ballot was dropped.',
    trustTitle: 'What the page does',
    trust:
      'Everything happens in your browser. Nothing is sent anywhere, and the page works without a network. Save it and run it on a computer you trust.',
    reading: 'Reading the file …',
    chosenReceipts: (name) => `Receipts: ${name}`,
    examining: (examined, all) => `Examining ballots: ${examined} of ${all}`,
    failed: 'The check was stopped by a fault of the browser. It says nothing about the file. Try another browser.',
  },
};
