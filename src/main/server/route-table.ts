/** Which route of the contract an address and a method name, so that what stands before the contract can be asked first. */
import { StandardOpenAPIMatcher } from '@orpc/openapi/standard';
import { router } from '../api/router.ts';

import { findRawRoute, FORM, type RawRoute } from './raw-route.ts';
import { type Asker, askerOf } from './reference/refusals.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export interface ContractRoute {
  /** `campaigns.pause` */
  name: string;
  asker: Asker;
}

export interface RouteTable {
  /** The route of the contract, or null. */
  find(method: string, path: string): Promise<ContractRoute | null>;
  /** Every method that an address knows, in the contract and beside it; none where there is no such address. */
  methodsAt(path: string): Promise<string[]>;
}

export function routeTable(raw: readonly RawRoute[]): RouteTable {
  const matcher = new StandardOpenAPIMatcher();
  matcher.init(router);
  const find = async (method: string, path: string): Promise<ContractRoute | null> => {
    const plain = `/${path.replace(/^\/|\/$/g, '')}`;
    const found = await matcher.match(method, plain as `/${string}`);
    const name = found?.path.join('.');
    return name === undefined ? null : { name, asker: askerOf(name) };
  };
  return {
    find,
    async methodsAt(path) {
      const known = await Promise.all(METHODS.map(async (method) => (await find(method, path)) !== null || isRaw(raw, method, path)));
      return METHODS.filter((_, i) => known[i]);
    },
  };
}

const isRaw = (raw: readonly RawRoute[], method: string, path: string) => findRawRoute(raw, method, path, FORM) !== null;
