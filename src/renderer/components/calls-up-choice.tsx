import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import type { CallsUpNow } from '../app/calls-up-now.ts';
import { callsUp } from '../words/shell.ts';

interface CallsUpChoiceProps {
  calls: CallsUpNow;
  hangUp: boolean;
  onChange: (hangUp: boolean) => void;
}

/** Wherever something is stopped: what happens to the calls that are up, chosen before it is done as far as there is a choice. */
export function CallsUpChoice({ calls: { up, hangable, holdOut }, hangUp, onChange }: CallsUpChoiceProps) {
  if (up === 0) return <Quiet>{callsUp.none}</Quiet>;
  // Not known yet: a choice that is taken back again would be worse than none for a moment.
  if (hangable === null) return <Quiet>{callsUp.question(up)}</Quiet>;
  if (hangable === 0) return <Typography>{callsUp.goOn(up, holdOut)}</Typography>;
  return (
    <FormControl>
      <FormLabel id="calls-up">{callsUp.question(up)}</FormLabel>
      <RadioGroup aria-labelledby="calls-up" value={hangUp ? 'hang-up' : 'finish'} onChange={(_, value) => onChange(value === 'hang-up')}>
        <FormControlLabel value="finish" control={<Radio />} label={callsUp.letFinish(up)} />
        <FormControlLabel value="hang-up" control={<Radio />} label={hangable < up ? callsUp.hangUpSome(hangable) : callsUp.hangUp(up)} />
      </RadioGroup>
      {hangable < up && <Quiet>{callsUp.goOn(up - hangable, holdOut)}</Quiet>}
    </FormControl>
  );
}

const Quiet = ({ children }: { children: string }) => (
  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
    {children}
  </Typography>
);
