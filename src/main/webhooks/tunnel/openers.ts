/** Every kind of tunnel by its name. */
import { openAddress } from './address.ts';
import { openCloudflared } from './cloudflared.ts';
import { openNgrok } from './ngrok.ts';
import { openSsh } from './ssh.ts';
import type { TunnelParts } from './tunnel.ts';

export const OPENERS: TunnelParts['openers'] = {
  address: openAddress,
  ngrok: openNgrok(),
  ssh: openSsh,
  cloudflared: openCloudflared,
};
