import Check from '@mui/icons-material/Check';
import { Box, ButtonBase, Stack, Typography } from '@mui/material';

interface StepsProps {
  label: string;
  names: readonly string[];
  /** The step that is being done, from 0. */
  at: number;
  /** Goes back to a step that was done; without it they are only told. */
  onGo?: (step: number) => void;
}

/** Where one stands in something that has several steps. */
export function Steps({ label, names, at, onGo }: StepsProps) {
  return (
    <Stack component="ol" direction="row" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, alignItems: 'center', gap: 1 }}>
      {names.map((name, step) => (
        <Stack
          component="li"
          direction="row"
          key={name}
          aria-current={step === at ? 'step' : undefined}
          sx={{ alignItems: 'center', gap: 1 }}
        >
          {step > 0 && <Box aria-hidden sx={{ width: 20, height: '1px', bgcolor: 'neutral.line' }} />}
          {onGo && step < at ? (
            <ButtonBase
              onClick={() => onGo(step)}
              sx={{ gap: 1, minHeight: 28, px: 0.5, mx: -0.5, borderRadius: '6px', '&:hover': { bgcolor: 'action.hover' } }}
            >
              <StepWords name={name} step={step} at={at} />
            </ButtonBase>
          ) : (
            <StepWords name={name} step={step} at={at} />
          )}
        </Stack>
      ))}
    </Stack>
  );
}

function StepWords({ name, step, at }: { name: string; step: number; at: number }) {
  return (
    <>
      <StepNumber step={step} at={at} />
      <Typography
        variant="subtitle2"
        component="span"
        sx={{ color: step === at ? 'text.primary' : step < at ? 'text.secondary' : 'text.tertiary' }}
      >
        {name}
      </Typography>
    </>
  );
}

function StepNumber({ step, at }: { step: number; at: number }) {
  const look =
    step === at
      ? { bgcolor: 'primary.fill', borderColor: 'primary.fill', color: 'common.white' }
      : { borderColor: 'neutral.line', color: step < at ? 'text.secondary' : 'text.tertiary' };
  return (
    <Box
      aria-hidden
      sx={{
        width: 20,
        height: 20,
        borderRadius: '50%',
        display: 'grid',
        placeContent: 'center',
        fontSize: 11,
        fontWeight: 600,
        border: 1,
        ...look,
      }}
    >
      {step < at ? <Check sx={{ fontSize: 13 }} /> : step + 1}
    </Box>
  );
}
