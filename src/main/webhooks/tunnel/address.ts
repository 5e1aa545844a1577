/** A public address that somebody else leads to the listener: there is nothing to open, only to check. */
import { publicAddress } from '../../../shared/domain/tunnel-settings.ts';
import { lasting, type OpenKind } from './open-tunnel.ts';

export const openAddress: OpenKind = ({ settings }) => {
  const publicUrl = publicAddress(settings.address.url);
  if (publicUrl === null)
    return Promise.reject(
      lasting('tunnel_address', 'Enter the public address that leads to this computer, as in https://hooks.example.com.'),
    );
  return Promise.resolve({ publicUrl, closed: new Promise<string>(() => {}), close: () => Promise.resolve() });
};
