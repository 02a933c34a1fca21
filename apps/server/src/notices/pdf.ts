import { type Language, text } from '@klubba/i18n';
import { typeset } from '../typesetting/typst.ts';
import type { NoticeSheet } from './sheet.ts';

/** A4, tagged for screen readers, in the look of the minutes. */
const SOURCE = `
#let it = json(bytes(sys.inputs.data))
#set document(title: it.title, author: it.municipality)
#set text(lang: it.language, font: "Libertinus Serif", size: 11pt)
#set par(leading: 0.68em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (x: 28mm, top: 34mm, bottom: 28mm),
  header: [
    #set text(size: 9.5pt)
    #grid(columns: (1fr, auto), strong(it.municipality), it.date)
    #v(-2pt)
    #line(length: 100%, stroke: 0.6pt + luma(30))
  ],
  footer: context [
    #set text(size: 9pt)
    #it.page #counter(page).display("1") / #counter(page).final().first()
  ],
)
#show heading: set text(weight: "bold")
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 11pt)
#show heading.where(level: 3): set block(above: 1.1em, below: 0.5em)

= #it.title
#for one in it.facts [
  #par[#strong(one.term): #one.value]
]
== #it.itemsTitle
#for item in it.items [
  #heading(level: 3)[#item.number #h(0.6em) #item.title]
  #par(text(size: 9.5pt, item.about))
  #if item.documents.len() > 0 { list(..item.documents) }
]
#v(1.2em)
#for one in it.closing { par(one) }
`;

/** The notice as PDF/A-2a. Throws `NoTypesetter` where there is none. */
export function noticePdf(sheet: NoticeSheet, madeAt: number): Buffer {
  return typeset(SOURCE, { ...sheet, page: pageWord(sheet.language) }, 'a-2a', madeAt);
}

function pageWord(language: Language): string {
  return text(language, 'notice.page');
}
