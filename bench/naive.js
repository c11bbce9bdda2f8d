// node bench/naive.js <list> <folder>
// The job as one would write it in an afternoon from well-known packages: what leadclean is measured against.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import validator from 'validator';

const COUNTRIES = { 'United States': 'US', 'United Kingdom': 'GB', Germany: 'DE', France: 'FR', Spain: 'ES', Italy: 'IT', Netherlands: 'NL', Poland: 'PL', Sweden: 'SE', Brazil: 'BR', Australia: 'AU' };
const PLACEHOLDERS = new Set(['', 'n/a', 'na', 'none', 'null', '-', 'unknown', 'test']);
const FREE = new Set(['gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'web.de', 'orange.fr', 'icloud.com']);
const ROLES = new Set(['info', 'sales', 'admin', 'office', 'contact', 'support', 'noreply']);
const TWO_YEARS = 2 * 365 * 86_400_000;
const AS_OF = Date.parse('2026-11-21');

const [list, folder] = process.argv.slice(2);
const seen = new Set();

function examine(row) {
  const reasons = [];
  const email = row['Email'].trim().toLowerCase();
  let usableEmail = false;
  if (!PLACEHOLDERS.has(email)) {
    if (validator.isEmail(email)) {
      const [local, domain] = email.split('@');
      usableEmail = true;
      row['Email'] = email;
      if (seen.has(email)) reasons.push('duplicate/exact');
      seen.add(email);
      if (ROLES.has(local)) reasons.push('email/role');
      if (FREE.has(domain)) reasons.push('email/free');
    } else reasons.push('email/syntax');
  }
  const phone = row['Phone'].trim();
  let usablePhone = false;
  if (!PLACEHOLDERS.has(phone.toLowerCase())) {
    const number = parsePhoneNumberFromString(phone, COUNTRIES[row['Country']]);
    if (number === undefined) reasons.push('phone/unreadable');
    else if (!number.isValid()) reasons.push('phone/invalid');
    else {
      usablePhone = true;
      row['Phone'] = number.number;
    }
  }
  if (!usableEmail && !usablePhone) reasons.push('missing/contact');
  if (PLACEHOLDERS.has(row['First Name'].trim().toLowerCase()) || PLACEHOLDERS.has(row['Last Name'].trim().toLowerCase())) reasons.push('name/placeholder');
  const created = Date.parse(row['Created Date']);
  if (Number.isNaN(created)) reasons.push('stale/unreadable');
  else if (AS_OF - created > TWO_YEARS) reasons.push('stale/old');
  return reasons;
}

function verdict(reasons) {
  if (reasons.includes('duplicate/exact') || reasons.includes('missing/contact')) return 'rejected';
  return reasons.some((code) => code !== 'email/free') ? 'flagged' : 'cleaned';
}

await mkdir(folder, { recursive: true });
const outputs = Object.fromEntries(['cleaned', 'flagged', 'rejected'].map((name) => {
  const stringifier = stringify({ header: true });
  const file = createWriteStream(join(folder, `${name}.csv`));
  stringifier.pipe(file);
  return [name, { stringifier, file }];
}));

for await (const row of createReadStream(list).pipe(parse({ columns: true, relax_column_count: true, bom: true }))) {
  const reasons = examine(row);
  row.lc_status = verdict(reasons);
  row.lc_reasons = reasons.join(';');
  const { stringifier } = outputs[row.lc_status];
  if (!stringifier.write(row)) await once(stringifier, 'drain');
}
for (const { stringifier } of Object.values(outputs)) stringifier.end();
await Promise.all(Object.values(outputs).map(({ file }) => finished(file)));
