import CallOutlined from '@mui/icons-material/CallOutlined';
import PersonOutlineOutlined from '@mui/icons-material/PersonOutlineOutlined';
import SubdirectoryArrowRight from '@mui/icons-material/SubdirectoryArrowRight';
import Add from '@mui/icons-material/Add';
import { Box, Typography } from '@mui/material';
import { palette } from '../../words/palette.ts';
import type { Found } from './find.ts';

interface FoundListProps {
  id: string;
  optionId: (place: number) => string;
  found: readonly Found[];
  chosen: number;
  onChoose: (one: Found) => void;
  onPoint: (place: number) => void;
}

const ICONS = { go: SubdirectoryArrowRight, do: Add, campaigns: CallOutlined, contacts: PersonOutlineOutlined } as const;

/** What was found, group by group; the field above keeps the focus. */
export function FoundList({ id, optionId, found, chosen, onChoose, onPoint }: FoundListProps) {
  const groups = [...new Set(found.map(({ group }) => group))];
  return (
    <Box id={id} role="listbox" aria-label={palette.list}>
      {groups.map((group) => (
        <Box key={group} role="group" aria-label={palette.groups[group]}>
          <Typography aria-hidden variant="caption" component="div" sx={{ px: 2, pt: 1, pb: 0.5, color: 'text.tertiary' }}>
            {palette.groups[group]}
          </Typography>
          {found.map((one, place) =>
            one.group === group ? (
              <Option
                key={one.id}
                id={optionId(place)}
                one={one}
                isChosen={place === chosen}
                onChoose={() => onChoose(one)}
                onPoint={() => onPoint(place)}
              />
            ) : null,
          )}
        </Box>
      ))}
    </Box>
  );
}

interface OptionProps {
  id: string;
  one: Found;
  isChosen: boolean;
  onChoose: () => void;
  onPoint: () => void;
}

function Option({ id, one: { group, word, note }, isChosen, onChoose, onPoint }: OptionProps) {
  const Icon = ICONS[group];
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the combobox above has the keys and the focus
    <Box
      id={id}
      role="option"
      aria-selected={isChosen}
      onClick={onChoose}
      onMouseMove={onPoint}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        mx: 0.5,
        px: 1.5,
        height: 36,
        borderRadius: '6px',
        cursor: 'pointer',
        bgcolor: isChosen ? 'action.selected' : 'transparent',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 16, color: isChosen ? 'primary.main' : 'text.secondary' }} />
      <Typography variant="body2" noWrap sx={{ fontWeight: 500, minWidth: 0 }}>
        {word}
      </Typography>
      {note !== undefined && (
        <Typography variant="body2" noWrap sx={{ ml: 'auto', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {note}
        </Typography>
      )}
    </Box>
  );
}
