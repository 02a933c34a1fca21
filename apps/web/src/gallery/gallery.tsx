import { ThemeSwitch } from '../ui/index.ts';
import { usePreferences } from '../app/text.tsx';
import css from './gallery.module.css';
import { MeetingParts, Moments, Pictures, States, Votes } from './meeting-parts.tsx';
import { LostScreen } from './lost-screen.tsx';
import {
  HallChainScreen,
  HallDebateScreen,
  HallQuietScreen,
  HallThirdScreen,
  HallVoteScreen,
} from './wall-screens.tsx';
import { ChairChainScreen, ChairScreen, SecretaryScreen } from './desk-screens.tsx';
import { MemberScreen, VoteScreen } from './whole-screens.tsx';
import { Buttons, Covers, Fields, Ground, Register } from './words-and-buttons.tsx';
import { othersPerPage } from '../ui/stage-layout.ts';

/** Every part in every state, and whole screens made of them: `gallery.html?view=member`. No part of the product. */
export function Gallery() {
  return <View name={new URLSearchParams(location.search).get('view') ?? 'parts'} />;
}

function View({ name }: { readonly name: string }) {
  switch (name) {
    case 'member':
      return <MemberScreen perPage={othersPerPage(innerWidth)} />;
    case 'vote':
      return <VoteScreen />;
    case 'chair':
      return <ChairScreen />;
    case 'chain':
      return <ChairChainScreen />;
    case 'secretary':
      return <SecretaryScreen />;
    case 'lost':
      return <LostScreen />;
    case 'hall-open':
      return <HallVoteScreen sitting={41} stage="open" />;
    case 'hall-result':
      return <HallVoteScreen sitting={41} stage="result" />;
    case 'hall-81':
      return <HallVoteScreen sitting={81} stage="result" />;
    case 'hall-81-open':
      return <HallVoteScreen sitting={81} stage="open" />;
    case 'hall-chain':
      return <HallChainScreen />;
    case 'hall-debate':
      return <HallDebateScreen />;
    case 'hall-quiet':
      return <HallQuietScreen />;
    case 'hall-third':
      return <HallThirdScreen />;
    default:
      return <Parts />;
  }
}

function Parts() {
  const { theme, setTheme } = usePreferences();
  return (
    <main id="main" className={css.page}>
      <header>
        <h1>Klubba, byggdelar</h1>
        <ThemeSwitch
          theme={theme}
          onChange={setTheme}
          labels={{ group: 'Utseende', system: 'Som enheten', light: 'Ljust', dark: 'Mörkt' }}
        />
      </header>
      <Ground />
      <Buttons />
      <Fields />
      <Pictures />
      <Votes />
      <MeetingParts />
      <Moments />
      <Register />
      <Covers />
      <States />
    </main>
  );
}
