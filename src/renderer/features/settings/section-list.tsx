import { ButtonBase, Stack } from '@mui/material';
import { Link } from 'wouter';
import { NARROW, size } from '../../app/theme/tokens.ts';
import { SECTION_NAMES, settings } from '../../words/settings/common.ts';
import { addressOf, type SectionName } from './sections.ts';

/** The sections that one may see, and where one is. */
export function SectionList({ sections, here }: { sections: readonly SectionName[]; here: SectionName }) {
  return (
    <Stack
      component="nav"
      aria-label={settings.navigation}
      sx={{ width: 184, flexShrink: 0, p: 1.5, borderRight: 1, borderColor: 'divider', overflowY: 'auto', [NARROW]: { width: 136, p: 1 } }}
    >
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 0.25 }}>
        {sections.map((name) => (
          <li key={name}>
            <ButtonBase
              component={Link}
              href={addressOf(name)}
              aria-current={name === here ? 'page' : undefined}
              sx={{
                width: 1,
                height: size.control,
                px: 1.5,
                [NARROW]: { px: 1 },
                justifyContent: 'flex-start',
                borderRadius: '6px',
                fontSize: 13,
                fontWeight: 500,
                color: name === here ? 'text.primary' : 'text.secondary',
                bgcolor: name === here ? 'action.selected' : 'transparent',
                '&:hover': { bgcolor: name === here ? 'action.selected' : 'action.hover', color: 'text.primary' },
              }}
            >
              {SECTION_NAMES[name]}
            </ButtonBase>
          </li>
        ))}
      </Stack>
    </Stack>
  );
}
