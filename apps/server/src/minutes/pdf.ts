import { type Standard, typeset } from '../typesetting/typst.ts';
import type { Sheet } from './sheet.ts';

/** Looks like design/screens/minutes: quiet head and foot, headings in bold, what was said in the running text. */
const SOURCE = `
#let it = json(bytes(sys.inputs.data))
#set document(title: it.documentTitle, author: it.municipality)
#let rule(weight) = line(length: 100%, stroke: weight + luma(30))
#set text(lang: it.language, font: "Libertinus Serif", size: 11pt)
#set par(leading: 0.68em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (x: 28mm, top: 34mm, bottom: 28mm),
  header: [
    #set text(size: 9.5pt)
    #grid(columns: (1fr, auto), row-gutter: 4pt,
      strong(it.municipality), it.kind,
      it.body, it.date)
    #v(-2pt)
    #rule(0.6pt)
  ],
  footer: context [
    #set text(size: 9pt)
    #rule(0.3pt)
    #v(-4pt)
    #it.signature #h(1fr) #it.page #counter(page).display("1") / #counter(page).final().first()
  ],
)
#show heading: set text(weight: "bold")
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 13.5pt)
#show heading.where(level: 2): set block(above: 0.5em, below: 0.9em)

// PDF/UA-1 wants levels without a gap, whatever the size.
#let small-heading(level, body) = {
  show heading: set text(size: 11.5pt)
  show heading: set block(above: 1.3em, below: 0.7em)
  heading(level: level, body)
}
#let blocks(part, level) = {
  if part.heading != "" { small-heading(level, part.heading) }
  for one in part.blocks {
    if one.kind == "quote" { quote(block: true, one.text) } else { par(one.text) }
  }
}
#show quote.where(block: true): set block(above: 0.7em, below: 0.9em)
#let sheet-table(t) = {
  let numeric = t.total.len() > 0
  figure(kind: table, supplement: none, numbering: none, caption: figure.caption(position: top, t.caption),
    table(
      columns: t.head.enumerate().map(((i, _)) => if i == 0 and numeric { 1fr } else { auto }),
      stroke: none, inset: (x: 4pt, y: 4pt),
      align: (x, _) => if numeric and x > 0 { right } else { left },
      table.header(table.hline(stroke: 0.8pt), ..t.head.map(h => strong(h)), table.hline(stroke: 0.4pt)),
      ..t.rows.flatten(),
      ..if numeric { (table.hline(stroke: 0.8pt), ..t.total.map(h => strong(h)), table.hline(stroke: 0.8pt)) } else { (table.hline(stroke: 0.4pt),) },
    ))
}

= #it.documentTitle
#if it.missing.len() > 0 [
  #block(stroke: 0.6pt + luma(30), inset: 8pt, width: 100%)[
    *#it.draft*
    #list(..it.missing)
  ]
]
#for entry in it.front [
  #small-heading(2, entry.term)
  #if entry.lines.len() == 1 { par(entry.lines.first()) } else { list(..entry.lines) }
]
#for part in it.general { blocks(part, 2) }

#for section in it.sections [
  #v(1.2em)
  #block(sticky: true, text(size: 9.5pt)[#section.number #h(1em) #section.diary])
  #heading(level: 2, section.title)
  #for part in section.parts { blocks(part, 3) }
]

#if it.signers.len() > 0 [
  #block(breakable: false)[
    #small-heading(2, it.signing)
    #par(it.adjustment)
    #v(1.4em)
    #grid(columns: (1fr, 1fr), column-gutter: 24pt, row-gutter: 30pt,
      ..it.signers.map(s => [#rule(0.4pt) #v(-4pt) #s.name, #lower(s.role)]))
  ]
]
#for annex in it.annexes [
  #pagebreak(weak: true)
  #heading(level: 2, annex.title)
  #if annex.about != "" { par(annex.about) }
  #for t in annex.tables { sheet-table(t) }
]
`;

/** The words around the sheet that only the paper has. */
export type PaperWords = {
  readonly signature: string;
  readonly page: string;
  readonly draft: string;
  readonly signing: string;
};

/** The minutes as tagged PDF. Throws `NoTypesetter` where there is none. */
export function minutesPdf(sheet: Sheet, words: PaperWords, standard: Standard, madeAt: number): Buffer {
  return typeset(SOURCE, { ...sheet, ...words }, standard, madeAt);
}
