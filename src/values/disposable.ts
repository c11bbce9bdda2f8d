import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';

/**
 * Whether a lower-case host belongs to a service of throw-away mailboxes; sub-domains belong to their domain.
 * `never` are domains that are none whatever the list says. Source: disposable-email-domains (CC0).
 */
export function disposableReader(never: Iterable<string>): (host: string) => boolean {
  const domains = disposableEmailBlocklistSet();
  for (const domain of never) domains.delete(domain);
  return (host) => isAmong(domains, host);
}

/** Whether a host or a domain above it is in a set: `mail.x.org` is, when `x.org` is. */
export function isAmong(domains: ReadonlySet<string>, host: string): boolean {
  for (let rest = host; ;) {
    if (domains.has(rest)) return true;
    const dot = rest.indexOf('.');
    if (dot < 0) return false;
    rest = rest.slice(dot + 1);
  }
}
