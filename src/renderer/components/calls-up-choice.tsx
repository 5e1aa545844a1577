import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { callsUp } from '../words/shell.ts';

interface CallsUpChoiceProps {
  up: number;
  hangUp: boolean;
  onChange: (hangUp: boolean) => void;
}

/** Wherever something is stopped: what happens to the calls that are up, chosen before it is done. */
export function CallsUpChoice({ up, hangUp, onChange }: CallsUpChoiceProps) {
  if (up === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {callsUp.none}
      </Typography>
    );
  }
  return (
    <FormControl>
      <FormLabel id="calls-up">{callsUp.question(up)}</FormLabel>
      <RadioGroup aria-labelledby="calls-up" value={hangUp ? 'hang-up' : 'finish'} onChange={(_, value) => onChange(value === 'hang-up')}>
        <FormControlLabel value="finish" control={<Radio />} label={callsUp.letFinish(up)} />
        <FormControlLabel value="hang-up" control={<Radio />} label={callsUp.hangUp(up)} />
      </RadioGroup>
    </FormControl>
  );
}
