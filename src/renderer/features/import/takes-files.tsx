import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Backdrop, Stack, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { say } from '../../app/toasts.tsx';
import { FileInput } from '../../components/choose-file.tsx';
import { fileWords } from '../../words/import.ts';
import { FILE_INPUT, takeFile } from './take-file.ts';
import { useFollowing } from './use-following.ts';

/** The whole window takes a list that is dropped on it, and follows what becomes of it; the input is what buttons open. */
export function TakesFiles() {
  const isOver = useDrop(takeFile);
  useFollowing();
  return (
    <>
      <FileInput id={FILE_INPUT} label={fileWords.choose} onFile={takeFile} />
      <Backdrop open={isOver} sx={{ zIndex: 'tooltip', pointerEvents: 'none' }}>
        <Stack
          sx={{
            alignItems: 'center',
            gap: 1.5,
            px: 6,
            py: 4,
            borderRadius: '12px',
            border: '2px dashed',
            borderColor: 'primary.main',
            bgcolor: 'background.overlay',
          }}
        >
          <UploadFileOutlined aria-hidden sx={{ fontSize: 32, color: 'primary.main' }} />
          <Typography variant="h2">{fileWords.drop}</Typography>
        </Stack>
      </Backdrop>
    </>
  );
}

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** Whether files are held over the window; hands over the one that is dropped. */
function useDrop(onFile: (file: File) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  // Every element that the pointer crosses enters before the last one is left.
  const depth = useRef(0);
  useEffect(() => {
    const set = (value: number) => {
      depth.current = Math.max(0, value);
      setIsOver(depth.current > 0);
    };
    const over = (event: DragEvent) => holdsFiles(event) && event.preventDefault();
    const enter = (event: DragEvent) => holdsFiles(event) && set(depth.current + 1);
    const leave = (event: DragEvent) => holdsFiles(event) && set(depth.current - 1);
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      set(0);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 1) return say(fileWords.onlyOne);
      if (files[0]) onFile(files[0]);
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragenter', enter, { signal });
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, [onFile]);
  return isOver;
}
