/**
 * Whatever may come late does: parts of the server that are loaded when they are first needed (bundle.mjs has them
 * ask), timers, and anything else a test holds. They come when and in the order in which they are let go.
 */
export interface Late {
  /** Resolves when it is let go. */
  hold(): Promise<void>;
  /** How many are held. */
  held(): number;
  letGo(which: number): void;
  /** Lets everything go, and holds nothing any more. */
  stop(): void;
}

declare global {
  var beforeLoading: (() => Promise<void>) | undefined;
}

export function everythingLate(): Late {
  const waiting: (() => void)[] = [];
  const { setTimeout, clearTimeout } = globalThis;
  const hold = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  globalThis.beforeLoading = hold;
  globalThis.setTimeout = ((go: () => void) => (waiting.push(go), go)) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((go: unknown) => void waiting.splice(...placeOf(waiting, go))) as typeof clearTimeout;
  const letGo = (which: number): void => waiting.splice(which, 1).forEach((go) => go());
  return {
    hold,
    held: () => waiting.length,
    letGo,
    stop() {
      Object.assign(globalThis, { setTimeout, clearTimeout, beforeLoading: undefined });
      while (waiting.length > 0) letGo(0);
    },
  };
}

function placeOf(waiting: readonly unknown[], one: unknown): [number, number] {
  const at = waiting.indexOf(one);
  return [Math.max(0, at), at < 0 ? 0 : 1];
}
