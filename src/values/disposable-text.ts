import { disposableEmailBlocklist } from 'disposable-email-domains-js';

/** The domains of throw-away mailboxes, sorted, with a blank before and after each. The build works it out. */
export const disposableText = (): string => ` ${[...new Set(disposableEmailBlocklist())].sort().join(' ')} `;
