import ExpandMore from '@mui/icons-material/ExpandMore';
import { Button, Card, Collapse, Typography } from '@mui/material';
import { useId } from 'react';
import type { Vendor } from '../../../../shared/domain/provider-settings.ts';
import { units } from '../../../words/settings/common.ts';
import { vendorWords as words } from '../../../words/settings/providers.ts';
import { NumberRow, TextRow } from '../form/setting-row.tsx';
import type { Form } from '../form/use-form.ts';
import type { VendorValues } from './vendor-values.ts';

interface AdvancedPanelProps {
  vendor: Vendor;
  form: Form<VendorValues>;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}

/** What is right as it is for nearly everybody: folded until it is asked for. */
export function AdvancedPanel({ vendor, form: { text, errors }, isOpen, onOpen }: AdvancedPanelProps) {
  const bodyId = useId();
  const row = (name: keyof VendorValues, label: string, help: string) => ({ field: text(name), error: errors[name], label, help });
  return (
    <Card component="section" aria-label={words.advanced}>
      <Button
        variant="text"
        fullWidth
        aria-expanded={isOpen}
        aria-controls={bodyId}
        startIcon={<ExpandMore sx={{ transform: isOpen ? 'none' : 'rotate(-90deg)' }} />}
        onClick={() => onOpen(!isOpen)}
        sx={{ height: 44, px: 2, gap: 0.5, justifyContent: 'flex-start', borderRadius: 0, '&:focus-visible': { outlineOffset: '-2px' } }}
      >
        {words.advanced}
        <Typography component="span" variant="body2" noWrap sx={{ ml: 0.5, color: 'text.tertiary' }}>
          {words.advancedNote}
        </Typography>
      </Button>
      <Collapse in={isOpen} id={bodyId} timeout={120} sx={{ '&& .MuiCollapse-wrapperInner': { borderTop: 1, borderColor: 'divider' } }}>
        <TextRow
          {...row('baseUrl', words.baseUrl, vendor === 'signalwire' ? words.spaceUrlHelp : words.baseUrlHelp)}
          type="url"
          placeholder="https://"
        />
        <NumberRow {...row('callsPerSecond', words.callsPerSecond, words.callsPerSecondHelp[vendor])} unit={units.calls} />
        <NumberRow {...row('accountLimit', words.ceiling, words.ceilingHelp)} unit={units.calls} placeholder={words.noCeiling} />
        <NumberRow {...row('timeoutSeconds', words.timeout, words.timeoutHelp)} unit={units.seconds} />
      </Collapse>
    </Card>
  );
}
