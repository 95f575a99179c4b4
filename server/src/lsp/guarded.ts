/**
 * A connection whose handlers may be wrong without a word of a record getting out: what one of them throws reaches neither
 * the client, which writes it into its log, nor our own. It knows nothing of what is handled.
 */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { framesOf, kindOf } from '../rulebook/bug.js';

/** Told where in our code something went wrong, and no more. */
export type TellBug = (text: string) => void;

/**
 * The same object; whatever function it is handed to be called later is guarded, also in the parts it is made of. Who
 * called it is `answered` that something went wrong, or there is nobody to answer and it is only `told`.
 */
export function guarded<T extends object>(object: T, tell: TellBug, bugs: 'answered' | 'told'): T {
  return new Proxy(object, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value === 'function') return (...given: unknown[]): unknown => Reflect.apply(value, target, given.map((one) => (typeof one === 'function' ? safe(one, tell, bugs) : one)));
      return typeof value === 'object' && value !== null && PARTS.has(name) ? guarded(value, tell, bugs) : value;
    },
  });
}

/** Parts of a connection that handlers are given to. */
const PARTS: ReadonlySet<string | symbol> = new Set(['languages', 'diagnostics', 'workspace', 'window', 'semanticTokens', 'inlayHint']);

function safe(handler: Function, tell: TellBug, bugs: 'answered' | 'told'): (...given: unknown[]) => unknown {
  const refuse = (thrown: unknown): void => {
    if (thrown instanceof ResponseError) throw thrown;
    tell(bugText(thrown));
    if (bugs === 'answered') throw new ResponseError(ErrorCodes.InternalError, `Alongside stopped unexpectedly here (${kindOf(thrown)}).`);
  };
  return function (this: unknown, ...given) {
    try {
      const answer: unknown = Reflect.apply(handler, this, given);
      return answer instanceof Promise ? answer.catch(refuse) : answer;
    } catch (thrown) {
      return refuse(thrown);
    }
  };
}

export function bugText(thrown: unknown): string {
  return `Alongside stopped unexpectedly (${kindOf(thrown)}); no record was changed. Please report this:\n${framesOf(thrown)}`;
}
