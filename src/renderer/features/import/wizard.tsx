import { Box } from '@mui/material';
import { Steps } from '../../components/steps.tsx';
import { wizardWords } from '../../words/import.ts';
import { CheckStep } from './check/check-step.tsx';
import { ColumnsStep } from './columns/columns-step.tsx';
import { FileStep } from './file/file-step.tsx';
import { SettingsStep } from './settings/settings-step.tsx';
import { SummaryStep } from './summary/summary-step.tsx';
import { goTo } from './taking.ts';
import { CHOSEN_STEPS, placeOf, type Step, STEPS } from './wizard-step.ts';

const NAMES = STEPS.map((name) => wizardWords.steps[name]);

/** A file on its way to become a campaign: where one is, and what is to be done there. */
export function Wizard({ step }: { step: Step }) {
  const go = (place: number) => {
    const name = CHOSEN_STEPS[place];
    if (name) goTo(name);
  };
  return (
    <>
      <StepBar at={placeOf(step.at)} names={NAMES} {...(step.at !== 'summary' && { onGo: go })} />
      <Content step={step} />
    </>
  );
}

/** The bar below the head of the page. */
export function StepBar({ at, names, onGo }: { at: number; names: readonly string[]; onGo?: (place: number) => void }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', px: 3, height: 48, borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}>
      <Steps label={wizardWords.stepsLabel} names={names} at={at} {...(onGo && { onGo })} />
    </Box>
  );
}

function Content({ step }: { step: Step }) {
  switch (step.at) {
    case 'file':
      return <FileStep taking={step.taking} checked={step.checked} />;
    case 'columns':
      return <ColumnsStep {...step} />;
    case 'check':
      return <CheckStep {...step} />;
    case 'settings':
      return <SettingsStep {...step} />;
    case 'summary':
      return <SummaryStep {...step} />;
  }
}
