import { typeset } from '../typesetting/typst.ts';
import type { DraftDocument, DraftItem } from './agenda.ts';

const SOURCE = `
#let it = json(bytes(sys.inputs.data))
#set document(title: it.title + ", § " + str(it.number), author: it.municipality)
#set page(paper: "a4", margin: (x: 28mm, top: 30mm, bottom: 26mm), numbering: "1",
  header: [#text(weight: "bold", it.municipality) #h(1fr) #it.diary], number-align: right)
#set text(lang: "sv", size: 11pt)
#set par(justify: false, leading: 0.72em)
#let body = [
  #text(size: 10pt)[§ #it.number #sym.space.nobreak #it.item]
  = #it.title
  #v(8pt)
  #for paragraph in it.paragraphs [
    #paragraph

  ]
  #for page in range(2, it.pages + 1) [
    #pagebreak()
    == Underlag, del #(page - 1)
    #for paragraph in it.paragraphs [
      #paragraph

    ]
    Det här är en demohandling. Innehållet är påhittat och står för de sidor som en riktig handling har.
  ]
]
#body
`;

/** A file for the demo: real pages, tagged, and plainly invented. */
export function demoDocument(municipality: string, item: DraftItem, draft: DraftDocument, madeAt: number): Buffer {
  const { title, paragraphs, pages } = draft;
  const data = {
    municipality,
    number: item.number,
    item: item.title,
    diary: item.diaryNumber ?? '',
    title,
    paragraphs,
    pages,
  };
  return typeset(SOURCE, data, 'a-2a', madeAt);
}
