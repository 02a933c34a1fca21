import { area } from '../area.ts';

export const refusalsDebate = area({
  sv: {
    'refusal.YTT-1': 'Ordet har tjänstgörande ledamöter, och andra som lagen eller arbetsordningen ger det.',
    'refusal.YTT-2': 'I en fråga talar bara den som frågar och den som svarar.',
    'refusal.MTG-DEBATE':
      '{stage, select, none {Inget ärende är öppet.} deciding {Överläggningen är avslutad. Ordningsfråga kan ställas.} decided {Ärendet är avgjort.} other {Ordet är inte fritt nu.}}',
    'refusal.MTG-FLOOR-VOTE': 'Omröstning pågår. Ordet ges när den är avslutad.',
    'refusal.MTG-FLOOR-TWICE': 'Namnet står redan på talarlistan.',
    'refusal.MTG-FLOOR-REQUEST': 'Begäran står inte på talarlistan, eller har inte den platsen att byta.',
    'refusal.MTG-REPLY':
      '{used, plural, =0 {Replik ges på någon annans anförande i ärendet.} other {Replikerna på anförandet är slut, det får vara {limit, number}.}}',
    'refusal.MTG-QUEUE': '{waiting, plural, one {En står} other {# står}} kvar på talarlistan.',
    'refusal.MTG-REOPEN':
      'Överläggningen öppnas igen när den är avslutad, inte under en omröstning eller efter beslutet.',
    'refusal.MTG-PROPOSER': 'Bara tjänstgörande ledamöter yrkar, och kommunalråd eller regionråd.',
    'refusal.MTG-PROPOSALS-CLOSED':
      '{stage, select, none {Inget ärende är öppet.} deciding {Överläggningen är avslutad. Den måste öppnas igen för nya yrkanden.} other {Yrkanden kan inte lämnas nu.}}',
    'refusal.MTG-WRITING': 'Ändringar, tillägg och återremisser ska vara skriftliga. Skriv hur beslutet ska lyda.',
    'refusal.MTG-PROPOSAL-OWN': 'Det beredande organets förslag ändras genom yrkanden, det skrivs inte om.',
    'refusal.MTG-PROPOSAL-TABLE': 'Yrkandet ligger inte på bordet i det öppna ärendet.',
    'refusal.MTG-NOMINATION':
      '{places, plural, one {En person} other {Högst # personer}} kan föreslås, och bara i ett val.',
    'refusal.BES-7':
      'Bara i fullmäktige får ordföranden vägra att lägga fram ett förslag, och bara innan det har ställts under proposition.',
  },
  en: {
    'refusal.YTT-1': 'Serving members have the right to speak, and others to whom the law or the body’s rules give it.',
    'refusal.YTT-2': 'In a question only the one who asks and the one who answers speak.',
    'refusal.MTG-DEBATE':
      '{stage, select, none {No item is open.} deciding {The debate is closed. A point of order can be raised.} decided {The item is decided.} other {The floor is not open now.}}',
    'refusal.MTG-FLOOR-VOTE': 'A vote is going on. The floor is given when it is closed.',
    'refusal.MTG-FLOOR-TWICE': 'The name is already on the speakers’ list.',
    'refusal.MTG-FLOOR-REQUEST': 'The request is not on the speakers’ list, or cannot change to that place.',
    'refusal.MTG-REPLY':
      '{used, plural, =0 {A reply is given to another’s speech in the item.} other {There are no replies left to the speech; {limit, number} are allowed.}}',
    'refusal.MTG-QUEUE': '{waiting, plural, one {One person is} other {# persons are}} still on the speakers’ list.',
    'refusal.MTG-REOPEN': 'The debate is opened again once it is closed, not during a vote or after the decision.',
    'refusal.MTG-PROPOSER': 'Only serving members move proposals, and commissioners.',
    'refusal.MTG-PROPOSALS-CLOSED':
      '{stage, select, none {No item is open.} deciding {The debate is closed. It must be opened again for new proposals.} other {Proposals cannot be moved now.}}',
    'refusal.MTG-WRITING':
      'Amendments, additions and referrals back must be in writing. Write how the decision should read.',
    'refusal.MTG-PROPOSAL-OWN':
      'The preparing body’s proposal is changed by proposals from the floor, it is not rewritten.',
    'refusal.MTG-PROPOSAL-TABLE': 'The proposal is not on the table in the open item.',
    'refusal.MTG-NOMINATION':
      '{places, plural, one {One person} other {At most # persons}} can be nominated, and only in an election.',
    'refusal.BES-7':
      'Only in a council may the chair refuse to put a proposal, and only before it has been put to the question.',
  },
});
