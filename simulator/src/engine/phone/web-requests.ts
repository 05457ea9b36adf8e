/** Requests of the phone to the web, which the caller of the simulation answers. */
import type { World } from '../world.ts';

type FetchHandler = NonNullable<World['options']['fetch']>;

/**
 * The answer to a request. Where redirects are followed, the next request is a GET without a body, and the answer names the last address.
 */
export async function answered(
  world: World,
  handler: FetchHandler,
  request: { readonly url: string },
): Promise<unknown> {
  const answer = (await handler(request)) as
    | { status?: unknown; headers?: Record<string, unknown> }
    | undefined;
  const target = answer?.headers?.location ?? answer?.headers?.Location;
  const isRedirect = [301, 302, 303].indexOf(Number(answer?.status)) >= 0 && typeof target === 'string';
  if (!isRedirect || !world.assumed.is('fetch-redirects', 'followed')) return answer;
  const url = String(target);
  const followed = await handler({ url, method: 'GET' } as { readonly url: string });
  return { ...(followed as object), url, redirected: true };
}

/** Only the origin of an address is printed: paths, queries and headers may hold secrets. */
export function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0] ?? 'an address without a host';
}
