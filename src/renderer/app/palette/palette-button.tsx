import SearchOutlined from '@mui/icons-material/SearchOutlined';
import { Box, Button } from '@mui/material';
import { palette } from '../../words/palette.ts';
import { NARROW } from '../theme/tokens.ts';
import { openPalette } from './palette.tsx';

const isMac = /mac/i.test(navigator.platform);

/** The search of the header; says its keys. */
export function PaletteButton() {
  return (
    <Button startIcon={<SearchOutlined />} onClick={openPalette} aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}>
      {palette.open}
      <Box
        component="span"
        aria-hidden
        sx={{ ml: 1, fontSize: 12, fontWeight: 400, color: 'text.tertiary', [NARROW]: { display: 'none' } }}
      >
        {palette.shortcut(isMac)}
      </Box>
    </Button>
  );
}
