import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { laterDialog } from '../app/later.tsx';
import { useText } from '../app/text.tsx';
import { IconButton } from '../ui/button.tsx';
import { TopBarEnd } from '../ui/top-bar.tsx';

const WayOutDialog = laterDialog(async () => (await import('./way-out-dialog.tsx')).WayOutDialog);

/** Out, from wherever one is logged in. Asked once more, for it is one press away while a meeting goes on. */
export function WayOut() {
  const t = useText();
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={LogOut} kind="quiet" label={t('shell.logOut')} onPress={() => setOpen(true)} />
      <WayOutDialog isOpen={isOpen} onClose={() => setOpen(false)} isHearing={pathname === '/hearing'} />
    </>
  );
}

/** The pages where somebody is logged in: each top bar on them ends with the way out. */
export function LoggedInPages() {
  return (
    <TopBarEnd value={<WayOut />}>
      <Outlet />
    </TopBarEnd>
  );
}
