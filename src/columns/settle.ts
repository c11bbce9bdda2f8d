import type { Field } from '../types.js';
import type { Meaning } from './fields.js';
import { tellsSubscription, type Profile } from './guess.js';

export const NAMES: readonly Meaning[] = ['name', 'contact_person', 'full_name', 'first_name', 'last_name'];

/** What a header means in this list: beside what the other headers may mean, over what stands in the column. */
export function settle(meaning: Meaning, meanings: ReadonlySet<Meaning>, profile: Profile): Field | null {
  const among = (others: readonly Meaning[]): boolean => others.some((other) => meanings.has(other));
  // Who wants mail no more is told beside how far the lead is, or in its place.
  const besideStatus = meanings.has('status') ? 'email_status' : 'status';
  switch (meaning) {
    case 'salutation': return null;
    case 'contact_person': return 'full_name';
    // Of a house or a policy the owner is whom the list is about; beside anybody else's name it is whose lead it is.
    case 'owner': return among([...NAMES, 'company']) ? null : 'full_name';
    // A house stands where its owner gets mail, unless it is what somebody asked for.
    case 'premises': return among(['owner', 'city', 'postal_code']) && !meanings.has('street') ? 'street' : null;
    // Turkish for a name, English for an advertisement.
    case 'ad': return meanings.has('last_name') && !meanings.has('first_name') ? 'first_name' : null;
    // Whether mail arrives is told in a verifier's words or in yes and no; that the person wants none, in those of a mail tool.
    case 'mail_result': return tellsSubscription(profile) ? besideStatus : profile.holds('result', 0.2) || profile.holds('boolean', 0.5) ? 'email_status' : null;
    case 'substatus': return besideStatus;
    case 'result': return profile.holds('result', 0.5) ? 'email_status' : null;
    case 'state': return profile.holds('result', 0.8) ? 'email_status' : 'state';
    case 'status': return profile.holds('result', 0.8) ? 'email_status' : 'status';
    case 'titel': return among(['salutation', 'title']) ? null : 'title';
    case 'estado': return among(['city', 'postal_code', 'street']) && !meanings.has('state') ? 'state' : 'status';
    case 'title': return isFirms(meanings, profile) && profile.share('job') < profile.share('company') ? 'company' : 'title';
    case 'name': return settleName(meanings, profile);
    default: return meaning;
  }
}

/** `Name` beside a first name is the last name, beside a last name the first, beside a contact person the firm's. */
function settleName(meanings: ReadonlySet<Meaning>, profile: Profile): Field {
  if (meanings.has('first_name') !== meanings.has('last_name')) return meanings.has('first_name') ? 'last_name' : 'first_name';
  if (meanings.has('contact_person') && !meanings.has('company') && !profile.holds('person', 0.25)) return 'company';
  return isFirms(meanings, profile) && profile.share('company') > profile.share('person') ? 'company' : 'full_name';
}

/** Most firms do not write what they are, so a quarter says it of many; of a few most must. */
const isFirms = (meanings: ReadonlySet<Meaning>, { filled, holds }: Profile): boolean => !meanings.has('company') && filled > 1 && holds('company', filled < 5 ? 0.8 : 0.25);
