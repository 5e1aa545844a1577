import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import { Box, ButtonBase, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Import, RefusedRow } from '../../../shared/contract/imports.ts';
import type { ToneName } from '../../components/mark.tsx';
import { number } from '../../lib/format.ts';
import { counts } from '../../words/import.ts';

export type Shown = RefusedRow['kind'] | null;

interface CountStripProps {
  taken: Import;
  /** Which rows are looked at below. */
  shown: Shown;
  onShow: (kind: Shown) => void;
}

/** Every row of the file is counted once; the counts of what was left out open their rows. */
export function CountStrip({ taken, shown, onShow }: CountStripProps) {
  const open = (kind: NonNullable<Shown>) => ({ pressed: shown === kind, onPress: () => onShow(shown === kind ? null : kind) });
  return (
    <Card role="group" aria-label={counts.label} sx={{ display: 'grid', gridTemplateColumns: '1.1fr repeat(4, 1fr)', flexShrink: 0 }}>
      <Count {...counts.rows} value={taken.rows} />
      <Count {...counts.imported} value={taken.imported} icon={CheckCircleOutlined} tone="success" />
      <Count {...counts.known} value={taken.known} icon={HowToRegOutlined} tone="neutral" />
      <Count {...counts.duplicates} value={taken.duplicates} icon={ContentCopyOutlined} tone="neutral" {...open('duplicate')} />
      <Count
        {...counts.invalid}
        value={taken.invalid}
        icon={ErrorOutlined}
        tone={taken.invalid > 0 ? 'error' : 'neutral'}
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

const CELL = { p: 2, display: 'block', textAlign: 'left', '&:not(:last-child)': { borderRight: 1, borderColor: 'divider' } } as const;

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
        <Typography variant="caption" sx={{ color: strong ? 'text.primary' : 'text.secondary', fontWeight: strong ? 500 : 400 }}>
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
