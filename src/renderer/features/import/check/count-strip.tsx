import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import { Box, ButtonBase, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Import, ImportRowKind } from '../../../../shared/contract/imports.ts';
import type { ToneName } from '../../../components/mark.tsx';
import { number } from '../../../lib/format.ts';
import { counts } from '../../../words/import.ts';

interface CountStripProps {
  checked: Import;
  /** Which rows are looked at below; null: none. */
  shown: ImportRowKind | null;
  /** In a dialog: the counts without their notes. */
  small?: boolean;
  onShow: (kind: ImportRowKind) => void;
}

/** Every row of the file is counted once; each count opens its rows. */
export function CountStrip({ checked, shown, small = false, onShow }: CountStripProps) {
  const { rows, imported, known, duplicates, invalid, knownContacts } = checked;
  const open = (kind: ImportRowKind) => ({ small, pressed: shown === kind, onPress: () => onShow(kind) });
  const columns = small ? 'repeat(5, auto)' : '1.1fr repeat(4, 1fr)';
  return (
    <Card role="group" aria-label={counts.label} sx={{ display: 'grid', gridTemplateColumns: columns, flexShrink: 0 }}>
      <Count {...counts.rows} value={rows} small={small} />
      <Count {...counts.new} value={imported} icon={CheckCircleOutlined} tone="success" {...open('new')} />
      <Count
        word={counts.known.word}
        note={counts.known.notes[knownContacts]}
        value={known}
        icon={HowToRegOutlined}
        tone="neutral"
        {...open('known')}
      />
      <Count {...counts.duplicate} value={duplicates} icon={ContentCopyOutlined} tone="neutral" {...open('duplicate')} />
      <Count
        word={counts.invalid.word}
        note={counts.invalid.note(invalid)}
        value={invalid}
        icon={ErrorOutlined}
        tone={invalid > 0 ? 'error' : 'neutral'}
        {...open('invalid')}
      />
    </Card>
  );
}

interface CountProps {
  word: string;
  note: string;
  value: number;
  icon?: SvgIconComponent;
  tone?: ToneName;
  small: boolean;
  pressed?: boolean;
  onPress?: () => void;
}

const CELL = {
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  justifyContent: 'flex-start',
  textAlign: 'left',
  '&:not(:last-child)': { borderRight: 1, borderColor: 'divider' },
} as const;

function Count({ pressed, onPress, ...told }: CountProps) {
  const cell = { ...CELL, ...(told.small ? { px: 1.5, py: 1 } : { px: 2, py: 1.5 }) };
  if (!onPress) {
    return (
      <Box sx={cell}>
        <Words {...told} />
      </Box>
    );
  }
  return (
    <ButtonBase
      aria-pressed={pressed === true}
      onClick={onPress}
      sx={{
        ...cell,
        '&:hover': { bgcolor: 'action.hover' },
        '&.Mui-focusVisible': { outlineOffset: '-2px' },
        ...(pressed && { boxShadow: 'inset 0 -2px 0 var(--rm-palette-primary-main)' }),
      }}
    >
      <Words {...told} strong={pressed === true} />
    </ButtonBase>
  );
}

function Words({
  word,
  note,
  value,
  icon: Icon,
  tone,
  small,
  strong = false,
}: Omit<CountProps, 'pressed' | 'onPress'> & { strong?: boolean }): ReactNode {
  return (
    <>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 0.75 }}>
        {Icon && <Icon aria-hidden sx={{ fontSize: 14, color: `${tone}.main` }} />}
        <Typography variant="caption" sx={{ color: strong ? 'text.primary' : 'text.secondary', fontWeight: strong ? 500 : 400 }}>
          {word}
        </Typography>
      </Stack>
      <Typography variant="figure" sx={{ mt: 0.5 }}>
        {number(value)}
      </Typography>
      {!small && (
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary', mt: 0.25 }}>
          {note}
        </Typography>
      )}
    </>
  );
}
