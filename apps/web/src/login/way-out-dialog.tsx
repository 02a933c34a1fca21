import { LogOut } from 'lucide-react';
import { logOut } from '../app/api.ts';
import { useText } from '../app/text.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** What it means to leave, before the press. */
export function WayOutDialog({
  isOpen,
  onClose,
  isHearing,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** One who is heard has a link that works once. */
  readonly isHearing: boolean;
}) {
  const t = useText();
  const leave = async () => {
    await logOut();
    location.assign('/');
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('shell.logOut.sure')}
      actions={
        <>
          <Button onPress={onClose}>{t('shell.logOut.stay')}</Button>
          <Button icon={LogOut} onPress={() => void leave()}>
            {t('shell.logOut')}
          </Button>
        </>
      }
    >
      <p>{t(isHearing ? 'hearing.in.leave.sure' : 'shell.logOut.text')}</p>
    </Dialog>
  );
}
