/** The longest address that Word opens, in UTF-16 units. */
const MAX_LENGTH = 2079;

/** Whether a Word file can link to an address: longer ones and others than http, https and mailto make Word refuse the whole file. */
export function isAllowedAddress(address: string): boolean {
  return address.length <= MAX_LENGTH && URL.canParse(address) && /^(https?|mailto):/.test(address);
}
