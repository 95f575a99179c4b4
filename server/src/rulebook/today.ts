/**
 * The day it is where the program runs. Who sets something aside until a day means their own calendar.
 */

/** ISO date. */
export function today(): string {
  const now = new Date();
  return [String(now.getFullYear()).padStart(4, '0'), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
