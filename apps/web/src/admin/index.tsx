import 'klubba-texts/admin';
import { useText } from '../app/text.tsx';
import { EmptyState } from '../ui/states.tsx';

export default function AdminView() {
  const t = useText();
  return (
    <main id="main">
      <EmptyState page level={1}>
        {t('shell.viewLoading')}
      </EmptyState>
    </main>
  );
}
