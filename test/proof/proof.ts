/**
 * What a proof is: a promise of the product, and a run that would break if the promise did. A whole run is for
 * `npm run proof`; `npm test` runs a small, seeded part of each, without a clock.
 */
export interface Proof {
  readonly title: string;
  /** In one plain sentence, for who reads docs/proof.md. */
  readonly promise: string;
  /** Throws when the promise does not hold. */
  run(told: Told): Promise<void>;
}

/** What a run is given, and what it tells. */
export interface Told {
  /** Share of the whole run, above 0; 1 is all of it. */
  readonly amount: number;
  /** Whether times and memory count: on a shared machine, and in `npm test`, they do not. */
  readonly clock: 'counts' | 'ignored';
  /** Of `whole` things, as many as this run does: at least 1. */
  of(whole: number): number;
  /** A row of the table in docs/proof.md; a label told again replaces what it said. */
  figure(label: string, value: string | number): void;
}

/** As a test of `npm test`, with a share of the whole run. */
export function inSmall({ title, promise, run }: Proof, amount: number): void {
  describe(`proof: ${title}`, () => {
    it(promise, async function () {
      this.timeout(300_000); // for a machine that is busy with much else
      await run(toldTo(amount, 'ignored', () => {}));
    });
  });
}

export function toldTo(amount: number, clock: Told['clock'], figure: Told['figure']): Told {
  return { amount, clock, of: (whole) => Math.max(1, Math.round(whole * amount)), figure };
}
