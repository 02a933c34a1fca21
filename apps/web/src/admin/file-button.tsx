import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { Button, type ButtonKind } from '../ui/index.ts';

/** Asks for a file. The browser's own field is out of sight, since its words cannot be chosen. */
export function FileButton(props: {
  readonly children: string;
  /** As in the `accept` attribute: ".csv,.xlsx". */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly kind?: ButtonKind;
  readonly busy?: string | undefined;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        icon={FileUp}
        size={props.kind === 'primary' ? 'l' : 'm'}
        kind={props.kind ?? 'secondary'}
        busy={props.busy}
        onPress={() => input.current?.click()}
      >
        {props.children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={props.accept}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again once it has been corrected.
          event.target.value = '';
          if (file !== undefined) props.onFile(file);
        }}
      />
    </>
  );
}
