// Where phones can find this server: the origins that may stand in a QR code, best first.
import { isIPv4 } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';
import type { Here } from '@oneliner/shared';

export type Interfaces = Partial<Record<string, NetworkInterfaceInfo[]>>;

const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tun|tap|tailscale|zt|wg|podman|cni|lxc)/i;
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
/** Given to itself by a machine that found no network; others cannot rely on it (and IPv6 ones need a zone). */
const LINK_LOCAL = /^(169\.254\.|fe[89ab])/i;
const UNREACHABLE = /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/** Lower is likelier to be where the phones are: a private v4 of a real network card first. */
const rank = (name: string, address: string): number => {
  const kind = PRIVATE.test(address) ? 0 : isIPv4(address) ? 1 : 2;
  return kind + (VIRTUAL.test(name) ? 3 : 0);
};

const isEverything = (listensOn: string | null): boolean =>
  listensOn === null || listensOn === '0.0.0.0' || listensOn === '::';

const addressesOf = (interfaces: Interfaces, listensOn: string | null): string[] =>
  Object.entries(interfaces)
    .flatMap(([name, list]) => (list ?? []).map((one) => ({ name, ...one })))
    .filter(({ internal, address }) => !internal && !LINK_LOCAL.test(address))
    .filter(({ address }) => isEverything(listensOn) || address === listensOn)
    .sort((a, b) => rank(a.name, a.address) - rank(b.name, b.address))
    .map(({ address }) => (isIPv4(address) ? address : `[${address}]`));

/** The origin under which this machine itself reaches what listens there, such as `http://localhost:3000`. */
export const localOrigin = (listensOn: string | null, port: number): string => {
  const name = listensOn === null || isEverything(listensOn) ? 'localhost' : listensOn;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};

/** `host:port` as a browser asked for it, or `null` when it is none that a phone could ask for too. */
const reachableUrl = (host: string | undefined): URL | null => {
  const url = host === undefined || !/^[a-z0-9.:[\]-]+$/i.test(host) ? null : URL.parse(`http://${host}`);
  return url === null || UNREACHABLE.test(url.hostname) ? null : url;
};

/** The port the browser used: it is the right one behind a port mapping too, where the server's own is not. */
const portOf = (host: string | undefined, port: number): string => {
  const asked = host === undefined ? null : URL.parse(`http://${host}`);
  return asked === null ? String(port) : asked.port || '80';
};

/**
 * The origins under which phones reach this server; PUBLIC_URL wins over all, localhost never counts, and the list is
 * empty when there is no network. `host` is the Host header of who asks: what works for them comes first.
 */
export const findHere = (at: {
  publicUrl: string | null;
  interfaces: Interfaces;
  /** The address the server listens on; `null` for all. */
  listensOn: string | null;
  port: number;
  host?: string | undefined;
}): Here => {
  if (at.publicUrl !== null) return { origins: [at.publicUrl], fixed: true };
  const port = portOf(at.host, at.port);
  const own = addressesOf(at.interfaces, at.listensOn).map(
    (address) => new URL(`http://${address}:${port}`).origin,
  );
  const asked = reachableUrl(at.host)?.origin;
  return { origins: [...new Set(asked === undefined ? own : [asked, ...own])], fixed: false };
};
