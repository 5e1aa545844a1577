import { Box, ButtonBase, Typography } from '@mui/material';
import type { CountedCall } from '../../../../shared/contract/analytics.ts';
import { whenInWords } from '../../../../shared/domain/time-words.ts';
import { callMark } from '../../../components/call-marks.ts';
import { Dot } from '../../../components/dot.tsx';
import { Mark } from '../../../components/mark.tsx';
import { Phone } from '../../../components/phone.tsx';
import { viewerZone } from '../../../lib/format.ts';
import { talkTime } from '../../../lib/talk-time.ts';
import { useMinute } from '../../../lib/use-now.ts';
import { common } from '../../../words/common.ts';

const NUM = { fontVariantNumeric: 'tabular-nums' } as const;

/** One call of a list in a drawer: what came of it, with whom, when and how long; it opens the call. */
export function CallRow({ call, onOpen }: { call: CountedCall; onOpen: (id: string) => void }) {
  const now = useMinute();
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'line.row' }}>
      <ButtonBase
        data-call={call.id}
        onClick={() => onOpen(call.id)}
        sx={{
          width: 1,
          px: 2,
          py: 1,
          gap: 1.5,
          display: 'grid',
          gridTemplateColumns: '128px minmax(0, 1fr) auto',
          alignItems: 'start',
          textAlign: 'left',
          '&:hover': { bgcolor: 'action.hover' },
          '&.Mui-focusVisible': { outlineOffset: -2 },
        }}
      >
        <Box component="span" sx={{ minWidth: 0 }}>
          <Typography variant="body2" component="span" sx={{ display: 'block' }}>
            <Mark of={callMark(call)} />
          </Typography>
          <Typography variant="caption" component="span" noWrap sx={{ display: 'block', color: 'text.secondary', ...NUM }}>
            {whenInWords(call.claimedAt.getTime(), now, viewerZone())}
          </Typography>
        </Box>
        <Box component="span" sx={{ minWidth: 0 }}>
          <Typography variant="subtitle2" component="span" noWrap sx={{ display: 'block' }} title={call.contactName}>
            {call.contactName || common.unnamed}
          </Typography>
          <Typography variant="caption" component="span" noWrap sx={{ display: 'block', color: 'text.secondary' }}>
            <Phone number={call.phoneNumber} />
            {call.campaignName !== null && (
              <>
                <Dot />
                {call.campaignName}
              </>
            )}
          </Typography>
        </Box>
        <Typography variant="body2" component="span" sx={NUM}>
          {call.duration ? talkTime(call.duration) : common.nothing}
        </Typography>
      </ButtonBase>
    </Box>
  );
}
