import { Box } from '@mui/material';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type * as z from 'zod';
import type { Telephony } from '../../../../shared/contract/telephony-settings.ts';
import type { Vendor } from '../../../../shared/domain/provider-settings.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { settings } from '../../../words/settings/common.ts';
import { providers } from '../../../words/settings/providers.ts';
import { useDraft } from '../form/drafts.ts';
import { SaveBar } from '../form/save-bar.tsx';
import { type Form, useForm } from '../form/use-form.ts';
import { AdvancedPanel } from './advanced-panel.tsx';
import { TestPanel, useVendorTest } from './test-panel.tsx';
import { ADVANCED, vendorChange, vendorErrors, type VendorValues } from './vendor-values.ts';

export interface VendorFormProps<T extends VendorValues> {
  vendor: Vendor;
  saved: T;
  isSetUp: boolean;
  /** Of the contract: what may be written into which field. */
  shape: z.ZodType;
  onSaved: (telephony: Telephony) => void;
  /** The panels that are this vendor's own. */
  children: (form: Form<T>) => ReactNode;
}

/** The account of a vendor: its own fields, what is advanced, and the test of what is saved. */
export function VendorForm<T extends VendorValues>({ vendor, saved, isSetUp, shape, onSaved, children }: VendorFormProps<T>) {
  const draft = useDraft(draftOf(vendor), saved);
  const [isOpen, setOpen] = useState(false);
  const test = useVendorTest(vendor);
  const testsThen = useRef(false);
  const form = useForm<T>({
    draft,
    check: (values) => {
      const errors = vendorErrors(shape, values);
      // The field that is wrong gets the focus next, which it only takes where it is seen.
      if (ADVANCED.some((name) => errors[name] !== undefined)) flushSync(() => setOpen(true));
      return errors;
    },
    save: async () => {
      const answer = await api.settings.changeTelephony({ [vendor]: vendorChange(draft.changes) });
      onSaved(answer.telephony);
      draft.forget();
      say(settings.saved(providers.names[vendor]));
      if (testsThen.current) void test.task.run();
    },
    fieldOf: (path) => path.replace(`${vendor}.`, ''),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    testsThen.current = submitter instanceof HTMLButtonElement && submitter.value === 'test';
    form.submit(event);
  };
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'flex', flexDirection: 'column', gap: 2, flex: 1 }}>
      {children(form)}
      <AdvancedPanel vendor={vendor} form={form as unknown as Form<VendorValues>} isOpen={isOpen} onOpen={setOpen} />
      <TestPanel test={test} isSetUp={isSetUp} isChanged={draft.isChanged} isSaving={form.busy} />
      <Box sx={{ flex: 1 }} />
      <SaveBar isChanged={draft.isChanged} busy={form.busy} error={form.error} onUndo={draft.forget} />
    </Box>
  );
}

/** Under which name what is typed for a vendor is kept. */
export const draftOf = (vendor: Vendor) => `telephony-${vendor}`;
