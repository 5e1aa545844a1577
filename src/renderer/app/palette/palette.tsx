import { Box, Dialog, InputBase, Typography } from '@mui/material';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { create } from 'zustand';
import { useChooseFile } from '../../features/import/take-file.ts';
import { VisuallyHidden } from '../../components/visually-hidden.tsx';
import { palette } from '../../words/palette.ts';
import { navigate } from '../address.ts';
import { type Found, stepped } from './find.ts';
import { FoundList } from './found-list.tsx';
import { useFound } from './use-found.ts';
import { Spoken } from '../../components/spoken.tsx';

const usePalette = create<{ open: boolean }>()(() => ({ open: false }));

/** Opens the palette, from wherever one is. */
export const openPalette = (): void => usePalette.setState({ open: true });
const closePalette = (): void => usePalette.setState({ open: false });

/** One field that leads everywhere, behind Ctrl K or ⌘K. */
export function Palette() {
  const open = usePalette((state) => state.open);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      openPalette();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return open ? <OpenPalette /> : null;
}

function OpenPalette() {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { found, failed } = useFound(text.trim());
  const chooseFile = useChooseFile();
  const listId = useId();
  const titleId = useId();
  const optionId = (place: number) => `${listId}-${place}`;
  const chosen = Math.min(at, found.length - 1);
  const go = (one: Found | undefined) => {
    if (!one) return;
    closePalette();
    if ('href' in one.to) navigate(one.to.href);
    else chooseFile();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === undefined) go(found[chosen]);
    else setAt(stepped(chosen, step, found.length));
  };
  return (
    <Dialog
      open
      onClose={closePalette}
      fullWidth
      maxWidth="sm"
      aria-labelledby={titleId}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' }, '& .MuiDialog-paper': { mt: '12vh' } }}
    >
      <VisuallyHidden id={titleId}>{palette.title}</VisuallyHidden>
      <InputBase
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever opens it wants to type
        autoFocus
        fullWidth
        value={text}
        placeholder={palette.placeholder}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        sx={{ px: 2, height: 52, fontSize: 15, borderBottom: 1, borderColor: 'divider' }}
        inputProps={{
          role: 'combobox',
          'aria-label': palette.title,
          'aria-expanded': found.length > 0,
          'aria-controls': listId,
          'aria-autocomplete': 'list',
          'aria-activedescendant': found.length > 0 ? optionId(chosen) : undefined,
        }}
      />
      <Scroller>
        <FoundList id={listId} optionId={optionId} found={found} chosen={chosen} onChoose={go} onPoint={setAt} />
        {found.length === 0 && (
          <Typography variant="body2" sx={{ px: 2, py: 2, color: 'text.secondary' }}>
            <Spoken words={failed ? palette.failed : palette.nothing(text.trim())} />
          </Typography>
        )}
      </Scroller>
      <Typography variant="caption" sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider', color: 'text.tertiary' }}>
        {palette.keys}
      </Typography>
    </Dialog>
  );
}

/** Keeps the chosen row in sight. */
function Scroller({ children }: { children: React.ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <Box ref={box} sx={{ maxHeight: 420, overflow: 'auto', py: 0.5 }}>
      {children}
    </Box>
  );
}
