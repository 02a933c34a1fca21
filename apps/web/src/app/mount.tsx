import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/base.css';
import { languageFrom } from './preferences.ts';
import { PreferencesProvider } from './text.tsx';

/** Puts a page into its document. `loadEnglish` brings the English texts; without them English is shown in Swedish. */
export async function mount(page: ReactNode, loadEnglish: () => Promise<unknown>): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no element with the id "root".');
  if (languageFrom(document.cookie) === 'en') await loadEnglish().catch(() => undefined);
  createRoot(root).render(
    <StrictMode>
      <PreferencesProvider loadEnglish={loadEnglish}>{page}</PreferencesProvider>
    </StrictMode>,
  );
}
