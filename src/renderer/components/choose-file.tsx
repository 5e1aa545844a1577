import UploadOutlined from '@mui/icons-material/UploadOutlined';
import { Button, type ButtonProps } from '@mui/material';
import { type RefObject, useRef } from 'react';

interface FileInputProps {
  /** Where it is opened from elsewhere: by its id, */
  id?: string;
  /** or by this. */
  input?: RefObject<HTMLInputElement | null>;
  label: string;
  /** Which files are offered; lists, where nothing is said. */
  accept?: string;
  onFile: (file: File) => void;
}

const LISTS = '.csv,.tsv,.txt,text/csv';

/** The input that takes a list; what a person sees is a button that opens it. */
export const FileInput = ({ id, input, label, accept = LISTS, onFile }: FileInputProps) => (
  <input
    id={id}
    ref={input}
    type="file"
    accept={accept}
    hidden
    aria-label={label}
    onChange={({ target }) => {
      const [file] = target.files ?? [];
      if (file) onFile(file);
      // The same file may be chosen again, once it was mended.
      target.value = '';
    }}
  />
);

interface ChooseFileProps extends Pick<ButtonProps, 'variant' | 'color' | 'disabled' | 'sx'> {
  children: string;
  accept?: string;
  onFile: (file: File) => void;
}

/** A button that chooses a file: a list, where nothing else is said. */
export function ChooseFile({ children, accept, onFile, ...button }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button startIcon={<UploadOutlined />} {...button} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <FileInput input={input} label={children} onFile={onFile} {...(accept !== undefined && { accept })} />
    </>
  );
}
