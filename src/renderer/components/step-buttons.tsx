import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDown';
import KeyboardArrowUp from '@mui/icons-material/KeyboardArrowUp';
import { IconButton, Tooltip } from '@mui/material';

interface StepButtonsProps {
  before: string;
  after: string;
  onStep: (by: -1 | 1) => void;
}

/** Steps through the list beside a drawer, for whoever does not use the arrow keys. */
export function StepButtons({ before, after, onStep }: StepButtonsProps) {
  return (
    <>
      <Tooltip title={before}>
        <IconButton aria-label={before} onClick={() => onStep(-1)}>
          <KeyboardArrowUp />
        </IconButton>
      </Tooltip>
      <Tooltip title={after}>
        <IconButton aria-label={after} onClick={() => onStep(1)}>
          <KeyboardArrowDown />
        </IconButton>
      </Tooltip>
    </>
  );
}
