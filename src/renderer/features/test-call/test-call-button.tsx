import PhoneForwardedOutlined from '@mui/icons-material/PhoneForwardedOutlined';
import { Button, type SxProps, type Theme, Tooltip } from '@mui/material';
import { useState } from 'react';
import type { Agent } from '../../../shared/contract/agents.ts';
import { testCallWords as words } from '../../words/test-call.ts';
import { TestCallDialog } from './test-call-dialog.tsx';

interface TestCallButtonProps {
  agent: Pick<Agent, 'id' | 'name' | 'practice'> | null;
  /** Why there is nothing to try now; by itself, where no agent is chosen. */
  whyNot?: string | undefined;
  nextAction?: string;
  sx?: SxProps<Theme>;
}

/** To hear an agent on one's own phone. */
export function TestCallButton({
  agent,
  whyNot = agent === null ? words.needsAgent : undefined,
  nextAction = '',
  sx,
}: TestCallButtonProps) {
  const [asks, setAsks] = useState(false);
  const isOff = whyNot !== undefined;
  return (
    <>
      <Tooltip describeChild title={whyNot ?? ''}>
        {/* A button that is off tells no pointer why: what is around it does. */}
        <span style={{ flexShrink: 0 }}>
          <Button startIcon={<PhoneForwardedOutlined />} disabled={isOff} onClick={() => setAsks(true)} {...(sx !== undefined && { sx })}>
            {words.button}
          </Button>
        </span>
      </Tooltip>
      {asks && agent !== null && <TestCallDialog agent={agent} nextAction={nextAction} onClose={() => setAsks(false)} />}
    </>
  );
}
