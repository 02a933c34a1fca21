import { area } from '../area.ts';

/** Cards for the chair: what a chair may fear, and what then holds. */
export const whatIf = area({
  sv: {
    'script.step.refuseProposal': 'Vägra proposition som nytt ärende: {text}',
    'chair.whatIf': 'Om något händer',
    'chair.whatIf.lede': 'Vad som då gäller, och vad du kan göra just nu.',
    'chair.whatIf.now': 'Händer nu',
    'script.whatIf.lostMember.title': 'En ledamot tappar förbindelsen',
    'script.whatIf.lostMember.text':
      'Inget beslutas förrän ledamoten är tillbaka eller antecknad som frånvarande. {spare, plural, =0 {Utan ledamoten är mötet inte beslutfört.} one {En till kan saknas utan att beslutförheten bryts.} other {# kan saknas utan att beslutförheten bryts.}} Den som ersätts i fullmäktige får inte tjänstgöra mer samma dag, så ajournera hellre först.',
    'script.whatIf.conflict.title': 'Någon är jävig',
    'script.whatIf.conflict.text':
      'Den som känner till något som kan göra honom eller henne jävig säger det självmant. Bestrids det, och ingen kan träda in i stället, avgör organet först frågan. En ersättare tjänstgör i ärendet.',
    'script.whatIf.intruder.title': 'Någon är med som inte ska vara det',
    'script.whatIf.intruder.text':
      'Ordföranden håller ordning och får visa ut den som stör. Gäller det ett stängt ärende, ajournera och kontrollera närvaron innan ni fortsätter.',
    'script.whatIf.failedVote.title': 'Omröstningen går fel',
    'script.whatIf.failedVote.text':
      'Faller någon bort innan rösten är lämnad stannar omröstningen. Den återupptas när alla är tillbaka, eller görs om från början. Den avbrutna omröstningen står kvar i protokollet.',
    'script.whatIf.tie.title': 'Det blir lika',
    'script.whatIf.tie.text':
      '{form, select, lot {Mellan personer avgör lotten, dragen inför ett vittne.} other {Ordföranden avgör. Har ordföranden röstat följer utslagsrösten den egna rösten.}}',
    'script.whatIf.noQuorum.title': 'Mötet är inte beslutfört',
    'script.whatIf.noQuorum.text':
      '{present, number} är närvarande, {required, number} krävs. Inget kan beslutas, inte heller bordläggning. Ajournera först. Kommer ingen tillbaka avslutas mötet, och återstående ärenden tas upp en annan dag.',
    'script.whatIf.newBusiness.title': 'Ett yrkande väcker ett nytt ärende',
    'script.whatIf.newBusiness.text':
      'Ordföranden ska vägra proposition på det som är ett nytt ärende. På det som är lagstridigt får ordföranden vägra, och fullmäktige kan besluta att det ändå läggs fram.',
  },
  en: {
    'script.step.refuseProposal': 'Refuse to put it as new business: {text}',
    'chair.whatIf': 'If something happens',
    'chair.whatIf.lede': 'What then holds, and what you can do at this moment.',
    'chair.whatIf.now': 'Happening now',
    'script.whatIf.lostMember.title': 'A member loses the connection',
    'script.whatIf.lostMember.text':
      'Nothing is decided before the member is back or noted absent. {spare, plural, =0 {Without the member the meeting has no quorum.} one {One more can be missing without breaking the quorum.} other {# can be missing without breaking the quorum.}} A council member who is replaced may not serve again that day, so rather adjourn first.',
    'script.whatIf.conflict.title': 'Somebody has a conflict of interest',
    'script.whatIf.conflict.text':
      'Whoever knows of something that may be a conflict says so unasked. If it is contested, and nobody can step in instead, the body decides that first. A substitute serves in the item.',
    'script.whatIf.intruder.title': 'Somebody is there who should not be',
    'script.whatIf.intruder.text':
      'The chair keeps order and may show out whoever disturbs it. In a closed item, adjourn and check who is present before you go on.',
    'script.whatIf.failedVote.title': 'The vote goes wrong',
    'script.whatIf.failedVote.text':
      'If somebody is lost before answering, the vote stops. It is resumed when all are back, or taken again from the start. The vote that was broken off stays in the minutes.',
    'script.whatIf.tie.title': 'The votes are equal',
    'script.whatIf.tie.text':
      '{form, select, lot {Between persons the lot decides, drawn before a witness.} other {The chair decides. If the chair has voted, the casting vote follows that vote.}}',
    'script.whatIf.noQuorum.title': 'There is no quorum',
    'script.whatIf.noQuorum.text':
      '{present, number} are present, {required, number} are needed. Nothing can be decided, tabling neither. Adjourn first. If nobody comes back the meeting is closed, and what is left is taken up another day.',
    'script.whatIf.newBusiness.title': 'A proposal raises new business',
    'script.whatIf.newBusiness.text':
      'The chair must refuse to put what is new business. What is unlawful the chair may refuse, and the council can decide that it is put all the same.',
  },
});
