/** Ratios of a run beside those that were recorded. It does not know what they are ratios of. */

/**
 * A sentence for each ratio that is more than a fifth above the recorded one, and for each that stands on one side
 * only. Smaller is better. `recorded` is null where nothing has been.
 */
export function losses(recorded, measured) {
  if (recorded === null) return ['Nothing is recorded to check against; --record does so.'];
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(measured)])];
  return names.flatMap((name) => {
    const [before, now] = [recorded[name], measured[name]];
    if (now === undefined) return [`${name}: recorded as ${before.toFixed(3)}, and no longer measured.`];
    if (before === undefined) return [`${name}: measured as ${now.toFixed(3)}, and not recorded; --record does so.`];
    return now > before * MOST ? [`${name}: from ${before.toFixed(3)}, as recorded, to ${now.toFixed(3)}, which is ${((now / before - 1) * 100).toFixed(0)} % worse; ${((MOST - 1) * 100).toFixed(0)} % is let pass.`] : [];
  });
}

const MOST = 1.2;
