import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, Dialog, StatusLine, TextField } from '../ui/index.ts';
import css from './admin.module.css';

/** The secret, the one time that it is seen: it is in this page's memory alone, and goes when the dialog is answered. */
export function KeySecret(props: { readonly name: string; readonly secret: string; readonly onClose: () => void }) {
  const { name, secret, onClose } = props;
  const t = useText();
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setSaid(t('admin.keys.copied'));
    } catch {
      setSaid(t('admin.keys.copy.failed'));
    }
  };
  return (
    <Dialog
      isOpen
      wide
      mustAnswer
      onClose={onClose}
      title={t('admin.keys.secret.title', { name })}
      actions={
        <>
          <Button icon={Copy} onPress={() => void copy()}>
            {t('admin.keys.copy')}
          </Button>
          <Button kind="primary" onPress={onClose}>
            {t('admin.keys.done')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <p>{t('admin.keys.secret.once')}</p>
        <TextField
          label={t('admin.keys.secret')}
          value={secret}
          onChange={() => undefined}
          readOnly
          autoComplete="off"
        />
        <StatusLine>{said}</StatusLine>
      </div>
    </Dialog>
  );
}
