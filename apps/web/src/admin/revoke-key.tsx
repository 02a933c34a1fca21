import type { ApiKeyView } from '@klubba/protocol';
import { useText } from '../app/text.tsx';
import { Button, Dialog } from '../ui/index.ts';
import { Outcome } from './answered.tsx';
import { remove } from './api.ts';
import { useSending } from './use-sending.ts';

/** The effect in words, before the press. */
export function RevokeKey(props: {
  readonly one: ApiKeyView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { one, onClose, onDone } = props;
  const t = useText();
  const { send, ...sending } = useSending();
  const revoke = async () => {
    if ((await send(remove(`/api/register/keys/${one.key}`))) !== undefined) onDone();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('admin.keys.revoke.of', { name: one.name })}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" onPress={() => void revoke()} busy={sending.isSending ? t('admin.saving') : undefined}>
            {t('admin.keys.revoke')}
          </Button>
        </>
      }
    >
      <p>{t('admin.keys.revoke.effect', { name: one.name })}</p>
      <Outcome problem={sending.problem} lost={sending.isLost} />
    </Dialog>
  );
}
