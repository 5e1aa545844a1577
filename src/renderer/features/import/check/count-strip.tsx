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
  /** Which rows are looked at below. */
  shown: ImportRowKind;
  onShow: (kind: ImportRowKind) => void;
}

/** Every row of the file is counted once; each count opens its rows. */
export function CountStrip({ checked, shown, onShow }: CountStripProps) {
  const { rows, imported, known, duplicates, invalid, knownContacts } = checked;
  const open = (kind: ImportRowKind) => ({ pressed: shown === kind, onPress: () => onShow(kind) });
  return (
    <Card role="group" aria-label={counts.label} sx={{ display: 'grid', gridTemplateColumns: '1.1fr repeat(4, 1fr)', flexShrink: 0 }}>
      <Count {...counts.rows} value={rows} />
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
  pressed?: boolean;
  onPress?: () => void;
}

const CELL = {
  px: 2,
  py: 1.5,
  minWidth: 0,
  display: 'block',
  textAlign: 'left',
  '&:not(:last-child)': { borderRight: 1, borderColor: 'divider' },
} as const;

function Count({ pressed, onPress, ...told }: CountProps) {
  if (!onPress) {
    return (
      <Box sx={CELL}>
        <Words {...told} />
      </Box>
    );
  }
  return (
    <ButtonBase
      aria-pressed={pressed === true}
      onClick={onPress}
      sx={{
        ...CELL,
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
  strong = false,
}: Omit<CountProps, 'pressed' | 'onPress'> & { strong?: boolean }): ReactNode {
  return (
    <>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 0.75 }}>
        {Icon && <Icon aria-hidden sx={{ fontSize: 14, color: `${tone}.main` }} />}
        <Typography variant="caption" noWrap sx={{ color: strong ? 'text.primary' : 'text.secondary', fontWeight: strong ? 500 : 400 }}>
          {word}
        </Typography>
      </Stack>
      <Typography variant="figure" sx={{ mt: 0.5 }}>
        {number(value)}
      </Typography>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary', mt: 0.25 }}>
        {note}
      </Typography>
    </>
  );
}
