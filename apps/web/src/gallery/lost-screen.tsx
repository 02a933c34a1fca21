import { Button, ConnectionLost, OnAirMark, TopBar } from '../ui/index.ts';

export function LostScreen() {
  return (
    <ConnectionLost
      top={
        <TopBar
          body="Kommunfullmäktige"
          item={{ number: '§ 118', title: 'Mål och budget 2026 med plan 2027–2028' }}
          presence="Birgitta Nordin (C)"
          clock="19.42"
        />
      }
      title="Din anslutning till mötet är bruten"
      lede="Bilden och ljudet försvann kl. 19.40. Vi försöker ansluta igen hela tiden. Ordföranden och sekreteraren ser att du är borta."
      steps={[
        'Låt sidan vara öppen. Du kommer tillbaka av dig själv när nätet fungerar.',
        'Kontrollera att surfplattan har kontakt med trådlöst nät, eller byt till mobilnät.',
        'Är du inte tillbaka om en minut, ring sekreteraren. Du kan också ansluta med din telefon i stället.',
      ]}
      actions={
        <>
          <Button kind="primary" size="l">
            Anslut igen nu
          </Button>
          <Button size="l">Byt till telefonen</Button>
        </>
      }
      call={{ title: 'Ring sekreteraren', who: 'Åsa Lindvall, kommunsekreterare', phone: '0980-31 92 14' }}
      kept={{
        title: 'Det här är kvar',
        items: [
          { id: '1', text: 'Din plats på talarlistan, nummer 3' },
          { id: '2', text: 'Ditt yrkande, lämnat 19.33' },
          { id: '3', text: 'Dina anteckningar och öppnade handlingar' },
        ],
      }}
      note={{
        word: 'För kännedom.',
        text: 'Inget beslut fattas förrän du är tillbaka eller har antecknats som frånvarande. Ordföranden kan ajournera under tiden.',
      }}
      foot={
        <>
          <OnAirMark state="off" title="Ingen hör eller ser dig nu" note="Mikrofonen är av när du kommer tillbaka" />
          <span>Försök 6, senast kl. 19.42.08. Nästa om 5 sekunder.</span>
        </>
      }
    />
  );
}
