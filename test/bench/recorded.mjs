/** Ratios of a run beside those that were recorded. It does not know what they are ratios of. */

/** A sentence for each ratio that is more than a fifth above the recorded one, and for each that is no longer measured. Smaller is better. */
export function worse(recorded, measured) {
  return Object.entries(recorded).flatMap(([name, before]) => {
    const now = measured[name];
    if (now === undefined) return [`${name}: no longer measured`];
    return now > before * MOST ? [`${name}: ${now.toFixed(3)}, recorded ${before.toFixed(3)} (${(now / before).toFixed(2)} times)`] : [];
  });
}

const MOST = 1.2;
