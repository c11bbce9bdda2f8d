import { parse } from 'tldts';
import { memo } from './memo.js';

/** What is asked of one host is asked in a row; what comes of it others remember. */
const FEW = 1024;
// ICANN suffixes only: for mail, acme.github.io is a host of github.io and not a domain of its own.
const read = memo((host) => parse(host, { allowPrivateDomains: false, extractHostname: false, validateHostname: false, detectIp: false }), FEW);

/**
 * The part of a host name somebody registered: `acme.co.uk` for `mail.acme.co.uk`. '' for a bare suffix such as
 * `co.uk`, for a host without a dot and for a top-level domain that does not exist.
 * Takes a lower-case host name, in Unicode or Punycode, and answers in the same. Source: Public Suffix List (ICANN part).
 */
export function registrableDomain(host: string): string {
  const { domain, isIcann } = read(host);
  return isIcann === true && domain !== null ? domain : '';
}

/** Whether the last label of a lower-case host name is a top-level domain on the Public Suffix List. */
export function hasKnownTld(host: string): boolean {
  const dot = host.lastIndexOf('.');
  return (dot > 0 && dot < host.length - 1 && isTld(host.slice(dot + 1))) || read(host).isIcann === true;
}

/** Hosts are many, top-level domains few. Not all of those that exist are on the list by themselves: `za` is only in `co.za`. */
const isTld = memo((label) => read(`x.${label}`).isIcann === true, 2048);

/** The name in a registrable domain without its suffix: `acme` for `mail.acme.co.uk`, '' where there is none. */
export function domainName(host: string): string {
  const { domainWithoutSuffix, isIcann } = read(host);
  return isIcann === true ? domainWithoutSuffix ?? '' : '';
}
